/** A line of a menu; `run` names a public function of the script. */
export interface MenuLine {
  readonly caption: string;
  readonly run?: string;
  readonly separator?: true;
  readonly items?: readonly MenuLine[];
}

/** A script's page as it was shown: the HTML before Google's own changes (see `servedHtml`). */
export interface ShownPage {
  readonly html: string;
  readonly title: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly metaTags: readonly { readonly name: string; readonly content: string }[];
}

/** What an execution did to the window of the person who runs it, in order. */
export type EffectRecord =
  | { readonly kind: 'menu'; readonly addOn: boolean; readonly menu: MenuLine }
  | { readonly kind: 'sidebar' | 'modal' | 'modeless'; readonly page: ShownPage }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly seconds: number }
  | {
      readonly kind: 'question';
      readonly type: 'alert' | 'prompt';
      readonly title: string;
      readonly message: string;
      readonly answer: string;
    }
  | { readonly kind: 'select'; readonly file: string; readonly sheetId: number; readonly range: string };
