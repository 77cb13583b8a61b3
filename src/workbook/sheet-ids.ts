/**
 * Ids of the tabs, ours and fixed: a tab is found by its id, never by its title (architecture.md 3.8). Small numbers for tabs that exist once,
 * derived ones for tabs of a wave or a ledger.
 */
export const SHEET_IDS = {
  start: 100,
  settings: 101,
  waves: 102,
  criteria: 103,
  units: 104,
  branches: 105,
  members: 106,
  results: 107,
  jobsAsked: 108,
  jobsDone: 109,
  log: 110,
  groupsSummary: 111,
  criteriaSummary: 112,
  progressSummary: 113,
  yearSummary: 114,
  emulation: 115,
  difficulties: 116,
  inspections: 117,
  unmatched: 118,
  config: 119,
  /** 120 is the second tab of state. */
  longTexts: 121,
  roster: 122,
  lateSheets: 123,
  heldData: 124,
  /** The year of a unit or member to print; of a base workbook what it was given. */
  yearSheet: 125,
} as const;

const WAVE_TAB_KINDS = { units: 1, registrations: 2, selfAssessments: 3, members: 4, branches: 5 } as const;
/** Tabs that exist once a wave: summary of units, the two kinds of sheets, the members of a base unit, its own summary by branch. */
export type WaveTabKind = keyof typeof WAVE_TAB_KINDS;

/** Whether the text is a wave code such as '2014-C1' or '2014-S1'. */
export function isWaveCode(code: string): boolean {
  return /^20\d\d-[CS][1-9]\d?$/.test(code);
}

/** Id of a wave's tab: '2014-C1' → 2014 | 0 general, 1 school | 01 | kind. Throws for what is no wave code. */
export function waveSheetId(wave: string, kind: WaveTabKind): number {
  if (!isWaveCode(wave)) throw new Error(`Not a wave code: "${wave}"`);
  const calendar = wave[5] === 'S' ? 1 : 0;
  return (
    ((Number(wave.slice(0, 4)) * 10 + calendar) * 100 + Number(wave.slice(6))) * 10 + WAVE_TAB_KINDS[kind]
  );
}

const LEDGER_IDS_FROM = 1_000_000_000;
const LEDGER_IDS = 1_000_000_000;

/**
 * Id of a ledger's tab, from `ledgerId(…)`: a number above one thousand million, the same every time (FNV-1a). Two ledgers of one workbook meet
 * on one number once in some millions of workbooks; `_cfg` keeps the id in use.
 */
export function ledgerSheetId(ledger: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < ledger.length; index++)
    hash = Math.imul(hash ^ ledger.charCodeAt(index), 0x01000193);
  return LEDGER_IDS_FROM + ((hash >>> 0) % LEDGER_IDS);
}

/** Id of the tab *Nhập tay <Chi đoàn>* of a branch in a wave. */
export function byHandSheetId(branch: string, wave: string): number {
  return ledgerSheetId(`BY_HAND:${branch}:${wave}`);
}
