import type { LookView } from '../../server/api-types';

/** Pixels of a point of type, as cells are drawn. */
export const PIXELS_A_POINT = 1.3;
const LINE = 1.38;
const DEFAULT_POINTS = 10;
const PADDING = { across: 9, down: 4 };

const brush = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();

function widthOf(word: string, font: string): number {
  const key = `${font} ${word}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (brush) brush.font = font;
    width = brush?.measureText(word).width ?? word.length * 7;
    widths.set(key, width);
  }
  return width;
}

function linesOf(text: string, room: number, font: string): number {
  const space = widthOf(' ', font);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const width = widthOf(word, font);
      if (used > 0 && used + space + width > room) {
        lines += 1;
        used = 0;
      }
      // A word longer than the cell is broken.
      const broken = Math.max(0, Math.ceil(width / room) - 1);
      lines += broken;
      used += (used > 0 ? space : 0) + width - broken * room;
    }
  }
  return lines;
}

/** How high a cell has to be to show all of its text, as Sheets fits a row whose height nobody has set. */
export function textHeight(text: string, look: LookView, width: number, fontFamily: string): number {
  const pixels = (look.size ?? DEFAULT_POINTS) * PIXELS_A_POINT;
  const font = `${look.bold ? '600' : '400'} ${pixels}px ${fontFamily}`;
  const lines = look.wrap
    ? linesOf(text, Math.max(10, width - PADDING.across), font)
    : text.split('\n').length;
  return Math.ceil(lines * pixels * LINE) + PADDING.down;
}
