import type { BorderLine, CellStyle } from '../sheets/model/book';
import { hexColour } from '../sheets/model/colours';
import { DEFAULT_STYLE } from '../sheets/model/styles';
import type { LookView } from './api-types';

const WIDTHS: Readonly<Record<string, string>> = { SOLID_MEDIUM: '2px', SOLID_THICK: '3px', DOUBLE: '3px' };
const KINDS: Readonly<Record<string, string>> = { DOTTED: 'dotted', DASHED: 'dashed', DOUBLE: 'double' };

function line(border: BorderLine | undefined): string | undefined {
  if (!border || border.style === 'NONE') return undefined;
  const colour = hexColour(border.color) ?? '#000000';
  return `${WIDTHS[border.style] ?? '1px'} ${KINDS[border.style] ?? 'solid'} ${colour}`;
}

function oneOf<T extends string>(
  value: string | undefined,
  names: Readonly<Record<string, T>>,
): T | undefined {
  return value === undefined ? undefined : names[value.toLowerCase()];
}

const ALIGN = { left: 'left', start: 'left', center: 'center', right: 'right', end: 'right' } as const;
const VALIGN = { top: 'top', middle: 'middle', bottom: 'bottom' } as const;

/** How a cell's look is drawn; a look nobody has set gives an empty one. */
export function lookView(style: CellStyle): LookView {
  const wrap = style.wrap?.toUpperCase();
  const look: LookView = {
    bold: style.bold || undefined,
    italic: style.italic || undefined,
    underline: style.underline || undefined,
    strike: style.strikethrough || undefined,
    colour: hexColour(style.fontColor),
    background: hexColour(style.background),
    size: style.fontSize === DEFAULT_STYLE.fontSize ? undefined : style.fontSize,
    font: style.fontFamily === DEFAULT_STYLE.fontFamily ? undefined : style.fontFamily,
    align: oneOf(style.horizontal, ALIGN),
    valign: oneOf(style.vertical, VALIGN),
    wrap: wrap === 'WRAP' || undefined,
    clip: wrap === 'CLIP' || undefined,
    top: line(style.top),
    right: line(style.right),
    bottom: line(style.bottom),
    left: line(style.left),
  };
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
}
