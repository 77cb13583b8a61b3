/** The home page, the outbox and documents, as JSON. Moments are epoch milliseconds. */

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

/** A Google Doc, as ready HTML of the server's own making. */
export interface DocumentView {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}
