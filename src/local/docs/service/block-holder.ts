import { GoogleError, type HostObject } from '../../kernel/host';
import {
  type BlockHolder,
  type BlockNode,
  type DocNode,
  type ParagraphNode,
  type TableNode,
  everyNode,
  newParagraph,
  newTable,
  parentOf,
} from '../model/doc-data';
import { ElementObject, elementOf, removeChildNode, writtenMethods } from './element';
import { known, same, write } from './facts';
import { type TextObject, asText } from './text';

/** Something that holds paragraphs, lists and tables: the body, a header, a footer, a cell. */
export abstract class BlockHolderObject<N extends BlockHolder = BlockHolder> extends ElementObject<N> {
  appendParagraph(paragraph: string | ElementObject): HostObject {
    return this.insertParagraph(this.node.children.length, paragraph);
  }

  insertParagraph(index: number, paragraph: string | ElementObject): HostObject {
    return this.insert(
      index,
      blockOf(this, paragraph, (text) => newParagraph(text)),
    );
  }

  appendListItem(item: string | ElementObject): HostObject {
    return this.insertListItem(this.node.children.length, item);
  }

  /** Belongs to the list of the item before it; otherwise a new numbered list begins. */
  insertListItem(index: number, item: string | ElementObject): HostObject {
    const before = this.node.children[index - 1];
    const listId =
      before?.type === 'LIST_ITEM' ? before.attributes['LIST_ID']! : `kix.list.${this.execution.newNumber()}`;
    const glyph = before?.type === 'LIST_ITEM' ? (before.attributes['GLYPH_TYPE'] ?? 'NUMBER') : 'NUMBER';
    const node = blockOf(this, item, (text): ParagraphNode => ({
      ...newParagraph(text, 'LIST_ITEM'),
      attributes: { LIST_ID: listId, GLYPH_TYPE: glyph, NESTING_LEVEL: 0 },
    }));
    return this.insert(index, node);
  }

  appendTable(table?: readonly (readonly string[])[] | ElementObject): HostObject {
    return this.insertTable(this.node.children.length, table);
  }

  insertTable(index: number, table?: readonly (readonly string[])[] | ElementObject): HostObject {
    const node = table instanceof ElementObject ? detached(table) : newTable(table ?? []);
    return this.insert(index, node as TableNode);
  }

  /** A page break stands in a paragraph of its own. */
  appendPageBreak(): HostObject {
    return this.insertPageBreak(this.node.children.length);
  }

  insertPageBreak(index: number): HostObject {
    return this.insertMark(index, 'PAGE_BREAK');
  }

  appendHorizontalRule(): HostObject {
    return this.insertHorizontalRule(this.node.children.length);
  }

  insertHorizontalRule(index: number): HostObject {
    return this.insertMark(index, 'HORIZONTAL_RULE');
  }

  private insertMark(index: number, type: 'PAGE_BREAK' | 'HORIZONTAL_RULE'): HostObject {
    const mark = { type, attributes: {} };
    this.insert(index, { ...newParagraph(), children: [mark] });
    return elementOf(this.execution, this.doc, mark);
  }

  private insert(index: number, node: BlockNode): HostObject {
    const { children } = this.node;
    if (!Number.isInteger(index) || index < 0 || index > children.length) {
      throw new GoogleError(
        'Exception',
        `Child index (${index}) must be less than or equal to the number of child elements (${children.length}).`,
      );
    }
    children.splice(index, 0, node);
    this.touched();
    return elementOf(this.execution, this.doc, node);
  }

  setText(text: string): this {
    this.node.children = text.split('\n').map((line) => newParagraph(line));
    return this.touched();
  }

  clear(): this {
    this.node.children = [newParagraph()];
    return this.touched();
  }

  editAsText(): TextObject {
    return asText(this.execution, this.doc, this.node);
  }

  getNumChildren(): number {
    return this.node.children.length;
  }

  getChild(index: number): HostObject {
    const child = this.node.children[index];
    if (!child) {
      throw new GoogleError(
        'Exception',
        `Child index (${index}) must be less than the number of child elements (${this.node.children.length}).`,
      );
    }
    return elementOf(this.execution, this.doc, child);
  }

  getChildIndex(child: ElementObject): number {
    return this.node.children.indexOf(child.node as BlockNode);
  }

  removeChild(child: ElementObject): this {
    if (this.getChildIndex(child) < 0)
      throw new GoogleError('Exception', 'Element does not contain the specified child element.');
    removeChildNode(this.node, child.node);
    return this.touched();
  }

  /** Paragraphs and list items, those within tables too. */
  getParagraphs(): HostObject[] {
    return this.all((node) => node.type === 'PARAGRAPH' || node.type === 'LIST_ITEM');
  }

  getListItems(): HostObject[] {
    return this.all((node) => node.type === 'LIST_ITEM');
  }

  getTables(): HostObject[] {
    return this.all((node) => node.type === 'TABLE');
  }

  private all(which: (node: DocNode) => boolean): HostObject[] {
    return [...everyNode(this.node.children)]
      .filter(which)
      .map((node) => elementOf(this.execution, this.doc, node));
  }
}

function blockOf(
  holder: BlockHolderObject,
  given: string | ElementObject,
  make: (text: string) => ParagraphNode,
): ParagraphNode {
  if (!(given instanceof ElementObject)) return make(given);
  if (parentOf(holder.doc.data, given.node)) throw new GoogleError('Exception', 'Element must be detached.');
  return given.node as ParagraphNode;
}

function detached(given: ElementObject): DocNode {
  if (parentOf(given.doc.data, given.node)) throw new GoogleError('Exception', 'Element must be detached.');
  return given.node;
}

/** Facts of what every holder of blocks has. */
export const holderMethods = {
  ...writtenMethods,
  ...same(known, 'editAsText', 'getNumChildren', 'getChild', 'getChildIndex'),
  ...same(
    write,
    'appendParagraph',
    'insertParagraph',
    'appendListItem',
    'insertListItem',
    'appendTable',
    'insertTable',
    'appendHorizontalRule',
    'insertHorizontalRule',
    'setText',
    'clear',
    'removeChild',
  ),
} as const;
