import type { Branch } from '../programme/organisation';
import type { Wave } from '../programme/wave';
import {
  byHandRows,
  byHandTab,
  BY_HAND_HEADER,
  OWN_COLUMN,
  OWN_ROWS,
  SEND_ROW,
  SEND_WORDS,
} from '../workbook/by-hand-tab';
import { textOfCell, type CellInput, type ReadRows } from '../workbook/cells';
import { presetOfSettings } from '../workbook/settings-use';
import type { Setup } from '../workbook/setup';
import { ledgerSheetId } from '../workbook/sheet-ids';
import { columnsByKey, keyRow, type Table } from '../workbook/tab';
import { layTab } from '../google/lay-tab';
import {
  appendRows,
  formatCells,
  offerNothing,
  offerWords,
  protectArea,
  unprotect,
  type GridArea,
  type SheetsRequest,
} from '../google/sheets-batch';
import type { GuardedTab } from '../google/sheets-api';
import { GUARD_BASE, type BaseTab } from './base-book';
import { ownersOf } from './facts';
import { mendGuard, type MendedGuard } from './mend-guards';

/** The tab *Nhập tay* of a branch in a wave. */
export interface ByHandTab {
  readonly branch: Branch;
  readonly wave: Wave;
  readonly tab: BaseTab;
  /** The branch asked for it and the wave is open: else nobody of the branch may write it any more, and it is not made. */
  readonly isOpen: boolean;
}

/** A member as the tab names him. */
export interface NamedMember {
  readonly code: string;
  readonly fullName: string;
}

/** Rows kept free for members who join. */
const SPARE = 30;

/** The tabs *Nhập tay* a unit's workbook has or may still have, of these waves. */
export function byHandTabs(
  branches: readonly Branch[],
  { settings, criteria }: Pick<Setup, 'settings' | 'criteria'>,
  waves: readonly Wave[],
): readonly ByHandTab[] {
  const preset = presetOfSettings(settings);
  const titles = new Set<string>();
  return waves.flatMap((wave) =>
    branches.map((branch): ByHandTab => {
      const plain = byHandTab(branch, wave, preset, criteria);
      const title = titles.has(plain.title)
        ? byHandTab({ ...branch, name: `${branch.name} (${branch.code})` }, wave, preset, criteria).title
        : plain.title;
      titles.add(title);
      const isOpen = branch.byHand === true && wave.lockedAt === undefined;
      return {
        branch,
        wave,
        isOpen,
        tab: {
          definition: { ...plain, title },
          title,
          writers: isOpen ? branch.committeeEmails : ownersOf(settings),
          guard: isOpen ? `Ban Chấp hành ${branch.name} ghi.` : GUARD_BASE,
          spareRows: SPARE,
        },
      };
    }),
  );
}

/** Makes a tab: its members, the cell *Gửi*, the drop-downs; codes, names and headers are the owner's alone. */
export function layByHand(
  { tab }: ByHandTab,
  members: readonly NamedMember[],
  title: string,
  writers: readonly string[],
  owners: readonly string[],
): readonly SheetsRequest[] {
  const { definition } = tab;
  const { sheetId } = definition;
  const content: readonly (readonly CellInput[])[] = byHandRows(definition, members);
  const first = BY_HAND_HEADER + 1;
  const beside = { sheetId, ...columnOf(tab, OWN_COLUMN) };
  const send: GridArea = {
    sheetId,
    startRowIndex: SEND_ROW,
    endRowIndex: SEND_ROW + 1,
    ...columnOf(tab, 'done'),
  };
  const own: GridArea = { sheetId, startRowIndex: first, endRowIndex: first + OWN_ROWS.length };
  const ownClass = first + OWN_ROWS.findIndex(({ key }) => key === 'class');
  const classes = definition.columns.find(({ key }) => key === 'class')?.words ?? [];
  return [
    ...layTab({ ...tab, title, writers, content, index: 1 }),
    formatCells(send, '@'),
    offerWords(send, SEND_WORDS, false),
    offerNothing(own),
    offerWords({ ...beside, startRowIndex: ownClass, endRowIndex: ownClass + 1 }, classes, false),
    ...guardsOf(tab).map(({ id, area }) => protectArea(area, id, owners, GUARD_BASE)),
  ];
}

