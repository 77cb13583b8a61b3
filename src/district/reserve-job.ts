import type { JobPreview } from '../contract/district';
import { problem, type Problem } from '../programme/result';
import { SETTINGS_TAB } from '../workbook/settings-tab';
import { SETTINGS, type SettingKey } from '../workbook/settings';
import { readTable } from '../workbook/tab';
import type { Job } from '../google/jobs';
import { isTransient, messageOf, retrying } from '../google/retry';
import { isSameEmail } from '../google/who';
import { fileOfLink, type District } from './district';
import { openedWaves, readFacts, type DistrictFacts } from './facts';
import { intakeOf } from './intake';
import { countSaid } from './job-words';
import { writeKeyed } from './keyed-cells';
import { logRequests } from './ledger-copies';
import { forget, remember } from './properties';
import { CLOCK_MS, watchForms } from './triggers';
import { nextOf, type Walk } from './walk';

type TakeOverCursor = Walk & { readonly phase: 'ACCOUNTS' | 'CLOCK' | 'FILES' };

/** Steps that are no file's: the two accounts, the clock. */
const FIXED_STEPS = 2;

/** A file that the jobs write. */
interface OwnedFile {
  readonly key: string;
  readonly name: string;
  readonly open: (district: District) => void;
}

/**
 * The reserve account takes the role account's place (architecture.md 1): the two change places in *Thiết lập*, the clock's triggers are made anew as
 * the reserve's, and every file the jobs write is opened once. Nothing else has to be changed, for both accounts write every tab of the owner. What
 * Google keeps to a file's owner is not taken over: sharing the old workbooks further (docs/apps-script-notes.md, Sharing). Problem: RESERVE_ONLY.
 */
export function takeOverJob(district: District): Job<TakeOverCursor> {
  return {
    name: 'takeOver',
    first: () => ({ phase: 'ACCOUNTS', after: '' }),
    step(_args, cursor) {
      const facts = readFacts(district);
      const files = filesOf(facts, district);
      const total = files.length + FIXED_STEPS;
      if (cursor.phase === 'ACCOUNTS') {
        const problems = takeOverProblems(district, facts);
        if (problems.length > 0) return { cursor, done: 0, total, problems };
        if (!isTaken(district, facts)) changePlaces(district, facts);
        return { cursor: { phase: 'CLOCK', after: '' }, done: 1, total };
      }
      if (cursor.phase === 'CLOCK') {
        watchForms(district, facts.setup);
        // What the other account's clock did, and when it fell silent, is past.
        for (const name of Object.keys(CLOCK_MS) as (keyof typeof CLOCK_MS)[])
          forget(district.services, `health:${name}`);
        remember(district.services, 'takenOverAt', district.now());
        return { cursor: { phase: 'FILES', after: '' }, done: FIXED_STEPS, total };
      }
      const { next, done } = nextOf(files, (file) => file.key, cursor.after);
      if (!next) return { cursor: null, done: total, total };
      const isOpened = isReached(district, facts, next);
      return {
        cursor: { phase: 'FILES', after: next.key },
        done: FIXED_STEPS + done + 1,
        total,
        counts: { [isOpened ? 'opened' : 'notOpened']: 1 },
      };
    },
  };
}

/** What taking over would do, and what it cannot. */
export function previewTakeOver(
  district: District,
  facts: DistrictFacts,
): Pick<JobPreview, 'sentence' | 'problems'> {
  const { roleAccount } = facts.settings;
  return {
    sentence:
      `Tiếp quản thay tài khoản ${roleAccount}? Các việc tự động sẽ chạy bằng tài khoản ${district.email}; ` +
      `${countSaid(filesOf(facts, district).length)} tệp được mở thử. Sổ và phiếu cũ vẫn thuộc tài khoản cũ: muốn thêm người vào các sổ ấy, ` +
      'hãy nhờ người quản trị Google Workspace chuyển quyền sở hữu sang tài khoản này.',
    problems: takeOverProblems(district, facts),
  };
}

function takeOverProblems(district: District, facts: DistrictFacts): readonly Problem[] {
  const { reserveAccount } = facts.settings;
  return isTaken(district, facts) || isSameEmail(reserveAccount, district.email)
    ? []
    : [problem('RESERVE_ONLY', '', { reserveAccount })];
}

/** A run killed after its first write finds the places changed already. */
function isTaken({ email }: District, { settings, state }: DistrictFacts): boolean {
  return isSameEmail(settings.roleAccount, email) && state.get(TAKEN) === email;
}

/** Who took over last; kept, so that the role account itself cannot be told to take over. */
const TAKEN = 'takenOver';

function changePlaces(district: District, { settings, state, tabs }: DistrictFacts): void {
  const label = (key: SettingKey): string => SETTINGS.find((one) => one.key === key)?.label ?? key;
  const cells = new Map([
    [label('roleAccount'), { value: settings.reserveAccount }],
    [label('reserveAccount'), { value: settings.roleAccount }],
  ]);
  state.set(TAKEN, district.email);
  const entry = {
    at: district.now(),
    actor: district.email,
    what: 'Tiếp quản',
    related: '',
    detail: `Tài khoản ${settings.reserveAccount} chạy chương trình thay ${settings.roleAccount}`,
    data: {},
  };
  district.api.change(
    district.book,
    [
      ...writeKeyed(SETTINGS_TAB, readTable(SETTINGS_TAB, tabs.settings ?? []), 'key', cells),
      ...logRequests(state, [entry]),
      ...state.changes(),
    ],
    false,
  );
}

function filesOf({ setup, settings }: DistrictFacts, district: District): readonly OwnedFile[] {
  const book = (key: string, name: string, file: string): readonly OwnedFile[] =>
    file === ''
      ? []
      : [{ key, name, open: ({ services }) => void services.spreadsheets.openById(file).getName() }];
  return [
    ...book('intake', `Sổ tiếp nhận phiếu ${settings.programme}`, intakeOf(district, settings.programme)),
    ...setup.units.flatMap(({ unit, book: link }) => book(`unit:${unit.code}`, unit.name, fileOfLink(link))),
    ...openedWaves(setup).map(({ wave, formId }): OwnedFile => ({
      key: `form:${wave.code}`,
      name: `Phiếu ${wave.code}`,
      open: ({ services }) => void services.forms.openById(formId).getTitle(),
    })),
  ].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Opens the file; one that Google does not open is written down in *Nhật ký*. */
function isReached(district: District, facts: DistrictFacts, file: OwnedFile): boolean {
  try {
    retrying(district.services, () => file.open(district));
    return true;
  } catch (error) {
    if (isTransient(error)) throw error;
    district.services.log(`takeOver ${file.key}: ${messageOf(error)}`);
    const entry = {
      at: district.now(),
      actor: district.email,
      what: 'Tiếp quản',
      related: '',
      detail: `Không mở được: ${file.name}. Hãy nhờ chủ tệp hoặc người quản trị chia sẻ cho ${district.email}.`,
      data: {},
    };
    district.api.change(
      district.book,
      [...logRequests(facts.state, [entry]), ...facts.state.changes()],
      false,
    );
    return false;
  }
}
