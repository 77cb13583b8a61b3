/** Forms as JSON between server and page. */

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
