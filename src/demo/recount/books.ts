import { intakeFile, booksByUnit } from '../world/files';
import { waveOf, waveTitle } from '../world/calendar';
import { needTab, readTab, tabTitles } from '../world/sheet-reading';
import type { World } from '../world/world';
import { isMatched } from '../people/slips';
import type { SentSheet, WaveActs } from './acts';

/** What the workbooks hold of what was acknowledged. */
export interface BookCheck {
  readonly submissions: {
    readonly sent: number;
    readonly stored: number;
    readonly matched: number;
    readonly late: number;
    readonly superseded: number;
    readonly toResolve: number;
  };
  readonly grades: { readonly expected: number; readonly stored: number };
  /** What was acknowledged and stands nowhere, by name. */
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  /** Sheets tied to another member than whoever sent them, not tied though they should be, or left to staff without need. */
  readonly misplaced: readonly string[];
}

/** Checks the submissions workbook and every ledger against what people were told. */
export function checkBooks(world: World, acts: WaveActs): BookCheck {
  const rows = submissionRows(world, acts.wave);
  const ledger = ledgerOperations(world);
  const lost: string[] = [];
  const duplicated: string[] = [];
  const misplaced: string[] = [];
  const toResolve = sheetsToResolve(world, acts.wave);
  for (const sheet of acts.sheets) {
    const found = (rows.get(sheet.responseId) ?? []).filter((row) => isAt(row, sheet.sentAt));
    const [row] = found;
    if (!row) lost.push(`sheet ${sheet.responseId} of ${sheet.member}`);
    if (found.length > 1) duplicated.push(`sheet ${sheet.responseId}`);
    const expected = isMatched(sheet.slip) ? sheet.member : '';
    if (row && row.member !== expected)
      misplaced.push(`${sheet.slip || 'sheet'} of ${sheet.member} tied to ${row.member || 'nobody'}`);
    if (isMatched(sheet.slip) === toResolve.has(sheet.responseId))
      misplaced.push(
        `${sheet.slip || 'sheet'} of ${sheet.member} ${expected === '' ? 'not ' : ''}left to staff`,
      );
  }
  const sentById = new Map<string, number[]>();
  for (const { responseId, sentAt } of acts.sheets)
    sentById.set(responseId, [...(sentById.get(responseId) ?? []), sentAt]);
  const stored = [...rows].flatMap(([responseId, own]) => own.map((row) => ({ ...row, responseId })));
  for (const row of stored)
    if (!(sentById.get(row.responseId) ?? []).some((at) => isAt(row, at)))
      duplicated.push(`sheet ${row.responseId} that nobody sent`);
  const saved = [
    ...acts.grades.map(({ operation }) => operation),
    ...acts.operations.map(({ operation }) => operation),
  ];
  for (const operation of saved) {
    const count = ledger.get(operation) ?? 0;
    if (count === 0) lost.push(`event ${operation}`);
    if (count > 1) duplicated.push(`event ${operation}`);
  }
  return {
    submissions: {
      sent: acts.sheets.length,
      stored: stored.length,
      matched: stored.filter(({ member }) => member !== '').length,
      late: acts.sheets.filter(isLate).length,
      superseded: supersededSheets(acts),
      toResolve: toResolve.size,
    },
    grades: {
      expected: acts.grades.length,
      stored: acts.grades.filter(({ operation }) => ledger.has(operation)).length,
    },
    lost,
    duplicated,
    misplaced,
  };
}

interface StoredSheet {
  readonly at: number;
  readonly member: string;
}

/** The rows of a wave's two tabs by response id. */
function submissionRows(world: World, wave: string): ReadonlyMap<string, readonly StoredSheet[]> {
  const file = intakeFile(world, wave.slice(0, 4));
  const found = new Map<string, StoredSheet[]>();
  for (const kind of ['Đăng ký', 'Tự đánh giá']) {
    const table = needTab(world.workspace, file, `${kind} – ${waveTitle(waveOf(wave))}`);
    for (const row of table.rows) {
      const id = String(table.cell(row, 'Mã phiếu'));
      const at = ((Number(table.cell(row, 'Gửi lúc')) - 25_569) * 86_400 - 7 * 3600) * 1000;
      found.set(id, [...(found.get(id) ?? []), { at, member: String(table.cell(row, 'Đoàn viên khớp')) }]);
    }
  }
  return found;
}

/** Workbooks keep a moment to the second. */
function isAt(row: StoredSheet, sentAt: number): boolean {
  return Math.abs(row.at - sentAt) < 1000;
}

/** How often each operation stands in the ledgers of all workbooks. */
function ledgerOperations(world: World): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of booksByUnit(world).values()) {
    for (const title of tabTitles(world.workspace, file).filter((one) => one.startsWith('Sổ '))) {
      const table = readTab(world.workspace, file, title);
      if (!table?.columns.has('Mã lượt lưu')) continue;
      for (const row of table.rows) {
        const operation = String(table.cell(row, 'Mã lượt lưu'));
        counts.set(operation, (counts.get(operation) ?? 0) + 1);
      }
    }
  }
  return counts;
}

function isLate(sheet: SentSheet): boolean {
  return sheet.slip === 'LATE';
}

/** Sheets of a member and kind that came in time and have a newer one. */
function supersededSheets(acts: WaveActs): number {
  const inTime = acts.sheets.filter((sheet) => isMatched(sheet.slip) && !isLate(sheet));
  return inTime.length - new Set(inTime.map((sheet) => `${sheet.member} ${sheet.kind}`)).size;
}

/** Sheets of the wave in *Phiếu cần xử lý*, but the late ones. */
function sheetsToResolve(world: World, wave: string): ReadonlySet<string> {
  const table = needTab(world.workspace, intakeFile(world, wave.slice(0, 4)), 'Phiếu cần xử lý');
  return new Set(
    table.rows
      .filter((row) => table.cell(row, 'Đợt') === wave && table.cell(row, 'Lý do') !== 'gửi sau hạn')
      .map((row) => String(table.cell(row, 'Mã phiếu'))),
  );
}
