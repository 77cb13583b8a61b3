import { GROUP_CHOICES } from '../programme/criteria';
import type { EpochMs } from '../programme/dates';
import { indexRoster } from '../programme/matching';
import { takesPart } from '../programme/organisation';
import type { Problem } from '../programme/result';
import { submissionId } from '../programme/submission';
import type { Wave } from '../programme/wave';
import { presetOfSettings } from '../workbook/settings-use';
import { submissionToRow } from '../workbook/submission-rows';
import {
  LONG_TEXTS_TAB,
  registrationsTab,
  selfAssessmentsTab,
  UNMATCHED_TAB,
} from '../workbook/submission-tabs';
import { longTextRows } from '../workbook/long-texts';
import { recordToCells, type TabRecord } from '../workbook/tab';
import { unmatchedRow, type UnmatchedDecision } from '../workbook/unmatched-rows';
import { appendRows, type SheetsRequest } from '../google/sheets-batch';
import { collectState, setCollectState, touching, type CollectState } from './collect-state';
import type { District } from './district';
import type { DistrictFacts } from './facts';
import { readSheet, type AnswerFacts, type RawResponse } from './form-submission';
import { ensureIntake } from './intake';
import { rememberSeen } from './idle';
import { readIntakeTabs, type IntakeTabs } from './intake-tabs';
import { placeSubmission, type PlacedSubmission, type PlacingFacts } from './place-submission';
import { rememberFigures, type FormRecord } from './properties';
import type { ResponseSource } from './responses';
import { logReplaced } from './replaced-signs';
import { rosterOfWave } from './wave-roster';

/** Looked back over at every run: an answer may become visible a little after its time. */
const OVERLAP_MS = 10 * 60_000;

/** Signs of answers written in one batch: with the names of the cells' fields about 2 MB (docs/apps-script-notes.md, Payload). */
const CHUNK_SIGNS = 900_000;
/** What the cells of one sheet add to its answers, counted in signs. */
const ROW_SIGNS = 700;

/** Time for writing after the store was read, beyond the slice if need be; far below what Google allows an execution. */
const WRITING_MS = 60_000;

/** What a run of collecting takes from where. */
export interface Collecting {
  readonly wave: Wave;
  readonly form: FormRecord;
  readonly intake: string;
  /** Look at everything ever sent, not only at what came since the last run. */
  readonly all: boolean;
}

/** What it did; `finished` false = time was over, the next run goes on behind the last row written. */
export interface Collected {
  readonly finished: boolean;
  readonly received: number;
  readonly toResolve: number;
  readonly problems: readonly Problem[];
}

/**
 * Collects one wave: sheets that have no row yet get one, and a line for staff where nobody is found, all with the cursor in one atomic write a
 * chunk. What is there already is known by (response id, second): repeating adds nothing. Problems: SHEET_CHANGED.
 */
export function collectWave(
  district: District,
  facts: DistrictFacts,
  source: ResponseSource,
  { wave, form, intake, all }: Collecting,
  end: EpochMs,
): Collected {
  const read = readIntakeTabs(district, intake, wave);
  if (!read.ok) return { finished: true, received: 0, toResolve: 0, problems: read.problems };
  const tabs = read.value;
  const people = peopleOf(facts, wave);
  let state = withDecisions(collectState(tabs.texts, wave.code), tabs.decisions, people);
  const readAt = district.now();
  const given = source.since(form, all ? 0 : Math.max(0, state.since - OVERLAP_MS));
  const fresh = given.filter((one) => !tabs.known.has(submissionId({ responseId: one.id, sentAt: one.at })));
  const answers = answerFacts(facts, wave, form);
  // Reading the store is by far the dearest part: what it gave is written, if the slice is over by then too.
  const last = Math.max(end, district.now() + WRITING_MS);
  let [received, toResolve] = [0, 0];
  while (received < fresh.length && (received === 0 || district.now() < last)) {
    const sheets = chunkOf(fresh, received).map((raw) => readSheet(raw, answers));
    const placed = sheets.map((sheet) => placeSubmission(people, sheet.submission));
    const long = placed.flatMap((one) => longTextRows(one.submission));
    logReplaced(district, facts, sheets);
    // A book of before there was this tab gets it.
    if (long.length > 0) ensureIntake(district, facts.settings, wave.programme);
    state = touching(state, unitsOf(placed, people));
    // Never behind a moment at which nothing was sent: what is still on its way may carry an earlier time.
    state = { ...state, since: placed.reduce((at, one) => Math.max(at, one.submission.sentAt), state.since) };
    setCollectState(tabs.texts, wave.code, state);
    district.api.change(
      intake,
      [...rowsFor(placed, tabs, wave, facts), ...longRows(long), ...tabs.texts.changes()],
      false,
    );
    received += placed.length;
    toResolve += placed.filter((one) => one.toResolve !== null).length;
  }
  setCollectState(tabs.texts, wave.code, state);
  district.api.change(intake, tabs.texts.changes(), true);
  const finished = received === fresh.length;
  const since = Math.max(state.since, readAt) - OVERLAP_MS;
  if (finished) rememberSeen(district, wave.code, { formId: form.formId, since }, given);
  rememberFigures(district.services, wave.code, {
    unmatched: tabs.waiting + toResolve,
    ...(finished ? { collectedAt: district.now() } : {}),
  });
  return { finished, received, toResolve, problems: [] };
}

