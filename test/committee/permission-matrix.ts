import { op, agree } from './base-book';
import { ASSESSMENT, KEY, type WardState } from './ward';

/** Who may be at the keyboard: of the branch that is asked about, of another one, above, beside, and whom Google does not tell apart. */
export const ROLES = [
  'own',
  'neighbour',
  'base',
  'otherBase',
  'officer',
  'staff',
  'roleAccount',
  'severalAccounts',
] as const;
export type MatrixRole = (typeof ROLES)[number];

/**
 * What comes of a call: a value and nothing written; something written; nothing at all (a menu, or a trigger's function whom it does not serve);
 * the problem's code; or Google itself refuses: GOOGLE_FILE (no access to the workbook), GOOGLE_ACCOUNTS (several accounts are signed in).
 */
export type Outcome = 'ANSWERS' | 'WRITES' | 'NOTHING' | 'GOOGLE_FILE' | 'GOOGLE_ACCOUNTS' | (string & {});

/** A public function with a request that somebody who may call it would send, and what comes of it for each role. */
export interface MatrixRow {
  /** Undefined = called as a menu, a trigger or a forger does: without a request. */
  readonly body?: unknown;
  readonly state: WardState;
  readonly outcome: Readonly<Record<MatrixRole, Outcome>>;
}

const STRANGERS = { otherBase: 'GOOGLE_FILE', severalAccounts: 'GOOGLE_ACCOUNTS' } as const;
const MENU_STRANGERS = { otherBase: 'GOOGLE_FILE', severalAccounts: 'GOOGLE_FILE' } as const;

type Told = Omit<Record<MatrixRole, Outcome>, keyof typeof STRANGERS>;

function committee(body: unknown, state: WardState, outcome: Told): MatrixRow {
  return { body, state, outcome: { ...outcome, ...STRANGERS } };
}

/** Everybody who has the workbook open sees the menu and the page. */
const MENU: MatrixRow = {
  state: 'OPEN',
  outcome: {
    own: 'NOTHING',
    neighbour: 'NOTHING',
    base: 'NOTHING',
    officer: 'NOTHING',
    staff: 'NOTHING',
    roleAccount: 'NOTHING',
    ...MENU_STRANGERS,
  },
};

const READ: Told = {
  own: 'ANSWERS',
  neighbour: 'NOT_ON_COMMITTEE',
  base: 'ANSWERS',
  officer: 'ANSWERS',
  staff: 'ANSWERS',
  roleAccount: 'ANSWERS',
};
const ALL_READ: Told = { ...READ, neighbour: 'ANSWERS' };
const NOBODY: Told = {
  own: 'NOT_ON_COMMITTEE',
  neighbour: 'NOT_ON_COMMITTEE',
  base: 'NOT_ON_COMMITTEE',
  officer: 'NOT_ON_COMMITTEE',
  staff: 'NOT_ON_COMMITTEE',
  roleAccount: 'NOT_ON_COMMITTEE',
};

const SAVE = { ...KEY, operation: op('a'), grades: [agree('DV-01')], lastSeen: 0 };
const ACT = { ...KEY, operation: op('a') };

/** The committee script's public functions. */
export const COMMITTEE_ROWS: Readonly<Record<string, MatrixRow>> = {
  onOpen: MENU,
  onInstall: MENU,
  openGrading: MENU,
  openWide: MENU,
  openPaperEntry: MENU,
  openMessages: MENU,
  openPapers: MENU,
  openUnitReport: MENU,
  openHelp: MENU,
  greet: committee({}, 'OPEN', ALL_READ),
  openBranch: committee(KEY, 'OPEN', READ),
  loadTexts: committee(KEY, 'OPEN', READ),
  memberHistory: committee({ ...KEY, member: 'DV-01' }, 'READY', READ),
  branchMoments: committee({ ...KEY, to: `${op('1')}/01` }, 'REGRADED', {
    ...READ,
    base: 'NOTHING_TO_UNDO',
    officer: 'NOTHING_TO_UNDO',
    staff: 'NOTHING_TO_UNDO',
    roleAccount: 'NOTHING_TO_UNDO',
  }),
  formLink: committee(KEY, 'OPEN', READ),
  heartbeat: committee({ ...KEY, member: 'DV-01' }, 'OPEN', READ),
  openUnit: committee({ wave: KEY.wave }, 'OPEN', { ...READ, own: 'NOT_ON_COMMITTEE' }),
  saveGrades: committee(SAVE, 'OPEN', { ...NOBODY, own: 'WRITES', base: 'NOT_TAKEN_OVER' }),
  undoActs: committee({ ...ACT, operations: [`${op('1')}/01`] }, 'READY', {
    ...NOBODY,
    own: 'WRITES',
    base: 'NOTHING_TO_UNDO',
  }),
  restoreTo: committee({ ...ACT, to: `${op('2')}/01`, members: [] }, 'REGRADED', {
    ...NOBODY,
    own: 'WRITES',
    base: 'NOTHING_TO_UNDO',
  }),
  record: committee({ ...ACT, record: ASSESSMENT }, 'OPEN', {
    ...NOBODY,
    own: 'WRITES',
    base: 'NOT_TAKEN_OVER',
  }),
  sendBranch: committee(ACT, 'READY', { ...NOBODY, own: 'WRITES', base: 'NOT_TAKEN_OVER' }),
  takeBackBranch: committee(ACT, 'SENT', { ...NOBODY, own: 'WRITES' }),
  judge: committee({ ...ACT, judgement: { kind: 'recogniseAll', exceptions: [] } }, 'SENT', {
    ...NOBODY,
    base: 'WRITES',
  }),
  recordForUnit: committee(
    { wave: KEY.wave, operation: op('a'), record: { kind: 'lessons', text: 'Nhắc sớm hơn' } },
    'OPEN',
    { ...NOBODY, base: 'WRITES' },
  ),
};

