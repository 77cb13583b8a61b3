import type { BranchView, Greeting, MemberBrief, Saved } from '../../src/contract/committee';
import type { Action } from '../../src/pages/grading/state/actions';
import type { Effect } from '../../src/pages/grading/state/effects';
import { actionOfKey, type KeyPress } from '../../src/pages/grading/state/keys';
import { initialState, type Flight, type GradingState } from '../../src/pages/grading/state/model';
import { reduce } from '../../src/pages/grading/state/reduce';
import { CRITERION_CODES, DEFAULT_CRITERIA } from '../../src/programme/criteria';
import { PRESET_2014 } from '../../src/programme/presets';

export const START = 1_396_000_000_000;
export const KEY = { wave: '2014-C1', branch: 'P05-KP3', role: 'BRANCH' } as const;
export const ME = 'huy@thu.example';

/** Both halves good: ten criteria done well. */
export const ALL_WELL = '4444444444';

/** A member who registered everything and called everything done well. */
export function member(code: string, overrides: Partial<MemberBrief> = {}): MemberBrief {
  return {
    code,
    name: `Nguyễn Văn ${code}`,
    birthYear: '1996',
    group: 'Sinh viên, học viên',
    classed: true,
    registered: '1111111111',
    evidence: '1111111111',
    selfLevels: ALL_WELL,
    selfClass: 'EXCELLENT',
    submission: '1/2',
    state: 'SELF_ASSESSED',
    marks: [],
    grade: null,
    recognised: null,
    result: null,
    secondLook: null,
    returnReason: '',
    flags: [],
    before: '',
    followed: 0,
    ...overrides,
  };
}

/** As many members as asked for: DV-1, DV-2 … */
export function members(count: number): readonly MemberBrief[] {
  return Array.from({ length: count }, (_, index) => member(`DV-${index + 1}`));
}

/** A branch that may be graded now. */
export function branch(list: readonly MemberBrief[], overrides: Partial<BranchView> = {}): BranchView {
  return {
    wave: WAVE,
    branch: KEY.branch,
    name: 'Chi đoàn Khu phố 3',
    unit: UNIT,
    role: 'BRANCH',
    canWrite: true,
    state: 'GRADING',
    round: 1,
    returnReason: '',
    sentAt: null,
    late: false,
    reviewing: false,
    lockedAt: null,
    takenOver: false,
    branchClass: null,
    decision: null,
    branchAssessment: null,
    activities: [],
    difficulties: [],
    missing: list.map((one) => one.code),
    criteria: CRITERION_CODES.map((code) => ({
      code,
      title: DEFAULT_CRITERIA.find((one) => one.code === code)?.title ?? '',
    })),
    preset: PRESET_2014,
    members: list,
    lastSeen: 10,
    brokenRows: 0,
    submissionsAt: START,
    now: START,
    ...overrides,
  };
}

const UNIT = { code: 'P05', name: 'Đoàn phường Rạch Lá', kind: 'BASE_UNION' } as const;

export const WAVE: BranchView['wave'] = {
  code: '2014-C1',
  name: 'Đợt I',
  theme: 'Chủ đề',
  step: 'GRADING',
  due: '2014-03-31',
  registrationCloses: '2014-03-20',
  selfOpens: '2014-03-25',
  selfCloses: '2014-03-28',
  gradingDue: '2014-03-31',
  recognitionDue: '2014-04-04',
  isGradingOpen: true,
};

export const GREETING: Greeting = {
  email: ME,
  unit: UNIT,
  district: 'Quận đoàn 8',
  waves: [WAVE],
  currentWave: WAVE.code,
  roles: [{ role: 'BRANCH', branch: KEY.branch, name: 'Chi đoàn Khu phố 3', canWrite: true }],
  officer: 'Lê Thị Hoa',
  now: START,
};

/** Plays the page without a browser: actions and keys in, state and effects out, its own clock and counted operation ids. */
export class Page {
  state: GradingState = initialState(START);
  now = START;
  presses = 0;
  private operations = 0;
  /** Effects asked for and not yet looked at. */
  private asked: Effect[] = [];

  send(action: Action): this {
    this.operations += 1;
    const operation = String(this.operations).padStart(32, '0');
    const step = reduce(this.state, action, { now: this.now, operation });
    this.state = step.state;
    this.asked.push(...step.effects);
    return this;
  }

  /** Presses keys by their place on the keyboard. */
  press(...codes: readonly string[]): this {
    for (const code of codes) {
      this.presses += 1;
      const action = actionOfKey(this.state, press(code));
      if (action) this.send(action);
    }
    return this;
  }

  /** Lets time go by, half a second at a time as the page's clock does. */
  wait(ms: number): this {
    const until = this.now + ms;
    while (this.now < until) {
      this.now = Math.min(until, this.now + 500);
      this.send({ type: 'TICK' });
    }
    return this;
  }

  /** Everything asked for since the last look. */
  effects(): readonly Effect[] {
    const effects = this.asked;
    this.asked = [];
    return effects;
  }

  /** The trips that have set off since the last look. */
  trips(): readonly Flight[] {
    return this.effects().flatMap((effect) => (effect.kind === 'SAVE' ? [effect.flight] : []));
  }

  /** The trip under way arrives, and all of it is written. */
  arrive(overrides: Partial<Saved> = {}): this {
    const { flight, view } = { flight: this.state.queue.flight, view: this.state.view };
    if (!flight || !view) throw new Error('No trip is under way');
    return this.send({
      type: 'SAVED',
      operation: flight.operation,
      result: { kind: 'VALUE', value: { ...savedAll(flight, view, this.now), ...overrides } },
    });
  }
}

/** What the script answers when it wrote every grade of a trip. */
export function savedAll(flight: Flight, view: BranchView, at: number): Saved {
  const graded = flight.grades.map((grade, index) => {
    const operation = `${flight.operation}/${String(index + 1).padStart(2, '0')}`;
    const seq = flight.lastSeen + index + 1;
    const found = view.members.find((one) => one.code === grade.member);
    if (!found) throw new Error(`No member ${grade.member}`);
    const brief: MemberBrief = {
      ...found,
      state: 'GRADED',
      grade: {
        levels: grade.levels,
        class: grade.class,
        proposed: grade.data.proposed ?? '',
        reason: grade.reason,
        remark: grade.data.remark ?? '',
        how: grade.kind,
        by: ME,
        at,
        seq,
        operation,
      },
    };
    return { brief, saved: { member: grade.member, seq, at, operation } };
  });
  return {
    saved: graded.map((one) => one.saved),
    refused: [],
    members: graded.map((one) => one.brief),
    lastSeen: flight.lastSeen + flight.grades.length,
    state: 'GRADING',
    missing: [],
    at,
  };
}

/** A page at its branch, the first member who waits in front. */
export function opened(view: BranchView): Page {
  const page = new Page();
  page.send({ type: 'START', hasNet: true });
  page.send({ type: 'GREETED', result: { kind: 'VALUE', value: GREETING } });
  page.send({
    type: 'BRANCH_OPENED',
    key: KEY,
    quiet: false,
    result: { kind: 'VALUE', value: view },
    net: null,
  });
  page.effects();
  return page;
}

/** A key press on the page itself, outside any field. */
export function press(code: string, overrides: Partial<KeyPress> = {}): KeyPress {
  return {
    code,
    key: '',
    shift: false,
    ctrl: false,
    alt: false,
    composing: false,
    inText: false,
    held: false,
    onControl: false,
    ...overrides,
  };
}
