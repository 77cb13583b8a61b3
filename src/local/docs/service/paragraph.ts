import type { EnumValue } from '../../kernel/enums';
import { type HostObject, defineType } from '../../kernel/host';
import { type ParagraphNode, newText } from '../model/doc-data';
import { ElementObject, elementOf, registerElement, writtenMethods } from './element';
import { DOC_SCOPES, known, same, write } from './facts';
import { type TextObject, asText } from './text';

/** A paragraph or an item of a list. */
abstract class LineObject extends ElementObject<ParagraphNode> {
  editAsText(): TextObject {
    return asText(this.execution, this.doc, this.node);
  }

  setText(text: string): this {
    asText(this.execution, this.doc, this.node).setText(text);
    return this;
  }

  /** Gives the text added, to be dressed by itself. */
  appendText(text: string): HostObject {
    const node = newText(text);
    this.node.children.push(node);
    this.touched();
    return elementOf(this.execution, this.doc, node);
  }

  appendPageBreak(): HostObject {
    return this.appendMark('PAGE_BREAK');
  }

  appendHorizontalRule(): HostObject {
    return this.appendMark('HORIZONTAL_RULE');
  }

  private appendMark(type: 'PAGE_BREAK' | 'HORIZONTAL_RULE'): HostObject {
    const node = { type, attributes: {} };
    this.node.children.push(node);
    this.touched();
    return elementOf(this.execution, this.doc, node);
  }

  clear(): this {
    this.node.children = [];
    return this.touched();
  }

  getNumChildren(): number {
    return this.node.children.length;
  }

  getChild(index: number): HostObject {
    return elementOf(this.execution, this.doc, this.node.children[index]!);
  }

  getHeading(): unknown {
    return this.read('HEADING');
  }

  setHeading(heading: EnumValue): this {
    return this.put('HEADING', heading);
  }

  getAlignment(): unknown {
    return this.read('HORIZONTAL_ALIGNMENT');
  }

  setAlignment(alignment: EnumValue): this {
    return this.put('HORIZONTAL_ALIGNMENT', alignment);
  }

  getIndentStart(): unknown {
    return this.read('INDENT_START');
  }

  setIndentStart(points: number): this {
    return this.put('INDENT_START', points);
  }

  getIndentEnd(): unknown {
    return this.read('INDENT_END');
  }

  setIndentEnd(points: number): this {
    return this.put('INDENT_END', points);
  }

  getIndentFirstLine(): unknown {
    return this.read('INDENT_FIRST_LINE');
  }

  setIndentFirstLine(points: number): this {
    return this.put('INDENT_FIRST_LINE', points);
  }

  getLineSpacing(): unknown {
    return this.read('LINE_SPACING');
  }

  setLineSpacing(multiplier: number): this {
    return this.put('LINE_SPACING', multiplier);
  }

  getSpacingAfter(): unknown {
    return this.read('SPACING_AFTER');
  }

  setSpacingAfter(points: number): this {
    return this.put('SPACING_AFTER', points);
  }

  getSpacingBefore(): unknown {
    return this.read('SPACING_BEFORE');
  }

  setSpacingBefore(points: number): this {
    return this.put('SPACING_BEFORE', points);
  }

  setLinkUrl(url: string): this {
    return this.put('LINK_URL', url);
  }
}

class ParagraphObject extends LineObject {}

class ListItemObject extends LineObject {
  getGlyphType(): unknown {
    return this.read('GLYPH_TYPE');
  }

  setGlyphType(glyph: EnumValue): this {
    return this.put('GLYPH_TYPE', glyph);
  }

  getNestingLevel(): number {
    return Number(this.node.attributes['NESTING_LEVEL'] ?? 0);
  }

  setNestingLevel(level: number): this {
    return this.put('NESTING_LEVEL', level);
  }

  getListId(): string {
    return String(this.node.attributes['LIST_ID']);
  }

  /** Puts the item into the list of another. */
  setListId(item: ListItemObject): this {
    return this.put('LIST_ID', item.getListId());
  }
}

const lineMethods = {
  ...writtenMethods,
  ...same(
    known,
    'editAsText',
    'getNumChildren',
    'getChild',
    'getHeading',
    'getAlignment',
    'getIndentStart',
    'getIndentEnd',
    'getIndentFirstLine',
    'getLineSpacing',
    'getSpacingAfter',
    'getSpacingBefore',
  ),
  ...same(
    write,
    'setText',
    'appendText',
    'appendPageBreak',
    'appendHorizontalRule',
    'clear',
    'removeFromParent',
    'setHeading',
    'setAlignment',
    'setIndentStart',
    'setIndentEnd',
    'setIndentFirstLine',
    'setLineSpacing',
    'setSpacingAfter',
    'setSpacingBefore',
    'setLinkUrl',
  ),
} as const;

export const paragraphTypes = [
  defineType({
    name: 'Paragraph',
    google: 'Document.Paragraph',
    fullName: 'DocumentApp.Paragraph',
    class: ParagraphObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: lineMethods,
  }),
  defineType({
    name: 'ListItem',
    google: 'Document.ListItem',
    fullName: 'DocumentApp.ListItem',
    class: ListItemObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: {
      ...lineMethods,
      ...same(known, 'getGlyphType', 'getNestingLevel', 'getListId'),
      ...same(write, 'setGlyphType', 'setNestingLevel', 'setListId'),
    },
  }),
];

registerElement('PARAGRAPH', ParagraphObject);
registerElement('LIST_ITEM', ListItemObject);
