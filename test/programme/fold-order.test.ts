import * as fc from 'fast-check';
import type { LedgerEvent } from '../../src/programme/events';
import { foldBranch, type BranchFold } from '../../src/programme/fold';
import { Books, BASE_LEDGER, BRANCH, BRANCH_LEDGER, factsOf, MEMBERS } from './ledger-builder';

const SEED = 2014;
const CODES = [...MEMBERS.map((one) => one.code), 'TAM-0000AAAA'];

/** One act as people make it: which ledger, what, about whom; numbers pick an earlier row to name. */
const ACT = fc.record({
  kind: fc.constantFrom(
    'grade',
    'grade',
    'agree',
    'send',
    'send',
    'takeBack',
    'takeBack',
    'undo',
    'branchAssessment',
    'activity',
    'reviewing',
    'recognise',
    'recogniseAll',
    'adjust',
    'return',
    'returnAll',
    'branchClass',
    'baseUndo',
    'takeOver',
    'gradeFor',
    'handBack',
    'byHand',
    'byHandElsewhere',
    'sendByHand',
    'takeBackByHand',
    'lock',
    'reopen',
    'identify',
  ),
  member: fc.constantFrom(...CODES),
  class: fc.constantFrom('EXCELLENT', 'GOOD', 'AVERAGE', 'WEAK'),
  back: fc.nat(3),
  stale: fc.boolean(),
});
type Act = typeof ACT extends fc.Arbitrary<infer T> ? T : never;

/** Acts written down the way the scripts do: each knows the round and rows it has read, some of them read too early. */
function write(acts: readonly Act[]): Books {
  const books = new Books();
  for (const act of acts) {
    const now = foldBranch(factsOf(books));
    const round = Math.max(1, now.round - (act.stale ? 1 : 0));
    const seq = (ledger: string): number => books.rows.filter((row) => row.ledger === ledger).length;
    const after = Math.max(0, seq(BRANCH_LEDGER) - (act.stale ? act.back : 0));
    const sends = books.rows.filter((row) => row.kind === 'send');
    const send = sends[Math.max(0, sends.length - 1 - (act.stale ? act.back : 0))]?.operation ?? 'none';
    const own = books.rows.filter((row) => row.ledger === BRANCH_LEDGER);
    const base = books.rows.filter((row) => row.ledger === BASE_LEDGER);
    const locks = books.rows.filter((row) => row.kind === 'lock');
    const grade = { subject: act.member, levels: '4443344433', class: act.class, round };
    const judge = { subject: act.member, class: act.class, round, reason: 'r', data: { send, after } };
    const steps: Record<Act['kind'], () => LedgerEvent> = {
      grade: () => books.branch({ kind: 'grade', ...grade }),
      agree: () => books.branch({ kind: 'agree', ...grade }),
      send: () => books.branch({ kind: 'send', round }),
      takeBack: () => books.branch({ kind: 'takeBack', round, data: { send } }),
      undo: () =>
        books.branch({
          kind: 'undo',
          round,
          data: { operations: [own[own.length - 1 - act.back]?.operation ?? ''] },
        }),
      branchAssessment: () => books.branch({ kind: 'branchAssessment', round, class: act.class }),
      activity: () => books.branch({ kind: 'activity', round }),
      reviewing: () => books.base({ kind: 'reviewing', round, data: { send, after } }),
      recognise: () => books.base({ kind: 'recognise', ...judge }),
      recogniseAll: () =>
        books.base({ kind: 'recognise', round, data: { send, after, exceptions: [act.member] } }),
      adjust: () => books.base({ kind: 'adjust', ...judge }),
      return: () => books.base({ kind: 'return', ...judge, data: { send, after, members: [act.member] } }),
      returnAll: () =>
        books.base({ kind: 'return', ...judge, subject: BRANCH, data: { send, after, members: [] } }),
      branchClass: () => books.base({ kind: 'branchClass', ...judge, subject: BRANCH }),
      baseUndo: () =>
        books.base({
          kind: 'undo',
          round,
          data: { operations: [base[base.length - 1 - act.back]?.operation ?? ''] },
        }),
      takeOver: () => books.base({ kind: 'takeOver', data: { after } }),
      gradeFor: () => books.base({ kind: 'gradeFor', ...grade, data: { after } }),
      handBack: () => books.base({ kind: 'handBack', data: { after } }),
      byHand: () => books.district({ kind: 'byHand', ...grade, data: { after } }),
      byHandElsewhere: () =>
        books.district({ kind: 'byHand', ...grade, subject: 'DV-9', data: { branch: 'P05-KP9', after: 40 } }),
      sendByHand: () => books.district({ kind: 'send', round, data: { after } }),
      takeBackByHand: () => books.district({ kind: 'takeBack', round, data: { send, after } }),
      lock: () =>
        books.district({
          kind: 'lock',
          data: { closedOn: { [BRANCH_LEDGER]: after, [BASE_LEDGER]: seq(BASE_LEDGER) } },
        }),
      reopen: () =>
        books.district({
          kind: 'reopen',
          data: {
            lock: locks[locks.length - 1 - act.back]?.operation ?? '',
            members: act.stale ? [act.member] : [],
          },
        }),
      identify: () =>
        books.district({
          kind: 'identify',
          subject: 'TAM-0000AAAA',
          data: { member: act.stale ? '' : 'DV-1' },
        }),
    };
    steps[act.kind]();
  }
  return books;
}

