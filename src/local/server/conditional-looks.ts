import type { CellStyle, ConditionalRuleData, PlainValue, SheetData } from '../sheets/model/book';
import { overlaps } from '../sheets/model/book';
import { plainAt } from '../sheets/model/cells';

/** The look that the sheet's conditional rules lay over a cell; undefined where no rule holds. */
export type ConditionalLooks = (row: number, column: number) => CellStyle | undefined;

type Holds = (value: PlainValue, wanted: readonly PlainValue[]) => boolean;

const text = (value: PlainValue | undefined): string => String(value ?? '').toLowerCase();
const number = (value: PlainValue | undefined): number =>
  typeof value === 'number' ? value : Number(value ?? Number.NaN);
const isNumber = (value: PlainValue): value is number => typeof value === 'number';

/** Named as Google's BooleanCriteria (SpreadsheetApp) and ConditionType (Sheets service) name them. */
const CRITERIA: Readonly<Record<string, Holds>> = {
  CELL_EMPTY: (value) => value === null || value === '',
  CELL_NOT_EMPTY: (value) => value !== null && value !== '',
  TEXT_CONTAINS: (value, [part]) => text(value).includes(text(part)),
  TEXT_DOES_NOT_CONTAIN: (value, [part]) => !text(value).includes(text(part)),
  TEXT_EQUAL_TO: (value, [whole]) => text(value) === text(whole),
  TEXT_STARTS_WITH: (value, [start]) => text(value).startsWith(text(start)),
  TEXT_ENDS_WITH: (value, [end]) => text(value).endsWith(text(end)),
  NUMBER_EQUAL_TO: (value, [wanted]) => isNumber(value) && value === number(wanted),
  NUMBER_NOT_EQUAL_TO: (value, [wanted]) => isNumber(value) && value !== number(wanted),
  NUMBER_GREATER_THAN: (value, [least]) => isNumber(value) && value > number(least),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: (value, [least]) => isNumber(value) && value >= number(least),
  NUMBER_LESS_THAN: (value, [most]) => isNumber(value) && value < number(most),
  NUMBER_LESS_THAN_OR_EQUAL_TO: (value, [most]) => isNumber(value) && value <= number(most),
  NUMBER_BETWEEN: (value, [least, most]) =>
    isNumber(value) && value >= number(least) && value <= number(most),
};

const SERVICE_NAMES: Readonly<Record<string, string>> = {
  BLANK: 'CELL_EMPTY',
  NOT_BLANK: 'CELL_NOT_EMPTY',
  TEXT_NOT_CONTAINS: 'TEXT_DOES_NOT_CONTAIN',
  TEXT_EQ: 'TEXT_EQUAL_TO',
  NUMBER_EQ: 'NUMBER_EQUAL_TO',
  NUMBER_NOT_EQ: 'NUMBER_NOT_EQUAL_TO',
  NUMBER_GREATER: 'NUMBER_GREATER_THAN',
  NUMBER_GREATER_THAN_EQ: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  NUMBER_LESS: 'NUMBER_LESS_THAN',
  NUMBER_LESS_THAN_EQ: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
};

function holdsOf(rule: ConditionalRuleData): Holds | undefined {
  if (!rule.criteria || !rule.style) return undefined;
  return CRITERIA[SERVICE_NAMES[rule.criteria] ?? rule.criteria];
}

/** Rules by formula and colour scales are not drawn; the first rule that holds for a cell wins, as in Sheets. */
export function conditionalLooks(sheet: SheetData): ConditionalLooks {
  const rules = sheet.conditional.flatMap((rule) => {
    const holds = holdsOf(rule);
    return holds ? [{ rule, holds }] : [];
  });
  if (rules.length === 0) return () => undefined;
  return (row, column) => {
    const cell = { top: row, bottom: row + 1, left: column, right: column + 1 };
    const found = rules.find(
      ({ rule, holds }) =>
        rule.ranges.some((range) => overlaps(range, cell)) &&
        holds(plainAt(sheet, row, column), rule.values ?? []),
    );
    return found?.rule.style;
  };
}
