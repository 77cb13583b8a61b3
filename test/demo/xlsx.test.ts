import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';

/** The .xlsx of the demo's *Sổ Quận đoàn* after its waves, as `npm run simulate` writes it. */
const SIMULATE = join(__dirname, '..', '..', 'build', 'demo', 'simulate.js');
const out = mkdtempSync(join(tmpdir(), 'xlsx-'));
const path = join(out, 'Sổ Quận đoàn 8.xlsx');

/** A series of a native chart with the cells it points at. */
interface Series {
  readonly name: string;
  readonly categories: readonly unknown[];
  readonly values: readonly unknown[];
}
interface NativeChart {
  readonly sheet: string;
  readonly title: string;
  readonly series: readonly Series[];
}

let charts: readonly NativeChart[] = [];
let book: ExcelJS.Workbook;

beforeAll(async () => {
  const options = ['--size', 'demo', '--seed', '3', '--waves', '1', '--xlsx', 'summary', '--out', out];
  const run = spawnSync(process.execPath, [SIMULATE, ...options], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${run.stdout}\n${run.stderr}`);
  book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  charts = chartsIn(unzipSync(readFileSync(path)));
}, 180_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

const textOf = (zip: Readonly<Record<string, Uint8Array>>, name: string): string => {
  const file = zip[name];
  if (!file) throw new Error(`The .xlsx has no ${name}`);
  return strFromU8(file);
};

/** All that a pattern's first group finds, XML's signs undone. */
function found(xml: string, pattern: RegExp): readonly string[] {
  return [...xml.matchAll(pattern)].map((match) =>
    (match[1] ?? '')
      .replace(/&#39;|&apos;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  );
}

/** The charts of the file itself: sheet → drawing → chart → cells. */
function chartsIn(zip: Readonly<Record<string, Uint8Array>>): readonly NativeChart[] {
  return Object.keys(zip)
    .filter((name) => name.startsWith('xl/worksheets/_rels/'))
    .flatMap((rels) =>
      found(textOf(zip, rels), /Target="\.\.\/drawings\/(drawing\d+\.xml)"/g).flatMap((drawing) =>
        found(
          textOf(zip, `xl/drawings/_rels/${drawing}.rels`),
          /Target="\.\.\/(charts\/chart\d+\.xml)"/g,
        ).map((chart) => chartFrom(textOf(zip, `xl/${chart}`))),
      ),
    );
}

function chartFrom(xml: string): NativeChart {
  const series = [...xml.matchAll(/<ser>[\s\S]*?<\/ser>/g)].map(([ser]): Series => {
    const reference = (part: string): readonly unknown[] =>
      cellsOf(found(ser, new RegExp(`<${part}>[\\s\\S]*?<f>([^<]*)</f>`, 'g'))[0] ?? '');
    return { name: String(reference('tx')[0]), categories: reference('cat'), values: reference('val') };
  });
  const sheet = sheetOf(found(xml, /<val>[\s\S]*?<f>([^<]*)<\/f>/g)[0] ?? '').name;
  return { sheet, title: found(xml, /<a:t>([^<]*)<\/a:t>/g)[0] ?? '', series };
}

function sheetOf(reference: string): { readonly name: string; readonly cells: string } {
  const match = /^'((?:[^']|'')+)'!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/.exec(reference);
  if (!match) throw new Error(`${reference} points at no cells`);
  return { name: (match[1] ?? '').replace(/''/g, "'"), cells: (match[2] ?? '').replace(/\$/g, '') };
}

/** What stands in the cells of a column that a reference names. */
function cellsOf(reference: string): readonly unknown[] {
  const { name, cells } = sheetOf(reference);
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`${reference} points at a sheet that is not there`);
  const [first = '', last = first] = cells.split(':');
  const column = first.replace(/\d/g, '');
  const [from, to] = [Number(first.replace(/\D/g, '')), Number(last.replace(/\D/g, ''))];
  return Array.from({ length: to - from + 1 }, (_, index) => sheet.getCell(`${column}${from + index}`).value);
}

/** The figures of a summary's table by the name of the row: those of one pair of headings. */
function column(name: string, heading: string, under: string): ReadonlyMap<string, unknown> {
  const sheet = book.getWorksheet(name);
  const cell = (row: number, place: number): unknown => sheet?.getCell(row, place).value;
  const places = Array.from({ length: sheet?.columnCount ?? 0 }, (_, index) => index + 1);
  const place = places.find((one) => cell(3, one) === heading && cell(4, one) === under);
  if (!sheet || place === undefined) throw new Error(`${name} has no column ${heading} ${under}`);
  const rows = new Map<string, unknown>();
  for (let row = 5; cell(row, 2) !== 'Tổng cộng' && row < 200; row += 1)
    if (typeof cell(row, 1) === 'number') rows.set(String(cell(row, 2)), cell(row, place));
  return rows;
}

const chart = (sheet: string, title: string): NativeChart => {
  const one = charts.find((other) => other.sheet === sheet && other.title === title);
  if (!one)
    throw new Error(`${sheet} has no chart ${title}: ${charts.map((other) => other.title).join(', ')}`);
  return one;
};

describe('the .xlsx of the district’s workbook', () => {
  it('has native charts on every summary tab', () => {
    const sheets = new Set(charts.map(({ sheet }) => sheet));

    expect(charts.length).toBeGreaterThanOrEqual(7);
    expect([...sheets]).toEqual(
      expect.arrayContaining([
        'Tổng hợp Đợt I',
        'Tổng hợp Đợt I (trường học)',
        'Theo đối tượng',
        'Theo tiêu chí',
      ]),
    );
  });

  it('has no series that points beside its figures', () => {
    const series = charts.flatMap((one) =>
      one.series.map((own) => ({ ...own, of: `${one.sheet}: ${one.title}` })),
    );

    expect(series.length).toBeGreaterThan(15);
    for (const { of, name, categories, values } of series) {
      expect([of, name]).not.toContain('null');
      expect([of, categories.length]).toEqual([of, values.length]);
      expect([of, values.filter((value) => typeof value !== 'number')]).toEqual([of, []]);
      expect([of, categories.filter((value) => typeof value !== 'string' || value === '')]).toEqual([of, []]);
    }
  });

  it.each(['Tổng hợp Đợt I', 'Tổng hợp Đợt I (trường học)'])(
    'shows in the charts of %s what its table says, unit by unit',
    (sheet) => {
      const graded = [...column(sheet, 'Chi đoàn đã đánh giá', 'SL').values()];
      const progress = chart(sheet, 'Tiến độ theo đơn vị').series;
      const classes = chart(sheet, 'Xếp loại đoàn viên theo đơn vị').series;

      expect(graded.length).toBeGreaterThan(0);
      expect(progress.find(({ name }) => name === 'Chi đoàn đã đánh giá')?.values).toEqual(graded);
      for (const name of ['Xuất sắc', 'Khá', 'Trung bình', 'Yếu'])
        expect([name, classes.find((one) => one.name === name)?.values]).toEqual([
          name,
          [...column(sheet, name, 'SL').values()],
        ]);
      const eligible = [...column(sheet, 'Thuộc diện xếp loại', 'Thuộc diện xếp loại').values()];
      expect(
        progress[0]?.values.map((_, unit) =>
          progress.reduce((sum, { values }) => sum + Number(values[unit]), 0),
        ),
      ).toEqual(eligible);
    },
  );
});

/** Where LibreOffice is, if it is installed. */
const office = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((dir) => [join(dir, 'soffice'), join(dir, 'libreoffice')])
  .find((program) => existsSync(program));

// oxlint-disable jest/no-standalone-expect, jest/expect-expect, jest/no-disabled-tests -- a test where LibreOffice is installed, else one that says why not
describe('LibreOffice', () => {
  // Reported as skipped, with the reason in its name, where there is nothing to open the file with.
  const tried = office ? it : it.skip;
  const reason = office ? '' : ' (not tried: no soffice in PATH)';

  tried(
    `opens it and lays it out in pages${reason}`,
    () => {
      const profile = `-env:UserInstallation=file://${join(out, 'profile')}`;
      const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, path];
      const run = spawnSync(office ?? '', args, { encoding: 'utf8', timeout: 120_000 });

      expect([run.status, run.stderr]).toEqual([0, expect.not.stringContaining('Error')]);
      expect(statSync(path.replace(/xlsx$/, 'pdf')).size).toBeGreaterThan(20_000);
    },
    150_000,
  );
});
