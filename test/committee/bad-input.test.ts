import type { SheetData } from '../../src/local/sheets/model/book';
import { waveSheetId } from '../../src/workbook/sheet-ids';
import { agree, baseBook, codes, KEY, kinds, op, SECRETARY, WAVE, type BaseBook } from './base-book';

const trip = (sign: string, code: string) => ({
  ...KEY,
  operation: op(sign),
  grades: [agree(code, { lastSeen: 9 })],
  lastSeen: 9,
});

/** A book in whose first ledger two grades stand; `learnt` = and the script knows its books from the cache. */
function graded(learnt: boolean): { readonly book: BaseBook; readonly sheet: SheetData } {
  const book = baseBook();
  const grades = [agree('DV-1001'), agree('DV-1002')];
  book.value('saveGrades', { ...KEY, operation: op('1'), grades, lastSeen: 0 }, SECRETARY);
  if (learnt) book.value('heartbeat', { ...KEY, member: '' }, SECRETARY);
  else book.workspace.advance(600_000);
  return { book, sheet: book.sheet(book.config.branches[0]!.ledger.sheetId) };
}

const cellAt = (sheet: SheetData, key: string): number => sheet.rows[0]!.v.indexOf(key);

describe.each([
  ['read whole', false],
  ['known from the cache', true],
])('a ledger, %s, that somebody', (_, learnt) => {
  it.each([
    [
      'sorted the other way round',
      (sheet: SheetData) => {
        [sheet.rows[2], sheet.rows[3]] = [sheet.rows[3] ?? null, sheet.rows[2] ?? null];
      },
    ],
    [
      'filtered',
      (sheet: SheetData) => {
        sheet.rows[2]!.hidden = true;
      },
    ],
    [
      'renamed',
      (sheet: SheetData) => {
        sheet.name = 'Sổ của tôi';
      },
    ],
  ])('%s counts as before, and takes the next row', (__, spoil) => {
    const { book, sheet } = graded(learnt);
    spoil(sheet);

    expect(book.value('saveGrades', trip('2', 'DV-1003'), SECRETARY).saved).toMatchObject([{ seq: 3 }]);
    const ledger = book.ledger('BRANCH', 'P05-KP1');
    expect(ledger).toMatchObject({ broken: [], missingSeqs: [] });
    expect(kinds(ledger.events)).toEqual(['agree DV-1001', 'agree DV-1002', 'agree DV-1003']);
    expect(book.value('openBranch', KEY, SECRETARY).members.map(({ state }) => state)).toEqual([
      'GRADED',
      'GRADED',
      'GRADED',
    ]);
  });

  it.each([
    [
      'gave a row of his own',
      (sheet: SheetData) => {
        sheet.rows[4]!.v = ['3', 'hôm nay', SECRETARY, 'Đánh giá', WAVE.code, '1', 'DV-1003'];
      },
      ['GRADED', 'GRADED'],
    ],
    ['robbed of a row', (sheet: SheetData) => sheet.rows.splice(2, 1), ['SELF_ASSESSED', 'GRADED']],
    [
      'gave a level that is none',
      (sheet: SheetData) => {
        sheet.rows[2]!.v[cellAt(sheet, 'R1')] = 'rất tốt';
      },
      ['SELF_ASSESSED', 'GRADED'],
    ],
  ] as const)('%s is shown as such, loses nothing else, and takes the next row', (__, spoil, states) => {
    const { book, sheet } = graded(learnt);
    spoil(sheet);

    const saved = book.value('saveGrades', trip('2', 'DV-1003'), SECRETARY);

    expect(saved.saved).toHaveLength(1);
    const view = book.value('openBranch', KEY, SECRETARY);
    expect(view.brokenRows).toBe(1);
    expect(view.members.map(({ state }) => state)).toEqual([...states, 'GRADED']);
  });

  it('robbed of a column takes nothing, and the column is named', () => {
    const { book, sheet } = graded(learnt);
    const column = cellAt(sheet, 'reason');
    for (const row of sheet.rows) row?.v.splice(column, 1);

    const answer = book.ask('saveGrades', trip('2', 'DV-1003'), SECRETARY);

    expect(answer).toMatchObject({
      ok: false,
      problems: [{ code: 'SHEET_CHANGED', data: { column: 'Lý do' } }],
    });
  });
});

