import type { JobName } from '../../src/contract/district';
import type { Fault, WorkspaceState } from '../../src/local/workspace';
import { digest } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { emptyDistrict, fillIn, handle, must, OPENING, WAVE, type SmallDistrict } from './small-district';
import { register, typedBy } from './sheets';

/** A moment of the small district's life, and the job that comes next. */
interface Moment {
  readonly job: JobName;
  readonly wave: string;
  readonly reason?: string;
  readonly district: SmallDistrict;
  readonly state: WorkspaceState;
}

function momentOf(district: SmallDistrict, job: JobName, wave = '', reason = ''): Moment {
  return { job, wave, reason, district, state: district.workspace.snapshot() };
}

/** The district brought back to the moment. */
function back({ district, state }: Moment): SmallDistrict {
  district.workspace.restore(state);
  district.workspace.faults([]);
  return handle(district.workspace, district.book, district.project);
}

/** Presses the button until the job is done, whatever Google throws in between. */
function insist(district: SmallDistrict, { job, wave, reason }: Moment): number {
  for (let tries = 1; tries <= 12; tries += 1)
    try {
      const view = district.press(job, wave, reason);
      if (view.state === 'DONE') return tries;
    } catch {
      // Killed: the person presses again.
      continue;
    }
  throw new Error(`${job} was not done after twelve presses`);
}

/** Places at which a job is killed, over its whole length: each costs half a second. */
const POINTS = 6;

const moments: Moment[] = [];

beforeAll(() => {
  const setup = emptyDistrict();
  setup.press('setup');
  fillIn(setup);
  moments.push(momentOf(setup, 'setup'));
  must(setup.press('setup'));
  moments.push(momentOf(setup, 'createBooks'));
  must(setup.press('createBooks'));
  setup.workspace.setClock(OPENING);
  moments.push(momentOf(setup, 'openWave', WAVE.code));
  must(setup.press('openWave', WAVE.code));
  for (const code of ['DV-01', 'DV-02', 'DV-04', 'DV-07', 'DV-10']) register(setup, typedBy(code));
  register(setup, typedBy('DV-03', { birthDate: '01/01/1990' }));
  moments.push(momentOf(setup, 'collect', WAVE.code));
  must(setup.press('collect', WAVE.code));
  moments.push(momentOf(setup, 'push', WAVE.code));

  const graded = assessedDistrict();
  gradeAndSend(graded, 'P05-KP1', 'Sổ cơ sở – Đoàn Phường 5', 'bi.thu.kp1@vidu.vn');
  gradeAndSend(graded, 'CTY-CD', 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông', 'bi.thu.cty@vidu.vn');
  moments.push(momentOf(graded, 'collectLedgers', WAVE.code));
  must(graded.press('collectLedgers', WAVE.code));
  moments.push(momentOf(graded, 'summarise', WAVE.code));
  must(graded.press('summarise', WAVE.code));
  moments.push(momentOf(graded, 'year', ''));
  moments.push(momentOf(graded, 'lockWave', WAVE.code, 'Chi đoàn Khu phố 2 khuyết Bí thư'));
}, 120_000);

const JOBS: readonly JobName[] = [
  'setup',
  'createBooks',
  'openWave',
  'collect',
  'push',
  'collectLedgers',
  'summarise',
  'year',
  'lockWave',
];

function momentFor(job: JobName): Moment {
  const found = moments.find((one) => one.job === job);
  if (!found) throw new Error(`No moment of ${job}`);
  return found;
}

describe.each(JOBS)('the job %s', (job) => {
  it('changes what it should, and nothing when it is done twice', () => {
    const moment = momentFor(job);
    const district = back(moment);
    const before = digest(district.workspace);
    must(district.press(job, moment.wave, moment.reason));
    const once = digest(district.workspace);

    must(district.press(job, moment.wave, moment.reason));

    expect(digest(district.workspace)).toEqual(once);
    expect(once).not.toEqual(before);
  });

  it('killed at any call and pressed again, ends as if nothing had happened', () => {
    const moment = momentFor(job);
    const reference = back(moment);
    const total = callsOf(reference, moment);
    const expected = digest(reference.workspace);
    const points = spread(total, POINTS);

    const wrong = points.filter((at) => {
      const district = back(moment);
      district.workspace.faults([{ at, do: 'kill' }]);
      insist(district, moment);
      return JSON.stringify(digest(district.workspace)) !== JSON.stringify(expected);
    });

    expect(points.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  }, 120_000);

  it('told that a write failed which was done, ends the same', () => {
    const moment = momentFor(job);
    const reference = back(moment);
    must(reference.press(job, moment.wave, moment.reason));
    const expected = digest(reference.workspace);

    const wrong = [1, 2].filter((nth) => {
      const district = back(moment);
      const fault: Fault = {
        at: 'Sheets.Spreadsheets.batchUpdate',
        nth,
        do: 'effectThenError',
        message: 'Service unavailable',
      };
      district.workspace.faults([fault]);
      insist(district, moment);
      return JSON.stringify(digest(district.workspace)) !== JSON.stringify(expected);
    });

    expect(wrong).toEqual([]);
  }, 60_000);
});

/** Counted service calls of all executions of the job. */
function callsOf(district: SmallDistrict, { job, wave, reason }: Moment): number {
  let calls = 0;
  const { workspace, book, project } = district;
  const run = workspace.run.bind(workspace);
  const counted = new Proxy(workspace, {
    get(target, name) {
      if (name !== 'run') return Reflect.get(target, name) as unknown;
      return (...args: Parameters<typeof run>) => {
        const result = run(...args);
        calls += result.calls.total;
        return result;
      };
    },
  });
  must(handle(counted, book, project).press(job, wave, reason));
  return calls;
}

/** About `count` points spread over 1 … total. */
function spread(total: number, count: number): readonly number[] {
  const step = Math.max(1, Math.floor(total / count));
  return Array.from({ length: Math.ceil(total / step) }, (_, index) => 1 + index * step).filter(
    (point) => point <= total,
  );
}
