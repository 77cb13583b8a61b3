import { isSameEmail } from '../google/who';
import type { Job } from '../google/jobs';
import { freeTitle, layTab } from '../google/lay-tab';
import {
  changeWriters,
  formatCells,
  protectTab,
  setUpFile,
  styleHeader,
  writeCells,
  type SheetsRequest,
} from '../google/sheets-batch';
import { wavesOfColumns } from '../workbook/running-year';
import { memberDayKey, unitsTab } from '../workbook/units-tab';
import type { TabFacts } from '../google/sheets-api';
import { problem } from '../programme/result';
import { MEMBERS_TAB } from '../workbook/members-tab';
import { readTable } from '../workbook/tab';
import type { CellInput } from '../workbook/cells';
import type { District } from './district';
import { districtTabs, GUARD_OWNER, GUARD_STAFF, type DistrictTab } from './district-tabs';
import {
  openedWaves,
  ownersOf,
  readFacts,
  rememberCheck,
  setupHindrances,
  staffOf,
  type DistrictFacts,
} from './facts';
import { shareForm, shareWith } from './files';
import { ensureIntake } from './intake';
import { markProblems } from './setup-marks';
import { watchForms } from './triggers';

/** Where the setup goes on. */
type SetupPhase = 'TABS' | 'CHECK' | 'GUARD' | 'TOKENS' | 'INTAKE' | 'CLOCK';
const PHASES: readonly SetupPhase[] = ['TABS', 'CHECK', 'GUARD', 'TOKENS', 'INTAKE', 'CLOCK'];

/** Signs of a member's token: 48 bits of chance, short enough for an address. */
const TOKEN_SIGNS = 12;

/**
 * Sets the district up: missing tabs with the plan's defaults, everything checked at once and marked in its cell; then, only when nothing is
 * wrong, sharing, protections, tokens, *Sổ tiếp nhận phiếu*, triggers. Run again, it checks and mends. Problems: SETUP_PROBLEMS with one
 * SHEET_PROBLEM each, ROLE_ACCOUNT_ONLY.
 */
export function setupJob(district: District): Job<SetupPhase> {
  return {
    name: 'setup',
    first: () => 'TABS',
    step(_args, phase) {
      const done = PHASES.indexOf(phase);
      if (phase === 'TABS') makeMissingTabs(district);
      else {
        let facts = readFacts(district);
        if (phase === 'CHECK' && addWaveColumns(district, facts)) facts = readFacts(district);
        if (phase === 'CHECK') {
          markProblems(district, facts);
          rememberCheck(district, facts.setup);
        }
        const problems = hindrances(district, facts);
        if (problems.length > 0) return { cursor: 'TABS', done: 0, total: PHASES.length, problems };
        if (phase === 'GUARD') guardTabs(district, facts);
        if (phase === 'TOKENS') giveTokens(district, facts);
        if (phase === 'INTAKE') ensureIntake(district, facts.settings, facts.settings.programme);
        if (phase === 'CLOCK') {
          watchForms(district, facts.setup);
          rememberCheck(district, facts.setup, true);
        }
      }
      return { cursor: PHASES[done + 1] ?? null, done: done + 1, total: PHASES.length };
    },
  };
}

function hindrances(
  district: District,
  { setup, settings }: DistrictFacts,
): ReturnType<typeof setupHindrances> {
  const wrong = setupHindrances(setup.problems);
  if (wrong.length > 0 || isSameEmail(district.email, settings.roleAccount)) return wrong;
  return [problem('ROLE_ACCOUNT_ONLY', '', { roleAccount: settings.roleAccount })];
}

function makeMissingTabs(district: District): void {
  const there = district.api.tabs(district.book);
  const missing = districtTabs(district.email).filter(
    ({ definition }) => !there.some((tab) => tab.sheetId === definition.sheetId),
  );
  if (missing.length === 0) return;
  const titles = new Set(there.map((tab) => tab.title));
  const isFresh = there.length === 1;
  const requests: SheetsRequest[] = isFresh ? [setUpFile('vi_VN', 'Asia/Ho_Chi_Minh')] : [];
  const all = districtTabs(district.email);
  for (const tab of missing)
    requests.push(
      ...layTab({
        definition: tab.definition,
        content: tab.content,
        spareRows: tab.spareRows,
        // Before the settings are typed nobody else is known.
        writers: [district.email],
        guard: guardOf(tab),
        title: freeTitle(tab.definition.title, titles, '(mới)'),
        ...(isFresh ? {} : { index: Math.min(all.indexOf(tab), there.length) }),
      }),
    );
  requests.push(...emptyFirstTab(district, there));
  district.api.change(district.book, requests, false);
}