/** Writing calls, and who may: whoever else calls must be refused by Google even when our own code is taken in. */
export const WRITERS: Readonly<Record<string, MatrixRole>> = {
  saveGrades: 'own',
  undoActs: 'own',
  restoreTo: 'own',
  record: 'own',
  sendBranch: 'own',
  takeBackBranch: 'own',
  judge: 'base',
  recordForUnit: 'base',
};

/** Nobody but staff can open *Sổ Quận đoàn*. */
function district(body: unknown, staff: Outcome, roleAccount: Outcome): MatrixRow {
  const strangers = body === undefined ? MENU_STRANGERS : STRANGERS;
  return {
    body,
    state: 'OPEN',
    outcome: {
      own: 'GOOGLE_FILE',
      neighbour: 'GOOGLE_FILE',
      base: 'GOOGLE_FILE',
      officer: 'GOOGLE_FILE',
      staff,
      roleAccount,
      ...strangers,
    },
  };
}

const JOB = { job: 'createBooks', wave: '', operation: op('b') };

/** The district script's. Of staff who are not the role account a wish becomes a row of *Việc chờ*, and a trigger's function does nothing. */
export const DISTRICT_ROWS: Readonly<Record<string, MatrixRow>> = {
  onOpen: district(undefined, 'NOTHING', 'NOTHING'),
  openConsole: district(undefined, 'NOTHING', 'NOTHING'),
  openPrint: district(undefined, 'NOTHING', 'NOTHING'),
  showHelp: district(undefined, 'NOTHING', 'NOTHING'),
  collectNow: district(undefined, 'WRITES', 'WRITES'),
  collectLedgersNow: district(undefined, 'WRITES', 'WRITES'),
  summariseNow: district(undefined, 'WRITES', 'WRITES'),
  repairNow: district(undefined, 'WRITES', 'WRITES'),
  everyTenMinutes: district(undefined, 'NOTHING', 'WRITES'),
  // Nothing waits.
  everyFiveMinutes: district(undefined, 'NOTHING', 'NOTHING'),
  hourly: district(undefined, 'NOTHING', 'WRITES'),
  nightly: district(undefined, 'NOTHING', 'WRITES'),
  onFormSent: district(undefined, 'NOTHING', 'WRITES'),
  consoleState: district({}, 'ANSWERS', 'ANSWERS'),
  previewJob: district({ job: 'createBooks', wave: '' }, 'ANSWERS', 'ANSWERS'),
  // Of the role account it begins, and `continueJob` does the work.
  startJob: district(JOB, 'WRITES', 'ANSWERS'),
  continueJob: district({ key: 'createBooks:' }, 'ANSWERS', 'WRITES'),
  stopJob: district({ key: 'createBooks:' }, 'ROLE_ACCOUNT_ONLY', 'ANSWERS'),
  openUnmatched: district({ wave: KEY.wave }, 'ANSWERS', 'ANSWERS'),
  decideUnmatched: district(
    { decisions: [{ responseId: 'x', sentAt: 0, member: '' }] },
    'ANSWERS',
    'ANSWERS',
  ),
  putRoster: district(
    { file: 'x.csv', total: 1, from: 0, rows: [['', 'Mai Thị Xuân', '01/02/1996', 'P05-KP1', '', '', '']] },
    'WRITES',
    'WRITES',
  ),
  openLinks: district({ wave: KEY.wave, unit: 'P05' }, 'ANSWERS', 'ANSWERS'),
};
