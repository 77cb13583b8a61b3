import type { CallSize } from '../kernel/host';
import type { RangeObject } from './range';
import { type BookSession, BookObject } from './session';

/** The methods of a range that a list of ranges does for all of them. */
export const LISTED = [
  'activate',
  'breakApart',
  'check',
  'clear',
  'clearContent',
  'clearDataValidations',
  'clearFormat',
  'clearNote',
  'insertCheckboxes',
  'removeCheckboxes',
  'setBackground',
  'setBackgroundRGB',
  'setBorder',
  'setFontColor',
  'setFontFamily',
  'setFontLine',
  'setFontSize',
  'setFontStyle',
  'setFontWeight',
  'setFormula',
  'setFormulaR1C1',
  'setHorizontalAlignment',
  'setNote',
  'setNumberFormat',
  'setTextDirection',
  'setTextRotation',
  'setValue',
  'setVerticalAlignment',
  'setVerticalText',
  'setWrap',
  'setWrapStrategy',
  'trimWhitespace',
  'uncheck',
] as const;

type Listed = (typeof LISTED)[number];

/** Several ranges of one tab, changed together. What it does is what each range does. */
export class RangeListObject extends BookObject {
  constructor(
    session: BookSession,
    readonly ranges: readonly RangeObject[],
  ) {
    super(session);
  }

  getRanges(): readonly RangeObject[] {
    return this.ranges;
  }

  size(): CallSize {
    let [cells, rows] = [0, 0];
    for (const range of this.ranges) {
      cells += range.size().cells ?? 0;
      rows += range.size().rows ?? 0;
    }
    return { cells, rows };
  }

  each(name: Listed, args: readonly unknown[]): this {
    for (const range of this.ranges) (range[name] as (...of: unknown[]) => unknown).apply(range, [...args]);
    return this;
  }
}

// One line a method would say thirty times the same.
for (const name of LISTED) {
  Object.defineProperty(RangeListObject.prototype, name, {
    value(this: RangeListObject, ...args: unknown[]) {
      return this.each(name, args);
    },
  });
}
