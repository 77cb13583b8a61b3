/** What travels as JSON between the workspace's server and its pages. Moments are epoch milliseconds. */

/** A person who can be signed in as. */
export interface PersonView {
  readonly email: string;
  readonly name: string;
  readonly description: string;
  readonly waiting: number;
}

export interface PersonGroup {
  readonly name: string;
  readonly people: readonly PersonView[];
}

export type FileKind = 'spreadsheet' | 'form' | 'document' | 'other';

/** A file of Drive as the home page lists it. */
export interface FileView {
  readonly id: string;
  readonly kind: FileKind;
  readonly title: string;
  readonly note: string;
  readonly updated: number | null;
  readonly href: string;
  readonly open: 'edit' | 'view' | 'answer';
}

export interface MailView {
  readonly id: number;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly html: string;
  readonly attachments: readonly string[];
}

export interface ClockView {
  readonly now: number;
  readonly timeZone: string;
  readonly running: boolean;
  readonly next: HomeMoment | null;
  /** The next trigger that is due, in words, when there is one. */
  readonly nextTrigger: HomeMoment | null;
}

export interface HomeMoment {
  readonly label: string;
  readonly at: number;
}

/** A person as whoever set the workspace up presents them; people left out are found under "other people". */
export interface HomePerson {
  readonly email: string;
  readonly group: string;
  readonly description: string;
  readonly name?: string;
  /** How many things wait for this person. */
  readonly waiting?: number;
}

export type StepState = 'past' | 'here' | 'ahead';

export interface HomeTourStop {
  readonly title: string;
  readonly text: string;
  readonly link?: string;
  /** Whose eyes this stop is seen with: following the link signs that person in. */
  readonly as?: string;
  readonly state?: StepState;
}

/** The one thing that matters most now, for one person (or for everyone, without an e-mail). */
export interface HomeFocus {
  readonly email?: string;
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly linkLabel: string;
}

export interface HomeProgress {
  readonly title: string;
  readonly note: string;
  readonly phases: readonly { readonly title: string; readonly dates: string; readonly state: StepState }[];
  readonly bars: readonly {
    readonly title: string;
    readonly done: number;
    readonly total: number;
    readonly label: string;
  }[];
}

/** What the home page shows of the product that lives in this workspace; the workspace itself knows nothing of it. */
export interface HomeInfo {
  readonly title: string;
  readonly subtitle: string;
  readonly people: readonly HomePerson[];
  readonly tour: readonly HomeTourStop[];
  readonly nextMoment?: HomeMoment;
  readonly focus?: readonly HomeFocus[];
  readonly progress?: HomeProgress;
  /** A line under a file's name, by file id. */
  readonly fileNotes?: Readonly<Record<string, string>>;
  /** Links a person has beside their files (a member's own form address, say). */
  readonly links?: readonly {
    readonly email: string;
    readonly title: string;
    readonly note: string;
    readonly href: string;
  }[];
}

export interface HomeView {
  readonly title: string;
  readonly subtitle: string;
  readonly me: PersonView | null;
  readonly groups: readonly PersonGroup[];
  readonly others: readonly PersonView[];
  readonly files: readonly FileView[];
  readonly closed: readonly string[];
  readonly clock: ClockView;
  readonly mails: { readonly total: number; readonly latest: readonly MailView[] };
  readonly tour: readonly HomeTourStop[];
  readonly focus: HomeFocus | null;
  readonly progress: HomeProgress | null;
  readonly canStartOver: boolean;
}

/** One question of a form. `other` = the list ends with "Mục khác". */
export interface QuestionView {
  readonly kind:
    | 'text'
    | 'paragraph'
    | 'radio'
    | 'checkbox'
    | 'list'
    | 'scale'
    | 'rating'
    | 'date'
    | 'time'
    | 'grid'
    | 'checkboxGrid';
  readonly choices?: readonly string[];
  readonly other?: boolean;
  readonly rows?: readonly string[];
  readonly low?: string;
  readonly high?: string;
}

export interface FormItemView {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  /** Absent for a heading or a picture. */
  readonly question?: QuestionView;
}

export interface FormPageView {
  /** True when the form is sent from this page unless an answer leads elsewhere. */
  readonly submits?: boolean;
  readonly title: string;
  readonly help: string;
  readonly items: readonly FormItemView[];
}

/** Text, one choice, several choices, or one of these a row; "Mục khác" is `{ other: text }`. */
export type OneAnswer = string | { readonly other: string };
export type AnswerView =
  OneAnswer | readonly OneAnswer[] | readonly (OneAnswer | null)[] | readonly (readonly string[])[];
export type AnswersView = Readonly<Record<string, AnswerView>>;

