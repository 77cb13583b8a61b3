import type { RequestOf } from '../../src/contract/answer';
import type { CommitteeEndpoints } from '../../src/contract/committee';
import type { Fault } from '../../src/local/workspace';
import { ASSESSMENT } from './ward';
import { agree, BASE, baseBook, KEY, op, SECRETARY, type BaseBook } from './base-book';

type Fn = 'saveGrades' | 'record' | 'sendBranch' | 'takeBackBranch' | 'judge' | 'undoActs' | 'restoreTo';

/** An act, and what must have been done before it. */
interface Case {
  readonly fn: Fn;
  readonly body: RequestOf<CommitteeEndpoints[Fn]>;
  readonly as: string;
  readonly sent: boolean;
  /** And recognised, all together. */
  readonly recognised?: true;
  /** And DV-1001 has asked for a second look. */
  readonly asked?: true;
  /** The page has let the script learn the books before. */
  readonly known?: true;
}

const ACT = { ...KEY, operation: op('a') };
const SAVING = {
  ...ACT,
  grades: [agree('DV-1001', { lastSeen: 9 }), agree('DV-1002', { lastSeen: 9 })],
  lastSeen: 9,
};
const CASES: Readonly<Record<string, Case>> = {
  'saving upon what is known': { fn: 'saveGrades', body: SAVING, as: SECRETARY, sent: false, known: true },
  saving: { fn: 'saveGrades', body: SAVING, as: SECRETARY, sent: false },
  'undoing a save': {
    fn: 'undoActs',
    body: { ...ACT, operations: [`${op('1')}/02`] },
    as: SECRETARY,
    sent: false,
  },
  'going back to a moment': {
    fn: 'restoreTo',
    body: { ...ACT, to: `${op('1')}/01`, members: [] },
    as: SECRETARY,
    sent: false,
  },
  'the branch’s own assessment': {
    fn: 'record',
    body: { ...ACT, record: ASSESSMENT },
    as: SECRETARY,
    sent: false,
  },
  sending: { fn: 'sendBranch', body: ACT, as: SECRETARY, sent: false },
  'taking back': { fn: 'takeBackBranch', body: ACT, as: SECRETARY, sent: true },
  recognising: {
    fn: 'judge',
    body: { ...ACT, judgement: { kind: 'recogniseAll', exceptions: ['DV-1003'] } },
    as: BASE,
    sent: true,
  },
  adjusting: {
    fn: 'judge',
    body: {
      ...ACT,
      judgement: { kind: 'adjust', member: 'DV-1001', class: 'GOOD', reason: 'Có thành tích' },
    },
    as: BASE,
    sent: true,
  },
  'taking one recognition back': {
    fn: 'judge',
    body: { ...ACT, judgement: { kind: 'unrecognise', members: ['DV-1002'] } },
    as: BASE,
    sent: true,
    recognised: true,
  },
  'asking for a second look': {
    fn: 'record',
    body: { ...ACT, record: { kind: 'secondLook', member: 'DV-1001', text: 'Em có minh chứng' } },
    as: SECRETARY,
    sent: true,
    recognised: true,
  },
  'agreeing with a second look': {
    fn: 'judge',
    body: {
      ...ACT,
      judgement: {
        kind: 'answerLook',
        member: 'DV-1001',
        look: `${op('5')}/01`,
        agreed: true,
        text: 'Đánh giá lại tiêu chí 3',
      },
    },
    as: BASE,
    sent: true,
    recognised: true,
    asked: true,
  },
  returning: {
    fn: 'judge',
    body: { ...ACT, judgement: { kind: 'return', members: ['DV-1002'], reason: 'Cần thêm minh chứng' } },
    as: BASE,
    sent: true,
  },
};

const book = baseBook();
const open = played(false);
const sent = played(true);

/** The first branch graded and assessed; `isSent` = and sent. */
function played(isSent: boolean): ReturnType<BaseBook['workspace']['snapshot']> {
  const grades = ['DV-1001', 'DV-1002', 'DV-1003'].map((code) => agree(code, { lastSeen: 9 }));
  if (!isSent) {
    book.value('saveGrades', { ...KEY, operation: op('1'), grades, lastSeen: 0 }, SECRETARY);
    book.value('record', { ...KEY, operation: op('2'), record: ASSESSMENT }, SECRETARY);
  } else book.value('sendBranch', { ...KEY, operation: op('3') }, SECRETARY);
  return book.workspace.snapshot();
}

/** All rows of all ledgers but their times: what must be the same; broken or doubled rows would show as such. */
function books(): unknown {
  const ledgers = [
    book.ledger('BRANCH', 'P05-KP1'),
    book.ledger('BRANCH', 'P05-KP2'),
    book.ledger('BASE', 'P05'),
    book.ledger('DISTRICT', 'P05'),
  ];
  return ledgers.map(({ events, broken, missingSeqs, nextRow }) => ({
    events: events.map(({ at: _at, ...event }) => event),
    broken,
    missingSeqs,
    nextRow,
  }));
}

function restored({ sent: isSent, recognised, asked, known }: Case, faults: readonly Fault[] = []): void {
  book.workspace.restore(isSent ? sent : open);
  if (recognised)
    book.value(
      'judge',
      { ...KEY, operation: op('4'), judgement: { kind: 'recogniseAll', exceptions: [] } },
      BASE,
    );
  const look = { kind: 'secondLook', member: 'DV-1001', text: 'Em có minh chứng' } as const;
  if (asked) book.value('record', { ...KEY, operation: op('5'), record: look }, SECRETARY);
  if (known) book.value('heartbeat', { ...KEY, member: '' }, SECRETARY);
  book.workspace.faults(faults);
}

describe.each(Object.entries(CASES))('%s', (_, one) => {
  const run = () => book.run(one.fn, one.body as never, one.as);
  restored(one);
  const calls = run().calls.total;
  const expected = books();

  it('writes, and makes more than a handful of calls', () => {
    restored(one);

    expect(books()).not.toEqual(expected);
    expect(calls).toBeGreaterThan(5);
  });

  it.each([
    ['refused', { do: 'refuse', message: 'Something nobody knows' }],
    ['done and said to have failed', { do: 'effectThenError', message: 'Something nobody knows' }],
    ['the execution’s last', { do: 'kill' }],
  ] as const)('leaves the same books when any one call is %s and it is done again', (__, fault) => {
    const wrong: string[] = [];
    for (let at = 1; at <= calls; at += 1) {
      restored(one, [{ at, ...fault } as Fault]);
      const broken = run();
      book.workspace.faults([]);
      const again = run();
      if (broken.ok && fault.do === 'kill') wrong.push(`${at} was not met`);
      if (!again.ok || !String(again.value).startsWith('{"v":1,"ok":true')) wrong.push(`${at} was refused`);
      if (JSON.stringify(books()) !== JSON.stringify(expected)) wrong.push(`${at} left other books`);
    }

    expect(wrong).toEqual([]);
  });
});
