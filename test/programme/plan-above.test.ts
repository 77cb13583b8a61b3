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
import { planGrading, type GradeRequest } from '../../src/programme/plan-branch';
import { PRESET_2014 } from '../../src/programme/presets';
import {
  ALL_WELL,
  assessed,
  BASE_LEDGER,
  Books,
  BRANCH,
  BRANCH_LEDGER,
  DISTRICT_LEDGER,
  fold,
  memberIn,
  WAVE,
} from './ledger-builder';
import { act, apply, BASE_ACT, BRANCH_ACT, codes, facts, locked, NOW, sent } from './plan-builder';

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
