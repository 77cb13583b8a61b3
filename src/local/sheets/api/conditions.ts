import type { PlainValue, SpreadsheetData, ValidationData } from '../model/book';
import { enterText } from '../model/enter';
import { isFormula } from '../model/cells';
import { RequestProblem } from './problem';

/** A condition of the Sheets service. */
export interface Condition {
  readonly type?: string;
  readonly values?: readonly { readonly userEnteredValue?: string; readonly relativeDate?: string }[];
}

export interface ValidationRule {
  readonly condition?: Condition;
  readonly inputMessage?: string;
  readonly strict?: boolean;
  readonly showCustomUi?: boolean;
}

/** ConditionType of the Sheets service → criteria of SpreadsheetApp. */
const CRITERIA: Readonly<Record<string, string>> = {
  ONE_OF_LIST: 'VALUE_IN_LIST',
  ONE_OF_RANGE: 'VALUE_IN_RANGE',
  BOOLEAN: 'CHECKBOX',
  BLANK: 'CELL_EMPTY',
  NOT_BLANK: 'CELL_NOT_EMPTY',
  CUSTOM_FORMULA: 'CUSTOM_FORMULA',
  TEXT_CONTAINS: 'TEXT_CONTAINS',
  TEXT_NOT_CONTAINS: 'TEXT_DOES_NOT_CONTAIN',
  TEXT_EQ: 'TEXT_EQUAL_TO',
  TEXT_STARTS_WITH: 'TEXT_STARTS_WITH',
  TEXT_ENDS_WITH: 'TEXT_ENDS_WITH',
  TEXT_IS_EMAIL: 'TEXT_IS_VALID_EMAIL',
  TEXT_IS_URL: 'TEXT_IS_VALID_URL',
  NUMBER_EQ: 'NUMBER_EQUAL_TO',
  NUMBER_NOT_EQ: 'NUMBER_NOT_EQUAL_TO',
  NUMBER_GREATER: 'NUMBER_GREATER_THAN',
  NUMBER_GREATER_THAN_EQ: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  NUMBER_LESS: 'NUMBER_LESS_THAN',
  NUMBER_LESS_THAN_EQ: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  NUMBER_BETWEEN: 'NUMBER_BETWEEN',
  NUMBER_NOT_BETWEEN: 'NUMBER_NOT_BETWEEN',
  DATE_EQ: 'DATE_EQUAL_TO',
  DATE_BEFORE: 'DATE_BEFORE',
  DATE_AFTER: 'DATE_AFTER',
  DATE_ON_OR_BEFORE: 'DATE_ON_OR_BEFORE',
  DATE_ON_OR_AFTER: 'DATE_ON_OR_AFTER',
  DATE_BETWEEN: 'DATE_BETWEEN',
  DATE_NOT_BETWEEN: 'DATE_NOT_BETWEEN',
  DATE_IS_VALID: 'DATE_IS_VALID_DATE',
};

const TYPES = Object.fromEntries(Object.entries(CRITERIA).map(([type, criteria]) => [criteria, type]));

/** A condition as it is kept: SpreadsheetApp's criteria and values. */
export function readCondition(
  book: SpreadsheetData,
  condition: Condition | undefined,
): { criteria: string; values: PlainValue[] } {
  const criteria = CRITERIA[condition?.type ?? ''];
  if (criteria === undefined)
    throw new RequestProblem(`Invalid condition type: ${condition?.type ?? 'none'}`);
  const isText = /^(VALUE_IN_RANGE|TEXT|CUSTOM|VALUE_IN_LIST)/.test(criteria);
  const values = (condition?.values ?? []).map(({ userEnteredValue: text = '' }): PlainValue => {
    if (isText) return criteria === 'VALUE_IN_RANGE' ? text.replace(/^=/, '') : text;
    const { value } = enterText(text, { locale: book.locale, numberFormat: '', today: 0 });
    return isFormula(value) ? text : value;
  });
  return { criteria, values };
}

/** A condition as the Sheets service tells it. */
export function conditionOf(criteria: string, values: readonly PlainValue[]): Condition {
  const shown = values.map((value) => ({
    userEnteredValue: criteria === 'VALUE_IN_RANGE' ? `=${String(value)}` : String(value ?? ''),
  }));
  return { type: TYPES[criteria] ?? criteria, ...(shown.length > 0 ? { values: shown } : {}) };
}

export function readRule(book: SpreadsheetData, rule: ValidationRule): ValidationData {
  return {
    ...readCondition(book, rule.condition),
    dropDown: rule.showCustomUi ?? false,
    allowInvalid: !(rule.strict ?? false),
    help: rule.inputMessage ?? '',
  };
}

export function ruleOf(rule: ValidationData): ValidationRule {
  return {
    condition: conditionOf(rule.criteria, rule.values),
    ...(rule.help === '' ? {} : { inputMessage: rule.help }),
    ...(rule.allowInvalid ? {} : { strict: true }),
    ...(rule.dropDown ? { showCustomUi: true } : {}),
  };
}
