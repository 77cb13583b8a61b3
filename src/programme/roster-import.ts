import type { IsoDay } from './dates';
import { bareName } from './names';
import type { Branch, Member } from './organisation';
import type { RosterRow } from './roster-table';

/** Why a line of a list cannot be taken over. */
export type ImportProblemCode =
  | 'NAME_MISSING'
  | 'IMPOSSIBLE_DATE'
  | 'BIRTH_DATE_MISSING'
  | 'UNKNOWN_BRANCH'
  | 'BAD_CODE'
  | 'BAD_EMAIL'
  | 'TOO_LONG'
  | 'DOUBLED'
  | 'TWO_ALIKE';

/** Signs of a name, a code or an address that can be meant. */
const MOST_SIGNS = 200;

export interface ImportProblem {
  /** As people count. */
  readonly row: number;
  readonly code: ImportProblemCode;
  /** What stands there, or the row it doubles. */
  readonly value: string;
}

/** A member as he is and as the list has him. */
export interface MemberChange {
  readonly before: Member;
  readonly after: Member;
}

/** What an import would do; nothing is done yet. */
export interface ImportPlan {
  readonly added: readonly Member[];
  /** Name, birth date, role, group or e-mail differ; the branch does not. */
  readonly changed: readonly MemberChange[];
  /** In another branch: the waves opened before keep them where they were. */
  readonly moved: readonly MemberChange[];
  /** In a branch of the list, but not in the list. They are never taken away by an import: staff say why they left. */
  readonly left: readonly Member[];
  readonly unchanged: number;
  readonly problems: readonly ImportProblem[];
}

/** What words of a list mean. */
export interface ImportWords {
  /** Whether the text can be a member's code. */
  readonly isCode: (text: string) => boolean;
  readonly isEmail: (text: string) => boolean;
  readonly roleOf: (word: string) => Member['role'] | null;
  readonly groupOf: (word: string) => Member['group'] | null;
}

/**
 * Holds a list against the roster. A member is known by code, else by name and birth date if only one has both; what the list leaves empty stays as
 * it is. A line with a problem is left out and said; the others can be taken over.
 */
export function planRosterImport(
  rows: readonly RosterRow[],
  roster: readonly Member[],
  branches: readonly Branch[],
  words: ImportWords,
): ImportPlan {
  const known = rosterIndex(roster);
  const branchOf = branchIndex(branches);
  const nextCode = codesAfter(roster);
  const problems: ImportProblem[] = [];
  const taken = new Map<string, number>();
  const added: Member[] = [];
  const changes: MemberChange[] = [];
  const covered = new Set<string>();
  for (const row of rows) {
    const found = problemOf(row, branchOf, words);
    const branch = branchOf(row.branch);
    if (branch !== null) covered.add(branch);
    if (found) {
      problems.push(found);
      continue;
    }
    const before = known(row);
    if (before === 'TWO_ALIKE') {
      problems.push({ row: row.row, code: 'TWO_ALIKE', value: row.fullName });
      continue;
    }
    const name = before
      ? `=${before.code}`
      : row.code === ''
        ? sameKey(row.fullName, row.birthDate ?? '')
        : row.code;
    const first = taken.get(name);
    if (first !== undefined) {
      problems.push({ row: row.row, code: 'DOUBLED', value: String(first) });
      continue;
    }
    taken.set(name, row.row);
    const after = memberOf(row, before, branch, words);
    if (before) changes.push({ before, after });
    else added.push(after.code === '' ? { ...after, code: nextCode() } : after);
  }
  const listed = new Set(changes.map((one) => one.before.code));
  const differing = changes.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  // A line that could not be read may be anybody's: of its branch nobody is said to have left.
  const unclear = new Set(
    rows.filter((row) => problems.some((one) => one.row === row.row)).map((row) => branchOf(row.branch)),
  );
  return {
    added,
    changed: differing.filter(({ before, after }) => before.branch === after.branch),
    moved: differing.filter(({ before, after }) => before.branch !== after.branch),
    left: roster.filter(
      (member) => covered.has(member.branch) && !unclear.has(member.branch) && !listed.has(member.code),
    ),
    unchanged: changes.length - differing.length,
    problems,
  };
}

/** The roster as it is after a plan: those who left stay until staff say why. */
export function rosterAfter(roster: readonly Member[], plan: ImportPlan): readonly Member[] {
  const after = new Map([...plan.changed, ...plan.moved].map((one) => [one.before.code, one.after]));
  return [...roster.map((member) => after.get(member.code) ?? member), ...plan.added];
}

