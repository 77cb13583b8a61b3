import { momentOf } from '../../src/programme/dates';
import type { EventDraft, LedgerEvent } from '../../src/programme/events';
import {
  planAdjusting,
  planBranchClass,
  planHandingBack,
  planLocking,
  planRecognising,
  planRecognisingAll,
  planReopening,
  planReturning,
  planReviewing,
  planTakingOver,
} from '../../src/programme/plan-above';
import {
  planGrading,
  planSending,
  planTakingBack,
  planUndoing,
  type GradeRequest,
} from '../../src/programme/plan-branch';
import type { Act, ActFacts } from '../../src/programme/planning';
import { PRESET_2014 } from '../../src/programme/presets';
import type { Result } from '../../src/programme/result';
import {
  ALL_DONE,
  ALL_WELL,
  BASE_LEDGER,
  Books,
  BRANCH,
  BRANCH_LEDGER,
  DISTRICT_LEDGER,
  fold,
  member,
  memberIn,
  MEMBERS,
  WAVE,
} from './ledger-builder';

const NOW = momentOf('2014-04-09');
const facts = (books: Books, change: Partial<ActFacts> = {}): ActFacts => ({
  fold: fold(books),
  wave: WAVE,
  now: NOW,
  ...change,
});
const act = (ledger: string, after?: number): Act => ({
  ledger,
  operation: 'f'.repeat(32),
  text: 'Gửi',
  ...(after === undefined ? {} : { after }),
});
const BRANCH_ACT = act(BRANCH_LEDGER);
const BASE_ACT = act(BASE_LEDGER, 5);

function codes(result: Result<unknown, { readonly code: string; readonly at: string }>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code, at }) => `${code} ${at}`);
}

/** Appends the planned row, as a script would. */
function apply(books: Books, result: Result<EventDraft, unknown>): LedgerEvent {
  if (!result.ok) throw new Error('Nothing was planned');
  const { ledger, ...row } = result.value;
  return books.append(ledger, { ...row, operation: `${row.operation}#${books.rows.length}` });
}

function assessed(): Books {
  const books = new Books();
  for (const { code } of MEMBERS) books.grade(code);
  books.branch({ kind: 'branchAssessment' });
  return books;
}
function sent(): Books {
  const books = assessed();
  books.send();
  return books;
}
function locked(): Books {
  const books = sent();
  books.district({ kind: 'lock', data: { closedOn: { [BRANCH_LEDGER]: 5 } } });
  return books;
}