/**
 * *Đơn vị* has a column for the day of each wave of the year: those of waves that staff have added since are put behind the last column. True when
 * there were any.
 */
export function addWaveColumns(district: District, { setup, tabs }: DistrictFacts): boolean {
  const rows = tabs.units ?? [];
  const definition = unitsTab(wavesOfColumns(setup));
  const { columns, missing } = readTable(definition, rows);
  const added = definition.columns.filter(
    (one) => one.key.startsWith(memberDayKey('')) && missing.includes(one.key),
  );
  // Without any known column the tab is not the one we made: it is told, not written to.
  if (added.length === 0 || columns.size === 0) return false;
  const { sheetId } = definition;
  const place = Math.max(...rows.slice(0, definition.frozenRows).map((row) => row.length));
  district.api.change(
    district.book,
    [
      { appendDimension: { sheetId, dimension: 'COLUMNS', length: added.length } },
      writeCells(sheetId, 0, place, [added.map((one) => one.key), added.map((one) => one.header)]),
      styleHeader({ sheetId, startRowIndex: 1, endRowIndex: 2, startColumnIndex: place }),
      formatCells(
        {
          sheetId,
          startRowIndex: definition.frozenRows,
          startColumnIndex: place,
          endColumnIndex: place + added.length,
        },
        'dd/mm/yyyy',
      ),
    ],
    false,
  );
  return true;
}

/** The tab Google made with the workbook goes when nobody has written into it. */
function emptyFirstTab(district: District, there: readonly TabFacts[]): readonly SheetsRequest[] {
  const [first] = there;
  if (!first || there.length !== 1) return [];
  const [rows] = district.api.read(district.book, [{ sheetId: first.sheetId }]);
  return rows && rows.length > 0 ? [] : [{ deleteSheet: { sheetId: first.sheetId } }];
}

function guardOf(tab: DistrictTab): string {
  return tab.byStaff ? GUARD_STAFF : GUARD_OWNER;
}

/** Shares the workbook with the staff and the open forms with the reserve account, and gives each tab exactly its writers. */
function guardTabs(district: District, { setup, settings }: DistrictFacts): void {
  const staff = staffOf(settings);
  shareWith(
    district.services,
    district.book,
    staff.filter((email) => !isSameEmail(email, district.email)),
  );
  for (const { wave, formId } of openedWaves(setup))
    if (wave.lockedAt === undefined)
      shareForm(
        district.services,
        district.services.forms.openById(formId),
        ownersOf(settings).filter((email) => !isSameEmail(email, district.email)),
      );
  const there = district.api.tabs(district.book);
  const requests = districtTabs(district.email).flatMap((tab): readonly SheetsRequest[] => {
    const { sheetId } = tab.definition;
    const found = there.find((one) => one.sheetId === sheetId);
    if (!found) return [];
    const writers = tab.byStaff ? staff : ownersOf(settings);
    return [
      found.protections.includes(sheetId)
        ? changeWriters(sheetId, writers)
        : protectTab(sheetId, writers, guardOf(tab)),
    ];
  });
  district.api.change(district.book, requests, true);
}

/** A random token for every member who has none yet; one write. */
export function giveTokens(district: District, { tabs }: DistrictFacts): void {
  const table = readTable(MEMBERS_TAB, tabs.members ?? []);
  const column = table.columns.get('token');
  if (column === undefined) return;
  const requests: SheetsRequest[] = [];
  let block: { from: number; cells: (readonly CellInput[])[] } | null = null;
  const close = (): void => {
    if (block) requests.push(writeCells(MEMBERS_TAB.sheetId, block.from, column, block.cells));
    block = null;
  };
  for (const { row, cells } of table.records) {
    if (cells.token !== '' || cells.code === '') {
      close();
      continue;
    }
    if (block && block.from + block.cells.length !== row) close();
    block ??= { from: row, cells: [] };
    block.cells.push([newToken(district)]);
  }
  close();
  district.api.change(district.book, requests, true);
}

function newToken({ services }: District): string {
  return services.utilities.getUuid().replace(/-/g, '').slice(0, TOKEN_SIGNS);
}
