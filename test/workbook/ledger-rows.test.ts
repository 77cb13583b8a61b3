import * as fc from 'fast-check';
import { storableText } from '../../src/programme/storable-text';
import { momentOf } from '../../src/programme/dates';
import { EVENT_KINDS, ledgerId, type EventDraft, type LedgerEvent } from '../../src/programme/events';
import {
  appendRowsFor,
  EMPTY_LEDGER,
  erasedRow,
  eventToRow,
  LEDGER_DATA_SIGNS,
  ledgerText,
  textOfLedger,
  levelCells,
  levelsOfCells,
  rowToEvent,
} from '../../src/workbook/ledger-rows';
import { LEDGER_COLUMNS } from '../../src/workbook/ledger-tab';

const LEDGER = ledgerId('BRANCH', 'P05-KP3', '2014');
const BY = { actor: 'bithu.kp3@example.com', at: momentOf('2014-04-09', 14, 5, 7) };

function draft(change: Partial<EventDraft> = {}): EventDraft {
  return {
    ledger: LEDGER,
    kind: 'grade',
    wave: '2014-C1',
    round: 1,
    subject: 'DV-000123',
    levels: '4444433330',
    class: 'EXCELLENT',
    reason: '',
    text: 'Chi đoàn đánh giá: Xuất sắc',
    data: { selfClass: 'GOOD', submission: '1/2' },
    operation: '0123456789abcdef0123456789abcdef/01',
    ...change,
  };
}
const cell = (cells: readonly string[], key: string): string =>
  cells[LEDGER_COLUMNS.findIndex((one) => one.key === key)] ?? '';

describe('eventToRow', () => {
  it('writes what people can read: Vietnamese words, letters of levels, a moment of the zone', () => {
    const { rows } = appendRowsFor([draft()], EMPTY_LEDGER, BY);

    const [row = []] = rows;
    expect(row).toHaveLength(LEDGER_COLUMNS.length);
    expect(row.slice(0, 18)).toEqual([
      ...'1|09/04/2014 14:05:07|bithu.kp3@example.com|Đánh giá|2014-C1|1|DV-000123'.split('|'),
      ...'T|T|T|T|T|H|H|H|H|–|Xuất sắc'.split('|'),
    ]);
    expect(cell(row, 'data')).toBe('{"selfClass":"GOOD","submission":"1/2"}');
    expect(cell(row, 'check')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('throws when the data do not fit the copies that are made of a row', () => {
    const large = draft({ data: { text: 'x'.repeat(LEDGER_DATA_SIGNS) } });

    expect(() => appendRowsFor([large], EMPTY_LEDGER, BY)).toThrow('data of');
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const events: fc.Arbitrary<LedgerEvent> = fc.record({
  ledger: fc.constant(LEDGER),
  seq: fc.integer({ min: 1, max: 9999 }),
  at: fc.integer({ min: 1_300_000_000, max: 1_500_000_000 }).map((seconds) => seconds * 1000),
  actor: fc.emailAddress().map((given) => storableText(given).text),
  kind: fc.constantFrom(...EVENT_KINDS),
  wave: fc.constantFrom('', '2014-C1', '2014-S1'),
  round: fc.integer({ min: 0, max: 9 }),
  subject: fc.constantFrom('DV-1', 'TAM-ab12cd34', 'P05-KP3'),
  levels: fc.oneof(fc.constant(''), fc.stringMatching(/^[0-4_]{10}$/)),
  class: fc.constantFrom('', 'EXCELLENT', 'GOOD', 'WEAK', 'VERY_GOOD', 'OUTSTANDING', 'NOT_COMPLETED'),
  reason: text.map((given) => storableText(given).text),
  text: text.map((given) => storableText(given).text),
  data: fc
    .dictionary(fc.string({ minLength: 1 }), fc.jsonValue())
    .map((data) => JSON.parse(JSON.stringify(data))),
  operation: fc.stringMatching(/^[0-9a-f]{32}\/\d\d$/),
});

describe('rowToEvent', () => {
  it('gives back every event that was written', () => {
    fc.assert(
      fc.property(events, (event) => {
        expect(rowToEvent(LEDGER, eventToRow(event, ''))).toEqual(event);
      }),
    );
  });

  it.each([
    ['seq', 'một'],
    ['seq', '0'],
    ['at', 'hôm qua'],
    ['kind', 'Chấm'],
    ['round', ''],
    ['R1', 'Z'],
    ['data', '{'],
    ['data', '[1]'],
  ])('is null where %s is "%s": typed in by hand', (key, value) => {
    const [row = []] = appendRowsFor([draft()], EMPTY_LEDGER, BY).rows;
    const typed = row.map((given, index) => (LEDGER_COLUMNS[index]?.key === key ? value : given));

    expect(rowToEvent(LEDGER, row)).not.toBeNull();
    expect(rowToEvent(LEDGER, typed)).toBeNull();
  });
});

describe('levelCells', () => {
  it('tells ten open levels from none at all', () => {
    expect(levelsOfCells(levelCells('__________'))).toBe('__________');
    expect(levelsOfCells(levelCells(''))).toBe('');
    expect(levelsOfCells('thckTHCK–·'.split(''))).toBe('432143210_');
  });
});

describe('ledgerText', () => {
  it.each([
    ['=1+1', ' =1+1'],
    ["'abc", " 'abc"],
    [" 'abc", "  'abc"],
    ['a\r\nb\rc', 'a\nb\ufffdc'],
    ['a\u0000b\u001f', 'a\ufffdb\ufffd'],
    ['a\ud800', 'a\ufffd'],
    ['dòng “đẹp” 😀', 'dòng “đẹp” 😀'],
  ])('keeps %j as a text cell keeps it', (given, kept) => {
    expect(ledgerText(given)).toBe(kept);
  });

  it('is taken back as it was given', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.stringMatching(/^[ '=+x]{0,6}$/)), (given) => {
        expect(textOfLedger(ledgerText(given))).toBe(storableText(given).text);
      }),
    );
  });

  it('never begins with what Sheets would act on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(ledgerText(given)).not.toMatch(/^['=]/);
      }),
    );
  });
});

describe('appendRowsFor', () => {
  it('numbers behind the tail and gives the events as they will be read', () => {
    const first = appendRowsFor([draft(), draft({ text: '=x' })], EMPTY_LEDGER, BY);
    const second = appendRowsFor([draft()], first.tail, { ...BY, at: BY.at + 999 });

    expect([...first.events, ...second.events].map((event) => event.seq)).toEqual([1, 2, 3]);
    expect(first.events[1]?.text).toBe('=x');
    expect(first.rows[1]).toContain(' =x');
    expect(second.events[0]?.at).toBe(BY.at);
    expect(second.tail.lastSeq).toBe(3);
    expect(second.tail.lastHash).toMatch(/^[0-9a-f]{32}$/);
  });

  it('refuses rows of two ledgers in one trip', () => {
    const other = draft({ ledger: ledgerId('BRANCH', 'P05-KP4', '2014') });

    expect(() => appendRowsFor([draft(), other], EMPTY_LEDGER, BY)).toThrow('one ledger');
  });
});

describe('erasedRow', () => {
  it('takes the words and leaves figures and codes', () => {
    const [row = []] = appendRowsFor(
      [draft({ reason: 'vì ốm', data: { remark: 'hiền', selfClass: 'GOOD' } })],
      EMPTY_LEDGER,
      BY,
    ).rows;

    const erased = rowToEvent(LEDGER, erasedRow(row));

    expect(erased).toMatchObject({ reason: '', text: '', data: { selfClass: 'GOOD' }, levels: '4444433330' });
  });
});
