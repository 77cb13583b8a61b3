import { tabById } from '../google/book';
import type { OpenLedger } from '../google/ledger';
import type { LedgerEvent } from '../programme/events';
import { LEDGER_COLUMNS } from '../workbook/ledger-tab';
import type { WaveMember } from '../workbook/wave-rows';
import type { BranchBooks } from './books';
import type { Place } from './desk';
import { drop, keepAll } from './document-cache';
import { classesBefore } from './member-brief';

/**
 * How long what is known of a branch's books is built upon: a lock or a row of the district's may be that old for a save. The fold judges by the
 * ledgers alone, so that nothing counts that must not; what the committees themselves do drops it at once.
 */
const KNOWN_SECONDS = 120;

/** The cache takes 100 kB a text; signs of ours take two or three bytes. */
const PART_SIGNS = 30_000;
const MOST_PARTS = 20;

/** Kinds of rows that reach beyond one branch and wave. */
const OF_ALL: ReadonlySet<string> = new Set(['restored', 'erased', 'identify']);

type Key = { readonly wave: string; readonly branch: string };

interface KnownLedger {
  readonly ledger: string;
  readonly sheetId: number;
  readonly columns: readonly (readonly [string, number])[];
  readonly events: readonly LedgerEvent[];
  readonly missingSeqs: readonly number[];
  readonly broken: OpenLedger['reading']['broken'];
  readonly nextRow: number;
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly end: OpenLedger['end'];
  readonly lastRow: OpenLedger['lastRow'];
  readonly erased: readonly number[];
}

interface Known {
  readonly members: readonly WaveMember[];
  readonly asOf: BranchBooks['asOf'];
  readonly before: readonly (readonly [string, string])[];
  readonly branch: KnownLedger;
  readonly base: KnownLedger | null;
  readonly district: KnownLedger;
}

/** Under which key the first part of what is known stands. */
export function knownKey({ wave, branch }: Key): string {
  return `books:${wave}:${branch}:0`;
}

/** All keys it may stand under. */
export function knownKeys({ wave, branch }: Key): readonly string[] {
  return Array.from({ length: MOST_PARTS }, (_, part) => `books:${wave}:${branch}:${part}`);
}

/** Keeps what was read of a branch's books, without texts and without the rows of other branches and waves. One write of the cache. */
export function keepBooks(books: BranchBooks): void {
  const { place, members, asOf, ledgers } = books;
  const { services, wave, branch } = place;
  const known: Known = {
    members: members.map((member) => ({ ...member, commitments: {}, evidence: {}, difficulties: '' })),
    asOf,
    before: [...classesBefore(books)],
    branch: knownOf(ledgers.branch, place),
    base: ledgers.base && knownOf(ledgers.base, place),
    district: knownOf(ledgers.district, place),
  };
  const text = JSON.stringify(known);
  const count = Math.ceil(text.length / PART_SIGNS);
  if (count > MOST_PARTS) return;
  // Parts of two tellings must not be taken for one.
  const ends = [ledgers.branch, ledgers.base].map((open) => open?.end.lastSeq ?? 0).join('.');
  const stamp = `${count}.${Math.floor(services.random() * 1e9)}.${ends}`;
  const keys = knownKeys({ wave: wave.code, branch: branch.code });
  const parts = keys
    .slice(0, count)
    .map((key, part) => [key, `${stamp}|${text.slice(part * PART_SIGNS, (part + 1) * PART_SIGNS)}`] as const);
  keepAll(services, Object.fromEntries(parts), KNOWN_SECONDS);
}

/** How many parts, a number drawn by chance, the last rows of the branch's and the base committee's ledger. */
const STAMP = /^(\d+)\.\d+\.(\d+)\.(\d+)\|/;

/** Last row of the ledger that is known, from the first part of what the cache holds; null = nothing is known. */
export function knownEnd(first: string | undefined, side: 'branch' | 'base'): number | null {
  const stamp = STAMP.exec(first ?? '');
  return stamp ? Number(stamp[side === 'branch' ? 2 : 3]) : null;
}

/** Forgets what is known of a branch's books; one write of the cache. */
export function forgetBooks({ services, wave, branch }: Place): void {
  drop(services, knownKey({ wave: wave.code, branch: branch.code }));
}

/** The books as they are known, from what the cache holds; null when not all of it is there. No call. */
export function knownBooks(
  place: Place,
  found: Readonly<Record<string, string | undefined>>,
): BranchBooks | null {
  const text = joined(
    knownKeys({ wave: place.wave.code, branch: place.branch.code }).map((key) => found[key] ?? ''),
  );
  if (text === null) return null;
  const known = JSON.parse(text) as Known;
  const branch = openOf(place, known.branch);
  const base = known.base && openOf(place, known.base);
  const district = openOf(place, known.district);
  if (!branch || !district || (known.base && !base)) return null;
  return {
    members: known.members,
    asOf: known.asOf,
    before: new Map(known.before),
    place,
    ledgers: { branch, base, district },
  };
}

function joined(parts: readonly string[]): string | null {
  const stamp = STAMP.exec(parts[0] ?? '');
  if (!stamp) return null;
  const own = parts.slice(0, Number(stamp[1]));
  if (!own.every((part) => part.startsWith(stamp[0]))) return null;
  return own.map((part) => part.slice(stamp[0].length)).join('');
}

function knownOf(open: OpenLedger, { wave, branch }: Place): KnownLedger {
  const { ledger, sheet, columns, reading, end, lastRow, erased } = open;
  const concerns = (event: LedgerEvent): boolean => {
    if (OF_ALL.has(event.kind)) return true;
    const of = event.data.branch;
    return event.wave === wave.code && (of === undefined || of === branch.code);
  };
  return {
    ledger,
    sheetId: sheet.getSheetId(),
    columns: [...columns],
    // The words of a row are for people; no rule reads them.
    events: reading.events.filter(concerns).map((event) => ({ ...event, text: '' })),
    missingSeqs: reading.missingSeqs,
    broken: reading.broken,
    nextRow: reading.nextRow,
    lastSeq: reading.lastSeq,
    lastHash: reading.lastHash,
    end,
    lastRow: lastRow.slice(0, Math.max(...columns.values(), LEDGER_COLUMNS.length) + 1),
    erased: [...erased],
  };
}

function openOf({ services }: Place, known: KnownLedger): OpenLedger | null {
  const sheet = tabById(services, known.sheetId);
  if (!sheet) return null;
  const { ledger, columns, end, lastRow, erased, events, missingSeqs, broken, nextRow, lastSeq, lastHash } =
    known;
  return {
    ledger,
    sheet,
    columns: new Map(columns),
    reading: { events, rows: [], broken, missingSeqs, missingColumns: [], nextRow, lastSeq, lastHash },
    end,
    lastRow,
    erased: new Set(erased),
  };
}
