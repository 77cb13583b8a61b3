/** What a document is made of, as plain JSON. Looks are kept under Google's names of attributes: BOLD, FONT_SIZE, HORIZONTAL_ALIGNMENT. */

export type AttributeValue = string | number | boolean;
/** By Google's attribute name; an enumeration's value is its name; lengths are points. */
export type Attributes = Record<string, AttributeValue>;

/** A stretch of text of one look. */
export interface RunData {
  text: string;
  style: Attributes;
}

export interface TextNode {
  readonly type: 'TEXT';
  runs: RunData[];
  ranges?: string[];
}

export interface MarkNode {
  readonly type: 'PAGE_BREAK' | 'HORIZONTAL_RULE';
  readonly attributes: Attributes;
  ranges?: string[];
}

export type InlineNode = TextNode | MarkNode;

export interface ParagraphNode {
  readonly type: 'PARAGRAPH' | 'LIST_ITEM';
  /** Of the paragraph, and of its text where the text says nothing else. */
  readonly attributes: Attributes;
  children: InlineNode[];
  ranges?: string[];
}

export interface CellNode {
  readonly type: 'TABLE_CELL';
  readonly attributes: Attributes;
  children: BlockNode[];
  ranges?: string[];
}

export interface RowNode {
  readonly type: 'TABLE_ROW';
  readonly attributes: Attributes;
  children: CellNode[];
  ranges?: string[];
}

export interface TableNode {
  readonly type: 'TABLE';
  readonly attributes: Attributes;
  children: RowNode[];
  /** Points, by column; null where nobody set one. */
  widths: (number | null)[];
  ranges?: string[];
}

export type BlockNode = ParagraphNode | TableNode;

export interface SectionNode {
  readonly type: 'BODY_SECTION' | 'HEADER_SECTION' | 'FOOTER_SECTION';
  readonly attributes: Attributes;
  children: BlockNode[];
  ranges?: string[];
}

export type DocNode = SectionNode | BlockNode | RowNode | CellNode | InlineNode;
/** A node that holds blocks: a section or a cell. */
export type BlockHolder = SectionNode | CellNode;

export interface DocumentData {
  readonly body: SectionNode;
  header: SectionNode | null;
  footer: SectionNode | null;
  /** Looks of headings, by ParagraphHeading, where they differ from Google's. */
  readonly headings: Record<string, Attributes>;
  /** Named ranges; the nodes that belong to one carry its id in `ranges`. */
  named: { readonly id: string; readonly name: string }[];
}

/** A4 with margins of an inch, in points, and Google's default text. */
const PAGE: Attributes = {
  PAGE_WIDTH: 595.28,
  PAGE_HEIGHT: 841.89,
  MARGIN_TOP: 72,
  MARGIN_BOTTOM: 72,
  MARGIN_LEFT: 72,
  MARGIN_RIGHT: 72,
};

/** A paragraph with that text. */
export function newParagraph(text = '', type: ParagraphNode['type'] = 'PARAGRAPH'): ParagraphNode {
  return { type, attributes: {}, children: text === '' ? [] : [newText(text)] };
}

export function newText(text: string): TextNode {
  return { type: 'TEXT', runs: text === '' ? [] : [{ text, style: {} }] };
}

export function newCell(text = ''): CellNode {
  return { type: 'TABLE_CELL', attributes: {}, children: [newParagraph(text)] };
}

export function newRow(texts: readonly string[] = []): RowNode {
  return { type: 'TABLE_ROW', attributes: {}, children: texts.map(newCell) };
}

export function newTable(texts: readonly (readonly string[])[] = []): TableNode {
  return { type: 'TABLE', attributes: {}, children: texts.map(newRow), widths: [] };
}

/** A section with the one empty paragraph that each has. */
export function newSection(type: SectionNode['type']): SectionNode {
  return { type, attributes: type === 'BODY_SECTION' ? { ...PAGE } : {}, children: [newParagraph()] };
}

/** An empty document. */
export function createDocumentData(): DocumentData {
  return { body: newSection('BODY_SECTION'), header: null, footer: null, headings: {}, named: [] };
}

/** The nodes directly within a node. */
export function childrenOf(node: DocNode): readonly DocNode[] {
  return 'children' in node ? node.children : [];
}

/** The list a node keeps its children in, to be changed; empty for what has none. */
export function placedChildren(node: DocNode): DocNode[] {
  return 'children' in node ? (node.children as DocNode[]) : [];
}

/** The sections a document has. */
export function sectionsOf(data: DocumentData): readonly SectionNode[] {
  return [data.body, data.header, data.footer].filter((one) => one !== null);
}

/** The node that holds this one; null for a section and for a node that stands in no document. */
export function parentOf(data: DocumentData, node: DocNode): DocNode | null {
  const within = (holder: DocNode): DocNode | null => {
    for (const child of childrenOf(holder)) {
      if (child === node) return holder;
      const found = within(child);
      if (found) return found;
    }
    return null;
  };
  for (const section of sectionsOf(data)) {
    const found = within(section);
    if (found) return found;
  }
  return null;
}

/** Every node of a document, in reading order. */
export function* everyNode(nodes: readonly DocNode[]): Generator<DocNode> {
  for (const node of nodes) {
    yield node;
    yield* everyNode(childrenOf(node));
  }
}