export interface FormView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly accepting: boolean;
  readonly closedMessage: string;
  readonly progressBar: boolean;
  readonly pages: readonly FormPageView[];
  readonly prefilled: AnswersView;
  /** Shown when the form asks for the respondent's address. */
  readonly collectsEmail: boolean;
  readonly signedInAs: string;
}

/** What leaving a page gives: messages by item id, or the place of the page that follows (`'submit'`: the last one). */
export type PageCheck =
  | { readonly ok: true; readonly next: number | 'submit' }
  | { readonly ok: false; readonly messages: Readonly<Record<string, string>> };

export type SubmitAnswer =
  | {
      readonly ok: true;
      readonly confirmation: string;
      /** Another response may be sent. */
      readonly again: boolean;
      /** Where this response can be changed, when the form lets people. */
      readonly edit?: string;
    }
  | { readonly ok: false; readonly message: string };

export interface TabView {
  readonly sheetId: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly colour: string | null;
  readonly protected: boolean;
}

export interface MenuItemView {
  readonly caption: string;
  readonly run?: { readonly project: string; readonly fn: string };
  readonly separator?: boolean;
  readonly items?: readonly MenuItemView[];
}

export interface MenuView {
  readonly caption: string;
  readonly items: readonly MenuItemView[];
}

export interface BookView {
  readonly id: string;
  readonly title: string;
  readonly me: PersonView;
  readonly canEdit: boolean;
  readonly tabs: readonly TabView[];
  /** Menus that bound scripts made, at the right of the menu bar. */
  readonly menus: readonly MenuView[];
  /** Menus of installed add-ons, under "Tiện ích mở rộng". */
  readonly addOns: readonly MenuView[];
}

/** How a cell looks; only what differs from a plain cell. */
export interface LookView {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly colour?: string;
  readonly background?: string;
  readonly size?: number;
  readonly font?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly clip?: boolean;
  /** CSS border of each side. */
  readonly top?: string;
  readonly right?: string;
  readonly bottom?: string;
  readonly left?: string;
}

/** One row up to its last cell with something; `looks` are places in the sheet's `looks`. */
export interface RowView {
  readonly cells: readonly string[];
  readonly looks?: readonly number[];
  readonly notes?: Readonly<Record<number, string>>;
  readonly lists?: Readonly<Record<number, number>>;
  readonly height?: number;
  readonly hidden?: boolean;
}

export interface MergeView {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface ChartView {
  readonly id: number;
  readonly kind: 'bar' | 'column' | 'pie' | 'line';
  readonly stacked: 'no' | 'yes' | 'percent';
  readonly title: string;
  readonly subtitle: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly colour: string | null;
  }[];
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
  readonly percent: boolean;
  /** Where the axis of amounts ends; absent: a little above the largest. */
  readonly most?: number;
  readonly legend: 'top' | 'right' | 'bottom' | 'none';
}

export interface SheetView {
  readonly sheetId: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  readonly widths: Readonly<Record<number, number>>;
  readonly hiddenColumns: readonly number[];
  readonly looks: readonly LookView[];
  readonly rows: readonly (RowView | null)[];
  readonly merges: readonly MergeView[];
  readonly charts: readonly ChartView[];
  /** Choices of cells with a drop-down, by the place `RowView.lists` names. */
  readonly lists: readonly (readonly string[])[];
}

/** A script's page, ready to be framed. */
export interface PageView {
  readonly token: string;
  readonly url: string;
  readonly title: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface QuestionAsked {
  readonly id: string;
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: readonly { readonly name: string; readonly caption: string }[];
}

/** What a run of a script did to the window of the person who ran it. */
export type EffectView =
  | { readonly kind: 'sidebar' | 'modal' | 'modeless'; readonly page: PageView }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly seconds: number }
  | { readonly kind: 'select'; readonly sheetId: number; readonly range: string };

/** A run's outcome as the window sees it; a question means that the run waits for its answer. */
export interface RunView {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
  readonly question?: QuestionAsked;
  readonly effects: readonly EffectView[];
}

/** What became of typing into cells: refusals are Google's words. */
export type TypedView = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** A Google Doc, as ready HTML of the server's own making. */
export interface DocumentView {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/** What the frame of a script's page tells the window around it. */
export type FrameMessage =
  | { readonly google: 'effects'; readonly effects: readonly EffectView[] }
  | { readonly google: 'ask'; readonly question: QuestionAsked }
  | { readonly google: 'close' }
  | { readonly google: 'focus' }
  | { readonly google: 'size'; readonly width?: number; readonly height?: number };

/** What the window sends back through the port that came with `ask`. */
export interface FrameAnswer {
  readonly button: string;
  readonly text?: string;
}
