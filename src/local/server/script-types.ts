/** Runs of scripts, their windows and their pages, as JSON. */

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
