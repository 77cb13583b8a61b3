import {
  type Attributes,
  type BlockNode,
  type CellNode,
  type DocumentData,
  type InlineNode,
  type ParagraphNode,
  type TableNode,
} from './model/doc-data';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const TAGS: Readonly<Record<string, string>> = {
  TITLE: 'h1',
  SUBTITLE: 'p',
  HEADING1: 'h2',
  HEADING2: 'h3',
  HEADING3: 'h4',
  HEADING4: 'h5',
  HEADING5: 'h6',
  HEADING6: 'h6',
};
/** How Google's headings look where nobody set them: points of the font, and around it. */
const HEADING_LOOKS: Readonly<Record<string, Attributes>> = {
  NORMAL: { FONT_SIZE: 11, FONT_FAMILY: 'Arial', LINE_SPACING: 1.15 },
  TITLE: { FONT_SIZE: 26, SPACING_AFTER: 3 },
  SUBTITLE: { FONT_SIZE: 15, FOREGROUND_COLOR: '#666666', SPACING_AFTER: 16 },
  HEADING1: { FONT_SIZE: 20, SPACING_BEFORE: 20, SPACING_AFTER: 6 },
  HEADING2: { FONT_SIZE: 16, SPACING_BEFORE: 18, SPACING_AFTER: 6 },
  HEADING3: { FONT_SIZE: 14, FOREGROUND_COLOR: '#434343', SPACING_BEFORE: 16, SPACING_AFTER: 4 },
  HEADING4: { FONT_SIZE: 12, FOREGROUND_COLOR: '#666666', SPACING_BEFORE: 14, SPACING_AFTER: 4 },
};
const GLYPHS: Readonly<Record<string, string>> = {
  BULLET: 'disc',
  HOLLOW_BULLET: 'circle',
  SQUARE_BULLET: 'square',
  NUMBER: 'decimal',
  LATIN_UPPER: 'upper-alpha',
  LATIN_LOWER: 'lower-alpha',
  ROMAN_UPPER: 'upper-roman',
  ROMAN_LOWER: 'lower-roman',
};
const BULLETS = ['disc', 'circle', 'square'];
const VERTICAL: Readonly<Record<string, string>> = { TOP: 'top', CENTER: 'middle', BOTTOM: 'bottom' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
}

/**
 * The document as HTML of one element, sized and spaced in points by what the script set; all text is escaped, links go only to http, https and
 * mailto addresses.
 */
export function documentHtml(data: DocumentData): string {
  const { attributes } = data.body;
  const margins = ['TOP', 'RIGHT', 'BOTTOM', 'LEFT'].map(
    (side) => `${Number(attributes[`MARGIN_${side}`] ?? 72)}pt`,
  );
  const css = [
    `box-sizing:border-box`,
    `width:${Number(attributes['PAGE_WIDTH'] ?? 595.28)}pt`,
    `min-height:${Number(attributes['PAGE_HEIGHT'] ?? 841.89)}pt`,
    `padding:${margins.join(' ')}`,
    ...textCss({ ...HEADING_LOOKS['NORMAL'], ...data.headings['NORMAL'], ...attributes }),
  ];
  const part = (tag: string, blocks: readonly BlockNode[] | undefined): string =>
    blocks ? `<${tag}>${blocksHtml(data, blocks)}</${tag}>` : '';
  return `<article class="document" style="${escaped(css.join(';'))}">${part('header', data.header?.children)}${blocksHtml(
    data,
    data.body.children,
  )}${part('footer', data.footer?.children)}</article>`;
}

function blocksHtml(data: DocumentData, blocks: readonly BlockNode[]): string {
  let html = '';
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    if (block.type === 'TABLE') html += tableHtml(data, block);
    else if (block.type === 'PARAGRAPH') html += paragraphHtml(data, block);
    else {
      const items: ParagraphNode[] = [];
      const isSameList = (one: BlockNode | undefined): one is ParagraphNode =>
        one?.type === 'LIST_ITEM' && one.attributes['LIST_ID'] === block.attributes['LIST_ID'];
      for (let next: BlockNode | undefined = block; isSameList(next); next = blocks[at]) {
        items.push(next);
        at += 1;
      }
      at -= 1;
      html += listHtml(data, items);
    }
  }
  return html;
}

/** Items of one list; deeper ones stand further in. */
function listHtml(data: DocumentData, items: readonly ParagraphNode[]): string {
  const lines = items.map((item) => {
    const level = Number(item.attributes['NESTING_LEVEL'] ?? 0);
    const glyph = GLYPHS[String(item.attributes['GLYPH_TYPE'] ?? 'NUMBER')] ?? 'decimal';
    const css = [`list-style-type:${glyph}`, `margin-left:${36 * level}pt`, ...lineCss(data, item)];
    return `<li style="${escaped(css.join(';'))}">${inlineHtml(item.children)}</li>`;
  });
  const first = GLYPHS[String(items[0]?.attributes['GLYPH_TYPE'] ?? 'NUMBER')] ?? 'decimal';
  const tag = BULLETS.includes(first) ? 'ul' : 'ol';
  return `<${tag} style="margin:0;padding-left:36pt">${lines.join('')}</${tag}>`;
}

function paragraphHtml(data: DocumentData, paragraph: ParagraphNode): string {
  const tag = TAGS[String(paragraph.attributes['HEADING'] ?? 'NORMAL')] ?? 'p';
  const inner = inlineHtml(paragraph.children);
  return `<${tag} style="${escaped(lineCss(data, paragraph).join(';'))}">${inner === '' ? '<br>' : inner}</${tag}>`;
}

