import type { Branch } from '../programme/organisation';
import type { Wave } from '../programme/wave';
import type { Setup } from '../workbook/setup';
import { readTable } from '../workbook/tab';
import { waveTab } from '../workbook/wave-tab';
import { freeTitle } from '../google/lay-tab';
import type { GuardedTab } from '../google/sheets-api';
import { byHandTabs, layByHand, mendByHand, namedMembers, type NamedMember } from './by-hand-tabs';
import type { District } from './district';
import { ownersOf } from './facts';
import type { MendedGuard } from './mend-guards';

/** A unit's workbook as it is, and what its tabs *Nhập tay* are made of. */
export interface ByHandBook {
  readonly file: string;
  readonly there: readonly GuardedTab[];
  readonly branches: readonly Branch[];
  readonly waves: readonly Wave[];
  /** Addresses Google did not take, in lower case. */
  readonly refused: readonly string[];
  /** Whether this account may change protections that do not name it. */
  readonly mayGuard: () => boolean;
  readonly programme: string;
}

/** What makes the tabs right; `isOwners` = something is left for the file's owner. */
export interface EnsuredByHand extends MendedGuard {
  readonly isOwners: boolean;
}

/**
 * The tabs *Nhập tay* of a unit: made where a branch asked for one, their protections held against what they must be; where a branch does not want
 * it any more, or the wave is locked, nobody but the owner writes it. One read where one is made.
 */
export function ensureByHand(district: District, setup: Setup, book: ByHandBook): EnsuredByHand {
  const { there, branches, waves, refused } = book;
  const owners = ownersOf(setup.settings);
  const titles = new Set(there.map((tab) => tab.title));
  const requests: MendedGuard['requests'][number][] = [];
  const said: string[] = [];
  let isOwners = false;
  const membersOf = membersOnce(district, book);
  for (const one of byHandTabs(branches, setup, waves)) {
    const { tab, branch, wave } = one;
    const writers = tab.writers.filter((email) => !refused.includes(email.toLowerCase()));
    const present = there.find(({ sheetId }) => sheetId === tab.definition.sheetId);
    if (!present) {
      if (!one.isOpen) continue;
      const title = freeTitle(tab.title, titles, book.programme);
      titles.add(title);
      requests.push(...layByHand(one, membersOf(wave).get(branch.code) ?? [], title, writers, owners));
      said.push(`Tạo trang “${title}”.`);
      continue;
    }
    const mended = mendByHand(present, one, writers, owners, district.email);
    if (mended.requests.length > 0 && !book.mayGuard()) isOwners = true;
    else {
      requests.push(...mended.requests);
      said.push(...mended.said);
    }
  }
  return { requests, said, isOwners };
}

type Named = ReadonlyMap<string, readonly NamedMember[]>;

/** The members of each branch as the wave's tab names them, read once for all waves when first asked for. */
function membersOnce(district: District, { file, there, waves }: ByHandBook): (wave: Wave) => Named {
  let known: ReadonlyMap<string, Named> | null = null;
  const readAll = (): ReadonlyMap<string, Named> => {
    const open = waves.filter(
      (wave) => wave.lockedAt === undefined && there.some(({ sheetId }) => sheetId === waveTab(wave).sheetId),
    );
    const tabs = district.api.read(
      file,
      open.map((wave) => ({ sheetId: waveTab(wave).sheetId })),
    );
    return new Map(
      open.map((wave, index) => [wave.code, namedMembers(readTable(waveTab(wave), tabs[index] ?? []))]),
    );
  };
  return (wave) => (known ??= readAll()).get(wave.code) ?? new Map();
}
