import {
  type EnumValue,
  type Execution,
  GoogleError,
  HostObject,
  enumName,
  enumValues,
} from '../kernel/host';
import type { PlainValue, ValidationData } from './model/book';
import { quoteSheet, parseA1 } from './model/a1';
import { momentOf, serialOf } from './model/serial';
import type { RangeObject } from './range';
import { rangeByText } from './sheet-basics';
import type { BookSession } from './session';

/** What a rule asks, before it belongs to a cell; days are serial numbers, as in cells. */
export interface RuleDraft {
  criteria: string | null;
  values: readonly PlainValue[];
  dropDown?: boolean;
  allowInvalid: boolean;
  help: string;
}

/** A rule for what a cell takes. */
export class DataValidationObject extends HostObject {
  constructor(
    execution: Execution,
    readonly rule: ValidationData,
    private readonly session: BookSession | null,
  ) {
    super(execution);
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  getHelpText(): string | null {
    return this.rule.help === '' ? null : this.rule.help;
  }

  getCriteriaType(): EnumValue {
    return enumValues('Spreadsheet.DataValidationCriteria')[this.rule.criteria]!;
  }

  getCriteriaValues(): unknown[] {
    return criteriaValues(this.session, this.rule);
  }

  copy(): DataValidationBuilderObject {
    return new DataValidationBuilderObject(this.execution, { ...this.rule }, this.session);
  }
}

function criteriaValues(session: BookSession | null, rule: RuleDraft): unknown[] {
  const { criteria, values, dropDown } = rule;
  if (criteria === 'VALUE_IN_LIST') return [[...values], dropDown ?? true];
  if (criteria === 'VALUE_IN_RANGE') {
    const { sheetName = '' } = parseA1(String(values[0])) ?? {};
    const home = session?.book.sheets.find((one) => one.name === sheetName);
    return [session && home ? rangeByText(session, String(values[0]), home) : values[0], dropDown ?? true];
  }
  if (criteria?.startsWith('DATE') && session) {
    return values.map((value) => new Date(momentOf(Number(value), session.book.timeZone)));
  }
  return [...values];
}

/** Puts a rule together. `requireX` names of Google's map to its criteria. */
export class DataValidationBuilderObject extends HostObject {
  private readonly draft: RuleDraft;

  constructor(
    execution: Execution,
    draft: RuleDraft | null,
    private session: BookSession | null,
  ) {
    super(execution);
    this.draft = draft ?? { criteria: null, values: [], allowInvalid: true, help: '' };
  }

  build(): DataValidationObject {
    const { criteria } = this.draft;
    if (criteria === null)
      throw new GoogleError('Exception', 'Cannot build a data validation without a criteria.');
    return new DataValidationObject(this.execution, { ...this.draft, criteria }, this.session);
  }

  copy(): DataValidationBuilderObject {
    return new DataValidationBuilderObject(this.execution, { ...this.draft }, this.session);
  }

  getAllowInvalid(): boolean {
    return this.draft.allowInvalid;
  }
  getHelpText(): string | null {
    return this.draft.help === '' ? null : this.draft.help;
  }
  getCriteriaType(): EnumValue | null {
    const { criteria } = this.draft;
    return criteria === null ? null : enumValues('Spreadsheet.DataValidationCriteria')[criteria]!;
  }
  getCriteriaValues(): unknown[] {
    return criteriaValues(this.session, this.draft);
  }
  setAllowInvalid(allow: boolean): this {
    this.draft.allowInvalid = allow;
    return this;
  }
  setHelpText(help: string): this {
    this.draft.help = help;
    return this;
  }

  requireCheckbox(checked?: PlainValue, unchecked?: PlainValue): this {
    return this.require(
      'CHECKBOX',
      checked === undefined ? [] : [checked, ...(unchecked === undefined ? [] : [unchecked])],
    );
  }
  requireValueInList(values: readonly unknown[], dropDown = true): this {
    this.draft.dropDown = dropDown;
    return this.require('VALUE_IN_LIST', values.map(String));
  }
  requireValueInRange(range: RangeObject, dropDown = true): this {
    this.draft.dropDown = dropDown;
    this.session = range.session;
    return this.require('VALUE_IN_RANGE', [
      `${quoteSheet(range.getSheet().getName())}!${range.getA1Notation()}`,
    ]);
  }
  requireFormulaSatisfied(formula: string): this {
    return this.require('CUSTOM_FORMULA', [formula]);
  }
  requireTextIsEmail(): this {
    return this.require('TEXT_IS_VALID_EMAIL', []);
  }
  requireTextIsUrl(): this {
    return this.require('TEXT_IS_VALID_URL', []);
  }
  requireDate(): this {
    return this.require('DATE_IS_VALID_DATE', []);
  }
  withCriteria(criteria: EnumValue, args: readonly unknown[]): this {
    const name = enumName(criteria)!;
    if (name === 'VALUE_IN_LIST')
      return this.requireValueInList(args[0] as unknown[], (args[1] as boolean | undefined) ?? true);
    if (name === 'VALUE_IN_RANGE')
      return this.requireValueInRange(args[0] as RangeObject, (args[1] as boolean | undefined) ?? true);
    return this.require(name, args);
  }

  require(criteria: string, args: readonly unknown[]): this {
    this.draft.criteria = criteria;
    this.draft.values = args.map((value) =>
      value instanceof Date ? Math.floor(serialOf(value.getTime(), this.zone())) : (value as PlainValue),
    );
    return this;
  }

  private zone(): string {
    return this.session?.book.timeZone ?? this.execution.project.manifest.timeZone;
  }
}

/** The builder's methods that only name a criterion and its values. */
export const REQUIRES: Readonly<Record<string, string>> = {
  requireDateAfter: 'DATE_AFTER',
  requireDateBefore: 'DATE_BEFORE',
  requireDateBetween: 'DATE_BETWEEN',
  requireDateEqualTo: 'DATE_EQUAL_TO',
  requireDateNotBetween: 'DATE_NOT_BETWEEN',
  requireDateOnOrAfter: 'DATE_ON_OR_AFTER',
  requireDateOnOrBefore: 'DATE_ON_OR_BEFORE',
  requireNumberBetween: 'NUMBER_BETWEEN',
  requireNumberEqualTo: 'NUMBER_EQUAL_TO',
  requireNumberGreaterThan: 'NUMBER_GREATER_THAN',
  requireNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  requireNumberLessThan: 'NUMBER_LESS_THAN',
  requireNumberLessThanOrEqualTo: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  requireNumberNotBetween: 'NUMBER_NOT_BETWEEN',
  requireNumberNotEqualTo: 'NUMBER_NOT_EQUAL_TO',
  requireTextContains: 'TEXT_CONTAINS',
  requireTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
  requireTextEqualTo: 'TEXT_EQUAL_TO',
};

for (const [name, criteria] of Object.entries(REQUIRES)) {
  Object.defineProperty(DataValidationBuilderObject.prototype, name, {
    value(this: DataValidationBuilderObject, ...values: unknown[]) {
      return this.require(criteria, values);
    },
  });
}
