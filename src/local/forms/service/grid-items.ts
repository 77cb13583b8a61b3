import { GoogleError, defineType } from '../../kernel/host';
import type { StoredAnswer } from '../model/form-data';
import { invalidData } from '../model/items';
import { gridFault } from '../model/rules';
import { FORM_SCOPES, change, known, same } from './facts';
import { registerItem } from './item-object';
import type { ItemResponseObject } from './item-response';
import { QuestionObject, questionMethods } from './question-object';
import type { ValidationObject } from './validations';

/** A question of rows and columns. */
abstract class GridBase extends QuestionObject {
  getRows(): readonly string[] {
    return this.data().rows!;
  }

  getColumns(): readonly string[] {
    return this.data().columns!;
  }

  setRows(rows: readonly string[]): this {
    checkNames(rows, 'rows');
    const known = this.data().entries;
    const entries = rows.map((_row, at) => known[at] ?? known[0]! + at);
    return this.put({ rows: rows.map(String), entries });
  }

  setColumns(columns: readonly string[]): this {
    checkNames(columns, 'columns');
    return this.put({ columns: columns.map(String) });
  }

  setValidation(validation: ValidationObject): this {
    return this.put({ rule: validation.rule });
  }

  clearValidation(): this {
    return this.put({ rule: undefined });
  }

  protected answerRows(rows: readonly (string | null | readonly string[])[]): ItemResponseObject {
    const item = this.data();
    const fits =
      rows.length === item.rows!.length &&
      rows.flat().every((column) => column === null || item.columns!.includes(column)) &&
      gridFault(item.rule, rows) === null;
    if (!fits) throw this.refusal();
    return this.answer(rows as StoredAnswer);
  }
}

function checkNames(names: readonly string[], argument: string): void {
  if (names.length === 0) throw new GoogleError('Exception', `Array is empty: ${argument}`);
  if (new Set(names).size < names.length) throw invalidData();
}

class GridItemObject extends GridBase {
  createResponse(columns: readonly (string | null)[]): ItemResponseObject {
    return this.answerRows(columns.map((column) => column ?? null));
  }
}

class CheckboxGridItemObject extends GridBase {
  createResponse(columns: readonly (readonly string[] | null)[]): ItemResponseObject {
    return this.answerRows(columns.map((row) => row ?? null));
  }
}

const gridMethods = {
  ...questionMethods,
  ...same(known, 'getRows', 'getColumns', 'createResponse'),
  ...same(change, 'setRows', 'setColumns', 'setValidation', 'clearValidation'),
} as const;

export const gridItemTypes = [
  defineType({
    name: 'GridItem',
    google: 'Forms.GridItem',
    fullName: 'FormApp.GridItem',
    class: GridItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: gridMethods,
  }),
  defineType({
    name: 'CheckboxGridItem',
    google: 'Forms.CheckboxGridItem',
    fullName: 'FormApp.CheckboxGridItem',
    class: CheckboxGridItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: gridMethods,
  }),
];

registerItem('GRID', GridItemObject);
registerItem('CHECKBOX_GRID', CheckboxGridItemObject);
