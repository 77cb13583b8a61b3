import { isoDay, isRealDay, parseDay, splitDay, type IsoDay } from './dates';
import { bareName, isSameName, nameLikeness, nameWords } from './names';
import type { Member } from './organisation';
import type { MatchedHow, SubmissionIdentity } from './submission';

/** Why a sheet was tied to nobody (wording.md 2, "Unmatched reasons"). */
export type UnmatchedReason =
  'CODE_NOT_IN_ROSTER' | 'BIRTH_DATE_DIFFERS' | 'NAME_DIFFERS' | 'TWO_ALIKE' | 'LATE' | 'OTHER_WAVE';

/** What a member typed or a link filled in. */
export type TypedIdentity = Pick<
  SubmissionIdentity,
  'typedCode' | 'typedName' | 'typedBirthDate' | 'linkBranch'
>;

/** One of the three members shown to staff beside an unmatched sheet; `likeness` from 0 to 1. */
export interface NearMember {
  readonly member: string;
  readonly likeness: number;
  readonly birthDate: 'SAME' | 'SWAPPED' | 'OTHER';
}

export type Match =
  | { readonly kind: 'MATCHED'; readonly member: string; readonly how: Exclude<MatchedHow, '' | 'PERSON'> }
  | {
      readonly kind: 'UNMATCHED';
      readonly reason: UnmatchedReason;
      readonly nearest: readonly NearMember[];
    };

/** The roster, indexed once for many sheets. */
export interface Roster {
  readonly byCode: ReadonlyMap<string, Entry>;
  readonly byToken: ReadonlyMap<string, Entry>;
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  readonly byBirthDate: ReadonlyMap<IsoDay, readonly Entry[]>;
  readonly byBranch: ReadonlyMap<string, readonly Entry[]>;
  /** First and last word without marks, for names with a word more or less. */
  readonly byEnds: ReadonlyMap<string, readonly Entry[]>;
}

interface Entry {
  readonly member: Member;
  readonly words: readonly string[];
  readonly bare: string;
}

/** Indexes the roster. Where two members have one code or token, neither is found by it: a wrong match is worse than none. */
export function indexRoster(members: readonly Member[]): Roster {
  const entries = members.map((member) => ({
    member,
    words: nameWords(member.fullName),
    bare: bareName(member.fullName),
  }));
  return {
    byCode: unique(entries, (entry) => codeKey(entry.member.code)),
    byToken: unique(entries, (entry) => entry.member.token),
    byName: grouped(entries, (entry) => entry.bare),
    byBirthDate: grouped(entries, (entry) => entry.member.birthDate),
    byBranch: grouped(entries, (entry) => entry.member.branch),
    byEnds: grouped(entries, (entry) => endsOf(entry.bare)),
  };
}

/**
 * Ties a sheet to a member (P3; pages.md 1). Needed: the birth date, and the token, or the code, or a name that is the only one with that birth date
 * in the branch of the link, or in the district (there with every mark as in the roster). A code nobody has is passed over; a code of
 * somebody else is a refusal. What is not matched comes with its reason and the three nearest members.
 */
export function matchMember(roster: Roster, typed: TypedIdentity): Match {
  const words = nameWords(typed.typedName);
  const birthDate = parseDay(typed.typedBirthDate);
  const unmatched = (reason: UnmatchedReason): Match => ({
    kind: 'UNMATCHED',
    reason,
    nearest: nearestMembers(roster, typed),
  });

  const token = typed.typedCode.trim();
  const byToken = token === '' ? undefined : roster.byToken.get(token);
  const byCode = byToken ?? (token === '' ? undefined : roster.byCode.get(codeKey(token)));
  if (byCode) {
    if (!isLikelySameName(words, byCode)) return unmatched('NAME_DIFFERS');
    if (birthDate === null || byCode.member.birthDate !== birthDate) return unmatched('BIRTH_DATE_DIFFERS');
    return { kind: 'MATCHED', member: byCode.member.code, how: byToken ? 'LINK' : 'CODE' };
  }

  const alike = (roster.byName.get(bareName(typed.typedName)) ?? []).filter((entry) =>
    isSameName(words, entry.words),
  );
  if (alike.length === 0) return unmatched(token === '' ? 'NAME_DIFFERS' : 'CODE_NOT_IN_ROSTER');
  const born = birthDate === null ? [] : alike.filter((entry) => entry.member.birthDate === birthDate);
  if (born.length === 0) return unmatched('BIRTH_DATE_DIFFERS');
  const branch = typed.linkBranch.trim();
  const inBranch = born.filter((entry) => branch !== '' && entry.member.branch === branch);
  const [only, second] = inBranch.length > 0 ? inBranch : born;
  if (!only || second) return unmatched('TWO_ALIKE');
  if (inBranch.length === 0 && !isExactly(words, only)) return unmatched('NAME_DIFFERS');
  return { kind: 'MATCHED', member: only.member.code, how: 'NAME' };
}

