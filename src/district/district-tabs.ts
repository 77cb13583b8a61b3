import { WAVES_2014 } from '../programme/plan-defaults';
import type { CellInput } from '../workbook/cells';
import { newDistrictTabs } from '../workbook/new-books';
import { DEFAULT_SETTINGS } from '../workbook/settings';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { newTabRows, type TabDefinition } from '../workbook/tab';
import { FOLDS_TAB, STATE_TAB } from './state-tab';

/** A tab of *Sổ Quận đoàn* as it is first made. */
export interface DistrictTab {
  readonly definition: TabDefinition;
  readonly content: readonly (readonly CellInput[])[];
  readonly spareRows: number;
  /** Filled in by staff (✎); else by the owner's runs alone. */
  readonly byStaff: boolean;
}

/** Tabs that staff fill in (data-dictionary.md, ✎). */
const BY_STAFF: readonly number[] = [
  SHEET_IDS.settings,
  SHEET_IDS.waves,
  SHEET_IDS.criteria,
  SHEET_IDS.units,
  SHEET_IDS.branches,
  SHEET_IDS.members,
  SHEET_IDS.roster,
  SHEET_IDS.jobsAsked,
  SHEET_IDS.difficulties,
  SHEET_IDS.inspections,
];

/** Empty rows below what stands there; lists that are pasted in get room for a usual district, Google adds more. */
const SPARE_ROWS = 200;
const ROOM: Readonly<Record<number, number>> = { [SHEET_IDS.branches]: 600, [SHEET_IDS.members]: 2000 };

/**
 * All tabs of a fresh *Sổ Quận đoàn*, in their order, with the plan's defaults (data-dictionary.md), and the two hidden ones of the jobs. `me` becomes
 * the role account that *Thiết lập* begins with.
 */
export function districtTabs(me: string): readonly DistrictTab[] {
  const tabs = newDistrictTabs({ ...DEFAULT_SETTINGS, roleAccount: me }, WAVES_2014);
  return [...tabs, ...[STATE_TAB, FOLDS_TAB].map((definition) => ({ definition, records: [] }))].map(
    ({ definition, records }) => ({
      definition,
      content: newTabRows(definition, records),
      spareRows: ROOM[definition.sheetId] ?? SPARE_ROWS,
      byStaff: BY_STAFF.includes(definition.sheetId),
    }),
  );
}

/** Why a tab is protected, as people read it when Google asks. */
export const GUARD_STAFF = 'Cán bộ Quận đoàn ghi trang này.';
export const GUARD_OWNER = 'Trang này do chương trình ghi; sửa tay sẽ bị ghi đè ở lần chạy sau.';
