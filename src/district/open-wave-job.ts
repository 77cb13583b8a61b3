import { problem, type Problem } from '../programme/result';
import { waveProblems, type Wave } from '../programme/wave';
import { BRANCHES_TAB } from '../workbook/branches-tab';
import { waveName } from '../workbook/class-words';
import { unlockedBefore } from '../workbook/running-year';
import type { Setup } from '../workbook/setup';
import { readTable } from '../workbook/tab';
import { WAVES_TAB, type WaveEntry } from '../workbook/waves-tab';
import { textArg, type Job, type StepResult } from '../google/jobs';
import { isSameEmail } from '../google/who';
import type { District } from './district';
import {
  entriesOfWave,
  factsOnce,
  ownersOf,
  readFacts,
  setupHindrances,
  waveEntryOf,
  type DistrictFacts,
} from './facts';
import { openToResponders, shareForm } from './files';
import { ensureIntake, ensureWaveTabs } from './intake';
import { writeKeyed } from './keyed-cells';
import { posterLinks } from './links';
import { mendOpened } from './opened-form';
import { forget, recall, remember } from './properties';
import { pushOne, sheetsOnce } from './push-job';
import { rulesOf } from '../workbook/rules-in-force';
import { keepRules, rulesInForce } from './rules-kept';
import { freezeRoster } from './wave-roster';
import { watchForms } from './triggers';
import { nextOf } from './walk';
import { buildForm, ensureForm, followStep, formFactsOf, publishForm, recordForm } from './wave-form';

type OpenPhase = 'FORM' | 'PUBLISH' | 'INTAKE' | 'LINKS' | 'BOOKS';
interface OpenCursor {
  readonly phase: OpenPhase;
  /** The unit done last, in the phase BOOKS. */
  readonly after: string;
  /** In the phase FORM: the form that is being built, and how many items were whole when the slice before ended. */
  readonly form?: { readonly id: string; readonly items: number };
}

/** Steps that are not a unit's: form, publishing, intake, links. */
const FIXED_STEPS = 4;

/**
 * Opens a wave: its form built, published, let to everybody and asked back; the tabs of its sheets; the roster of the day kept; links in *Đợt* and
 * *Chi đoàn*; its tab in every base workbook. Again from anywhere, it leaves one form and one tab each. Problems: SETUP_PROBLEMS, those of
 * `waveProblems`, BOOKS_MISSING, FORM_NOT_PUBLISHED, UNKNOWN_WAVE.
 */
export function openWaveJob(district: District): Job<OpenCursor> {
  let facts = factsOnce(district);
  let sheetsOf = sheetsOnce(district, facts);
  return {
    name: 'openWave',
    first: () => ({ phase: 'FORM', after: '' }),
    step(args, cursor, end) {
      const entry = waveEntryOf(facts().setup, textArg(args, 'wave'));
      if (!entry)
        return { cursor, done: 0, total: 0, problems: [problem('UNKNOWN_WAVE', textArg(args, 'wave'))] };
      const { wave } = entry;
      const units = entriesOfWave(facts().setup, wave);
      const total = units.length + FIXED_STEPS;
      const at = (phase: OpenPhase, done: number, after = ''): StepResult & { cursor: OpenCursor } => ({
        cursor: { phase, after },
        done,
        total,
      });
      switch (cursor.phase) {
        case 'FORM': {
          const problems = openingProblems(facts().setup, wave);
          if (problems.length > 0) return { cursor, done: 0, total, problems };
          if (isInUse(district, facts(), entry)) return at('PUBLISH', 1);
          const formFacts = formFactsOf(facts().setup, wave);
          const form = ensureForm(district.services, formFacts, cursor.form?.id);
          const built = buildForm(district.services, form, formFacts, end, cursor.form?.items);
          if (!built.map) {
            const onward = at('FORM', 0);
            return {
              ...onward,
              cursor: { ...onward.cursor, form: { id: form.getId(), items: built.items } },
            };
          }
          recordForm(district, wave, form, built.map);
          return at('PUBLISH', 1);
        }
        case 'PUBLISH': {
          const problems = publish(district, facts().setup, wave);
          return problems.length > 0 ? { ...at('PUBLISH', 1), problems } : at('INTAKE', 2);
        }
        case 'INTAKE': {
          const intake = ensureIntake(district, facts().settings, wave.programme);
          ensureWaveTabs(district, intake, wave, facts().settings);
          return at('LINKS', 3);
        }
        case 'LINKS': {
          writeLinks(district, wave);
          // The wave counts as opened from here on: what follows must read it so.
          facts = factsOnce(district);
          sheetsOf = sheetsOnce(district, facts);
          return at('BOOKS', FIXED_STEPS);
        }
        case 'BOOKS': {
          const { next, done } = nextOf(units, (one) => one.unit.code, cursor.after);
          if (!next) {
            watchForms(district, facts().setup);
            return { cursor: null, done: total, total };
          }
          const intake = ensuredIntake(district, facts(), wave);
          pushOne(district, facts(), wave, next, sheetsOf(wave, intake), true);
          return at('BOOKS', FIXED_STEPS + done + 1, next.unit.code);
        }
      }
    },
  };
}

