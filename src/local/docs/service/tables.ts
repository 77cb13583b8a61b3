import type { EnumValue } from '../../kernel/enums';
import { GoogleError, type HostObject, defineType } from '../../kernel/host';
import { type CellNode, type RowNode, type TableNode, newCell, newRow, parentOf } from '../model/doc-data';
import { BlockHolderObject, holderMethods } from './block-holder';
import { ElementObject, elementOf, registerElement, writtenMethods } from './element';
import { DOC_SCOPES, known, same, write } from './facts';
import { type TextObject, asText } from './text';

class TableObject extends ElementObject<TableNode> {
  appendTableRow(row?: ElementObject): HostObject {
    return this.insertTableRow(this.node.children.length, row);
  }

  insertTableRow(index: number, row?: ElementObject | null): HostObject {
    if (row && parentOf(this.doc.data, row.node))
      throw new GoogleError('Exception', 'Element must be detached.');
    const node = row ? (row.node as RowNode) : newRow();
    this.node.children.splice(index, 0, node);
    this.touched();
    return elementOf(this.execution, this.doc, node);
  }

  removeRow(index: number): HostObject {
    const row = this.row(index);
    this.node.children.splice(index, 1);
    this.touched();
    return elementOf(this.execution, this.doc, row);
  }

  getNumRows(): number {
    return this.node.children.length;
  }

  getNumChildren(): number {
    return this.node.children.length;
  }

  getRow(index: number): HostObject {
    return elementOf(this.execution, this.doc, this.row(index));
  }

  getChild(index: number): HostObject {
    return this.getRow(index);
  }

  getCell(row: number, cell: number): HostObject {
    return elementOf(this.execution, this.doc, cellAt(this.row(row), cell));
  }

  private row(index: number): RowNode {
    const row = this.node.children[index];
    if (!row) {
      throw new GoogleError(
        'Exception',
        `Child index (${index}) must be less than the number of child elements (${this.node.children.length}).`,
      );
    }
    return row;
  }

  getColumnWidth(column: number): number | null {
    return this.node.widths[column] ?? null;
  }

  setColumnWidth(column: number, width: number): this {
    while (this.node.widths.length <= column) this.node.widths.push(null);
    this.node.widths[column] = width;
    return this.touched();
  }

  getBorderColor(): unknown {
    return this.read('BORDER_COLOR');
  }

  setBorderColor(colour: string): this {
    return this.put('BORDER_COLOR', colour);
  }

  getBorderWidth(): unknown {
    return this.read('BORDER_WIDTH');
  }

  setBorderWidth(width: number): this {
    return this.put('BORDER_WIDTH', width);
  }

  editAsText(): TextObject {
    return asText(this.execution, this.doc, this.node);
  }
}

function cellAt(row: RowNode, index: number): CellNode {
  const cell = row.children[index];
  if (!cell) {
    throw new GoogleError(
      'Exception',
      `Child index (${index}) must be less than the number of child elements (${row.children.length}).`,
    );
  }
  return cell;
}

class TableRowObject extends ElementObject<RowNode> {
  appendTableCell(cell?: string | ElementObject | null): HostObject {
    return this.insertTableCell(this.node.children.length, cell);
  }

  insertTableCell(index: number, cell?: string | ElementObject | null): HostObject {
    const node = cell instanceof ElementObject ? (cell.node as CellNode) : newCell(cell ?? '');
    if (parentOf(this.doc.data, node)) throw new GoogleError('Exception', 'Element must be detached.');
    this.node.children.splice(index, 0, node);
    this.touched();
    return elementOf(this.execution, this.doc, node);
  }

  removeCell(index: number): HostObject {
    const cell = cellAt(this.node, index);
    this.node.children.splice(index, 1);
    this.touched();
    return elementOf(this.execution, this.doc, cell);
  }

  getNumCells(): number {
    return this.node.children.length;
  }

  getNumChildren(): number {
    return this.node.children.length;
  }

  getCell(index: number): HostObject {
    return elementOf(this.execution, this.doc, cellAt(this.node, index));
  }

