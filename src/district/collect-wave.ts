import type { Preset } from '../programme/classification';
import { GROUP_CHOICES } from '../programme/criteria';
import type { EpochMs } from '../programme/dates';
import { indexRoster } from '../programme/matching';
import { takesPart } from '../programme/organisation';
import { ok, type Problem, type Result } from '../programme/result';
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
import { readSheet, type AnswerFacts, type RawResponse, type ReadSheet } from './form-submission';
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

/** Bytes written in one batch; Google advises two million (docs/apps-script-notes.md, Payload). */
const CHUNK_BYTES = 1_980_000;
/** Bytes that a cell with something in it is wrapped in on its way, an empty one, and a row. */
const WRAPPED_BYTES = 42;
const EMPTY_BYTES = 3;
const ROW_BYTES = 14;

/** Time for writing after the store was read, beyond the slice if need be; far below what Google allows an execution. */
const WRITING_MS = 60_000;

/** Where sheets come from and go to. */
export interface CollectPlace {
  readonly wave: Wave;
  readonly form: FormRecord;
  readonly intake: string;
}

/** What a run of collecting takes from where. */
export interface Collecting extends CollectPlace {
  /** Look at everything ever sent, not only at what came since the last run. */
  readonly all: boolean;
}

/** What was taken in; `finished` false = time was over before all was written. */
export interface Taken {
  readonly finished: boolean;
  readonly received: number;
  readonly toResolve: number;
}

/** What it did; `finished` false = time was over, the next run goes on behind the last row written. */
export interface Collected extends Taken {
  readonly problems: readonly Problem[];
}

/** *Sổ tiếp nhận phiếu* of a wave, read and ready to take sheets in; nobody else may write it meanwhile. */
export interface OpenIntake {
  /** Everything sent up to this moment has been looked at. */
  readonly since: () => EpochMs;
  readonly state: () => CollectState;
  /** The state as it stands in the tab, as JSON: whoever wrote it last. */
  readonly written: () => string;
  /** Sets the state; it is written with the next rows, or by `settle`. */
  readonly setState: (state: CollectState) => void;
  /** Sheets that wait for staff. */
  readonly waiting: () => number;
  /** Gives those of the sheets that have no row yet theirs, with the cursor in one atomic write a chunk, until `last`. */
  readonly take: (
    given: readonly RawResponse[],
    last: EpochMs,
  ) => Taken & { readonly placed: readonly PlacedSubmission[] };
  /** Writes the state where it is not written yet. */
  readonly settle: () => void;
}

/**
 * Collects one wave: sheets that have no row yet get one, and a line for staff where nobody is found, all with the cursor in one atomic write a
 * chunk. What is there already is known by (response id, second): repeating adds nothing. Problems: SHEET_CHANGED.
 */
export function collectWave(
  district: District,
  facts: DistrictFacts,
  source: ResponseSource,
  { all, ...place }: Collecting,
  end: EpochMs,
): Collected {
  const read = openIntake(district, facts, place);
  if (!read.ok) return { finished: true, received: 0, toResolve: 0, problems: read.problems };
  const intake = read.value;
  const { wave, form } = place;
  const readAt = district.now();
  const given = source.since(form, all ? 0 : Math.max(0, intake.since() - OVERLAP_MS));
  // Reading the store is by far the dearest part: what it gave is written, if the slice is over by then too.
  const { placed: _, ...taken } = intake.take(given, Math.max(end, district.now() + WRITING_MS));
  intake.settle();
  const since = Math.max(intake.since(), readAt) - OVERLAP_MS;
  if (taken.finished) rememberSeen(district, wave.code, { formId: form.formId, since }, given);
  rememberFigures(district.services, wave.code, {
    unmatched: intake.waiting(),
    ...(taken.finished ? { collectedAt: district.now() } : {}),
  });
  return { ...taken, problems: [] };
}

/** Reads what a wave's intake holds; one call. Problems: SHEET_CHANGED when a column is gone. */
export function openIntake(
  district: District,
  facts: DistrictFacts,
  { wave, form, intake }: CollectPlace,
): Result<OpenIntake, Problem> {
  const read = readIntakeTabs(district, intake, wave);
  if (!read.ok) return read;
  const tabs = read.value;
  const known = new Set(tabs.known);
  const people = peopleOf(facts, wave);
  const answers = answerFacts(facts, wave, form);
  const preset = presetOfSettings(facts.settings);
  const before = collectState(tabs.texts, wave.code);
  let written = JSON.stringify(before);
  let state = withDecisions(before, tabs.decisions, people);
  let waiting = tabs.waiting;

  const write = (sheets: readonly ReadSheet[], placed: readonly PlacedSubmission[]): void => {
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
      [...rowsFor(placed, tabs, wave, preset), ...longRows(long), ...tabs.texts.changes()],
      false,
    );
    written = JSON.stringify(state);
  };

  return ok({
    since: () => state.since,
    state: () => state,
    written: () => written,
    setState(next) {
      state = next;
      setCollectState(tabs.texts, wave.code, state);
    },
    waiting: () => waiting,
    take(given, last) {
      const fresh = given.filter((one) => !known.has(submissionId({ responseId: one.id, sentAt: one.at })));
      const taken: PlacedSubmission[] = [];
      let toResolve = 0;
      while (taken.length < fresh.length && (taken.length === 0 || district.now() < last)) {
        const sheets: ReadSheet[] = [];
        const placed: PlacedSubmission[] = [];
        let bytes = 0;
        for (const raw of fresh.slice(taken.length)) {
          const sheet = readSheet(raw, answers);
          const one = placeSubmission(people, sheet.submission);
          bytes += bytesOf(submissionToRow(one.submission, preset));
          if (placed.length > 0 && bytes > CHUNK_BYTES) break;
          sheets.push(sheet);
          placed.push(one);
        }
        write(sheets, placed);
        for (const { submission } of placed) known.add(submissionId(submission));
        taken.push(...placed);
        toResolve += placed.filter((one) => one.toResolve !== null).length;
      }
      waiting += toResolve;
      return { finished: taken.length === fresh.length, received: taken.length, toResolve, placed: taken };
    },
    settle() {
      setCollectState(tabs.texts, wave.code, state);
      district.api.change(intake, tabs.texts.changes(), true);
      written = JSON.stringify(state);
    },
  });
}

/** About what a row weighs on its way: its texts in UTF-8 and what wraps each cell. */
function bytesOf(row: TabRecord): number {
  let bytes = ROW_BYTES;
  for (const cell of Object.values(row)) {
    bytes += cell === '' ? EMPTY_BYTES : WRAPPED_BYTES;
    const text = typeof cell === 'string' ? cell : '';
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at);
      bytes += sign < 0x80 ? 1 : sign < 0x800 ? 2 : 3;
    }
  }
  return bytes;
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
  preset: Preset,
): readonly SheetsRequest[] {
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
