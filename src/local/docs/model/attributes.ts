import type { DocNode } from './doc-data';

/** Attributes of text. */
export const TEXT_ATTRIBUTES: readonly string[] = [
  'FONT_SIZE',
  'ITALIC',
  'STRIKETHROUGH',
  'FOREGROUND_COLOR',
  'BOLD',
  'LINK_URL',
  'UNDERLINE',
  'FONT_FAMILY',
  'BACKGROUND_COLOR',
];

const PARAGRAPH_ATTRIBUTES: readonly string[] = [
  'HEADING',
  'HORIZONTAL_ALIGNMENT',
  'INDENT_END',
  'INDENT_FIRST_LINE',
  'INDENT_START',
  'LEFT_TO_RIGHT',
  'LINE_SPACING',
  'SPACING_AFTER',
  'SPACING_BEFORE',
];

const OWN: Readonly<Record<DocNode['type'], readonly string[]>> = {
  TEXT: [],
  PARAGRAPH: PARAGRAPH_ATTRIBUTES,
  LIST_ITEM: [...PARAGRAPH_ATTRIBUTES, 'GLYPH_TYPE', 'LIST_ID', 'NESTING_LEVEL'],
  TABLE: ['BORDER_COLOR', 'BORDER_WIDTH'],
  TABLE_ROW: ['MINIMUM_HEIGHT'],
  TABLE_CELL: [
    'BORDER_COLOR',
    'BORDER_WIDTH',
    'PADDING_BOTTOM',
    'PADDING_LEFT',
    'PADDING_RIGHT',
    'PADDING_TOP',
    'VERTICAL_ALIGNMENT',
    'WIDTH',
  ],
  BODY_SECTION: ['MARGIN_BOTTOM', 'MARGIN_LEFT', 'MARGIN_RIGHT', 'MARGIN_TOP', 'PAGE_HEIGHT', 'PAGE_WIDTH'],
  HEADER_SECTION: [],
  FOOTER_SECTION: [],
  PAGE_BREAK: [],
  HORIZONTAL_RULE: [],
};

/** The enumeration behind an attribute's values, where there is one. */
export const ENUM_OF: Readonly<Record<string, string>> = {
  HEADING: 'Document.ParagraphHeading',
  HORIZONTAL_ALIGNMENT: 'Document.HorizontalAlignment',
  VERTICAL_ALIGNMENT: 'Document.VerticalAlignment',
  GLYPH_TYPE: 'Document.GlyphType',
};

/** Attributes that a node of that type has of its own, those of its text left out. A cell's background is its own. */
export function ownAttributes(type: DocNode['type']): readonly string[] {
  return type === 'TABLE_CELL' ? [...OWN[type], 'BACKGROUND_COLOR'] : OWN[type];
}

/** Every attribute that getAttributes() of such a node names. */
export function attributesOf(type: DocNode['type']): readonly string[] {
  return [...new Set([...ownAttributes(type), ...TEXT_ATTRIBUTES])];
}