/** Rows for members who are not in the tab: nothing that was typed is touched. No request where the codes' column is gone. */
export function addJoined(
  { tab }: ByHandTab,
  rows: ReadRows,
  members: readonly NamedMember[],
): readonly SheetsRequest[] {
  const { definition } = tab;
  const places = columnsByKey(definition, rows[0] ?? []);
  const [code, name] = [places.get('code'), places.get('fullName')];
  if (code === undefined || name === undefined) return [];
  const there = new Set(rows.map((row) => textOfCell(row[code])));
  const missing = members.filter((member) => !there.has(member.code));
  if (missing.length === 0) return [];
  const cells = missing.map((member) => {
    const row: CellInput[] = Array.from({ length: Math.max(code, name) + 1 }, () => '');
    row[code] = member.code;
    row[name] = member.fullName;
    return row;
  });
  return [appendRows(definition.sheetId, cells)];
}

/** Holds the tab's protections against what they must be: the whole tab for the committee, codes, names and headers for the owner. */
export function mendByHand(
  there: GuardedTab,
  { tab }: ByHandTab,
  writers: readonly string[],
  owners: readonly string[],
  owner: string,
): MendedGuard {
  const guards = guardsOf(tab);
  const ids = new Set(guards.map(({ id }) => id));
  const whole = mendGuard(
    { ...there, guards: there.guards.filter(({ id }) => !ids.has(id)) },
    tab,
    writers,
    owner,
  );
  const isKept = (id: number): boolean => {
    const own = there.guards.find((guard) => guard.id === id);
    const foreign = own?.writers.filter((email) => email !== owner && !owners.includes(email)) ?? [];
    return own !== undefined && foreign.length === 0;
  };
  const lost = guards.filter(({ id }) => !isKept(id));
  if (lost.length === 0) return whole;
  return {
    requests: [
      ...whole.requests,
      ...lost.flatMap(({ id, area }) => [
        ...(there.guards.some((guard) => guard.id === id) ? [unprotect(id)] : []),
        protectArea(area, id, owners, GUARD_BASE),
      ]),
    ],
    said: [...whole.said, `Trang “${tab.title}”: đặt lại phần bảo vệ của mã, họ tên và tiêu đề.`],
  };
}

/** The members of each branch as the wave's tab of the unit names them, in its order. */
export function namedMembers({ records }: Table): ReadonlyMap<string, readonly NamedMember[]> {
  const named = new Map<string, NamedMember[]>();
  for (const { cells } of records) {
    const [branch, code] = [textOfCell(cells.branchCode), textOfCell(cells.code)];
    if (code === '') continue;
    const own = named.get(branch) ?? [];
    named.set(branch, own);
    own.push({ code, fullName: textOfCell(cells.fullName) });
  }
  return named;
}

interface AreaGuard {
  readonly id: number;
  readonly area: GridArea;
}

/** What the committee may not write: the hidden keys, the header, codes and names. An extra barrier; the reading holds codes against names. */
function guardsOf({ definition }: BaseTab): readonly AreaGuard[] {
  const { sheetId } = definition;
  const id = (part: string): number => ledgerSheetId(`BY_HAND_GUARD:${sheetId}:${part}`);
  return [
    { id: id('keys'), area: { sheetId, startRowIndex: 0, endRowIndex: 1 } },
    { id: id('header'), area: { sheetId, startRowIndex: BY_HAND_HEADER, endRowIndex: BY_HAND_HEADER + 1 } },
    { id: id('names'), area: { sheetId, startColumnIndex: 0, endColumnIndex: 2 } },
  ];
}

function columnOf(
  { definition }: BaseTab,
  key: string,
): Pick<GridArea, 'startColumnIndex' | 'endColumnIndex'> {
  const place = keyRow(definition).indexOf(key);
  return { startColumnIndex: place, endColumnIndex: place + 1 };
}
