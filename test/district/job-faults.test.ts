import { JOB_NAMES, type JobName } from '../../src/contract/district';
import type { Fault, Workspace } from '../../src/local/workspace';
import { digest } from './books';
import { insist, momentOf, playFrom } from './job-moments';

const KINDS = ['kill', 'refuse', 'effectThenError'] as const;

/** A form and a document are built by hundreds of like calls: of these jobs every fifth is struck, unless every one is asked for. */
const LONG = 100;
const NTH_OF_LONG = 5;

/** `FAULTS=every npx jest test/district/job-faults`: each kind at each call, some ten minutes. */
const IS_EVERY = process.env.FAULTS === 'every';

/** Where which fault strikes: at every call one of the three kinds in turn. */
function strikes(calls: number): readonly Fault[] {
  const step = calls > LONG && !IS_EVERY ? NTH_OF_LONG : 1;
  const places = Array.from({ length: Math.ceil(calls / step) }, (_, index) => 1 + index * step);
  return places.flatMap((at, index) =>
    (IS_EVERY ? KINDS : [KINDS[index % KINDS.length] ?? 'kill']).map((kind) => ({ at, do: kind })),
  );
}

/** Who got which letter, once for each copy. */
function letters(workspace: Workspace): readonly string[] {
  return workspace.outbox().map(({ to, subject }) => `${to}: ${subject}`);
}

describe.each(JOB_NAMES)('the job %s, pressed again when it is done', (job: JobName) => {
  it('leaves the same books, and sends nobody another letter', () => {
    const moment = momentOf(job);
    const { workspace } = moment.district;
    playFrom(moment, []);
    const [books, sent] = [digest(workspace), letters(workspace)];

    insist(moment.district, moment.request, 'f');

    expect(digest(workspace)).toEqual(books);
    expect(letters(workspace)).toEqual(sent);
  });
});

describe.each(JOB_NAMES)('the job %s, met by a fault at any call and pressed again', (job: JobName) => {
  it('leaves the same books, and sends nobody a letter twice', () => {
    const moment = momentOf(job);
    const { workspace } = moment.district;
    workspace.restore(moment.state);
    const before = JSON.stringify(digest(workspace)) + letters(workspace).join();
    const { calls } = playFrom(moment, []);
    const [books, sent] = [JSON.stringify(digest(workspace)), letters(workspace)];

    const faults = strikes(calls);
    const wrong = faults.flatMap((fault) => {
      const played = playFrom(moment, [fault]);
      const got = letters(workspace);
      const isTwice = new Set(got).size < got.length;
      const isStrange = got.some((letter) => !sent.includes(letter));
      // A fault of the last kind may be met and passed over by the script itself.
      const isMissed = fault.do === 'kill' && played.broken === 0;
      const isSame = JSON.stringify(digest(workspace)) === books;
      return isSame && !isTwice && !isStrange && !isMissed ? [] : [`${String(fault.at)} ${fault.do}`];
    });

    expect(books + sent.join()).not.toBe(before);
    expect(faults.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  }, 900_000);
});
