import type { Preset } from '../programme/classification';
import type { LateDecision } from '../programme/late-sheets';
import type { Submission, Registration, SelfAssessment } from '../programme/submission';
import type { Wave } from '../programme/wave';
import type { ReadRows } from '../workbook/cells';
import { submissionFromRow } from '../workbook/submission-rows';
import {
  registrationsTab,
  selfAssessmentsTab,
  LONG_TEXTS_TAB,
  UNMATCHED_TAB,
} from '../workbook/submission-tabs';
import { LATE_TAB, lateDecisions } from '../workbook/late-tab';
import { readTable } from '../workbook/tab';
import { unmatchedDecision, type UnmatchedDecision } from '../workbook/unmatched-rows';
import { layTab } from '../google/lay-tab';
import { setUpFile, type SheetsRequest } from '../google/sheets-batch';
import type { TabFacts } from '../google/sheets-api';
import type { District } from './district';
import { GUARD_OWNER } from './district-tabs';
import { createWorkbook, shareWith, taggedFiles } from './files';
import type { Settings } from '../workbook/settings';
import { ownersOf, staffOf } from './facts';
import { recall, remember } from './properties';
import { readNamedTexts, STATE_TAB, type NamedTexts } from './state-tab';

/** Spare rows of a new tab of sheets; Google adds more as rows are appended. */
const SPARE = 200;

/** Id of *Sổ tiếp nhận phiếu* of a programme year; '' when it is not made yet. */
export function intakeOf(district: District, programme: string): string {
  return recall(district.services, `intake:${programme}`) ?? '';
}

/** Makes *Sổ tiếp nhận phiếu* of the year, or finds it again and gives it what it lacks; its id. Staff may open it and decide in it. */
export function ensureIntake(district: District, settings: Settings, programme: string): string {
  const { services, api } = district;
  const tag = `intake:${programme}`;
  const file =
    taggedFiles(services).get(tag) ??
    recall(services, `intake:${programme}`) ??
    createWorkbook(services, tag, `Sổ tiếp nhận phiếu ${programme}`);
  const there = api.tabs(file);
  const missing = [UNMATCHED_TAB, STATE_TAB, LONG_TEXTS_TAB, LATE_TAB].filter(
    (one) => !there.some((tab) => tab.sheetId === one.sheetId),
  );
  if (missing.length > 0) {
    const requests: SheetsRequest[] = [setUpFile('vi_VN', 'Asia/Ho_Chi_Minh')];
    for (const definition of missing) {
      const isStaffs = definition.sheetId === UNMATCHED_TAB.sheetId;
      requests.push(
        ...layTab({
          definition,
          spareRows: SPARE,
          writers: isStaffs ? staffOf(settings) : ownersOf(settings),
          guard: isStaffs ? 'Cán bộ Quận đoàn ghi cột Quyết định.' : GUARD_OWNER,
        }),
      );
    }
    api.change(file, [...requests, ...withoutFirstTab(there)], false);
  }
  shareWith(
    services,
    file,
    staffOf(settings).filter((email) => email !== district.email),
  );
  remember(services, `intake:${programme}`, file);
  return file;
}

/** Makes the two tabs of a wave where they are missing. */
export function ensureWaveTabs(district: District, file: string, wave: Wave, settings: Settings): void {
  const there = new Set(district.api.tabs(file).map((tab) => tab.sheetId));
  const requests = [registrationsTab(wave), selfAssessmentsTab(wave)]
    .filter((definition) => !there.has(definition.sheetId))
    .flatMap((definition) =>
      layTab({ definition, spareRows: SPARE, writers: ownersOf(settings), guard: GUARD_OWNER }),
    );
  district.api.change(file, requests, false);
}

/** The request that takes the empty tab of a fresh workbook away, once others are there. */
export function withoutFirstTab(there: readonly TabFacts[]): readonly SheetsRequest[] {
  const [only] = there;
  return there.length === 1 && only && only.sheetId === 0 ? [{ deleteSheet: { sheetId: 0 } }] : [];
}

/** All sheets of a wave as they came, what staff decided about some, and the state of collecting. */
export interface WaveSheets {
  readonly registrations: readonly Registration[];
  readonly selfAssessments: readonly SelfAssessment[];
  readonly decisions: readonly UnmatchedDecision[];
  /** What staff said of sheets sent after the deadline, by `submissionId`; those let in count. */
  readonly late: ReadonlyMap<string, LateDecision>;
  readonly accepted: ReadonlySet<string>;
  readonly state: NamedTexts;
}

/** Reads the sheets of waves in one call; in the order given. */
export function readWaveSheets(
  district: District,
  file: string,
  waves: readonly Wave[],
  preset: Preset,
): readonly WaveSheets[] {
  const areas = waves.flatMap((wave) => [registrationsTab(wave), selfAssessmentsTab(wave)]);
  const [state, unmatched, lateRows, ...tabs] = district.api.read(
    file,
    [STATE_TAB, UNMATCHED_TAB, LATE_TAB, ...areas].map(({ sheetId }) => ({ sheetId })),
  ) as readonly (ReadRows | null)[];
  const decisions = decisionsIn(unmatched ?? []);
  const late = lateDecisions(lateRows ?? []);
  const accepted = new Set([...late].filter(([, said]) => said === 'ACCEPT').map(([name]) => name));
  const texts = readNamedTexts(STATE_TAB, state ?? null);
  return waves.map((wave, index) => ({
    registrations: submissionsIn<Registration>('REGISTRATION', wave, tabs[2 * index] ?? [], preset),
    selfAssessments: submissionsIn<SelfAssessment>(
      'SELF_ASSESSMENT',
      wave,
      tabs[2 * index + 1] ?? [],
      preset,
    ),
    decisions,
    late,
    accepted,
    state: texts,
  }));
}

/** What staff decided in *Phiếu cần xử lý*. */
export function decisionsIn(rows: ReadRows): readonly UnmatchedDecision[] {
  return readTable(UNMATCHED_TAB, rows).records.flatMap((row) => {
    const decision = unmatchedDecision(row);
    return decision ? [decision] : [];
  });
}

function submissionsIn<S extends Submission>(
  kind: S['kind'],
  wave: Wave,
  rows: ReadRows,
  preset: Preset,
): readonly S[] {
  const definition = kind === 'REGISTRATION' ? registrationsTab(wave) : selfAssessmentsTab(wave);
  return readTable(definition, rows).records.flatMap((row) => {
    const submission = submissionFromRow(kind, wave.code, row, preset);
    return submission ? [submission as S] : [];
  });
}
