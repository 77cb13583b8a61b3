import type { BorderLine, CellStyle } from '../model/book';
import { hexToRgb, rgbToHex } from '../model/colours';
import { isDateFormat } from '../model/number-format';
import { type FieldTree, below, names } from './field-mask';
import { defined } from './problem';

interface Colour {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}

interface ColourStyle {
  readonly rgbColor?: Colour;
}

export interface Border {
  readonly style?: string;
  readonly color?: Colour;
  readonly colorStyle?: ColourStyle;
}

/** A cell's look as the Sheets service writes it, as far as it is kept. */
export interface CellFormat {
  readonly numberFormat?: { readonly type?: string; readonly pattern?: string };
  readonly backgroundColor?: Colour;
  readonly backgroundColorStyle?: ColourStyle;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapStrategy?: string;
  readonly textDirection?: string;
  readonly textRotation?: { readonly angle?: number; readonly vertical?: boolean };
  readonly textFormat?: TextFormat;
  readonly borders?: {
    readonly top?: Border;
    readonly bottom?: Border;
    readonly left?: Border;
    readonly right?: Border;
  };
}

export interface TextFormat {
  readonly foregroundColor?: Colour;
  readonly foregroundColorStyle?: ColourStyle;
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly link?: { readonly uri?: string };
}

/** #rrggbb of a colour in either of Google's two writings. */
export function hexOf(colour: Colour | undefined, style?: ColourStyle): string | undefined {
  const of = style?.rgbColor ?? colour;
  return of && rgbToHex(of.red, of.green, of.blue);
}

const WRAPS: Readonly<Record<string, string>> = {
  OVERFLOW_CELL: 'OVERFLOW',
  LEGACY_WRAP: 'OVERFLOW',
  CLIP: 'CLIP',
  WRAP: 'WRAP',
};
const SIDES = ['top', 'bottom', 'left', 'right'] as const;
const BORDERS: Readonly<Record<string, string>> = {
  SOLID_MEDIUM: 'SOLID_MEDIUM',
  SOLID_THICK: 'SOLID_THICK',
};

/** The look with what the mask names taken from the format: what is named and missing becomes Google's default. */
export function restyled(style: CellStyle, format: CellFormat, mask: FieldTree): CellStyle {
  const out: { -readonly [K in keyof CellStyle]: CellStyle[K] | undefined } = { ...style };
  if (names(mask, 'numberFormat')) out.numberFormat = patternOf(format.numberFormat);
  if (names(mask, 'backgroundColor') || names(mask, 'backgroundColorStyle')) {
    out.background = hexOf(format.backgroundColor, format.backgroundColorStyle);
  }
  if (names(mask, 'horizontalAlignment')) out.horizontal = format.horizontalAlignment?.toLowerCase();
  if (names(mask, 'verticalAlignment')) out.vertical = format.verticalAlignment?.toLowerCase();
  if (names(mask, 'wrapStrategy')) out.wrap = format.wrapStrategy && WRAPS[format.wrapStrategy];
  if (names(mask, 'textDirection')) out.direction = format.textDirection;
  if (names(mask, 'textRotation')) {
    out.rotation = format.textRotation?.angle;
    out.verticalText = format.textRotation?.vertical;
  }
  const text = below(mask, 'textFormat');
  if (text !== undefined) Object.assign(out, textLook(format.textFormat ?? {}, text));
  const borders = below(mask, 'borders');
  if (borders !== undefined) {
    for (const side of SIDES) if (names(borders, side)) out[side] = borderLine(format.borders?.[side]);
  }
  return defined(out) as CellStyle;
}

/** The members of a text's look that the mask names; undefined where the format does not say. */
export function textLook(format: TextFormat, mask: FieldTree): CellStyle {
  const out: { -readonly [K in keyof CellStyle]: CellStyle[K] | undefined } = {};
  if (names(mask, 'foregroundColor') || names(mask, 'foregroundColorStyle')) {
    out.fontColor = hexOf(format.foregroundColor, format.foregroundColorStyle);
  }
  for (const key of ['fontFamily', 'fontSize', 'bold', 'italic', 'underline', 'strikethrough'] as const) {
    if (names(mask, key)) out[key] = format[key] as never;
  }
  return out as CellStyle;
}

/** A border line; undefined for none. */
export function borderLine(border: Border | undefined): BorderLine | undefined {
  if (!border?.style || border.style === 'NONE') return undefined;
  return {
    style: BORDERS[border.style] ?? border.style,
    color: hexOf(border.color, border.colorStyle) ?? '#000000',
  };
}

function patternOf(format: CellFormat['numberFormat']): string | undefined {
  if (!format) return undefined;
  if (format.pattern) return /^general$/i.test(format.pattern) ? undefined : format.pattern;
  const byType: Readonly<Record<string, string>> = {
    TEXT: '@',
    NUMBER: '#,##0.00',
    PERCENT: '0.00%',
    DATE: 'yyyy-MM-dd',
    TIME: 'HH:mm:ss',
    DATE_TIME: 'yyyy-MM-dd HH:mm:ss',
  };
  return byType[format.type ?? ''];
}

/** The look as the Sheets service tells it: what was set, nothing of the defaults. */
export function formatOf(style: CellStyle): CellFormat | undefined {
  const colour = (hex: string | undefined) => hex && hexToRgb(hex);
  const textFormat = defined({
    foregroundColor: colour(style.fontColor) as Colour | undefined,
    fontFamily: style.fontFamily,
    fontSize: style.fontSize,
    bold: style.bold,
    italic: style.italic,
    underline: style.underline,
    strikethrough: style.strikethrough,
  });
  const borders = defined(Object.fromEntries(SIDES.map((side) => [side, borderOf(style[side])])));
  const format = defined({
    numberFormat:
      style.numberFormat === undefined
        ? undefined
        : { type: typeOf(style.numberFormat), pattern: style.numberFormat },
    backgroundColor: colour(style.background) as Colour | undefined,
    horizontalAlignment: style.horizontal?.toUpperCase(),
    verticalAlignment: style.vertical?.toUpperCase(),
    wrapStrategy: style.wrap,
    textDirection: style.direction,
    textFormat: Object.keys(textFormat).length > 0 ? textFormat : undefined,
    borders: Object.keys(borders).length > 0 ? borders : undefined,
  });
  return Object.keys(format).length > 0 ? (format as CellFormat) : undefined;
}

function borderOf(line: BorderLine | undefined): Border | undefined {
  return line && { style: line.style, color: hexToRgb(line.color) };
}

function typeOf(pattern: string): string {
  if (pattern === '@') return 'TEXT';
  if (isDateFormat(pattern)) {
    const [day, time] = [/[yd]/i.test(pattern), /[hs]/i.test(pattern)];
    return day && time ? 'DATE_TIME' : time ? 'TIME' : 'DATE';
  }
  return pattern.includes('%') ? 'PERCENT' : 'NUMBER';
}
