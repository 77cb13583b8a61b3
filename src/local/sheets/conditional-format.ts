import {
  type EnumValue,
  type Execution,
  GoogleError,
  HostObject,
  enumName,
  enumValues,
} from '../kernel/host';
import type { CellStyle, ConditionalRuleData, PlainValue } from './model/book';
import { hexColour } from './model/colours';
import { serialOf } from './model/serial';
import type { RangeObject } from './range';
import type { BookSession } from './session';

/** A rule that paints cells by what is in them. */
export class ConditionalFormatRuleObject extends HostObject {
  constructor(
    execution: Execution,
    readonly rule: ConditionalRuleData,
    readonly ranges: readonly RangeObject[],
  ) {
    super(execution);
  }

  getRanges(): readonly RangeObject[] {
    return this.ranges;
  }
  getBooleanCondition(): BooleanConditionObject | null {
    return this.rule.gradient ? null : new BooleanConditionObject(this.execution, this.rule);
  }
  copy(): ConditionalFormatRuleBuilderObject {
    return new ConditionalFormatRuleBuilderObject(this.execution, this.rule, this.ranges);
  }
}

export class BooleanConditionObject extends HostObject {
  constructor(
    execution: Execution,
    private readonly rule: ConditionalRuleData,
  ) {
    super(execution);
  }

  getCriteriaType(): EnumValue {
    return enumValues('Spreadsheet.BooleanCriteria')[this.rule.criteria!]!;
  }
  getCriteriaValues(): readonly PlainValue[] {
    return this.rule.values ?? [];
  }
  getBackground(): string | null {
    return this.rule.style?.background ?? null;
  }
  getFontColor(): string | null {
    return this.rule.style?.fontColor ?? null;
  }
  getBold(): boolean | null {
    return this.rule.style?.bold ?? null;
  }
  getItalic(): boolean | null {
    return this.rule.style?.italic ?? null;
  }
  getStrikethrough(): boolean | null {
    return this.rule.style?.strikethrough ?? null;
  }
  getUnderline(): boolean | null {
    return this.rule.style?.underline ?? null;
  }
}

export class ConditionalFormatRuleBuilderObject extends HostObject {
  private rule: Omit<ConditionalRuleData, 'ranges'>;
  private ranges: readonly RangeObject[];

  constructor(
    execution: Execution,
    rule: Omit<ConditionalRuleData, 'ranges'> = {},
    ranges: readonly RangeObject[] = [],
  ) {
    super(execution);
    this.rule = rule;
    this.ranges = ranges;
  }

  setRanges(ranges: readonly RangeObject[]): this {
    this.ranges = ranges;
    return this;
  }
  getRanges(): readonly RangeObject[] {
    return this.ranges;
  }
  setBackground(colour: string | null): this {
    return this.paint({ background: hexColour(colour) });
  }
  setFontColor(colour: string | null): this {
    return this.paint({ fontColor: hexColour(colour) });
  }
  setBold(bold: boolean | null): this {
    return this.paint({ bold: bold ?? undefined });
  }
  setItalic(italic: boolean | null): this {
    return this.paint({ italic: italic ?? undefined });
  }
  setStrikethrough(strikethrough: boolean | null): this {
    return this.paint({ strikethrough: strikethrough ?? undefined });
  }
  setUnderline(underline: boolean | null): this {
    return this.paint({ underline: underline ?? undefined });
  }
  withCriteria(criteria: EnumValue, args: readonly unknown[]): this {
    return this.when(enumName(criteria)!, args);
  }
  getBooleanCondition(): BooleanConditionObject | null {
    return this.rule.criteria === undefined
      ? null
      : new BooleanConditionObject(this.execution, { ...this.rule, ranges: [] });
  }
  copy(): ConditionalFormatRuleBuilderObject {
    return new ConditionalFormatRuleBuilderObject(this.execution, this.rule, this.ranges);
  }

  build(): ConditionalFormatRuleObject {
    if (this.ranges.length === 0) {
      throw new GoogleError('Exception', 'Cannot build a conditional format rule without ranges.');
    }
    if (this.rule.criteria === undefined) {
      throw new GoogleError('Exception', 'Cannot build a conditional format rule without a condition.');
    }
    const ranges = this.ranges.map(({ range }) => range);
    return new ConditionalFormatRuleObject(this.execution, { ...this.rule, ranges }, this.ranges);
  }

  when(criteria: string, args: readonly unknown[]): this {
    const zone = this.ranges[0]?.session.book.timeZone ?? this.execution.project.manifest.timeZone;
    const relative = enumName(args[0]);
    const values = args.map((value) =>
      value instanceof Date
        ? Math.floor(serialOf(value.getTime(), zone))
        : (enumName(value) ?? (value as PlainValue)),
    );
    this.rule = { ...this.rule, criteria: relative === null ? criteria : `${criteria}_RELATIVE`, values };
    return this;
  }

  private paint(change: { [K in keyof CellStyle]: CellStyle[K] | undefined }): this {
    const style = Object.fromEntries(
      Object.entries({ ...this.rule.style, ...change }).filter(([, value]) => value !== undefined),
    ) as CellStyle;
    this.rule = { ...this.rule, style };
    return this;
  }
}

/** The builder's methods that name a criterion. */
export const WHENS: Readonly<Record<string, string>> = {
  whenCellEmpty: 'CELL_EMPTY',
  whenCellNotEmpty: 'CELL_NOT_EMPTY',
  whenDateAfter: 'DATE_AFTER',
  whenDateBefore: 'DATE_BEFORE',
  whenDateEqualTo: 'DATE_EQUAL_TO',
  whenFormulaSatisfied: 'CUSTOM_FORMULA',
  whenNumberBetween: 'NUMBER_BETWEEN',
  whenNumberEqualTo: 'NUMBER_EQUAL_TO',
  whenNumberGreaterThan: 'NUMBER_GREATER_THAN',
  whenNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  whenNumberLessThan: 'NUMBER_LESS_THAN',
  whenNumberLessThanOrEqualTo: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  whenNumberNotBetween: 'NUMBER_NOT_BETWEEN',
  whenNumberNotEqualTo: 'NUMBER_NOT_EQUAL_TO',
  whenTextContains: 'TEXT_CONTAINS',
  whenTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
  whenTextEndsWith: 'TEXT_ENDS_WITH',
  whenTextEqualTo: 'TEXT_EQUAL_TO',
  whenTextStartsWith: 'TEXT_STARTS_WITH',
};

for (const [name, criteria] of Object.entries(WHENS)) {
  Object.defineProperty(ConditionalFormatRuleBuilderObject.prototype, name, {
    value(this: ConditionalFormatRuleBuilderObject, ...values: unknown[]) {
      return this.when(criteria, values);
    },
  });
}

/** The rules of a tab as objects. */
export function rulesOf(session: BookSession, sheetId: number): ConditionalFormatRuleObject[] {
  return session.sheetData(sheetId).conditional.map(
    (rule) =>
      new ConditionalFormatRuleObject(
        session.execution,
        structuredClone(rule),
        rule.ranges.map((range) => session.range(sheetId, range)),
      ),
  );
}