describe('planGrading', () => {
  const request = (change: Partial<GradeRequest> = {}): GradeRequest => ({
    kind: 'grade',
    member: 'DV-1',
    levels: ALL_DONE,
    class: 'AVERAGE',
    reason: '',
    lastSeen: 0,
    data: { selfClass: 'GOOD', submission: '' },
    ...change,
  });
  const plan = (books: Books, ...requests: readonly GradeRequest[]) =>
    planGrading(facts(books), requests, PRESET_2014, 'toi@example.com', BRANCH_ACT);

  it('gives each grade its own number in the trip', () => {
    const result = plan(new Books(), request(), request({ member: 'DV-2' }));

    expect(
      result.ok &&
        result.value.drafts.map(({ subject, operation, round }) => [subject, operation.slice(-3), round]),
    ).toEqual([
      ['DV-1', '/01', 1],
      ['DV-2', '/02', 1],
    ]);
  });

  it.each<[string, Partial<GradeRequest>, string, object]>([
    ['somebody nobody knows', { member: 'DV-9' }, 'UNKNOWN_MEMBER', {}],
    ['what is not ten levels', { levels: '44' }, 'NOT_TEN_LEVELS', {}],
    ['a class of another scale', { class: 'VERY_GOOD' }, 'UNKNOWN_CLASS', {}],
    [
      'a level other than the self-assessed one, without a word',
      { levels: '4333333333' },
      'REASON_NEEDED',
      { what: 'LEVEL', criteria: ['R1'] },
    ],
    [
      'a class other than the proposed one, without a word',
      { class: 'WEAK' },
      'REASON_NEEDED',
      { what: 'CLASS', proposed: 'AVERAGE' },
    ],
  ])('refuses %s, and holds nobody else up', (_case, change, code, data) => {
    const result = plan(new Books(), request(change), request({ member: 'DV-2' }));

    expect(result.ok && result.value.refused).toMatchObject([{ code, data }]);
    expect(result.ok && result.value.drafts).toHaveLength(1);
  });

  it('takes a differing level or class with a few words', () => {
    const result = plan(
      new Books(),
      request({ levels: '4333333333', class: 'WEAK', reason: 'vắng hai buổi' }),
    );

    expect(result.ok && result.value.drafts).toHaveLength(1);
  });

  it('shows a newer grade of another person, but not one’s own nor one already seen', () => {
    const books = new Books();
    const other = books.grade('DV-1');

    const refused = plan(books, request());
    expect(refused.ok && refused.value.refused).toMatchObject([
      { code: 'NEWER_GRADE', at: 'DV-1', data: { seq: other.seq } },
    ]);
    expect(plan(books, request({ lastSeen: other.seq }))).toMatchObject({ value: { refused: [] } });
    const own = new Books();
    own.grade('DV-1', { actor: 'toi@example.com' });
    expect(plan(own, request())).toMatchObject({ value: { refused: [] } });
  });

  it('gives no class to a member who gets comments only', () => {
    const only = fold(new Books(), { members: [member('DV-1', { classed: false })] });
    const classOf = (given: string) =>
      planGrading(
        facts(new Books(), { fold: only }),
        [request({ class: given })],
        PRESET_2014,
        'a',
        BRANCH_ACT,
      );

    expect(classOf('AVERAGE')).toMatchObject({ value: { refused: [{ code: 'NOT_CLASSED' }] } });
    expect(classOf('')).toMatchObject({ value: { refused: [] } });
  });

  it('is refused as a whole when sent, locked, or not yet open', () => {
    expect(codes(plan(sent(), request()))).toEqual([`ALREADY_SENT ${BRANCH}`]);
    expect(codes(plan(locked(), request()))).toEqual([`LOCKED ${BRANCH}`]);
    const early = facts(new Books(), { now: momentOf('2014-04-02') });
    expect(codes(planGrading(early, [request()], PRESET_2014, 'a', BRANCH_ACT))).toEqual([
      'WAVE_NOT_OPEN 2014-C1',
    ]);
  });

  it('of a round for named members is for them alone', () => {
    const books = sent();
    books.base({ kind: 'return', data: { send: `${BRANCH_LEDGER}-5`, members: ['DV-2'] } });

    const result = plan(books, request(), request({ member: 'DV-2', lastSeen: 99 }));

    expect(result.ok && result.value.refused).toMatchObject([{ code: 'NOT_IN_ROUND', at: 'DV-1' }]);
    expect(result.ok && result.value.drafts).toMatchObject([{ subject: 'DV-2', round: 2 }]);
  });
});

describe('planSending', () => {
  it('names everything that is missing at once', () => {
    const books = new Books();
    books.grade('DV-2');

    expect(codes(planSending(facts(books), BRANCH_ACT))).toEqual([
      'NOT_GRADED_YET DV-1',
      'NOT_GRADED_YET DV-3',
      `MISSING_SELF_ASSESSMENT_OF_BRANCH ${BRANCH}`,
    ]);
  });

  it('sends once', () => {
    const books = assessed();
    apply(books, planSending(facts(books), BRANCH_ACT));

    expect(fold(books).state).toBe('SENT');
    expect(codes(planSending(facts(books), BRANCH_ACT))).toEqual([`ALREADY_SENT ${BRANCH}`]);
  });

  it('is the base committee’s while it holds the branch', () => {
    const books = assessed();
    apply(books, planTakingOver(facts(books), 'khuyết Bí thư', BASE_ACT));

    expect(codes(planSending(facts(books), BRANCH_ACT))).toEqual([`TAKEN_OVER ${BRANCH}`]);
    apply(books, planSending(facts(books), BASE_ACT));
    expect(fold(books).state).toBe('SENT');
  });
});