/** What the fold says, without the times that are only shown. */
function said(fold: BranchFold): unknown {
  return JSON.parse(
    JSON.stringify(fold, (key, value: unknown) =>
      key === 'at' || key === 'sentAt' || key === 'gradedAt' || key === 'late'
        ? null
        : value instanceof Set
          ? [...value].map(String).sort()
          : value,
    ),
  );
}

/** Decisions only: what a later row may not change behind a *Gửi* or a lock. */
function decisions(fold: BranchFold): unknown {
  return fold.members.map((one) => [one.member, one.decided, one.levels, one.recognised]);
}

const ACTS = fc.array(ACT, { maxLength: 40 });

describe('the fold', () => {
  it('is one for all interleavings of the ledgers, whatever the clocks said and however often a row was collected', () => {
    let rounds = 0;
    fc.assert(
      fc.property(ACTS, fc.infiniteStream(fc.nat(1_000_000_000)), (acts, numbers) => {
        const books = write(acts);
        const expected = foldBranch(factsOf(books));
        const mixed = [...books.rows, ...books.rows.slice(0, 5)]
          .map((row) => ({
            row: { ...row, at: Number(numbers.next().value) },
            place: Number(numbers.next().value),
          }))
          .sort((a, b) => a.place - b.place)
          .map(({ row }) => row);
        rounds = Math.max(rounds, expected.round);
        expect(said(foldBranch(factsOf(books, { events: mixed })))).toEqual(said(expected));
      }),
      { seed: SEED, numRuns: 300 },
    );
    // The acts are worth folding only if they lead through several rounds.
    expect(rounds).toBeGreaterThan(2);
  });

  it('keeps every decision once sent: no further row of that round changes one', () => {
    let sent = 0;
    fc.assert(
      fc.property(ACTS, ACT, (acts, late) => {
        const books = write(acts);
        const before = foldBranch(factsOf(books));
        if (!before.send || before.takenOver) return;
        sent += 1;
        books.branch({
          kind: 'grade',
          subject: late.member,
          levels: '1111111111',
          class: 'WEAK',
          round: before.round,
        });
        books.branch({
          kind: 'undo',
          round: before.round,
          data: { operations: books.rows.map((row) => row.operation) },
        });
        expect(decisions(foldBranch(factsOf(books)))).toEqual(decisions(before));
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(sent).toBeGreaterThan(20);
  });

  it('keeps every decision once locked, whatever branch and base committee append', () => {
    let locked = 0;
    fc.assert(
      fc.property(ACTS, fc.array(ACT, { minLength: 1, maxLength: 10 }), (acts, more) => {
        const before = foldBranch(factsOf(write(acts)));
        if (!before.lock) return;
        locked += 1;
        const district = new Set([
          'lock',
          'reopen',
          'identify',
          'byHand',
          'byHandElsewhere',
          'sendByHand',
          'takeBackByHand',
        ]);
        const after = write([...acts, ...more.filter((act) => !district.has(act.kind))]);
        expect(decisions(foldBranch(factsOf(after)))).toEqual(decisions(before));
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(locked).toBeGreaterThan(20);
  });

  it('judges nobody twice: whoever is recognised has a grade, and whoever is returned is not recognised', () => {
    fc.assert(
      fc.property(ACTS, (acts) => {
        for (const one of foldBranch(factsOf(write(acts))).members) {
          if (one.recognised !== null) expect(one.grade).not.toBeNull();
          if (one.reached === 'RETURNED') expect(one.recognised).toBeNull();
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