/** As many responses as one write takes, at least one. */
function chunkOf(fresh: readonly RawResponse[], from: number): readonly RawResponse[] {
  let [signs, to] = [0, from];
  while (to < fresh.length && (to === from || signs < CHUNK_SIGNS)) {
    for (const text of fresh[to]?.answers.values() ?? []) signs += text.length;
    signs += ROW_SIGNS;
    to += 1;
  }
  return fresh.slice(from, to);
}

function longRows(records: readonly TabRecord[]): readonly SheetsRequest[] {
  if (records.length === 0) return [];
  return [
    appendRows(
      LONG_TEXTS_TAB.sheetId,
      records.map((record) => recordToCells(LONG_TEXTS_TAB, record)),
    ),
  ];
}

/** The roster as sheets are matched with it, and where everybody belongs. */
interface People extends PlacingFacts {
  readonly unitOf: (member: string) => string | null;
}

function peopleOf({ setup, state }: DistrictFacts, wave: Wave): People {
  const baseOf = new Map(setup.allBranches.map((branch) => [branch.code, branch.base]));
  const unitByCode = new Map(setup.units.map((entry) => [entry.unit.code, entry.unit]));
  // In the branch where each was when the wave was opened.
  const members = [...rosterOfWave(state, setup, wave).values()].flat();
  const memberByCode = new Map(members.map((member) => [member.code, member]));
  return {
    wave,
    roster: indexRoster(members),
    memberByCode,
    takesPart(branch) {
      const unit = unitByCode.get(baseOf.get(branch) ?? '');
      return unit !== undefined && takesPart(unit, wave);
    },
    unitOf(code) {
      const member = memberByCode.get(code);
      return member ? (baseOf.get(member.branch) ?? null) : null;
    },
  };
}

function answerFacts({ setup, settings }: DistrictFacts, wave: Wave, form: FormRecord): AnswerFacts {
  return {
    wave: wave.code,
    formId: form.formId,
    criteria: setup.criteria,
    groups: GROUP_CHOICES,
    preset: presetOfSettings(settings),
  };
}

function rowsFor(
  placed: readonly PlacedSubmission[],
  tabs: IntakeTabs,
  wave: Wave,
  { settings }: DistrictFacts,
): readonly SheetsRequest[] {
  const preset = presetOfSettings(settings);
  const records = (kind: string): readonly ReturnType<typeof submissionToRow>[] =>
    placed
      .filter((one) => one.submission.kind === kind)
      .map((one) => submissionToRow(one.submission, preset));
  const toResolve = placed.flatMap(({ toResolve }) =>
    toResolve && !tabs.resolving.has(submissionId(toResolve.submission)) ? [unmatchedRow(toResolve)] : [],
  );
  return [
    ...tabs.append(registrationsTab(wave), records('REGISTRATION')),
    ...tabs.append(selfAssessmentsTab(wave), records('SELF_ASSESSMENT')),
    ...tabs.append(UNMATCHED_TAB, toResolve),
  ];
}

function unitsOf(placed: readonly PlacedSubmission[], people: People): ReadonlySet<string> {
  return unitsOfMembers(
    placed.map((one) => one.submission.member),
    people,
  );
}

function unitsOfMembers(members: readonly string[], people: People): ReadonlySet<string> {
  return new Set(
    members.flatMap((member) => {
      const unit = people.unitOf(member);
      return unit === null ? [] : [unit];
    }),
  );
}

/** What staff decided since the last run touches the units of those concerned, then and now. */
function withDecisions(
  state: CollectState,
  decisions: readonly UnmatchedDecision[],
  people: People,
): CollectState {
  const now = decisions.map((one) => `${one.submission}=${one.member ?? ''}`).sort();
  const decided = now.join('|');
  if (decided === state.decided) return state;
  const before = state.decided === '' ? [] : state.decided.split('|');
  const changed = [
    ...now.filter((one) => !before.includes(one)),
    ...before.filter((one) => !now.includes(one)),
  ];
  const members = changed.map((one) => one.slice(one.lastIndexOf('=') + 1));
  return { ...touching(state, unitsOfMembers(members, people)), decided };
}
