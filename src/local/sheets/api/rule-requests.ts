import type { SheetData } from '../model/book';
import { nextId } from '../model/book';
import type { Batch } from './batch';
import { type CellFormat, restyled } from './cell-format';
import { type Condition, readCondition } from './conditions';
import { type GridRange, RequestProblem, gridOf, sheetOf } from './problem';

interface ConditionalRule {
  readonly ranges?: readonly GridRange[];
  readonly booleanRule?: { readonly condition?: Condition; readonly format?: CellFormat };
  readonly gradientRule?: Record<string, unknown>;
}

function readConditional(
  batch: Batch,
  rule: ConditionalRule | undefined,
): { sheet: SheetData; data: SheetData['conditional'][number] } {
  const [first, ...rest] = (rule?.ranges ?? []).map((range) => gridOf(batch.book, range));
  if (!first) throw new RequestProblem('rule.ranges is required');
  if (rest.some(({ sheet }) => sheet !== first.sheet))
    throw new RequestProblem('All ranges must be on the same sheet.');
  const ranges = [first, ...rest].map(({ range }) => range);
  if (rule?.gradientRule)
    return { sheet: first.sheet, data: { ranges, gradient: structuredClone(rule.gradientRule) } };
  const { condition, format = {} } = rule?.booleanRule ?? {};
  const { criteria, values } = readCondition(batch.book, condition);
  return { sheet: first.sheet, data: { ranges, criteria, values, style: restyled({}, format, '*') } };
}

export function addConditionalFormatRule(batch: Batch, of: { rule?: ConditionalRule; index?: number }): void {
  const { sheet, data } = readConditional(batch, of.rule);
  sheet.conditional.splice(of.index ?? 0, 0, data);
}

export function updateConditionalFormatRule(
  batch: Batch,
  of: { rule?: ConditionalRule; index?: number; sheetId?: number; newIndex?: number },
): void {
  const { index = 0 } = of;
  if (of.rule) {
    const { sheet, data } = readConditional(batch, of.rule);
    requireIndex(sheet, index);
    sheet.conditional[index] = data;
    return;
  }
  const sheet = sheetOf(batch.book, of.sheetId);
  requireIndex(sheet, index);
  sheet.conditional.splice(of.newIndex ?? 0, 0, ...sheet.conditional.splice(index, 1));
}

export function deleteConditionalFormatRule(batch: Batch, of: { sheetId?: number; index?: number }): void {
  const sheet = sheetOf(batch.book, of.sheetId);
  requireIndex(sheet, of.index ?? 0);
  sheet.conditional.splice(of.index ?? 0, 1);
}

function requireIndex(sheet: SheetData, index: number): void {
  if (index >= sheet.conditional.length)
    throw new RequestProblem(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`);
}

interface NamedRange {
  readonly namedRangeId?: string;
  readonly name?: string;
  readonly range?: GridRange;
}

export function addNamedRange(batch: Batch, of: { namedRange?: NamedRange }): Record<string, unknown> {
  const { name = '', range, namedRangeId } = of.namedRange ?? {};
  const { sheet, rect } = gridOf(batch.book, range);
  if (batch.book.named.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    throw new RequestProblem(`A named range with the name "${name}" already exists.`);
  }
  const id = namedRangeId ?? String(nextId(batch.book));
  batch.book.named.push({ id, name, sheetId: sheet.sheetId, range: rect });
  return { addNamedRange: { namedRange: { namedRangeId: id, name, range } } };
}

export function deleteNamedRange(batch: Batch, of: { namedRangeId?: string }): void {
  if (!batch.book.named.some((one) => one.id === of.namedRangeId))
    throw new RequestProblem(`No named range with id: ${of.namedRangeId}`);
  batch.book.named = batch.book.named.filter((one) => one.id !== of.namedRangeId);
}
