import type { CellValue, SheetData } from '../../local/sheets/model/book';
import type { EpochMs } from '../../programme/dates';
import { waveOf, waveTitle } from '../world/calendar';
import { booksByUnit, intakeFile } from '../world/files';
import { bookOf } from '../world/sheet-reading';
import type { World } from '../world/world';
import type { SentSheet } from './storm';

const WAVE = waveOf('2014-C1');
const DAY_MS = 86_400_000;
/** Days from 1899-12-30 to 1970-01-01, and the hours of the workbooks' zone before UTC. */
const EPOCH_DAYS = 25_569;
const ZONE_MS = 7 * 3_600_000;

/** The places where a sheet appears, looked at again and again while scripts write them. */
export interface Shelves {
  readonly expect: (sheet: SentSheet) => void;
  /** Notes at the present time of the clock what has appeared since the last look. */
  readonly look: () => void;
  readonly isComplete: () => boolean;
  readonly doubled: () => number;
}

/** The shelves of an empty wave: *Sổ tiếp nhận phiếu* and the wave's tab of every base workbook that takes part. */
export function createShelves(world: World): Shelves {
  const { workspace } = world;
  const intake = intakeFile(world, WAVE.programme);
  const title = waveTitle(WAVE);
  const units = new Set(
    world.district.units.filter((unit) => unit.calendar === WAVE.calendar).map((unit) => unit.code),
  );
  const bases = [...booksByUnit(world)].filter(([unit]) => units.has(unit)).map(([, file]) => file);
  const byResponse = new Map<string, SentSheet>();
  const unseen = new Map<string, SentSheet[]>();
  const changedAt = new Map<string, EpochMs>();
  const keys = new Set<string>();
  let [nextRow, doubled, waiting] = [0, 0, 0];

  const isChanged = (file: string): boolean => {
    const at = workspace.core.file(file)?.modifiedAt ?? 0;
    if (changedAt.get(file) === at) return false;
    changedAt.set(file, at);
    return true;
  };
  const lookAtIntake = (): void => {
    const tab = tabOf(world, intake, `Đăng ký – ${title}`);
    for (; textAt(tab, nextRow, 0) !== ''; nextRow += 1) {
      const id = textAt(tab, nextRow, 0);
      const key = `${id} ${textAt(tab, nextRow, 1)}`;
      if (keys.has(key)) doubled += 1;
      keys.add(key);
      const sheet = byResponse.get(id);
      if (sheet) sheet.bookedAt ??= workspace.now();
    }
  };
  const lookAtBase = (file: string): void => {
    const tab = tabOf(world, file, title);
    const place = (tab.rows[1]?.v ?? []).indexOf('Đăng ký lúc');
    if (place < 0) throw new Error('A base workbook does not say when a member registered');
    for (let row = 2; row < tab.rows.length; row += 1) {
      const own = unseen.get(textAt(tab, row, 0));
      const shown = own ? momentOf(tab.rows[row]?.v[place]) : null;
      if (!own || shown === null) continue;
      // A sheet's time is kept to the second.
      const left = own.filter((one) => Math.floor(one.sentAt / 1000) * 1000 > shown + 500);
      for (const one of own) if (!left.includes(one)) one.shownAt = workspace.now();
      waiting -= own.length - left.length;
      unseen.set(textAt(tab, row, 0), left);
    }
  };
  // Above its rows the tab has its keys and its headers.
  nextRow = 2;
  return {
    expect(sheet) {
      byResponse.set(sheet.responseId, sheet);
      unseen.set(sheet.member, [...(unseen.get(sheet.member) ?? []), sheet]);
      waiting += 1;
    },
    look() {
      if (isChanged(intake)) lookAtIntake();
      for (const file of bases) if (isChanged(file)) lookAtBase(file);
    },
    isComplete: () => waiting === 0,
    doubled: () => doubled,
  };
}

function tabOf({ workspace }: World, file: string, title: string): SheetData {
  const tab = bookOf(workspace, file).sheets.find((one) => one.name === title);
  if (!tab) throw new Error(`There is no tab ${title}`);
  return tab;
}

function textAt(tab: SheetData, row: number, place: number): string {
  const cell = tab.rows[row]?.v[place];
  return cell === null || cell === undefined || typeof cell === 'object' ? '' : String(cell);
}

function momentOf(cell: CellValue | undefined): EpochMs | null {
  return typeof cell === 'number' ? Math.round((cell - EPOCH_DAYS) * DAY_MS) - ZONE_MS : null;
}
