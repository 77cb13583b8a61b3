import type { ConsoleView, JobView } from '../../src/contract/district';
import { reduceConsole } from '../../src/pages/console/reduce';
import {
  initialConsole,
  nextStep,
  WATCH_MS,
  type ConsoleAction,
  type ConsoleEffect,
  type ConsoleState,
} from '../../src/pages/console/state';

const VIEW: ConsoleView = {
  email: 'hoa@thu.example',
  isRoleAccount: true,
  roleAccount: 'quandoan8@thu.example',
  district: 'Quận đoàn 8',
  waves: [{ code: '2014-C1', name: 'Đợt I', theme: '', step: 'REGISTRATION' }],
  wave: '2014-C1',
  steps: [
    { step: 'SETUP', state: 'DONE', sentence: '', job: 'setup', more: [] },
    { step: 'ROSTER', state: 'TO_DO', sentence: '', job: null, more: [] },
    { step: 'BOOKS', state: 'TO_DO', sentence: '', job: 'createBooks', more: [] },
    { step: 'OPEN_WAVE', state: 'TO_DO', sentence: '', job: 'openWave', more: [] },
  ],
  running: [],
  health: [],
  problems: [],
  now: 0,
};

const JOB: JobView = {
  key: 'k',
  job: 'openWave',
  wave: '2014-C1',
  state: 'RUNNING',
  done: 1,
  total: 3,
  sentence: '',
  trouble: '',
  problems: [],
  endedAt: null,
};

class Console {
  state: ConsoleState = initialConsole(0);
  now = 0;
  private operations = 0;
  private asked: ConsoleEffect[] = [];

  constructor(view: ConsoleView) {
    this.send({ type: 'LOADED', result: { kind: 'VALUE', value: view } });
  }

  send(action: ConsoleAction): this {
    this.operations += 1;
    const step = reduceConsole(this.state, action, { now: this.now, operation: `op${this.operations}` });
    this.state = step.state;
    this.asked.push(...step.effects);
    return this;
  }

  effects(): readonly ConsoleEffect[] {
    const effects = this.asked;
    this.asked = [];
    return effects;
  }
}

describe('the console', () => {
  it('has one filled button: the first step that is not done and can be started', () => {
    expect(nextStep(VIEW)?.step).toBe('BOOKS');
  });

  it('looks before it starts, and starts once under the operation of the question', () => {
    const page = new Console(VIEW).send({ type: 'ASK', job: 'openWave' });
    const [preview] = page.effects();
    page.send({ type: 'CONFIRM' });
    const tooEarly = page.effects();
    const operation = page.state.asked?.operation ?? '';
    page.send({
      type: 'PREVIEWED',
      operation,
      result: { kind: 'VALUE', value: { sentence: 'Mở Đợt I?', problems: [], queued: false } },
    });

    page.send({ type: 'CONFIRM' }).send({ type: 'CONFIRM' });

    expect(preview).toEqual({ kind: 'PREVIEW', request: { job: 'openWave', wave: '2014-C1' }, operation });
    expect(tooEarly).toEqual([]);
    expect(page.effects()).toEqual([
      { kind: 'START', request: { job: 'openWave', wave: '2014-C1' }, operation },
    ]);
  });

  it('asks for no wave where the job belongs to none', () => {
    const page = new Console(VIEW).send({ type: 'ASK', job: 'createBooks' });

    expect(page.effects()).toMatchObject([{ kind: 'PREVIEW', request: { job: 'createBooks', wave: '' } }]);
  });

  it('drives a job slice by slice for the role account until it ends', () => {
    const page = new Console(VIEW);
    page.send({ type: 'CARRIED', key: 'k', result: { kind: 'VALUE', value: JOB } });
    const slice = page.effects();
    page.send({ type: 'TICK' });
    const meanwhile = page.effects();

    page.send({
      type: 'CARRIED',
      key: 'k',
      result: { kind: 'VALUE', value: { ...JOB, state: 'DONE', done: 3 } },
    });

    expect(slice).toEqual([{ kind: 'CARRY', key: 'k' }]);
    expect(meanwhile).toEqual([]);
    expect(page.effects()).toEqual([{ kind: 'LOAD', wave: '2014-C1' }]);
  });

  it('only looks now and then for everybody else', () => {
    const page = new Console({ ...VIEW, isRoleAccount: false });
    page.send({ type: 'CARRIED', key: 'k', result: { kind: 'VALUE', value: { ...JOB, state: 'QUEUED' } } });
    page.now = WATCH_MS - 1;
    page.send({ type: 'TICK' });
    const early = page.effects();

    page.now = WATCH_MS;
    page.send({ type: 'TICK' });

    expect(early).toEqual([]);
    expect(page.effects()).toEqual([{ kind: 'CARRY', key: 'k' }]);
  });

  it('goes on with a job after a slice that did not answer', () => {
    const page = new Console({ ...VIEW, running: [JOB] }).send({ type: 'GO_ON', key: 'k' });
    page.effects();
    page.send({
      type: 'CARRIED',
      key: 'k',
      result: { kind: 'FAULT', fault: { class: 'NETWORK', number: '' } },
    });
    const atOnce = page.effects();

    page.now = WATCH_MS;
    page.send({ type: 'TICK' });

    expect(atOnce).toEqual([]);
    expect(page.effects()).toEqual([{ kind: 'CARRY', key: 'k' }]);
  });
});