function problemOf(
  row: RosterRow,
  branchOf: (text: string) => string | null,
  { isCode, isEmail }: ImportWords,
): ImportProblem | null {
  const long = [row.fullName, row.code, row.email].find((text) => text.length > MOST_SIGNS);
  if (long !== undefined) return { row: row.row, code: 'TOO_LONG', value: long.slice(0, 40) };
  if (row.code !== '' && !isCode(row.code)) return { row: row.row, code: 'BAD_CODE', value: row.code };
  if (row.email !== '' && !isEmail(row.email)) return { row: row.row, code: 'BAD_EMAIL', value: row.email };
  if (row.fullName === '') return { row: row.row, code: 'NAME_MISSING', value: row.code };
  if (row.birthDate === null) return { row: row.row, code: 'IMPOSSIBLE_DATE', value: row.typedBirthDate };
  if (row.birthDate === '') return { row: row.row, code: 'BIRTH_DATE_MISSING', value: row.fullName };
  if (branchOf(row.branch) === null) return { row: row.row, code: 'UNKNOWN_BRANCH', value: row.branch };
  return null;
}

function rosterIndex(roster: readonly Member[]): (row: RosterRow) => Member | null | 'TWO_ALIKE' {
  const byCode = new Map(roster.map((member) => [codeKey(member.code), member]));
  const alike = new Map<string, Member[]>();
  for (const member of roster) {
    const key = sameKey(member.fullName, member.birthDate);
    alike.set(key, [...(alike.get(key) ?? []), member]);
  }
  return (row) => {
    const own = row.code === '' ? undefined : byCode.get(codeKey(row.code));
    if (own) return own;
    const same = alike.get(sameKey(row.fullName, row.birthDate ?? '')) ?? [];
    // A code nobody has is a new member's, unless exactly one has this name and birth date without a code of the Union's own.
    if (row.code !== '') return same.length === 1 && isOurs(same[0]) ? (same[0] ?? null) : null;
    return same.length > 1 ? 'TWO_ALIKE' : (same[0] ?? null);
  };
}

/** Codes of our own making: given where a list has none. */
function isOurs(member: Member | undefined): boolean {
  return /^DV-\d{6}$/.test(member?.code ?? '');
}

/** Codes of our own making, one after the other behind the last in the roster. */
export function codesAfter(roster: readonly Member[]): () => string {
  let last = roster.reduce((most, member) => {
    const figures = /^DV-(\d{6})$/.exec(member.code)?.[1];
    return figures === undefined ? most : Math.max(most, Number(figures));
  }, 0);
  return () => {
    last += 1;
    return `DV-${String(last).padStart(6, '0')}`;
  };
}

/** A branch by its code or its name, with or without *Chi đoàn* before it; null when none or several are meant. */
function branchIndex(branches: readonly Branch[]): (text: string) => string | null {
  const byCode = new Map(branches.map((branch) => [codeKey(branch.code), branch.code]));
  const byName = new Map<string, string | null>();
  for (const branch of branches) {
    const key = branchName(branch.name);
    byName.set(key, byName.has(key) ? null : branch.code);
  }
  return (text) => byCode.get(codeKey(text)) ?? byName.get(branchName(text)) ?? null;
}

/** Figures are part of a branch's name, so they are kept. */
function branchName(text: string): string {
  const figures = text.match(/\d+/g) ?? [];
  return `${bareName(text).replace(/^chi doan /, '')}#${figures.map(Number).join(',')}`;
}

function memberOf(row: RosterRow, before: Member | null, branch: string | null, words: ImportWords): Member {
  return {
    // The code a member has is what his sheets are kept under.
    code: before?.code ?? row.code,
    fullName: row.fullName,
    birthDate: row.birthDate ?? '',
    branch: branch ?? '',
    group: words.groupOf(row.group) ?? before?.group ?? '',
    role: words.roleOf(row.role) ?? before?.role ?? 'MEMBER',
    email: row.email === '' ? (before?.email ?? '') : row.email,
    classed: before?.classed ?? true,
    whyNot: before?.whyNot ?? '',
    token: before?.token ?? '',
  };
}

function sameKey(fullName: string, birthDate: IsoDay): string {
  return `${fullName.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()}|${birthDate}`;
}

function codeKey(code: string): string {
  return code.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}
