import { textOfCell, type CellInput, type ReadRows } from './cells';
import { pointsSaid } from './emulation-tab';
import { SHEET_IDS } from './sheet-ids';
import { column, keyRow, tab, type TabDefinition, type TableRow } from './tab';

/** A year of a unit or a member as a sheet to print: lines of text, then one table. */
export interface YearSheet {
  readonly definition: TabDefinition;
  /** All rows from the hidden key row on. */
  readonly rows: readonly (readonly CellInput[])[];
  /** 0-based row of the table's headings. */
  readonly headingRow: number;
}

/** What stands on top of a sheet. */
export interface YearSheetHead {
  readonly programme: string;
  readonly district: string;
  /** "14:05 ngày 20/12/2014". */
  readonly at: string;
}

/** A row of *Tổng hợp năm* or *Thi đua đơn vị*, by column key. */
export type ShownRow = TableRow['cells'];

const NOT_CONFIRMED = 'chưa xác nhận';
const REASON = 'Lý do';
const WIDTHS = [40, 120, 200, 180, 110, 110, 110, 110, 110, 130] as const;

/** Waves whose columns a sheet has, with their names. */
export type SheetWaves = readonly { readonly code: string; readonly name: string }[];

/**
 * *Kết quả năm* of a unit: its classes as confirmed, the arithmetic, and every member with the classes of the waves. `isRelease` = what the unit itself
 * is given: confirmed classes alone, no proposal of anybody.
 */
export function unitYearSheet(
  { programme, district, at }: YearSheetHead,
  unit: ShownRow,
  members: readonly ShownRow[],
  waves: SheetWaves,
  isRelease: boolean,
): YearSheet {
  const said = (key: string): string => textOfCell(unit[key]);
  const decided = (key: string, proposed: string): string =>
    said(key) !== ''
      ? said(key)
      : isRelease || proposed === ''
        ? NOT_CONFIRMED
        : `${NOT_CONFIRMED} (đề nghị: ${proposed})`;
  const lines: (readonly CellInput[])[] = [
    [`KẾT QUẢ NĂM ${programme} – ${said('unit')}`],
    [`Quận đoàn ${district} · ${said('group')} · số liệu tính đến ${at}`],
    [],
    ['', 'Phân loại thi đua', decided('decided', said('proposed'))],
    ['', 'Tổng điểm', typeof unit.score === 'number' ? pointsSaid(unit.score) : ''],
    ['', 'Cách tính', said('how')],
    ...(said('rank') === '' ? [] : [['', 'Xếp hạng trong cụm, khối', said('rank')]]),
    ['', 'Xếp loại cơ sở Đoàn', decided('qualityDecided', said('quality'))],
    [],
  ];
  const table = members.map((member, index): readonly CellInput[] => {
    const confirmed = textOfCell(member.decided);
    const proposed = textOfCell(member.proposed);
    return [
      index + 1,
      textOfCell(member.member),
      textOfCell(member.fullName),
      textOfCell(member.branch),
      ...waves.map(({ code }) => textOfCell(member[`wave.${code}`])),
      confirmed !== '' ? confirmed : isRelease ? NOT_CONFIRMED : `đề nghị: ${proposed}`,
    ];
  });
  return sheetOf(
    lines,
    ['STT', 'Mã đoàn viên', 'Họ và tên', 'Chi đoàn', ...waves.map(({ name }) => name), 'Xếp loại năm'],
    table,
  );
}

/** A wave of a member's year. */
export interface MemberWave {
  readonly name: string;
  readonly theme: string;
  readonly registered: number;
  readonly self: string;
  readonly committee: string;
  readonly recognised: string;
}

/** *Kết quả năm* of a member: what he registered, said of himself, was given in each wave; the year's class with its reasons. */
export function memberYearSheet(
  { programme, district, at }: YearSheetHead,
  member: ShownRow,
  waves: readonly MemberWave[],
): YearSheet {
  const said = (key: string): string => textOfCell(member[key]);
  const confirmed = said('decided');
  return sheetOf(
    [
      [`KẾT QUẢ NĂM ${programme} – ${said('fullName')}`],
      [`Quận đoàn ${district} · ${said('branch')} · mã ${said('member')} · số liệu tính đến ${at}`],
      [],
      ['', 'Xếp loại năm', confirmed !== '' ? confirmed : `${NOT_CONFIRMED} (đề nghị: ${said('proposed')})`],
      ['', 'Căn cứ', said('why')],
      ...(said('missing') === '' ? [] : [['', 'Đợt còn thiếu', said('missing')]]),
      ...(said('reason') === '' ? [] : [['', REASON, said('reason')]]),
      [],
    ],
    ['STT', 'Đợt', 'Chủ đề', 'Số tiêu chí đăng ký', 'Tự xếp loại', 'Chi đoàn xếp loại', 'Được công nhận'],
    waves.map((wave, index) => [
      index + 1,
      wave.name,
      wave.theme,
      wave.registered,
      wave.self,
      wave.committee,
      wave.recognised,
    ]),
  );
}

/** Where a printed sheet of that year says a reason; none on a sheet of another year. */
export function yearSheetReasons(
  rows: ReadRows,
  year: string,
): readonly { readonly row: number; readonly column: number }[] {
  const texts = rows.map((row) => row.map(textOfCell));
  if (!texts.some(([first = '']) => first.startsWith(`KẾT QUẢ NĂM ${year} `))) return [];
  return texts.flatMap(([, label, reason = ''], row) =>
    label === REASON && reason !== '' ? [{ row, column: 2 }] : [],
  );
}

function sheetOf(
  lines: readonly (readonly CellInput[])[],
  headings: readonly string[],
  table: readonly (readonly CellInput[])[],
): YearSheet {
  const [title = [], ...others] = lines;
  const definition = tab(
    SHEET_IDS.yearSheet,
    'Kết quả năm',
    headings.map((_, index) => column(`c${index}`, '', 'text', WIDTHS[index] ?? 110)),
    0,
  );
  const end = [[], ['', '', '', '', 'TM. BAN THƯỜNG VỤ'], ['', '', '', '', '(ký, ghi rõ họ tên)']];
  return {
    definition,
    rows: [keyRow(definition), title, ...others, headings, ...table, ...end],
    headingRow: 2 + others.length,
  };
}
