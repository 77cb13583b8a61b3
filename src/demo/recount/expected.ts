import type { InventedMember } from '../invent/members';
import type { SavedGrade } from './acts';

/** What a cell of a summary should show: a figure, a text, or a moment to the second. */
export type Expected = number | string | { readonly moment: number };

/** Rows of a summary that are found by what stands in `key` columns, with the figures beside. */
export interface ExpectedTable {
  readonly title: string;
  readonly head: 'summary' | 'plain';
  readonly keys: readonly string[];
  readonly rows: readonly {
    readonly key: readonly string[];
    readonly cells: Readonly<Record<string, Expected>>;
  }[];
}

/** Everything that is known of a member's wave from what people did. */
export interface MemberCount {
  readonly member: InventedMember;
  readonly registered: readonly string[];
  readonly self: string;
  readonly grade: SavedGrade | null;
  readonly recognised: string | null;
}

/** Classes of the plan's years: code, word, short form. */
export const CLASSES = [
  ['EXCELLENT', 'Xuất sắc', 'XS'],
  ['GOOD', 'Khá', 'K'],
  ['AVERAGE', 'Trung bình', 'TB'],
  ['WEAK', 'Yếu', 'Y'],
] as const;

/** The recognised class, else the branch's. */
export function classOf({ recognised, grade }: MemberCount): string {
  return recognised ?? grade?.class ?? '';
}

/** The pair of cells "SL, %". */
export function share(header: string, part: number, whole: number): Readonly<Record<string, Expected>> {
  return { [`${header}: SL`]: part, [`${header}: %`]: percent(part, whole) };
}

/** Whole percent: nothing of nothing is a dash, all is 100, none is 0, what lies between stays between. */
export function percent(part: number, whole: number): number | string {
  if (whole === 0) return '–';
  if (part === 0 || part === whole) return part === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}
