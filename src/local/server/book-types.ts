/** Workbooks as JSON between server and page. */

import type { PersonView } from './home-types';

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

/** What became of typing into cells: refusals are Google's words. */
export type TypedView = { readonly ok: true } | { readonly ok: false; readonly message: string };
