import { type Execution, GoogleError, defineType } from '../../kernel/host';
import { type AttributeValue, type DocNode, type TextNode, newText, placedChildren } from '../model/doc-data';
import { placedTexts, spliceText, styleText, textOf } from '../model/text';
import { DOC_SCOPES, known, same, write } from './facts';
import { type DocFile, ElementObject, registerElement, writtenMethods } from './element';

/** A range of characters (end inclusive) with a value, or the value alone for all of the text. */
type Ranged<T> = readonly [T] | readonly [number, number, T];

/** Text to be read and dressed: one text element, or all the text of what editAsText() was called on. */
export class TextObject extends ElementObject {
  setText(text: string): this {
    const node = this.single();
    spliceText(node, 0, Number.MAX_SAFE_INTEGER, text);
    return this.touched();
  }

  appendText(text: string): this {
    const node = this.single();
    node.runs.push({ text, style: { ...node.runs.at(-1)?.style } });
    return this.touched();
  }

  insertText(offset: number, text: string): this {
    spliceText(this.single(), offset, offset - 1, text);
    return this.touched();
  }

  deleteText(start: number, end: number): this {
    this.checkRange(start, end);
    spliceText(this.single(), start, end, '');
    return this.touched();
  }

  editAsText(): TextObject {
    return this;
  }

  isBold(offset?: number): unknown {
    return this.valueAt('BOLD', offset);
  }

  isItalic(offset?: number): unknown {
    return this.valueAt('ITALIC', offset);
  }

  isUnderline(offset?: number): unknown {
    return this.valueAt('UNDERLINE', offset);
  }

  isStrikethrough(offset?: number): unknown {
    return this.valueAt('STRIKETHROUGH', offset);
  }

  getFontSize(offset?: number): unknown {
    return this.valueAt('FONT_SIZE', offset);
  }

  getFontFamily(offset?: number): unknown {
    return this.valueAt('FONT_FAMILY', offset);
  }

  getForegroundColor(offset?: number): unknown {
    return this.valueAt('FOREGROUND_COLOR', offset);
  }

  getBackgroundColor(offset?: number): unknown {
    return this.valueAt('BACKGROUND_COLOR', offset);
  }

  getLinkUrl(offset?: number): unknown {
    return this.valueAt('LINK_URL', offset);
  }

  setBold(...ranged: Ranged<boolean>): this {
    return this.dress('BOLD', ranged);
  }

  setItalic(...ranged: Ranged<boolean>): this {
    return this.dress('ITALIC', ranged);
  }

  setUnderline(...ranged: Ranged<boolean>): this {
    return this.dress('UNDERLINE', ranged);
  }

  setStrikethrough(...ranged: Ranged<boolean>): this {
    return this.dress('STRIKETHROUGH', ranged);
  }

  setFontSize(...ranged: Ranged<number>): this {
    return this.dress('FONT_SIZE', ranged);
  }

  setFontFamily(...ranged: Ranged<string>): this {
    return this.dress('FONT_FAMILY', ranged);
  }

  setForegroundColor(...ranged: Ranged<string | null>): this {
    return this.dress('FOREGROUND_COLOR', ranged);
  }

  setBackgroundColor(...ranged: Ranged<string | null>): this {
    return this.dress('BACKGROUND_COLOR', ranged);
  }

  setLinkUrl(...ranged: Ranged<string | null>): this {
    return this.dress('LINK_URL', ranged);
  }

  private valueAt(name: string, offset?: number): unknown {
    if (offset === undefined || offset === null) return this.read(name);
    return this.textValue(name, offset) ?? null;
  }

  private dress(name: string, ranged: Ranged<AttributeValue | null>): this {
    const [start, end, value] = ranged.length === 1 ? [0, Number.MAX_SAFE_INTEGER, ranged[0]] : ranged;
    if (ranged.length === 3) this.checkRange(start, end);
    styleText(this.node, start, end, { [name]: value });
    return this.touched();
  }

  private checkRange(start: number, end: number): void {
    const { length } = textOf(this.node);
    if (start < 0 || end < start || end >= length) {
      throw new GoogleError('Exception', `Index (${end}) must be less than the content length (${length}).`);
    }
  }

  /** The one text node to be changed; a paragraph's is made, or its several are joined. */
  private single(): TextNode {
    const { node } = this;
    if (node.type === 'TEXT') return node;
    if (node.type !== 'PARAGRAPH' && node.type !== 'LIST_ITEM') {
      throw new GoogleError('Exception', 'Text of several paragraphs cannot be edited at once.');
    }
    const [first, ...others] = placedTexts(node).map((placed) => placed.node);
    const joined = first ?? newText('');
    joined.runs.push(...others.flatMap((other) => other.runs));
    node.children = node.children.filter((child) => !others.includes(child as TextNode));
    if (!first) placedChildren(node).push(joined);
    return joined;
  }
}

/** The text of a node of any type, as one Text. */
export function asText(execution: Execution, doc: DocFile, node: DocNode): TextObject {
  const objects = execution.memo('doc:texts', () => new Map<DocNode, TextObject>());
  let object = objects.get(node);
  if (!object) {
    object = new TextObject(execution, doc, node);
    objects.set(node, object);
  }
  return object;
}

export const textType = defineType({
  name: 'Text',
  google: 'Document.Text',
  fullName: 'DocumentApp.Text',
  class: TextObject,
  scopes: DOC_SCOPES,
  needs: 'document',
  methods: {
    ...writtenMethods,
    ...same(
      known,
      'editAsText',
      'isBold',
      'isItalic',
      'isUnderline',
      'isStrikethrough',
      'getFontSize',
      'getFontFamily',
      'getForegroundColor',
      'getBackgroundColor',
      'getLinkUrl',
    ),
    ...same(
      write,
      'setText',
      'appendText',
      'insertText',
      'deleteText',
      'removeFromParent',
      'setBold',
      'setItalic',
      'setUnderline',
      'setStrikethrough',
      'setFontSize',
      'setFontFamily',
      'setForegroundColor',
      'setBackgroundColor',
      'setLinkUrl',
    ),
  },
});

registerElement('TEXT', TextObject);
