import { parseA1, toA1 } from './a1';
import type { CellValue, PlainValue, SheetData, SpreadsheetData, ValidationData } from './book';
import { closeRect } from './book';
import { isFormula, mapCells, plainAt } from './cells';
import { sheetLocale } from './locale';
import { displayValue } from './number-format';
import { styleAt } from './styles';

/** What Google says when a cell's rule refuses what is in it now; undefined when the rule is met, only warns, or there is none. */
export function ruleProblem(
  book: SpreadsheetData,
  sheet: SheetData,
  row: number,
  column: number,
): string | undefined {
  const place = sheet.rows[row]?.x?.[column]?.rule;
  const rule = place === undefined ? undefined : book.rules[place];
  if (!rule || rule.allowInvalid) return undefined;
  const value: CellValue = sheet.rows[row]?.v[column] ?? null;
  if (value === null || isFormula(value) || isAllowed(book, sheet, row, column, rule)) return undefined;
  const where = toA1({ top: row, bottom: row + 1, left: column, right: column + 1 });
  const sentence = `The data you entered in cell ${where} violates the data validation rules set on this cell.`;
  if (rule.help !== '') return `${sentence}\n${rule.help}`;
  if (rule.criteria !== 'VALUE_IN_LIST') return sentence;
  return `${sentence}\nPlease enter one of the following values: ${rule.values.join(', ')}.`;
}

/** True when the cell's value is one the rule allows; criteria that need a formula allow everything. */
function isAllowed(
  book: SpreadsheetData,
  sheet: SheetData,
  row: number,
  column: number,
  rule: ValidationData,
): boolean {
  const value = plainAt(sheet, row, column);
  const shown = displayValue(value, styleAt(book, sheet, row, column).numberFormat, sheetLocale(book.locale));
  const [a, b] = rule.values;
  const isOneOf = (words: readonly PlainValue[]): boolean =>
    words.some((word) => word === value || String(word) === shown || String(word) === String(value));
  switch (rule.criteria) {
    case 'VALUE_IN_LIST':
      return isOneOf(rule.values);
    case 'VALUE_IN_RANGE':
      return isOneOf(wordsOf(book, sheet, String(a)));
    case 'CHECKBOX':
      return rule.values.length === 0 ? typeof value === 'boolean' : isOneOf(rule.values);
    case 'TEXT_CONTAINS':
      return String(value).toLowerCase().includes(String(a).toLowerCase());
    case 'TEXT_DOES_NOT_CONTAIN':
      return !String(value).toLowerCase().includes(String(a).toLowerCase());
    case 'TEXT_EQUAL_TO':
      return String(value) === String(a);
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value));
    case 'TEXT_IS_VALID_URL':
      return /^(https?:\/\/)?[^\s/]+\.[^\s]+$/.test(String(value));
    case 'CUSTOM_FORMULA':
      return true;
    default:
      return typeof value === 'number' && compares(rule.criteria, value, Number(a), Number(b));
  }
}

function wordsOf(book: SpreadsheetData, home: SheetData, address: string): PlainValue[] {
  const parsed = parseA1(address.replace(/^=/, ''));
  if (!parsed) return [];
  const sheet =
    parsed.sheetName === undefined ? home : book.sheets.find((one) => one.name === parsed.sheetName);
  if (!sheet) return [];
  return mapCells(closeRect(sheet, parsed.range), (row, column) => plainAt(sheet, row, column))
    .flat()
    .filter((word) => word !== null);
}

/** Numbers as they are, dates by their day. */
function compares(criteria: string, given: number, a: number, b: number): boolean {
  const value = criteria.startsWith('DATE') ? Math.floor(given) : given;
  switch (criteria.replace(/^(NUMBER|DATE)_/, '')) {
    case 'IS_VALID_DATE':
      return true;
    case 'BETWEEN':
      return value >= a && value <= b;
    case 'NOT_BETWEEN':
      return value < a || value > b;
    case 'EQUAL_TO':
      return value === a;
    case 'NOT_EQUAL_TO':
      return value !== a;
    case 'GREATER_THAN':
    case 'AFTER':
      return value > a;
    case 'GREATER_THAN_OR_EQUAL_TO':
    case 'ON_OR_AFTER':
      return value >= a;
    case 'LESS_THAN':
    case 'BEFORE':
      return value < a;
    case 'LESS_THAN_OR_EQUAL_TO':
    case 'ON_OR_BEFORE':
      return value <= a;
    default:
      return true;
  }
}
