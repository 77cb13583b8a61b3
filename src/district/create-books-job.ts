import type { Wave } from '../programme/wave';
import { configFromRows, CONFIG_TAB, configToRows } from '../workbook/base-config';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { START_TAB } from '../workbook/start-tab';
import type { SharedAnswer } from '../workbook/difficulties-tab';
import { readTable } from '../workbook/tab';
import { unitsTab, type UnitEntry } from '../workbook/units-tab';
import { isRunning, runningProgramme, wavesOfColumns } from '../workbook/running-year';
import type { Setup } from '../workbook/setup';
import type { Job } from '../google/jobs';
import { freeTitle, layTab, rewriteTab } from '../google/lay-tab';
import { setUpFile, type SheetsRequest } from '../google/sheets-batch';
import type { GuardedTab } from '../google/sheets-api';
import { ensureByHand } from './by-hand-books';
import { saidByHand, type ByHandSaid } from './by-hand-state';
import { baseConfigOf, baseTabs, readersOf, type WaveHints } from './base-book';
import { baseStartRows, type OpenedWave } from './base-start';
import { bookLink, fileOfLink, type District } from './district';
import {
  branchesOfUnit,
  factsOnce,
  openedWaves,
  readFacts,
  rememberCheck,
  setupHindrances,
  type DistrictFacts,
} from './facts';
import { createWorkbook, isOwnedBy, shareExactly, shareWith, taggedFiles, type Sharing } from './files';
import { sharedAnswers } from './kept-difficulties';
import { writeKeyed } from './keyed-cells';
import { mendGuard } from './mend-guards';
import { tellMended } from './mended';
import { recall } from './properties';
import { nextOf, type Walk } from './walk';
import { branchLink } from './link-template';

/** What a fresh workbook holds. */
const FIRST_TAB: readonly GuardedTab[] = [
  { sheetId: 0, title: '', rows: 0, protections: [], charts: [], guards: [] },
];

type BooksCursor = Walk & { readonly phase: 'UNITS' | 'LINKS' };

/**
 * One workbook a base unit: made where it is missing, and where it is there its tabs, protections, sharing and record are mended. A unit is one
 * step; a file made by a run that was killed is found by its tag. Problems: SETUP_PROBLEMS.
 */
export function createBooksJob(district: District): Job<BooksCursor> {
  const facts = factsOnce(district);
  let files: ReadonlyMap<string, string> | null = null;
  return {
    name: 'createBooks',
    first: () => ({ phase: 'UNITS', after: '' }),
    step(_args, cursor) {
      const { setup } = facts();
      const total = setup.units.length;
      const problems = setupHindrances(setup.problems);
      if (problems.length > 0) {
        rememberCheck(district, setup);
        return { cursor, done: 0, total, problems };
      }
      if (cursor.phase === 'LINKS') {
        writeBookLinks(district);
        return { cursor: null, done: total, total };
      }
      const { next, done } = nextOf(setup.units, (entry) => entry.unit.code, cursor.after);
      if (!next) return { cursor: { phase: 'LINKS', after: '' }, done, total };
      files ??= taggedFiles(district.services);
      const { refused, mended, isOwners } = ensureBook(district, facts(), files, next);
      return {
        cursor: { phase: 'UNITS', after: next.unit.code },
        done: done + 1,
        total,
        counts: { notShared: isOwners ? 0 : refused.length, mended, notOwned: isOwners ? 1 : 0 },
      };
    },
  };
}

/** Tag of a base unit's workbook. */
export function bookTag(unit: string): string {
  return `book:${unit}`;
}

