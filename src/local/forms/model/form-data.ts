/** What a form is made of, as plain JSON. */

/** Google's ItemType names of what this workspace has. */
export type ItemKind =
  | 'CHECKBOX'
  | 'CHECKBOX_GRID'
  | 'DATE'
  | 'DATETIME'
  | 'DURATION'
  | 'GRID'
  | 'LIST'
  | 'MULTIPLE_CHOICE'
  | 'PAGE_BREAK'
  | 'PARAGRAPH_TEXT'
  | 'RATING'
  | 'SCALE'
  | 'SECTION_HEADER'
  | 'TEXT'
  | 'TIME';

/** Where a choice or a page break leads: a page break's item id, or Google's PageNavigationType. */
export type GoTo = number | 'CONTINUE' | 'RESTART' | 'SUBMIT';

export interface ChoiceData {
  readonly value: string;
  /** Absent: the choice leads nowhere of its own. */
  readonly goTo?: GoTo;
  /** The right answer, in a quiz. */
  readonly correct?: true;
}

/** A rule on an answer: the builder's method that set it, with its arguments. */
export interface RuleData {
  readonly rule: string;
  readonly values: readonly (string | number)[];
  readonly help: string;
}

/** One item. Items are never changed in place: a change puts a new one, and a new list, into the form. */
export interface ItemData {
  /** What FormApp calls the item's id. */
  readonly id: number;
  readonly kind: ItemKind;
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  /** Ids of the fields in addresses and pages, `entry.<id>`: one a question, one a row of a grid. They are not item ids. */
  readonly entries: readonly number[];
  readonly choices?: readonly ChoiceData[];
  readonly other?: boolean;
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
  readonly low?: number;
  readonly high?: number;
  readonly lowLabel?: string;
  readonly highLabel?: string;
  /** DATE and DATETIME. */
  readonly year?: boolean;
  readonly rule?: RuleData;
  /** PAGE_BREAK: where whoever completes the page before it goes. */
  readonly goTo?: GoTo;
}

/** A response's answer to one item, as getResponse() gives it. */
export type StoredAnswer =
  string | readonly string[] | readonly (string | null)[] | readonly (readonly string[] | null)[];

/**
 * Responses as columns in the order of their timestamps: cheap to keep, to copy and to search when there are tens of thousands. `answers`
 * holds each response's answers as JSON text, `{ [item id]: StoredAnswer }`.
 */
export interface ResponseColumns {
  readonly ids: string[];
  readonly times: number[];
  /** The address the form collected, or ''. */
  readonly emails: string[];
  /** Who was signed in, or ''; never told to a script. */
  readonly by: string[];
  readonly answers: string[];
}

/** The response sheet a form writes to, and where in it. */
export interface DestinationData {
  readonly file: string;
  readonly sheetId: number;
  /** What each column holds: `'time'`, `'email'`, an item id, or `<item id>:<row>` of a grid. */
  columns: string[];
  /** Row (from 0) of each response, by its id. */
  readonly rows: Record<string, number>;
}

export interface FormData {
  /** The id in the address people fill the form in at; not the file's id. */
  readonly publishedId: string;
  title: string;
  description: string;
  /** False for a form older than the publishing of 2025. */
  readonly publishable: boolean;
  published: boolean;
  accepting: boolean;
  closedMessage: string;
  confirmation: string;
  progressBar: boolean;
  shuffle: boolean;
  allowEdits: boolean;
  limitOne: boolean;
  requireLogin: boolean;
  collectEmail: boolean;
  summary: boolean;
  respondAgain: boolean;
  quiz: boolean;
  items: readonly ItemData[];
  destination: DestinationData | null;
  readonly responses: ResponseColumns;
}

/** A form without items. */
export function createFormData(of: {
  readonly publishedId: string;
  readonly title: string;
  readonly published: boolean;
  readonly accepting: boolean;
}): FormData {
  return {
    publishedId: of.publishedId,
    title: of.title,
    description: '',
    publishable: true,
    published: of.published,
    accepting: of.accepting,
    closedMessage: '',
    confirmation: '',
    progressBar: false,
    shuffle: false,
    allowEdits: false,
    limitOne: false,
    requireLogin: false,
    collectEmail: false,
    summary: false,
    respondAgain: true,
    quiz: false,
    items: [],
    destination: null,
    responses: { ids: [], times: [], emails: [], by: [], answers: [] },
  };
}
