import type { GroupRow } from './summary-parts';
import { groupsForOthers, SMALLEST_GROUP_SHOWN } from './summary-parts';
import { countOf } from './percent';

/**
 * Which of the parts of one sum must not be broken down (P21): those of one to four people and, so that nobody finds their figures by taking the
 * others from the sum, the next smallest ones, until those hidden are five people or more together. Places in `sizes`.
 */
export function placesToHide(sizes: readonly number[]): ReadonlySet<number> {
  const order = sizes
    .map((size, place) => ({ size, place }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size || a.place - b.place);
  const hidden = new Set<number>();
  let sum = 0;
  for (const { size, place } of order) {
    if (size >= SMALLEST_GROUP_SHOWN && (sum === 0 || sum >= SMALLEST_GROUP_SHOWN)) break;
    hidden.add(place);
    sum += size;
  }
  return hidden;
}

/** Groups as they leave the district: each with its figures, and all too small for it as one row together. */
export interface GroupsShown {
  readonly shown: readonly GroupRow[];
  /** Null when no group is too small, or when all of them together are. */
  readonly together: GroupRow | null;
}

/** *Theo đối tượng* for others (P21): small groups, and the next smallest where needed, are one row. */
export function groupsTogether(rows: readonly GroupRow[]): GroupsShown {
  if (groupsForOthers(rows).hidden.length === 0) return { shown: rows, together: null };
  const hide = placesToHide(rows.map((row) => row.members));
  const hidden = rows.filter((_, place) => hide.has(place));
  const members = sum(hidden, (row) => row.members);
  const eligible = sum(hidden, (row) => row.eligible);
  const shown = rows.filter((_, place) => !hide.has(place));
  if (members < SMALLEST_GROUP_SHOWN) return { shown, together: null };
  return {
    shown,
    together: {
      group: '',
      members,
      eligible,
      registered: countOf(
        sum(hidden, (row) => row.registered.count),
        members,
      ),
      selfAssessed: countOf(
        sum(hidden, (row) => row.selfAssessed.count),
        members,
      ),
      classes: Object.fromEntries(
        Object.keys(hidden[0]?.classes ?? {}).map((code) => [
          code,
          countOf(
            sum(hidden, (row) => row.classes[code]?.count ?? 0),
            eligible,
          ),
        ]),
      ),
    },
  };
}

/** The text without the full names given: a gathered text may name somebody, a report may not. */
export function withoutNames(text: string, names: readonly string[]): string {
  let told = text.normalize('NFC');
  const searched = told.toLowerCase().replace(/\s+/g, ' ');
  for (const name of names) {
    const syllables = name.normalize('NFC').trim().split(/\s+/);
    // Of thousands of names none is sought for long that is not there; one syllable alone is a word like any other.
    if (syllables.length < 2 || !searched.includes(syllables.join(' ').toLowerCase())) continue;
    const pattern = syllables.map(escaped).join('\\s+');
    told = told.replace(
      new RegExp(`(?<![\\p{L}\\p{M}])${pattern}(?![\\p{L}\\p{M}])`, 'giu'),
      'một đoàn viên',
    );
  }
  return told;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