/**
 * The three members a sheet is nearest to, nearest first: marks, doubled spaces, the order of the words and a missing word are forgiven, day and
 * month swapped are seen, the branch of the link counts a little. Members unlike in name and birth date are left out.
 */
export function nearestMembers(roster: Roster, typed: TypedIdentity): readonly NearMember[] {
  const bare = bareName(typed.typedName);
  const birthDate = parseDay(typed.typedBirthDate);
  const linkBranch = typed.linkBranch.trim();
  const swapped = birthDate === null ? swappedIfImpossible(typed.typedBirthDate) : swapDayAndMonth(birthDate);
  const candidates = new Set<Entry>([
    ...lookedUp(roster.byName, bare),
    ...lookedUp(roster.byEnds, endsOf(bare)),
    ...lookedUp(roster.byBirthDate, birthDate),
    ...lookedUp(roster.byBirthDate, swapped),
    ...lookedUp(roster.byBranch, linkBranch),
  ]);
  const own = roster.byCode.get(codeKey(typed.typedCode)) ?? roster.byToken.get(typed.typedCode.trim());
  if (own) candidates.add(own);
  const near: NearMember[] = [];
  for (const entry of candidates) {
    const name = nameLikeness(bare, entry.bare);
    const born =
      birthDate !== null && entry.member.birthDate === birthDate
        ? 'SAME'
        : swapped !== null && entry.member.birthDate === swapped
          ? 'SWAPPED'
          : 'OTHER';
    if (name < LEAST_LIKE && entry !== own) continue;
    const branch = linkBranch !== '' && entry.member.branch === linkBranch ? 0.1 : 0;
    const likeness = name * 0.6 + BIRTH_WEIGHT[born] + branch;
    near.push({ member: entry.member.code, likeness, birthDate: born });
  }
  return near.sort((a, b) => b.likeness - a.likeness || (a.member < b.member ? -1 : 1)).slice(0, 3);
}

/** Below this likeness two names have nothing to do with each other. */
const LEAST_LIKE = 0.4;

const BIRTH_WEIGHT = { SAME: 0.3, SWAPPED: 0.25, OTHER: 0 } as const;

/** With a code and a birth date the name may have a slip, but must not be another person's (a code copied from a friend). */
function isLikelySameName(words: readonly string[], entry: Entry): boolean {
  return isSameName(words, entry.words) || nameLikeness(bareName(words.join(' ')), entry.bare) >= 0.7;
}

function isExactly(words: readonly string[], entry: Entry): boolean {
  return words.join(' ') === entry.words.join(' ');
}

function codeKey(code: string): string {
  return code.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

function endsOf(bare: string): string {
  const words = bare.split(' ');
  return [words[0] ?? '', words[words.length - 1] ?? ''].sort().join(' ');
}

function swapDayAndMonth(day: IsoDay): IsoDay | null {
  const parts = splitDay(day);
  if (parts.day > 12) return null;
  return isoDay(parts.year, parts.day, parts.month);
}

/** 09/25/1998 is no day, but 25/09/1998 is. */
function swappedIfImpossible(typed: string): IsoDay | null {
  const parts = /^\s*(\d{1,2})\D+(\d{1,2})\D+(\d{4})\s*$/.exec(typed);
  if (!parts) return null;
  const day = `${parts[3] ?? ''}-${(parts[1] ?? '').padStart(2, '0')}-${(parts[2] ?? '').padStart(2, '0')}`;
  return isRealDay(day) ? day : null;
}

function lookedUp(index: ReadonlyMap<string, readonly Entry[]>, key: string | null): readonly Entry[] {
  return key === null || key.trim() === '' ? [] : (index.get(key) ?? []);
}

function unique(entries: readonly Entry[], keyOf: (entry: Entry) => string): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const [key, group] of grouped(entries, keyOf)) {
    const [only] = group;
    if (only && group.length === 1 && key !== '') found.set(key, only);
  }
  return found;
}

function grouped(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
