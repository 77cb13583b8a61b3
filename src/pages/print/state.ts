import type { LinksView } from '../../contract/district';
import type { Called } from '../parts/call';

/** What of each branch is printed. */
export type Sheets = 'BOTH' | 'POSTERS' | 'CARDS';

/** Everything the page shows. */
export interface PrintState {
  readonly view: LinksView | null;
  readonly loading: boolean;
  readonly trouble: Exclude<Called<LinksView>, { readonly kind: 'VALUE' }> | null;
  readonly sheets: Sheets;
  /** Name of what was copied last; '' = nothing yet. */
  readonly copied: string;
}

export const initialPrint: PrintState = {
  view: null,
  loading: true,
  trouble: null,
  sheets: 'BOTH',
  copied: '',
};

/** Pages of A4 that will be printed: a poster a branch, and its cards. */
export function pagesOf({ branches }: LinksView, sheets: Sheets): number {
  return branches.reduce(
    (pages, branch) =>
      pages +
      (sheets === 'CARDS' ? 0 : 1) +
      (sheets === 'POSTERS' ? 0 : Math.ceil(branch.members.length / CARDS_A_PAGE)),
    0,
  );
}

/** Cards on one page: three beside each other, five rows. */
export const CARDS_A_PAGE = 15;

/** A list in groups of so many. */
export function inGroups<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
