import { type EnumValue, enumName } from '../kernel/host';
import type { BorderLine } from './model/book';
import { hexColour } from './model/colours';
import { restyle } from './model/styles';
import { RangeLooks } from './range-looks';

/** The lines around and between a range's cells. */
export abstract class RangeBorders extends RangeLooks {
  /** true draws, false takes away, null leaves as it is; the inner lines are those between the range's cells. */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: string | null,
    style?: EnumValue | null,
  ): this {
    const line: BorderLine = { style: enumName(style) ?? 'SOLID', color: hexColour(color) ?? '#000000' };
    const { rect } = this;
    const pick = (
      outer: boolean | null,
      inner: boolean | null,
      isEdge: boolean,
    ): BorderLine | undefined | 'keep' => {
      const wish = isEdge ? outer : inner;
      return wish === null || wish === undefined ? 'keep' : wish ? line : undefined;
    };
    this.session.later(this.sheetId, rect, (book, sheet, area) => {
      restyle(
        book,
        sheet,
        area,
        (before, row, column) => {
          const sides = {
            top: pick(top, horizontal, row === area.top),
            bottom: pick(bottom, horizontal, row === area.bottom - 1),
            left: pick(left, vertical, column === area.left),
            right: pick(right, vertical, column === area.right - 1),
          };
          const kept = Object.fromEntries(Object.entries(sides).filter(([, value]) => value !== 'keep'));
          return { ...before, ...kept };
        },
        false,
      );
    });
    return this;
  }
}