  getChild(index: number): HostObject {
    return this.getCell(index);
  }

  getMinimumHeight(): unknown {
    return this.read('MINIMUM_HEIGHT');
  }

  setMinimumHeight(points: number): this {
    return this.put('MINIMUM_HEIGHT', points);
  }

  getParentTable(): HostObject | null {
    return this.getParent();
  }

  editAsText(): TextObject {
    return asText(this.execution, this.doc, this.node);
  }
}

class TableCellObject extends BlockHolderObject<CellNode> {
  getBackgroundColor(): unknown {
    return this.read('BACKGROUND_COLOR');
  }

  setBackgroundColor(colour: string | null): this {
    return this.put('BACKGROUND_COLOR', colour);
  }

  getVerticalAlignment(): unknown {
    return this.read('VERTICAL_ALIGNMENT');
  }

  setVerticalAlignment(alignment: EnumValue): this {
    return this.put('VERTICAL_ALIGNMENT', alignment);
  }

  getWidth(): number | null {
    const { table, column } = this.place();
    return table?.widths[column] ?? null;
  }

  /** Sets the width of the whole column, as Google does. */
  setWidth(width: number): this {
    const { table, column } = this.place();
    if (!table) throw new GoogleError('Exception', 'Element must be attached.');
    (elementOf(this.execution, this.doc, table) as TableObject).setColumnWidth(column, width);
    return this;
  }

  private place(): { readonly table: TableNode | null; readonly column: number } {
    const row = parentOf(this.doc.data, this.node) as RowNode | null;
    const table = row && (parentOf(this.doc.data, row) as TableNode | null);
    return { table, column: row?.children.indexOf(this.node) ?? -1 };
  }

  setPaddingTop(points: number): this {
    return this.put('PADDING_TOP', points);
  }

  setPaddingBottom(points: number): this {
    return this.put('PADDING_BOTTOM', points);
  }

  setPaddingLeft(points: number): this {
    return this.put('PADDING_LEFT', points);
  }

  setPaddingRight(points: number): this {
    return this.put('PADDING_RIGHT', points);
  }

  getParentRow(): HostObject | null {
    return this.getParent();
  }
}

export const tableTypes = [
  defineType({
    name: 'Table',
    google: 'Document.Table',
    fullName: 'DocumentApp.Table',
    class: TableObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: {
      ...writtenMethods,
      ...same(known, 'getNumRows', 'getNumChildren', 'getRow', 'getChild', 'getCell', 'editAsText'),
      ...same(known, 'getColumnWidth', 'getBorderColor', 'getBorderWidth'),
      ...same(write, 'appendTableRow', 'insertTableRow', 'removeRow', 'removeFromParent'),
      ...same(write, 'setColumnWidth', 'setBorderColor', 'setBorderWidth'),
    },
  }),
  defineType({
    name: 'TableRow',
    google: 'Document.TableRow',
    fullName: 'DocumentApp.TableRow',
    class: TableRowObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: {
      ...writtenMethods,
      ...same(known, 'getNumCells', 'getNumChildren', 'getCell', 'getChild', 'getMinimumHeight'),
      ...same(known, 'getParentTable', 'editAsText'),
      ...same(
        write,
        'appendTableCell',
        'insertTableCell',
        'removeCell',
        'removeFromParent',
        'setMinimumHeight',
      ),
    },
  }),
  defineType({
    name: 'TableCell',
    google: 'Document.TableCell',
    fullName: 'DocumentApp.TableCell',
    class: TableCellObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: {
      ...holderMethods,
      ...same(known, 'getBackgroundColor', 'getVerticalAlignment', 'getWidth', 'getParentRow'),
      ...same(write, 'setBackgroundColor', 'setVerticalAlignment', 'setWidth', 'removeFromParent'),
      ...same(write, 'setPaddingTop', 'setPaddingBottom', 'setPaddingLeft', 'setPaddingRight'),
    },
  }),
];

registerElement('TABLE', TableObject);
registerElement('TABLE_ROW', TableRowObject);
registerElement('TABLE_CELL', TableCellObject);
