import type { SheetData } from '../../src/local/sheets/model/book';
import { readLedgerRows } from '../../src/workbook/ledger-reading';
import { appendRowsFor, EMPTY_LEDGER } from '../../src/workbook/ledger-rows';
import { bookNamed, districtTab, recordsOf, seen, tabIn } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { must, ROLE_ACCOUNT, SECRETARY, WAVE, type SmallDistrict } from './small-district';

const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const LEDGER = 'Sổ Chi đoàn Khu phố 1 2014';
const ID = 'BRANCH:P05-KP1:2014';

const district = assessedDistrict();
gradeAndSend(district, 'P05-KP1', P05, SECRETARY);
must(district.press('collectLedgers', WAVE.code));
const collected = district.workspace.snapshot();
const before = results(district);

function results(of: SmallDistrict): readonly unknown[] {
  return recordsOf(districtTab(of, 'Kết quả đoàn viên'))
    .filter((row) => ['DV-01', 'DV-02', 'DV-03'].includes(String(row.member)))
    .map((row) => [row.member, row.decided, row.state]);
}

function ledger(): SheetData {
  return tabIn(bookNamed(district.workspace, P05).data, LEDGER);
}

function restorations(): readonly string[] {
  const rows = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Sổ Quận 2014'));
  return rows.filter((row) => row.kind === 'Khôi phục').map((row) => String(row.text).split(':')[0] ?? '');
}

/** Cell of a ledger's row, by its number and column key. */
function at(sheet: SheetData, seq: number, key: string): { row: number; column: number } {
  const column = sheet.rows[0]?.v.indexOf(key) ?? -1;
  const first = sheet.rows[0]?.v.indexOf('seq') ?? -1;
  return { row: sheet.rows.findIndex((one, index) => index > 1 && one?.v[first] === String(seq)), column };
}

function setCell(sheet: SheetData, seq: number, key: string, text: string): void {
  const { row, column } = at(sheet, seq, key);
  sheet.rows[row]!.v[column] = text;
}

function removeRow(sheet: SheetData, seq: number): void {
  sheet.rows.splice(at(sheet, seq, 'seq').row, 1);
}

/** All rows again with their hashes, as somebody who knows how they are made would. */
function rewrite(sheet: SheetData): void {
  const rows = sheet.rows.map((row) => (row?.v ?? []).map((cell) => String(seen(cell))));
  const { events } = readLedgerRows(ID, rows);
  const changed = events.map((event) => (event.seq === 1 ? { ...event, class: 'EXCELLENT' } : event));
  let tail = EMPTY_LEDGER;
  changed.forEach((event, index) => {
    const made = appendRowsFor([event], tail, { actor: event.actor, at: event.at });
    tail = made.tail;
    sheet.rows[2 + index]!.v = [...(made.rows[0] ?? [])];
  });
}

it('has three members graded and five rows copied', () => {
  expect(before).toHaveLength(3);
  expect(recordsOf(ledger())).toHaveLength(5);
});

describe('what somebody did to a ledger by hand', () => {
  it.each([
    ['a cell of a row typed over', (sheet: SheetData) => setCell(sheet, 1, 'class', 'Xuất sắc'), [1]],
    ['a level that is none', (sheet: SheetData) => setCell(sheet, 2, 'R1', 'rất tốt'), [2]],
    ['a row deleted in the middle', (sheet: SheetData) => removeRow(sheet, 2), [2]],
    ['the last row deleted', (sheet: SheetData) => removeRow(sheet, 5), [5]],
    [
      'all rows deleted',
      (sheet: SheetData) => {
        for (const seq of [1, 2, 3, 4, 5]) removeRow(sheet, seq);
      },
      [1, 2, 3, 4, 5],
    ],
    ['a row rewritten with hashes that fit', rewrite, [1, 2, 3, 4, 5]],
    [
      'the whole tab deleted',
      () => {
        const { data } = bookNamed(district.workspace, P05);
        data.sheets = data.sheets.filter((sheet) => sheet.name !== LEDGER);
        must(district.press('createBooks'));
      },
      [1, 2, 3, 4, 5],
    ],
  ] as const)('%s is made good by Khôi phục in Sổ Quận, once', (_, spoil, seqs) => {
    district.workspace.restore(collected);
    spoil(ledger());

    const view = must(district.press('collectLedgers', WAVE.code));
    must(district.press('collectLedgers', WAVE.code));

    expect(restorations()).toEqual(seqs.map((seq) => `Khôi phục dòng số ${seq} của trang “${LEDGER}”`));
    expect(view.sentence).toContain(`Đã khôi phục ${seqs.length} dòng`);
    expect(view.sentence).not.toContain('cần xem lại');
    expect(results(district)).toEqual(before);
  });

  it.each([
    [
      'rows sorted',
      (sheet: SheetData) => {
        sheet.rows.splice(2, 5, ...sheet.rows.slice(2, 7).reverse());
      },
    ],
    [
      'rows filtered',
      (sheet: SheetData) => {
        sheet.filter = { range: { row: 1, column: 0, rows: 6, columns: 5 }, criteria: {} } as never;
      },
    ],
    [
      'the tab renamed',
      (sheet: SheetData) => {
        sheet.name = 'Sổ của tôi';
      },
    ],
  ] as const)('%s does no harm, and there is nothing to restore', (_, spoil) => {
    district.workspace.restore(collected);
    spoil(ledger());

    must(district.press('collectLedgers', WAVE.code));

    expect(restorations()).toEqual([]);
    expect(results(district)).toEqual(before);
  });

  it('a row that was typed in is shown and not counted', () => {
    district.workspace.restore(collected);
    ledger().rows[8]!.v = ['6', 'hôm nay', SECRETARY, 'Đánh giá', WAVE.code, '1', 'DV-01'];

    const view = must(district.press('collectLedgers', WAVE.code));

    expect(view.sentence).toContain('Có 1 trang cần xem lại.');
    expect(restorations()).toEqual([]);
    expect(results(district)).toEqual(before);
    district.workspace.run(district.project, 'everyTenMinutes', { as: ROLE_ACCOUNT, from: 'editor' });
    const start = districtTab(district, 'Bắt đầu').rows.flatMap((row) => row?.v ?? []);
    expect(start).toContainEqual(expect.stringContaining(`Trang “${LEDGER} (Đoàn Phường 5)”: dòng 9`));
  });

  it('is put back before a wave is closed on it', () => {
    district.workspace.restore(collected);
    removeRow(ledger(), 5);

    must(district.press('lockWave', WAVE.code, 'Hết hạn'));

    expect(restorations()).toHaveLength(1);
    const states = results(district).map((row) => (row as readonly string[])[2]);
    expect(new Set(states)).toEqual(new Set(['Đã khóa']));
    expect(results(district).map((row) => (row as readonly string[])[1])).toEqual(
      before.map((row) => (row as readonly string[])[1]),
    );
  });
});