/** Everything that keeps a wave from being opened. */
export function openingProblems(setup: Setup, wave: Wave): readonly Problem[] {
  const wrong = setupHindrances(setup.problems);
  if (wrong.length > 0) return wrong;
  const missing = entriesOfWave(setup, wave).filter((entry) => entry.book === '');
  return [
    ...waveProblems(wave),
    ...unlockedBefore(setup, wave).map((before) =>
      problem('YEAR_NOT_CLOSED', before.code, { name: waveName(before), programme: before.programme }),
    ),
    ...(missing.length > 0 ? [problem('BOOKS_MISSING', '', { count: missing.length })] : []),
  ];
}

/**
 * Whether the wave's form is in use already: then it is edited in place and nothing is built. One that is gone for good is forgotten, so that a new
 * one is made.
 */
function isInUse(district: District, facts: DistrictFacts, entry: WaveEntry): boolean {
  const { wave, formId } = entry;
  if (formId === '') return false;
  const record = recall(district.services, `form:${wave.code}`);
  // Its record was lost, or it is being built anew: the items tell how far it is.
  if (record?.formId !== formId) return false;
  if (mendOpened(district, facts, wave, record) !== null) return true;
  forget(district.services, `form:${wave.code}`);
  return false;
}

function publish(district: District, setup: Setup, wave: Wave): readonly Problem[] {
  const { services } = district;
  const record = recall(services, `form:${wave.code}`);
  if (!record) throw new Error(`No form of ${wave.code} was recorded`);
  const form = ensureForm(services, formFactsOf(setup, wave), record.formId);
  if (!publishForm(services, form)) return [problem('FORM_NOT_PUBLISHED', wave.code)];
  if (!openToResponders(services, record.formId)) return [problem('FORM_NOT_FOR_ALL', wave.code)];
  shareForm(services, form, othersOf(district, setup));
  // Publishing opens the form whatever it was before, so its state is set anew.
  followStep(district, setup, wave, { ...record, stateKey: '' }, form);
  return [];
}

/** The other of the two accounts that write everything: it must reach the form when it takes over. */
function othersOf({ email }: District, { settings }: Setup): readonly string[] {
  return ownersOf(settings).filter((one) => !isSameEmail(one, email));
}

/** The form in *Đợt*, the poster links in *Chi đoàn*, who is in which branch: one read, one write. */
function writeLinks(district: District, wave: Wave): void {
  const { setup, tabs, state } = readFacts(district);
  const record = recall(district.services, `form:${wave.code}`);
  if (!record) throw new Error(`No form of ${wave.code} was recorded`);
  freezeRoster(state, setup, wave);
  if (rulesInForce(state) === null) {
    keepRules(state, setup.settings);
    remember(district.services, 'rules', rulesOf(setup.settings));
  }
  const links = posterLinks(setup, wave, record.linkTemplate);
  const form = new Map([[wave.code, { formLink: record.url, formId: record.formId }]]);
  district.api.change(
    district.book,
    [
      ...state.changes(),
      ...writeKeyed(BRANCHES_TAB, readTable(BRANCHES_TAB, tabs.branches ?? []), 'code', links),
      ...writeKeyed(WAVES_TAB, readTable(WAVES_TAB, tabs.waves ?? []), 'wave', form),
    ],
    false,
  );
}

function ensuredIntake(district: District, { settings }: DistrictFacts, { programme }: Wave): string {
  return recall(district.services, `intake:${programme}`) ?? ensureIntake(district, settings, programme);
}