describe('planTakingBack', () => {
  it('opens the branch again until the level above begins', () => {
    const books = sent();
    apply(books, planTakingBack(facts(books), BRANCH_ACT));
    expect(fold(books).state).toBe('READY');

    const considered = sent();
    apply(considered, planReviewing(facts(considered), BASE_ACT));
    expect(codes(planTakingBack(facts(considered), BRANCH_ACT))).toEqual([`BEING_REVIEWED ${BRANCH}`]);
    expect(codes(planReviewing(facts(considered), BASE_ACT))).toEqual([`BEING_REVIEWED ${BRANCH}`]);
    expect(codes(planTakingBack(facts(assessed()), BRANCH_ACT))).toEqual([`NOT_SENT ${BRANCH}`]);
    expect(codes(planTakingBack(facts(locked()), BRANCH_ACT))).toEqual([`LOCKED ${BRANCH}`]);
  });
});

describe('planUndoing', () => {
  it('names rows of this ledger and round', () => {
    const books = assessed();
    const [first] = books.rows;
    apply(books, planUndoing(facts(books), [first?.operation ?? ''], books.rows, BRANCH_ACT));

    expect(memberIn(fold(books), 'DV-1').grade).toBeNull();
    expect(codes(planUndoing(facts(books), ['none'], books.rows, BRANCH_ACT))).toEqual([
      'NOTHING_TO_UNDO none',
    ]);
    expect(codes(planUndoing(facts(books), [], books.rows, BRANCH_ACT))).toEqual([
      `NOTHING_TO_UNDO ${BRANCH}`,
    ]);
    expect(codes(planUndoing(facts(sent()), [first?.operation ?? ''], sent().rows, BRANCH_ACT))).toEqual([
      `ALREADY_SENT ${BRANCH}`,
    ]);
  });
});

describe('recognising', () => {
  it('needs a Gửi', () => {
    const open = facts(assessed());

    for (const result of [
      planRecognisingAll(open, [], BASE_ACT),
      planRecognising(open, 'DV-1', BASE_ACT),
      planReviewing(open, BASE_ACT),
      planReturning(open, [], 'r', BASE_ACT),
      planBranchClass(open, 'GOOD', '', PRESET_2014, BASE_ACT),
      planAdjusting(open, 'DV-1', { class: 'GOOD', reason: 'r' }, PRESET_2014, BASE_ACT),
    ])
      expect(codes(result)[0]).toBe(`NOT_SENT ${BRANCH}`);
  });

  it('of all stores the classes, leaves the exceptions and the adjusted out', () => {
    const books = sent();
    apply(
      books,
      planAdjusting(facts(books), 'DV-2', { class: 'GOOD', reason: 'vắng' }, PRESET_2014, BASE_ACT),
    );
    const row = apply(
      books,
      planRecognisingAll(facts(books), ['DV-3'], BASE_ACT, {
        decisionNumber: '5-QĐ',
        decisionDay: '2014-04-14',
      }),
    );

    expect(row.data).toMatchObject({
      classes: { 'DV-1': 'EXCELLENT' },
      exceptions: ['DV-3'],
      decisionNumber: '5-QĐ',
      branch: BRANCH,
      after: 5,
    });
    expect(fold(books).members.map(({ state }) => state)).toEqual(['RECOGNISED', 'ADJUSTED', 'SENT']);
    expect(codes(planRecognisingAll(facts(books), ['DV-9'], BASE_ACT))).toEqual(['UNKNOWN_MEMBER DV-9']);
    expect(codes(planRecognisingAll(facts(books), ['DV-1', 'DV-3'], BASE_ACT))).toEqual([
      `NOBODY_GRADED ${BRANCH}`,
    ]);
  });

  it('of one needs a grade, an adjustment a reason and a class of the scale', () => {
    const books = sent();
    apply(books, planRecognising(facts(books), 'DV-1', BASE_ACT));

    expect(memberIn(fold(books), 'DV-1').recognised).toBe('EXCELLENT');
    expect(codes(planRecognising(facts(books), 'DV-9', BASE_ACT))).toEqual(['UNKNOWN_MEMBER DV-9']);
    expect(
      codes(planAdjusting(facts(books), 'DV-1', { class: 'X', reason: ' ' }, PRESET_2014, BASE_ACT)),
    ).toEqual(['REASON_NEEDED DV-1', 'UNKNOWN_CLASS DV-1']);
    expect(codes(planBranchClass(facts(books), 'X', '', PRESET_2014, BASE_ACT))).toEqual([
      `UNKNOWN_CLASS ${BRANCH}`,
    ]);
    apply(books, planBranchClass(facts(books), 'GOOD', '', PRESET_2014, BASE_ACT));
    expect(fold(books).branchClass?.class).toBe('GOOD');
  });
});

