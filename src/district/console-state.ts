import type { ConsoleView } from '../contract/district';
import { problem, type Problem } from '../programme/result';
import { stepOf } from '../programme/wave';
import { branchesFrom } from '../workbook/branches-tab';
import type { ReadRows } from '../workbook/cells';
import { waveName } from '../workbook/class-words';
import { isRunning } from '../workbook/running-year';
import { rulesChanged } from '../workbook/rules-in-force';
import { settingsFrom } from '../workbook/settings-tab';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { unitsFrom } from '../workbook/units-tab';
import { wavesFrom, type WaveEntry } from '../workbook/waves-tab';
import { FIRST_DATA_ROW } from '../workbook/tab';
import { isSameEmail } from '../google/who';
import { consoleSteps, type StepFacts } from './console-steps';
import type { District } from './district';
import { healthLines } from './health';
import { recallAll } from './properties';
import { dueYears } from './retain-due';
import { allViews } from './runs';

/** Tabs the checklist is read from; of the roster only how long it is. */
const LOOKED_AT = [
  { sheetId: SHEET_IDS.settings },
  { sheetId: SHEET_IDS.waves },
  { sheetId: SHEET_IDS.units },
  { sheetId: SHEET_IDS.branches },
  { sheetId: SHEET_IDS.members, startColumnIndex: 0, endColumnIndex: 1 },
];

/** The checklist of the console, true at any time: one read of the short tabs, one of everything remembered. */
export function consoleState(district: District, asked: string | undefined): ConsoleView {
  const [settingsRows, waveRows, unitRows, branchRows, memberRows] = district.api.read(
    district.book,
    LOOKED_AT,
  ) as readonly (ReadRows | null)[];
  const known = recallAll(district.services);
  const { settings } = settingsFrom(settingsRows ?? []);
  const allWaves = wavesFrom(waveRows ?? []).values;
  const waves = allWaves.filter(
    ({ wave, formId }, _, all) =>
      wave.programme === settings.programme || (formId !== '' && isRunning({ waves: all, settings }, wave)),
  );
  const units = unitsFrom(unitRows ?? [], []).values;
  const now = district.now();
  const current = waves.find((entry) => entry.wave.code === asked) ?? currentWave(waves, now);
  const due = dueYears(allWaves, settings, now).filter(({ year }) => known.get(`retained:${year}`) === null);
  const facts: StepFacts = {
    isSetUp: settingsRows !== null && settingsRows !== undefined,
    check: known.get('setup'),
    units: units.length,
    books: units.filter((entry) => entry.book !== '').length,
    branches: branchesFrom(branchRows ?? []).values.length,
    members: (memberRows ?? []).slice(FIRST_DATA_ROW).filter((row) => String(row[0] ?? '') !== '').length,
    entry: current,
    opened: waves.filter((entry) => entry.formId !== '').length,
    locked: waves.filter((entry) => entry.wave.lockedAt !== undefined).length,
    rulesTyped: rulesChanged(settings, known.get('rules')).length,
    yearAt: known.get(`year:${settings.programme}`),
    wordsDue: due.map(({ year }) => year),
    figures: (current && known.get(`wave:${current.wave.code}`)) ?? {},
    now,
  };
  const running = allViews(known.text, known.names);
  return {
    email: district.email,
    // Before anybody is named in *Thiết lập* whoever opens the workbook sets it up (endpoint.ts).
    isRoleAccount: settings.roleAccount === '' || isSameEmail(district.email, settings.roleAccount),
    roleAccount: settings.roleAccount,
    district: settings.district,
    waves: waves.map(({ wave }) => ({
      code: wave.code,
      name: waveName(wave),
      theme: wave.theme,
      step: stepOf(wave, now),
    })),
    wave: current?.wave.code ?? '',
    steps: consoleSteps(facts),
    running: running.filter((view) => view.state !== 'DONE'),
    health: healthLines(district, {
      known,
      settings,
      figures: facts.figures,
      wordsDue: due,
      views: running,
      checkedAt:
        facts.check?.finished === true ? Math.max(facts.check.at, known.get('takenOverAt') ?? 0) : null,
    }),
    problems: setupLines(facts),
    now,
  };
}

/** The wave people are at: the newest opened and not locked, else the first still to be opened, else the last. */
function currentWave(waves: readonly WaveEntry[], now: number): WaveEntry | null {
  const open = waves.filter((entry) => entry.formId !== '' && entry.wave.lockedAt === undefined);
  const begun = open.filter((entry) => stepOf(entry.wave, now) !== 'PREPARATION');
  return (
    begun[begun.length - 1] ??
    open[0] ??
    waves.find((entry) => entry.wave.lockedAt === undefined) ??
    waves[waves.length - 1] ??
    null
  );
}

function setupLines({ check }: StepFacts): readonly Problem[] {
  if (!check || check.blocking === 0) return [];
  return [
    problem('SETUP_PROBLEMS', '', { count: check.blocking }),
    ...check.lines.map((sentence) => problem('SHEET_PROBLEM', '', { sentence })),
  ];
}