describe('a member who left', () => {
  it('keeps what was said of him, counted for nobody, and cannot be graded again', () => {
    const { book } = graded(false);
    const tab = book.sheet(waveSheetId(WAVE.code, 'members'));
    tab.rows.splice(2, 1);

    const view = book.value('openBranch', KEY, SECRETARY);
    const saved = book.value('saveGrades', trip('2', 'DV-1001'), SECRETARY);

    expect(view.members.map(({ code }) => code)).toEqual(['DV-1002', 'DV-1003']);
    expect(saved.refused).toMatchObject([{ code: 'UNKNOWN_MEMBER', at: 'DV-1001' }]);
    expect(kinds(book.ledger('BRANCH', 'P05-KP1').events)).toEqual(['agree DV-1001', 'agree DV-1002']);
  });
});

describe('a text of 60 000 signs', () => {
  const long = 'ơ'.repeat(60_000);

  it.each([
    ['as a reason', { ...trip('2', 'DV-1003'), grades: [agree('DV-1003', { reason: long })] }],
    [
      'as a remark',
      {
        ...trip('2', 'DV-1003'),
        grades: [agree('DV-1003', { data: { selfClass: 'AVERAGE', submission: '', remark: long } })],
      },
    ],
  ])('%s is refused before anything is written', (_, body) => {
    const { book } = graded(false);

    expect(codes(book.ask('saveGrades', body, SECRETARY))).toEqual(['BAD_REQUEST']);
    expect(book.ledger('BRANCH', 'P05-KP1').events).toHaveLength(2);
  });

  it('is no limit for a remark of 20 000, which comes back whole, whatever it is made of', () => {
    const { book } = graded(false);
    const remark = `=1+1 '${'\u0007"𝄞ơ\n'.repeat(900)}${'x'.repeat(10_000)}</script>`;
    const data = { selfClass: 'AVERAGE', submission: '', remark };
    const grades = [agree('DV-1003', { data, lastSeen: 9 })];

    book.value('saveGrades', { ...trip('2', 'DV-1003'), grades }, SECRETARY);

    const [, , third] = book.value('openBranch', KEY, SECRETARY).members;
    expect(remark.length).toBeGreaterThan(15_000);
    expect(third?.grade?.remark === remark).toBe(true);
  });

  it('or one whose signs take more room than the row has, is refused for its member alone', () => {
    const { book } = graded(false);
    const data = { selfClass: 'AVERAGE', submission: '', remark: '"'.repeat(20_000) };
    const grades = [agree('DV-1003', { data, lastSeen: 9 }), agree('DV-1001', { lastSeen: 9 })];

    const saved = book.value('saveGrades', { ...trip('2', 'DV-1003'), grades }, SECRETARY);

    expect(saved.refused.map(({ code, at }) => [code, at])).toEqual([['TEXT_TOO_LONG', 'DV-1003']]);
    expect(saved.saved.map(({ member }) => member)).toEqual(['DV-1001']);
  });

  it('that a member sent as evidence is shown whole where the sheet holds it, and spoils no saving', () => {
    const book = baseBook({
      member: (member) => ({ ...member, evidence: { R1: 'ơ'.repeat(45_000) } }),
    });

    const { members } = book.value('loadTexts', { ...KEY, members: ['DV-1001'] }, SECRETARY);

    expect(members[0]?.evidence.R1?.length).toBeGreaterThan(40_000);
    expect(book.value('saveGrades', trip('2', 'DV-1001'), SECRETARY).saved).toHaveLength(1);
  });
});