describe('planReturning', () => {
  it('opens the next round with a reason', () => {
    const books = sent();
    expect(codes(planReturning(facts(books), ['DV-9'], '', BASE_ACT))).toEqual([
      `REASON_NEEDED ${BRANCH}`,
      'UNKNOWN_MEMBER DV-9',
    ]);
    const row = apply(books, planReturning(facts(books), ['DV-1'], 'thiếu minh chứng', BASE_ACT));

    expect(row.subject).toBe('DV-1');
    expect(fold(books)).toMatchObject({ state: 'RETURNED', round: 2, missing: ['DV-1'] });
  });
});

describe('assessing for a branch', () => {
  it('begins and ends once', () => {
    const books = new Books();
    expect(codes(planHandingBack(facts(books), BASE_ACT))).toEqual([`NOT_TAKEN_OVER ${BRANCH}`]);
    apply(books, planTakingOver(facts(books), 'khuyết Bí thư', act(BASE_LEDGER, 0)));
    expect(codes(planTakingOver(facts(books), 'x', BASE_ACT))).toEqual([`TAKEN_OVER ${BRANCH}`]);
    apply(books, planHandingBack(facts(books), act(BASE_LEDGER, 0)));

    expect(fold(books).takenOver).toBe(false);
  });
});

describe('locking', () => {
  const DISTRICT_ACT = act(DISTRICT_LEDGER);
  const lock = (books: Books, force: { readonly reason: string } | null) =>
    planLocking(
      { wave: WAVE, unit: 'P05', folds: [fold(books)] },
      { [BRANCH_LEDGER]: 5 },
      force,
      DISTRICT_ACT,
    );

  it('waits for every branch unless a reason forces it', () => {
    expect(codes(lock(assessed(), null))).toEqual([`NOT_SENT ${BRANCH}`]);
    expect(codes(lock(assessed(), { reason: ' ' }))).toEqual(['REASON_NEEDED P05']);
    const forced = lock(assessed(), { reason: 'hết hạn' });
    expect(forced.ok && forced.value).toMatchObject({ reason: 'hết hạn', data: { forced: true } });
    const books = sent();
    apply(books, lock(books, null));
    expect(fold(books).lock).not.toBeNull();
  });

  it('is answered by reopening, with a reason', () => {
    const books = locked();
    expect(codes(planReopening(facts(sent()), [], 'x', DISTRICT_ACT))).toEqual([`NOT_LOCKED ${BRANCH}`]);
    expect(codes(planReopening(facts(books), ['DV-9'], '', DISTRICT_ACT))).toEqual([
      `REASON_NEEDED ${BRANCH}`,
      'UNKNOWN_MEMBER DV-9',
    ]);
    apply(books, planReopening(facts(books), [], 'mất điện', DISTRICT_ACT));

    const reopened = facts(books, { wave: { ...WAVE, lockedAt: NOW } });
    expect(reopened.fold).toMatchObject({ lock: null, round: 2 });
    const request: GradeRequest = {
      kind: 'grade',
      member: 'DV-1',
      levels: ALL_WELL,
      class: 'EXCELLENT',
      reason: 'bổ sung',
      lastSeen: 99,
      data: { selfClass: '', submission: '' },
    };
    expect(planGrading(reopened, [request], PRESET_2014, 'a', BRANCH_ACT)).toMatchObject({
      ok: true,
      value: { refused: [] },
    });
  });
});
