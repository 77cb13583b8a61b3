import { DEFAULT_CRITERIA } from '../programme/criteria';
import type { Wave } from '../programme/wave';
import { BRANCHES_TAB } from './branches-tab';
import { CRITERIA_TAB, criterionRecord } from './criteria-tab';
import { DIFFICULTIES_TAB } from './difficulties-tab';
import { INSPECTIONS_TAB } from './inspections-tab';
import { JOBS_ASKED_TAB, JOBS_DONE_TAB } from './jobs-tabs';
import { LOG_TAB } from './log-tab';
import { MEMBERS_TAB } from './members-tab';
import { RESULTS_TAB } from './results-tab';
import { ROSTER_TAB } from './roster-tab';
import type { Settings } from './settings';
import { wavesOfColumns } from './running-year';
import { settingRecords, SETTINGS_TAB } from './settings-tab';
import { START_TAB } from './start-tab';
import { registrationsTab, selfAssessmentsTab, UNMATCHED_TAB } from './submission-tabs';
import type { TabDefinition, TabRecord } from './tab';
import { unitsTab } from './units-tab';
import { waveRecord, WAVES_TAB } from './waves-tab';

/** A tab of a new workbook with what stands in it from the start. */
export interface NewTab {
  readonly definition: TabDefinition;
  readonly records: readonly TabRecord[];
}

/**
 * The tabs of a new *Sổ Quận đoàn* in their order, with the settings, the waves and the ten criteria as delivered. Summary tabs are added when
 * they are first drawn.
 */
export function newDistrictTabs(settings: Settings, waves: readonly Wave[]): readonly NewTab[] {
  const empty = (definition: TabDefinition): NewTab => ({ definition, records: [] });
  const entries = waves.map((wave) => ({ wave, formLink: '', formId: '' }));
  return [
    empty(START_TAB),
    { definition: SETTINGS_TAB, records: settingRecords(settings) },
    {
      definition: WAVES_TAB,
      records: entries.map(waveRecord),
    },
    { definition: CRITERIA_TAB, records: DEFAULT_CRITERIA.map(criterionRecord) },
    empty(unitsTab(wavesOfColumns({ waves: entries, settings }))),
    empty(BRANCHES_TAB),
    empty(MEMBERS_TAB),
    empty(ROSTER_TAB),
    empty(RESULTS_TAB),
    empty(DIFFICULTIES_TAB),
    empty(INSPECTIONS_TAB),
    empty(JOBS_ASKED_TAB),
    empty(JOBS_DONE_TAB),
    empty(LOG_TAB),
  ];
}

/** The tabs of a new *Sổ tiếp nhận phiếu*: two a wave, and the sheets to be decided. */
export function newSubmissionsTabs(waves: readonly Wave[]): readonly NewTab[] {
  return [...waves.flatMap((wave) => [registrationsTab(wave), selfAssessmentsTab(wave)]), UNMATCHED_TAB].map(
    (definition) => ({ definition, records: [] }),
  );
}
