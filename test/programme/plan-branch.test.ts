import { momentOf } from '../../src/programme/dates';
import { planReviewing, planTakingOver } from '../../src/programme/plan-above';
import {
  planGrading,
  planSending,
  planTakingBack,
  planUndoing,
  type GradeRequest,
} from '../../src/programme/plan-branch';
import { PRESET_2014 } from '../../src/programme/presets';
import { ALL_DONE, assessed, Books, BRANCH, BRANCH_LEDGER, fold, member, memberIn } from './ledger-builder';
import { apply, BASE_ACT, BRANCH_ACT, codes, facts, locked, sent } from './plan-builder';

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
