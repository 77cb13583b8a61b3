import type { BranchLinks, LinksView, MemberLink } from '../../contract/district';
import type { Called } from '../parts/call';

/** What of each branch is printed. */
export type Sheets = 'BOTH' | 'POSTERS' | 'CARDS' | 'PAPERS';

/** Everything the page shows. */
export interface PrintState {
  readonly view: LinksView | null;
  readonly loading: boolean;
  readonly trouble: Exclude<Called<LinksView>, { readonly kind: 'VALUE' }> | null;
  readonly sheets: Sheets;
  /** Code of the one member whose paper sheet is printed; '' = of all. */
  readonly member: string;
  /** Name of what was copied last; '' = nothing yet. */
  readonly copied: string;
}

export const initialPrint: PrintState = {
  view: null,
  loading: true,
  trouble: null,
  sheets: 'BOTH',
  member: '',
  copied: '',
};

/** Pages of A4 that will be printed: a poster a branch and its cards, or a paper sheet a member and an empty one a branch. */
export function pagesOf(view: LinksView, { sheets, member }: Pick<PrintState, 'sheets' | 'member'>): number {
  if (sheets === 'PAPERS') return papersOf(view, member).length;
  return view.branches.reduce(
    (pages, branch) =>
      pages +
      (sheets === 'CARDS' ? 0 : 1) +
      (sheets === 'POSTERS' ? 0 : Math.ceil(branch.members.length / CARDS_A_PAGE)),
    0,
  );
}

/** One paper sheet: whose, and of which branch; null = an empty one, for whoever is not in the list. */
export interface Paper {
  readonly branch: BranchLinks;
  readonly member: MemberLink | null;
}

/** The paper sheets of one member, or of every branch with an empty one behind its members. */
export function papersOf({ branches }: LinksView, member: string): readonly Paper[] {
  return branches.flatMap((branch): readonly Paper[] =>
    member === ''
      ? [...branch.members.map((one) => ({ branch, member: one })), { branch, member: null }]
      : branch.members.filter(({ code }) => code === member).map((one) => ({ branch, member: one })),
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