function lineCss(data: DocumentData, line: ParagraphNode): readonly string[] {
  const heading = String(line.attributes['HEADING'] ?? 'NORMAL');
  const own = heading === 'NORMAL' ? {} : { ...HEADING_LOOKS[heading], ...data.headings[heading] };
  const look: Attributes = { ...own, ...line.attributes };
  const points = (name: string): string => `${Number(look[name] ?? 0)}pt`;
  const start = Number(look['INDENT_START'] ?? 0);
  const first = look['INDENT_FIRST_LINE'];
  return [
    `margin:${points('SPACING_BEFORE')} 0 ${points('SPACING_AFTER')}`,
    ...(line.type === 'PARAGRAPH' && start !== 0 ? [`margin-left:${start}pt`] : []),
    ...(look['INDENT_END'] === undefined ? [] : [`margin-right:${points('INDENT_END')}`]),
    // Google measures the first line from the margin, CSS from the other lines.
    ...(line.type === 'PARAGRAPH' && first !== undefined ? [`text-indent:${Number(first) - start}pt`] : []),
    ...(look['HORIZONTAL_ALIGNMENT'] === undefined
      ? []
      : [`text-align:${String(look['HORIZONTAL_ALIGNMENT']).toLowerCase()}`]),
    ...(look['LINE_SPACING'] === undefined ? [] : [`line-height:${Number(look['LINE_SPACING']) * 1.15}`]),
    ...(heading === 'NORMAL' || look['BOLD'] !== undefined ? [] : ['font-weight:normal']),
    ...textCss(look),
  ];
}

function textCss(look: Attributes): readonly string[] {
  const flag = (name: string, property: string, on: string): readonly string[] =>
    look[name] === undefined ? [] : [`${property}:${look[name] === true ? on : 'normal'}`];
  const lines = [
    ...(look['UNDERLINE'] === true ? ['underline'] : []),
    ...(look['STRIKETHROUGH'] === true ? ['line-through'] : []),
  ];
  return [
    ...flag('BOLD', 'font-weight', 'bold'),
    ...flag('ITALIC', 'font-style', 'italic'),
    ...(lines.length > 0 ? [`text-decoration:${lines.join(' ')}`] : []),
    ...(look['FONT_SIZE'] === undefined ? [] : [`font-size:${Number(look['FONT_SIZE'])}pt`]),
    ...(look['FONT_FAMILY'] === undefined ? [] : [`font-family:'${safe(String(look['FONT_FAMILY']))}'`]),
    ...(look['FOREGROUND_COLOR'] === undefined ? [] : [`color:${safe(String(look['FOREGROUND_COLOR']))}`]),
    ...(look['BACKGROUND_COLOR'] === undefined
      ? []
      : [`background-color:${safe(String(look['BACKGROUND_COLOR']))}`]),
  ];
}

/** A font's name or a colour, without what could end the style it stands in. */
function safe(value: string): string {
  return value.replace(/[^\p{L}\p{N} #(),.%-]/gu, '');
}

function inlineHtml(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'TEXT') return node.runs.map((run) => runHtml(run.text, run.style)).join('');
      return node.type === 'PAGE_BREAK' ? '<hr class="page-break">' : '<hr>';
    })
    .join('');
}

function runHtml(text: string, style: Attributes): string {
  const html = escaped(text)
    .replace(/[\n\r]/g, '<br>')
    .replace(/\t/g, '&emsp;');
  const css = textCss(style).join(';');
  const span = css === '' ? html : `<span style="${escaped(css)}">${html}</span>`;
  const link = String(style['LINK_URL'] ?? '');
  return /^(https?:|mailto:)/i.test(link) ? `<a href="${escaped(link)}">${span}</a>` : span;
}

function tableHtml(data: DocumentData, table: TableNode): string {
  const width = Number(table.attributes['BORDER_WIDTH'] ?? 1);
  const border =
    width === 0 ? 'none' : `${width}pt solid ${safe(String(table.attributes['BORDER_COLOR'] ?? '#000000'))}`;
  const isSized = table.widths.some((one) => one !== null);
  const columns = table.widths.map((one) => `<col${one === null ? '' : ` style="width:${one}pt"`}>`).join('');
  const rows = table.children.map((row) => {
    const height = row.attributes['MINIMUM_HEIGHT'];
    const css = height === undefined ? '' : ` style="height:${Number(height)}pt"`;
    return `<tr${css}>${row.children.map((cell) => cellHtml(data, cell, border)).join('')}</tr>`;
  });
  const css = `border-collapse:collapse;${isSized ? 'table-layout:fixed' : 'width:100%'}`;
  return `<table style="${css}">${columns === '' ? '' : `<colgroup>${columns}</colgroup>`}<tbody>${rows.join('')}</tbody></table>`;
}

function cellHtml(data: DocumentData, cell: CellNode, border: string): string {
  const look = cell.attributes;
  const padding = ['TOP', 'RIGHT', 'BOTTOM', 'LEFT'].map(
    (side) => `${Number(look[`PADDING_${side}`] ?? 5)}pt`,
  );
  const css = [
    `border:${border}`,
    `padding:${padding.join(' ')}`,
    `vertical-align:${VERTICAL[String(look['VERTICAL_ALIGNMENT'] ?? 'TOP')] ?? 'top'}`,
    ...textCss(look),
  ];
  return `<td style="${escaped(css.join(';'))}">${blocksHtml(data, cell.children)}</td>`;
}
