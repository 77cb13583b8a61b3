import type { CellTemplate, PropertiesFunc } from '@revolist/revogrid';
import type { LookView } from '../../server/api-types';
import { cellName } from './a1';
import { type GridRow, type Layout, roomOf } from './layout';
import { PIXELS_A_POINT } from './row-height';

type Css = Record<string, string>;

const VALIGN = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const;
const ALIGN = { left: 'flex-start', center: 'center', right: 'flex-end' } as const;

/** Numbers stand at the right when nobody has aligned the cell; what looks like one is one here. */
const NUMBER_LIKE = /^-?[\d.]+(,\d+)?\s?[%₫]?$/;

function textCss(look: LookView, text: string): Css {
  const css: Css = {};
  if (look.bold) css['font-weight'] = '600';
  if (look.italic) css['font-style'] = 'italic';
  const lines = [look.underline && 'underline', look.strike && 'line-through'].filter(Boolean).join(' ');
  if (lines) css['text-decoration'] = lines;
  if (look.colour) css['color'] = look.colour;
  if (look.size) css['font-size'] = `${(look.size * PIXELS_A_POINT).toFixed(1)}px`;
  if (look.font) css['font-family'] = `${JSON.stringify(look.font)}, var(--font)`;
  const align = look.align ?? (NUMBER_LIKE.test(text) ? 'right' : 'left');
  css['justify-content'] = ALIGN[align];
  css['text-align'] = align;
  css['align-items'] = VALIGN[look.valign ?? 'bottom'];
  css['white-space'] = look.wrap ? 'pre-wrap' : 'pre';
  return css;
}

function boxCss(look: LookView): Css {
  const css: Css = {};
  if (look.background) css['background'] = look.background;
  if (look.top) css['border-top'] = look.top;
  if (look.right) css['border-right'] = look.right;
  if (look.bottom) css['border-bottom'] = look.bottom;
  if (look.left) css['border-left'] = look.left;
  return css;
}

/** What the grid puts on the element of a cell: its name, its note, its ground. */
export function cellProperties(layout: () => Layout): PropertiesFunc {
  return ({ model, prop }) => {
    const row = model as GridRow;
    const column = Number(prop);
    const look = layout().sheet.looks[row.view.looks?.[column] ?? 0] ?? {};
    const note = row.view.notes?.[column];
    const merge = layout().mergeAt(row.place, column);
    const first = merge?.top === row.place && merge.left === column;
    return {
      'data-a1': cellName(row.place, column),
      title: note,
      class: {
        'has-note': note !== undefined,
        'has-list': row.view.lists?.[column] !== undefined,
        'is-merged': merge !== undefined && !first,
        'no-lines': !layout().sheet.gridlines,
      },
      style: boxCss(look),
    };
  };
}

/** What the grid writes into a cell. */
export function cellTemplate(layout: () => Layout): CellTemplate {
  return (h, { model, prop }) => {
    const row = model as GridRow;
    const column = Number(prop);
    const current = layout();
    const merge = current.mergeAt(row.place, column);
    if (merge && (merge.top !== row.place || merge.left !== column)) return '';
    const text = row.view.cells[column] ?? '';
    const look = current.sheet.looks[row.view.looks?.[column] ?? 0] ?? {};
    const room = roomOf(current, row, column);
    const size: Css = room ? { width: `${room.width}px`, height: `${room.height}px` } : {};
    const ground: Css = merge ? { ...boxCss(look), background: look.background ?? '#ffffff' } : {};
    const tall = merge !== undefined && merge.bottom - merge.top > 1;
    const name = room ? (tall ? 'text is-wide is-tall' : 'text is-wide') : 'text';
    return h('span', { class: name, style: { ...textCss(look, text), ...size, ...ground } }, text);
  };
}
