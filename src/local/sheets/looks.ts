import { enumName, enumValues } from '../kernel/host';
import type { CellStyle } from './model/book';
import { hexColour } from './model/colours';
import { DEFAULT_STYLE } from './model/styles';

/** What of a look is to become what; undefined: Google's default. */
export type Change = Partial<{ [K in keyof CellStyle]: CellStyle[K] | undefined }>;

const WRAPS = enumValues('Spreadsheet.WrapStrategy');
const DIRECTIONS = enumValues('Spreadsheet.TextDirection');

/** What the getters of a range tell of a look. */
export const look = {
  background: (style: CellStyle) => style.background ?? DEFAULT_STYLE.background,
  fontColor: (style: CellStyle) => style.fontColor ?? DEFAULT_STYLE.fontColor,
  fontFamily: (style: CellStyle) => style.fontFamily ?? DEFAULT_STYLE.fontFamily,
  fontSize: (style: CellStyle) => style.fontSize ?? DEFAULT_STYLE.fontSize,
  fontWeight: (style: CellStyle) => (style.bold ? 'bold' : 'normal'),
  fontStyle: (style: CellStyle) => (style.italic ? 'italic' : 'normal'),
  fontLine: (style: CellStyle) =>
    style.underline ? 'underline' : style.strikethrough ? 'line-through' : 'none',
  horizontal: (style: CellStyle) => style.horizontal ?? DEFAULT_STYLE.horizontal,
  vertical: (style: CellStyle) => style.vertical ?? DEFAULT_STYLE.vertical,
  wrap: (style: CellStyle) => (style.wrap ?? DEFAULT_STYLE.wrap) === 'WRAP',
  wrapStrategy: (style: CellStyle) => WRAPS[style.wrap ?? DEFAULT_STYLE.wrap]!,
  direction: (style: CellStyle) => (style.direction === undefined ? null : DIRECTIONS[style.direction]!),
  numberFormat: (style: CellStyle) => style.numberFormat ?? 'General',
};

/** What the setters of a range make of what they are given. */
export const change = {
  // What is no colour is taken without a word and changes nothing [facts 5].
  background: (value: unknown): Change => colourChange('background', value),
  fontColor: (value: unknown): Change => colourChange('fontColor', value),
  fontFamily: (value: unknown): Change => ({ fontFamily: textOrNothing(value) }),
  fontSize: (value: unknown): Change => ({ fontSize: Number(value) }),
  fontWeight: (value: unknown): Change => ({ bold: value === 'bold' ? true : undefined }),
  fontStyle: (value: unknown): Change => ({ italic: value === 'italic' ? true : undefined }),
  fontLine: (value: unknown): Change => ({
    underline: value === 'underline' ? true : undefined,
    strikethrough: value === 'line-through' ? true : undefined,
  }),
  horizontal: (value: unknown): Change => ({
    horizontal: value === 'normal' ? 'general-left' : textOrNothing(value),
  }),
  vertical: (value: unknown): Change => ({ vertical: textOrNothing(value) }),
  wrap: (value: unknown): Change => ({ wrap: value ? 'WRAP' : 'OVERFLOW' }),
  wrapStrategy: (value: unknown): Change => ({ wrap: enumName(value) ?? undefined }),
  direction: (value: unknown): Change => ({ direction: enumName(value) ?? undefined }),
  numberFormat: (value: unknown): Change => ({ numberFormat: formatOf(String(value)) }),
};

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function colourChange(key: 'background' | 'fontColor', value: unknown): Change {
  if (value === null || value === undefined || value === '') return { [key]: undefined };
  const hex = typeof value === 'string' ? hexColour(value) : undefined;
  return hex === undefined ? {} : { [key]: hex };
}

/** A number format as it is kept: nothing for the automatic one, @ for plain text. */
export function formatOf(text: string): string | undefined {
  if (/^general$/i.test(text) || text === '') return undefined;
  return text === '@STRING@' ? '@' : text;
}