function ensureBook(
  district: District,
  { setup, settings, state }: DistrictFacts,
  files: ReadonlyMap<string, string>,
  { unit, book }: UnitEntry,
): { readonly refused: readonly string[]; readonly mended: number; readonly isOwners: boolean } {
  const { services, api } = district;
  const branches = branchesOfUnit(setup, unit);
  // Under drive.file a reserve account may not be shown what another account made: the address in Đơn vị tells as well.
  const found = files.get(bookTag(unit.code)) ?? (fileOfLink(book) || undefined);
  const file = found ?? createWorkbook(services, bookTag(unit.code), `Sổ cơ sở – ${unit.name}`);
  const there = found === undefined ? FIRST_TAB : api.tabs(file);
  // Shared before the protections name people, so that no address is named that Google does not know.
  const sharing = shareBook(district, file, readersOf(unit, branches, settings), found === undefined);

  const waves = wavesOfUnit(setup, unit);
  // A run that was killed may have made the file and laid nothing in it.
  const isLaid = there.some((tab) => tab.sheetId === SHEET_IDS.config);
  const hints = isLaid ? hintsIn(district, file) : new Map();
  const content = new Map([
    [
      START_TAB.sheetId,
      startRowsOf(district, setup, unit, sharedAnswers(state), saidByHand(state, unit.code)),
    ],
    [CONFIG_TAB.sheetId, configToRows(baseConfigOf(setup, unit, waves, hints))],
  ]);
  const requests: SheetsRequest[] = [setUpFile('vi_VN', 'Asia/Ho_Chi_Minh')];
  const said = [...sharingSaid(sharing)];
  let { isOwners } = sharing;
  const mayGuard = ownerOnce(district, file, found === undefined);
  const titles = new Set(there.map((tab) => tab.title));
  const programme = runningProgramme(setup, unit.calendar);
  for (const tab of baseTabs(unit, branches, settings, waves, programme)) {
    const { sheetId } = tab.definition;
    const rows = content.get(sheetId);
    const writers = tab.writers.filter((email) => !sharing.refused.includes(email.toLowerCase()));
    const present = there.find((one) => one.sheetId === sheetId);
    if (!present) {
      // The same wave of another year may have the plain title.
      const title = freeTitle(tab.title, titles, programme);
      requests.push(...layTab({ ...tab, title, writers, ...(rows ? { content: rows } : {}) }));
      said.push(`Tạo trang “${title}” còn thiếu.`);
      continue;
    }
    const guard = mendGuard(present, tab, writers, district.email);
    // A tab of a committee names neither account: its protection is the file's owner's to change.
    if (guard.requests.length > 0 && !writers.includes(district.email) && !mayGuard()) isOwners = true;
    else {
      requests.push(...guard.requests);
      said.push(...guard.said);
    }
    if (rows) requests.push(...rewriteTab(tab.definition, rows));
  }
  const byHand = ensureByHand(district, setup, {
    file,
    there,
    branches,
    waves,
    mayGuard,
    programme,
    refused: sharing.refused,
  });
  requests.push(...byHand.requests);
  said.push(...byHand.said);
  isOwners ||= byHand.isOwners;
  if (there.some((tab) => tab.sheetId === 0)) requests.push({ deleteSheet: { sheetId: 0 } });
  const mended = isLaid ? said : [];
  // Told before it is done: a run killed in between tells it twice, never not at all.
  tellMended(district, state, unit, mended);
  api.change(file, requests, false);
  return { refused: sharing.refused, mended: mended.length, isOwners };
}

function shareBook(district: District, file: string, readers: readonly string[], isNew: boolean): Sharing {
  if (!isNew) return shareExactly(district.services, file, readers, district.email);
  const others = readers.filter((email) => email !== district.email);
  return { added: [], removed: [], refused: shareWith(district.services, file, others), isOwners: false };
}

/** Whether the workbook is this account's own, asked of Google at most once. */
function ownerOnce({ services, email }: District, file: string, isNew: boolean): () => boolean {
  let isOwn: boolean | null = isNew ? true : null;
  return () => (isOwn ??= isOwnedBy(services, file, email));
}

function sharingSaid({ added, removed }: Sharing): readonly string[] {
  return [
    ...(added.length > 0 ? [`Mở sổ cho ${added.join(', ')}.`] : []),
    ...(removed.length > 0 ? [`Thôi mở sổ cho ${removed.join(', ')}.`] : []),
  ];
}

/** The waves of the unit's calendar that were opened, of the year it is in. */
export function wavesOfUnit(setup: Setup, unit: UnitEntry['unit']): readonly Wave[] {
  return openedWaves(setup)
    .map((entry) => entry.wave)
    .filter((wave) => wave.calendar === unit.calendar && isRunning(setup, wave));
}

/** *Bắt đầu* of a unit as it should be now. */
export function startRowsOf(
  district: District,
  setup: Setup,
  unit: UnitEntry['unit'],
  shared: readonly SharedAnswer[],
  byHand: ByHandSaid,
): ReturnType<typeof baseStartRows> {
  const opened = wavesOfUnit(setup, unit).map((wave) => openedWave(district, wave));
  return baseStartRows(unit, branchesOfUnit(setup, unit), opened, setup.settings.contact, shared, byHand);
}

/** A wave with its links, as far as its form is known. */
function openedWave(district: District, wave: Wave): OpenedWave {
  const form = recall(district.services, `form:${wave.code}`);
  return { wave, linkOf: (branch) => (form ? branchLink(form.linkTemplate, branch) : '') };
}

function hintsIn(district: District, file: string): ReadonlyMap<string, WaveHints> {
  const [rows] = district.api.read(file, [{ sheetId: SHEET_IDS.config }]);
  const config = configFromRows(rows ?? []);
  return new Map(config.ok ? config.value.waves.map((wave) => [wave.code, wave]) : []);
}

/** The workbooks' addresses in *Đơn vị*; one read, one write. */
function writeBookLinks(district: District): void {
  const files = taggedFiles(district.services);
  const { setup, tabs } = readFacts(district);
  const definition = unitsTab(wavesOfColumns(setup));
  const links = new Map(
    setup.units.flatMap(({ unit }) => {
      const file = files.get(bookTag(unit.code));
      return file === undefined ? [] : [[unit.code, { book: bookLink(file) }] as const];
    }),
  );
  const table = readTable(definition, tabs.units ?? []);
  district.api.change(district.book, writeKeyed(definition, table, 'code', links), true);
}
