import type { TargetGroup } from '../../src/programme/criteria';
import { momentOf } from '../../src/programme/dates';
import { foldUnit } from '../../src/programme/fold-unit';
import type { BaseUnit, Block } from '../../src/programme/organisation';
import { wholePercent } from '../../src/programme/percent';
import { PRESET_2014 } from '../../src/programme/presets';
import { summariseWave, type UnitResults } from '../../src/programme/summary';
import {
  countRatings,
  groupsForOthers,
  summariseCriteria,
  summariseGroups,
} from '../../src/programme/summary-parts';
import { Books, fold, member, WAVE } from './ledger-builder';

const ABSENT = { registered: [], registeredAt: null, selfAt: null, selfLevels: '' };
const MEMBERS = [
  member('DV-1'),
  member('DV-2'),
  member('DV-3', { classed: false }),
  member('DV-4', ABSENT),
  member('DV-5', { registered: ['R1'], selfAt: null, selfLevels: '' }),
];

function books(): Books {
  const made = new Books();
  made.grade('DV-1', { class: 'EXCELLENT' });
  made.grade('DV-2', { class: 'GOOD', levels: '2333333333' });
  made.grade('DV-3', { class: '' });
  made.grade('DV-5', { class: '', levels: '_000000000' });
  made.grade('TAM-0000AAAA', { class: 'WEAK' });
  made.branch({ kind: 'activity', data: { activityKind: 'PROPAGANDA' } });
  made.branch({ kind: 'activity', data: { activityKind: 'MEMBER_DAY' } });
  const send = made.branch({ kind: 'send', at: momentOf('2014-04-11') });
  made.base({
    kind: 'adjust',
    subject: 'DV-2',
    class: 'AVERAGE',
    reason: 'r',
    data: { send: send.operation },
  });
  made.base({ kind: 'branchClass', class: 'GOOD', data: { send: send.operation } });
  made.append('BASE:P05:2014', { kind: 'deployed', subject: 'P05', data: { day: '2014-03-19' } });
  return made;
}

function results(code: string, block: Block, made = books()): UnitResults {
  const unit: BaseUnit = {
    code,
    name: `Đoàn ${code}`,
    block,
    kind: 'BASE_UNION',
    cluster: '',
    calendar: 'GENERAL',
    committeeEmails: [],
    officers: [{ name: 'Cán bộ A', rank: 'OFFICER', email: '' }],
    memberDays: {},
  };
  const own = foldUnit({
    wave: WAVE,
    unit: { code: 'P05', kind: 'BASE_UNION' },
    branches: [],
    events: made.rows,
  });
  return { unit, branches: [fold(made, { members: MEMBERS })], own, memberDay: '2014-03-23' };
}

describe('wholePercent', () => {
  it.each([
    [0, 0, null],
    [0, 5, 0],
    [5, 5, 100],
    [1, 3, 33],
    [999, 1000, 99],
    [1, 1000, 1],
    [2, 3, 67],
  ])('%d of %d is %s', (part, whole, percent) => {
    expect(wholePercent(part, whole)).toBe(percent);
  });
});

