import { dayOf } from '../programme/dates';
import { problem, type Problem } from '../programme/result';
import { waveName } from '../workbook/class-words';
import type { Job } from '../google/jobs';
import type { District } from './district';
import { waveEntryOf, type DistrictFacts } from './facts';
import { logRequests } from './ledger-copies';
import { mailJob, type Mailing } from './mail-job';
import { digestsOf, remindedOf, remindersOf, type Reminders } from './reminders';
import { jsonOf, FOLDS_TAB, readNamedTexts } from './state-tab';
import { resultsOf } from './summarise-job';
import { overdueByUnit } from './kept-difficulties';

/** *Nhắc việc*: Email 2 and 3 to who is behind, at most `reminderLimit` times a wave and once a day, within the day's mail quota (P6, wording.md 3). */
export function remindJob(district: District): Job<'CHECK' | 'SEND' | 'CLOSE'> {
  return mailJob(district, 'remind', (facts, wave, operation) => reminding(district, facts, wave, operation));
}

/** What a reminder would be now, for the preview; the same that the job does. */
export function remindersNow(district: District, facts: DistrictFacts, code: string): Reminders {
  const entry = waveEntryOf(facts.setup, code);
  if (!entry) return { letters: [], texts: [], units: 0, without: [] };
  const [rows] = district.api.read(district.book, [{ sheetId: FOLDS_TAB.sheetId }]);
  const results = resultsOf(readNamedTexts(FOLDS_TAB, rows ?? null), facts, entry.wave);
  const { setup, state } = facts;
  return remindersOf({ setup, wave: entry.wave, results, now: district.now() }, remindedOf(state, code));
}

/** What keeps a wave from being reminded of once more. */
export function reminderProblems(
  { setup, settings, state }: DistrictFacts,
  code: string,
): readonly Problem[] {
  const entry = waveEntryOf(setup, code);
  if (!entry) return [problem('UNKNOWN_WAVE', code)];
  if (entry.formId === '') return [problem('WAVE_NOT_OPENED', code)];
  if (!settings.mailReminders) return [problem('MAIL_OFF')];
  return remindedOf(state, code).count >= settings.reminderLimit
    ? [problem('REMINDED_ENOUGH', code, { limit: settings.reminderLimit })]
    : [];
}

function reminding(district: District, facts: DistrictFacts, code: string, operation: string): Mailing {
  const before = remindedOf(facts.state, code);
  const entry = waveEntryOf(facts.setup, code);
  const { letters } = remindersNow(district, facts, code);
  return {
    problems: letters.length === 0 && entry ? [] : reminderProblems(facts, code),
    letters,
    isClosed: before.operation === operation,
    close(sent) {
      if (sent.length === 0 || !entry) return;
      const now = district.now();
      const units = letters.filter(({ key }) => sent.includes(key)).map(({ unit }) => unit);
      const at = { ...before.at, ...Object.fromEntries(units.map((unit) => [unit, now])) };
      facts.state.set(
        `reminded:${code}`,
        JSON.stringify({ count: before.count + 1, operation, at } satisfies ReturnType<typeof remindedOf>),
      );
      logged(
        district,
        facts,
        'Nhắc việc',
        `${waveName(entry.wave)}, lần ${before.count + 1}: ${sent.length} thư`,
        code,
      );
    },
  };
}

/** *Thư cho cán bộ phụ trách* (P12): Email 4, one a day. */
export function digestJob(district: District): Job<'CHECK' | 'SEND' | 'CLOSE'> {
  return mailJob(district, 'digest', (facts, code, operation) => {
    const entry = waveEntryOf(facts.setup, code);
    const name = `digested:${code}`;
    const before = jsonOf(facts.state, name, { operation: '', day: '' });
    const day = dayOf(district.now());
    const letters =
      before.day === day && before.operation !== operation ? [] : digestsNow(district, facts, code);
    return {
      problems: digestProblems(facts, code),
      letters,
      isClosed: before.operation === operation,
      close(sent) {
        if (sent.length === 0 || !entry) return;
        facts.state.set(name, JSON.stringify({ operation, day }));
        logged(
          district,
          facts,
          'Thư cho cán bộ phụ trách',
          `${waveName(entry.wave)}: ${sent.length} thư`,
          code,
        );
      },
    };
  });
}

/** What keeps the digests from being sent. */
export function digestProblems({ setup, settings }: DistrictFacts, code: string): readonly Problem[] {
  const entry = waveEntryOf(setup, code);
  if (!entry) return [problem('UNKNOWN_WAVE', code)];
  if (entry.formId === '') return [problem('WAVE_NOT_OPENED', code)];
  return settings.mailDigests ? [] : [problem('MAIL_OFF')];
}

/** The letters to officers as they would be now. */
export function digestsNow(
  district: District,
  facts: DistrictFacts,
  code: string,
): ReturnType<typeof digestsOf> {
  const entry = waveEntryOf(facts.setup, code);
  if (!entry) return [];
  const { setup, state } = facts;
  const [rows] = district.api.read(district.book, [{ sheetId: FOLDS_TAB.sheetId }]);
  const results = resultsOf(readNamedTexts(FOLDS_TAB, rows ?? null), facts, entry.wave);
  return digestsOf(
    { setup, wave: entry.wave, results, now: district.now() },
    overdueByUnit(state, setup, district.now()),
    new Map(setup.allBranches.map((branch) => [branch.code, branch.name])),
  );
}

function logged(
  district: District,
  { state }: DistrictFacts,
  what: string,
  detail: string,
  wave: string,
): void {
  const entry = { at: district.now(), actor: district.email, what, related: '', detail, data: { wave } };
  district.api.change(district.book, [...logRequests(state, [entry]), ...state.changes()], false);
}
