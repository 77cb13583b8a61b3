import type { Wave } from '../programme/wave';
import { presetOfSettings } from '../workbook/settings-use';
import type { UnitEntry } from '../workbook/units-tab';
import { textArg, type Job } from '../google/jobs';
import { saidByHand } from './by-hand-state';
import { collectState, setCollectState } from './collect-state';
import type { District } from './district';
import { branchesOfUnit, entriesOfWave, factsOnce, openedWaves, type DistrictFacts } from './facts';
import { intakeOf, readWaveSheets } from './intake';
import { sharedAnswers } from './kept-difficulties';
import type { PlacedSubmission } from './place-submission';
import { rememberFigures } from './properties';
import { pushUnit } from './push-unit';
import { readNamedTexts, STATE_TAB, type NamedTexts } from './state-tab';
import { nextOf } from './walk';
import { countingSheets, earlierWaves, waveMembersOf, type CountingSheets } from './wave-members';
import { rosterOfWave, type WaveRoster } from './wave-roster';

/** Where a push is: the wave, the unit it did last, and the version of the sheets it began with. */
export interface PushCursor {
  readonly wave: string;
  readonly after: string;
  readonly version: number;
}

/**
 * Brings what members sent into the base workbooks: of each wave the units whose sheets changed since the last push, one read and one write
 * each. `wave` '' = every open wave; `all` = every unit. Twice in a row the second finds nothing to do.
 */
export function pushJob(district: District): Job<PushCursor> {
  const facts = factsOnce(district);
  const sheetsOf = sheetsOnce(district, facts);
  const textsOf = new Map<string, NamedTexts>();
  return {
    name: 'push',
    first: () => ({ wave: '', after: '', version: -1 }),
    step(args, cursor) {
      const waves = wavesToServe(facts(), textArg(args, 'wave'));
      const wave = waves.find((one) => one.code === cursor.wave) ?? waves[0];
      const intake = wave ? intakeOf(district, wave.programme) : '';
      if (!wave || intake === '') return { cursor: null, done: 0, total: 0 };
      const following = waves[waves.indexOf(wave) + 1];
      const onward = following ? { wave: following.code, after: '', version: -1 } : null;

      const texts = textsOf.get(intake) ?? readIntakeState(district, intake);
      textsOf.set(intake, texts);
      const state = collectState(texts, wave.code);
      const version = cursor.version < 0 ? state.version : cursor.version;
      const isAll = args.all === true;
      const due = entriesOfWave(facts().setup, wave).filter(
        ({ unit, book }) => book !== '' && (isAll || state.touched[unit.code] !== undefined),
      );
      if (due.length === 0) return { cursor: onward, done: 0, total: 0 };
      const { next, done } = nextOf(due, (entry) => entry.unit.code, cursor.after);
      const sheets = sheetsOf(wave, intake);
      if (next) {
        pushOne(district, facts(), wave, next, sheets, false);
        return {
          cursor: { wave: wave.code, after: next.unit.code, version },
          done: done + 1,
          total: due.length,
          counts: { pushed: 1 },
        };
      }
      // A unit touched by a collect that ran between two slices stays for the next push.
      const touched = Object.fromEntries(Object.entries(state.touched).filter(([, at]) => at > version));
      setCollectState(texts, wave.code, { ...state, touched });
      district.api.change(intake, texts.changes(), true);
      rememberWave(district, facts(), wave, sheets);
      return { cursor: onward, done: due.length, total: due.length };
    },
  };
}

/** The waves a run is for: the one named, else every opened one that is not locked. */
export function wavesToServe({ setup }: DistrictFacts, code: string): readonly Wave[] {
  return openedWaves(setup)
    .map((entry) => entry.wave)
    .filter((wave) => (code === '' ? wave.lockedAt === undefined : wave.code === code));
}

/** Writes one unit's tab of a wave. */
export function pushOne(
  district: District,
  { setup, state }: DistrictFacts,
  wave: Wave,
  entry: UnitEntry,
  { roster, counting }: ServedSheets,
  isOpening: boolean,
): void {
  const members = waveMembersOf(branchesOfUnit(setup, entry.unit), roster, counting);
  pushUnit(district, setup, wave, entry, members, isOpening, {
    shared: sharedAnswers(state),
    byHand: saidByHand(state, entry.unit.code),
  });
}

/** The members of a wave and what counts of their sheets. */
export interface ServedSheets {
  readonly roster: WaveRoster;
  readonly counting: CountingSheets;
}

/** The state kept in *Sổ tiếp nhận phiếu*. */
export function readIntakeState(district: District, intake: string): NamedTexts {
  const [rows] = district.api.read(intake, [{ sheetId: STATE_TAB.sheetId }]);
  return readNamedTexts(STATE_TAB, rows ?? null);
}

/** The sheets of a wave and what counts of them, read once a slice. */
export function sheetsOnce(
  district: District,
  facts: () => DistrictFacts,
): (wave: Wave, intake: string) => ServedSheets {
  const known = new Map<string, ServedSheets>();
  return (wave, intake) => {
    const before = known.get(wave.code);
    if (before) return before;
    const served = growingSheets(district, facts(), wave, intake).served();
    known.set(wave.code, served);
    return served;
  };
}

/** The sheets of a wave that is being taken in: what is placed is added to what was read. */
export interface GrowingSheets {
  readonly add: (placed: readonly PlacedSubmission[]) => void;
  readonly served: () => ServedSheets;
}

/** Reads the sheets of a wave and of those before it whose registrations may hold in it; one call. */
export function growingSheets(
  district: District,
  { setup, settings, state }: DistrictFacts,
  wave: Wave,
  intake: string,
): GrowingSheets {
  const earlier = earlierWaves(
    wave,
    openedWaves(setup).map((entry) => entry.wave),
  );
  const preset = presetOfSettings(settings);
  const [sheets, ...others] = readWaveSheets(district, intake, [wave, ...earlier], preset);
  if (!sheets) throw new Error(`No sheets of ${wave.code}`);
  const before = earlier.flatMap((one, index) => {
    const own = others[index];
    return own ? [{ wave: one, sheets: own }] : [];
  });
  const roster = rosterOfWave(state, setup, wave);
  const registrations = [...sheets.registrations];
  const selfAssessments = [...sheets.selfAssessments];
  return {
    add(placed) {
      for (const { submission } of placed)
        if (submission.kind === 'REGISTRATION') registrations.push(submission);
        else selfAssessments.push(submission);
    },
    served: () => ({
      roster,
      counting: countingSheets(wave, { ...sheets, registrations, selfAssessments }, before),
    }),
  };
}

/** Keeps what the console tells of a wave after its units were written. */
export function rememberWave(
  district: District,
  { setup }: DistrictFacts,
  wave: Wave,
  { roster, counting }: ServedSheets,
): void {
  const branches = entriesOfWave(setup, wave).flatMap(({ unit }) => branchesOfUnit(setup, unit));
  const members = branches.flatMap((branch) => roster.get(branch.code) ?? []);
  rememberFigures(district.services, wave.code, {
    members: members.length,
    branches: branches.length,
    registered: members.filter((member) => counting.registrations.has(member.code)).length,
    selfAssessed: members.filter((member) => counting.selfAssessments.has(member.code)).length,
    pushedAt: district.now(),
  });
}