describe('summariseWave', () => {
  it('counts registered and self-assessed of all, the rest of those to be classed, and the recognised class first', () => {
    const [row] = summariseWave([results('P05', 'RESIDENTIAL')], PRESET_2014);

    expect(row).toMatchObject({
      kind: 'UNIT',
      code: 'P05',
      branches: 1,
      members: 5,
      eligible: 4,
      deployed: 1,
      deployedDay: '2014-03-19',
      registered: { count: 4, percent: 80 },
      selfAssessed: { count: 3, percent: 60 },
      graded: { count: 3, percent: 75 },
      classes: {
        EXCELLENT: { count: 1, percent: 25 },
        GOOD: { count: 0, percent: 0 },
        AVERAGE: { count: 1, percent: 25 },
        WEAK: { count: 0, percent: 0 },
      },
      unclassed: 2,
      recognised: { count: 1, percent: 25 },
      branchClasses: { EXCELLENT: 0, GOOD: 1, AVERAGE: 0, WEAK: 0 },
      propagandaSessions: 1,
      sentBranches: 1,
      lateBranches: 1,
      sentAt: momentOf('2014-04-11'),
      memberDay: '2014-03-23',
      officers: ['Cán bộ A'],
    });
  });

  it('has each block with its subtotal, then the total, each the sum of its units', () => {
    const rows = summariseWave(
      [results('P06', 'OFFICE'), results('P05', 'RESIDENTIAL'), results('P07', 'RESIDENTIAL')],
      PRESET_2014,
    );

    expect(rows.map(({ kind, code, members }) => [kind, code, members])).toEqual([
      ['UNIT', 'P05', 5],
      ['UNIT', 'P07', 5],
      ['BLOCK', 'RESIDENTIAL', 10],
      ['UNIT', 'P06', 5],
      ['BLOCK', 'OFFICE', 5],
      ['TOTAL', '', 15],
    ]);
    expect(rows[5]?.classes.EXCELLENT).toEqual({ count: 3, percent: 25 });
  });

  it('has a total even of nothing, and no date of sending before every branch has sent', () => {
    expect(summariseWave([], PRESET_2014)).toMatchObject([
      { kind: 'TOTAL', members: 0, registered: { count: 0, percent: null } },
    ]);
    const unsent = results('P05', 'RESIDENTIAL');
    const both = { ...unsent, branches: [...unsent.branches, fold(new Books())] };
    expect(summariseWave([both], PRESET_2014)[0]?.sentAt).toBeNull();
  });
});

describe('summariseGroups', () => {
  const groups: Record<string, TargetGroup> = { 'DV-1': 'SINH_VIEN', 'DV-2': 'SINH_VIEN', 'DV-3': 'LLVT' };
  const rows = summariseGroups(
    fold(books(), { members: MEMBERS }).members,
    (code) => groups[code] ?? '',
    PRESET_2014,
  );

  it('counts by the roster’s group', () => {
    expect(rows.map(({ group, members }) => [group, members])).toEqual([
      ['SINH_VIEN', 2],
      ['LLVT', 1],
      ['', 2],
    ]);
    expect(rows[0]?.classes.EXCELLENT).toEqual({ count: 1, percent: 50 });
  });

  it('does not break down fewer than five people outside the district', () => {
    expect(groupsForOthers(rows)).toEqual({ shown: [], hidden: ['SINH_VIEN', 'LLVT', ''] });
  });
});

describe('summariseCriteria', () => {
  it('counts registered, the committee’s levels, and how far the self-assessment lies above', () => {
    const [r1, r2] = summariseCriteria(fold(books(), { members: MEMBERS }).members);

    expect(r1).toMatchObject({
      code: 'R1',
      half: 'TRAINING',
      registered: { count: 4 },
      levels: { DONE_WELL: 2, DONE: 0, NOT_FINISHED: 1, NOT_STARTED: 0 },
      completed: { count: 2, percent: 67 },
    });
    // Self 3 against 4, 2 and 4: the one who is only proposed has no part in it.
    expect(r1?.gap).toBeCloseTo(-1 / 3);
    expect(r2?.registered.count).toBe(3);
  });

  it('has no gap where nobody has both', () => {
    expect(summariseCriteria([]).map(({ gap }) => gap)).toEqual(Array(10).fill(null));
  });
});

describe('countRatings', () => {
  it('shows counts from five answers up', () => {
    expect(countRatings(['GOOD', 'GOOD', 'WEAK', ''])).toBeNull();
    expect(countRatings(['GOOD', 'GOOD', 'WEAK', '', 'EXCELLENT'])).toEqual({
      EXCELLENT: 1,
      GOOD: 2,
      AVERAGE: 0,
      WEAK: 1,
      '': 1,
    });
  });
});
