import { DEFAULT_CRITERIA } from '../programme/criteria';
import { WAVES_2014 } from '../programme/plan-defaults';
import type { Wave } from '../programme/wave';
import { BRANCHES_TAB } from '../workbook/branches-tab';
import type { CellInput } from '../workbook/cells';
import { criterionRecord, CRITERIA_TAB } from '../workbook/criteria-tab';
import { JOBS_ASKED_TAB, JOBS_DONE_TAB } from '../workbook/jobs-tabs';
import { LOG_TAB } from '../workbook/log-tab';
import { MEMBERS_TAB } from '../workbook/members-tab';
import { RESULTS_TAB } from '../workbook/results-tab';
import { DEFAULT_SETTINGS } from '../workbook/settings';
import { settingRecords, SETTINGS_TAB } from '../workbook/settings-tab';
import { START_TAB, startRows } from '../workbook/start-tab';
import { newTabRows, type TabDefinition } from '../workbook/tab';
import { unitsTab } from '../workbook/units-tab';
import { waveRecord, WAVES_TAB } from '../workbook/waves-tab';
import { FOLDS_TAB, STATE_TAB } from './state-tab';

/** A tab of *Sổ Quận đoàn* as it is first made. */
export interface DistrictTab {
  readonly definition: TabDefinition;
  readonly content: readonly (readonly CellInput[])[];
  readonly spareRows: number;
  /** Filled in by staff (✎); else by the owner's runs alone. */
  readonly byStaff: boolean;
}

/**
 * All tabs of a fresh *Sổ Quận đoàn*, in their order, with the plan's defaults (data-dictionary.md). `me` becomes the role account that *Thiết
 * lập* begins with.
 */
export function districtTabs(me: string, waves: readonly Wave[] = WAVES_2014): readonly DistrictTab[] {
  const general = waves.filter((wave) => wave.programme === DEFAULT_SETTINGS.programme);
  const make = (
    definition: TabDefinition,
    byStaff: boolean,
    spareRows: number,
    content: readonly (readonly CellInput[])[] = newTabRows(definition),
  ): DistrictTab => ({ definition, byStaff, spareRows, content });
  return [
    make(
      START_TAB,
      false,
      40,
      startRows([{ item: 'Việc tiếp theo', value: 'Mở bảng điều khiển ở menu Rèn luyện và hành động.' }]),
    ),
    make(
      SETTINGS_TAB,
      true,
      5,
      newTabRows(SETTINGS_TAB, settingRecords({ ...DEFAULT_SETTINGS, roleAccount: me })),
    ),
    make(
      WAVES_TAB,
      true,
      20,
      newTabRows(
        WAVES_TAB,
        waves.map((wave) => waveRecord({ wave, formLink: '', formId: '' })),
      ),
    ),
    make(CRITERIA_TAB, true, 5, newTabRows(CRITERIA_TAB, DEFAULT_CRITERIA.map(criterionRecord))),
    make(unitsTab(general), true, 200),
    make(BRANCHES_TAB, true, 600),
    make(MEMBERS_TAB, true, 2000),
    make(RESULTS_TAB, false, 200),
    make(JOBS_ASKED_TAB, true, 200),
    make(JOBS_DONE_TAB, false, 200),
    make(LOG_TAB, false, 200),
    make(STATE_TAB, false, 200),
    make(FOLDS_TAB, false, 200),
  ];
}

/** Why a tab is protected, as people read it when Google asks. */
export const GUARD_STAFF = 'Cán bộ Quận đoàn ghi trang này.';
export const GUARD_OWNER = 'Trang này do chương trình ghi; sửa tay sẽ bị ghi đè ở lần chạy sau.';
