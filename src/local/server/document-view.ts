import type {
  Attributes,
  BlockNode,
  CellNode,
  DocumentData,
  InlineNode,
  ParagraphNode,
  RunData,
  SectionNode,
  TableNode,
} from '../docs/model/doc-data';
import type { DocumentView } from './api-types';

function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
}

type Css = Readonly<Record<string, string | false | undefined>>;

function styleOf(css: Css): string {
  const rules = Object.entries(css).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return rules.length === 0 ? '' : ` style="${escaped(rules.join('; '))}"`;
}

/** A colour or a font's name goes into a style sheet only when it can be nothing else. */
function plain(value: unknown): string | undefined {
  return typeof value === 'string' && /^[#\p{L}\d ,-]+$/u.test(value) ? value : undefined;
}

function points(value: unknown): string | undefined {
  return typeof value === 'number' ? `${value}pt` : undefined;
}

function textCss(style: Attributes): Css {
  const lines = [style['UNDERLINE'] && 'underline', style['STRIKETHROUGH'] && 'line-through'].filter(Boolean);
  return {
    'font-weight': style['BOLD'] === true ? 'bold' : style['BOLD'] === false && 'normal',
    'font-style': style['ITALIC'] === true && 'italic',
    'text-decoration': lines.length > 0 && lines.join(' '),
    'font-size': points(style['FONT_SIZE']),
    'font-family': plain(style['FONT_FAMILY']),
    color: plain(style['FOREGROUND_COLOR']),
    'background-color': plain(style['BACKGROUND_COLOR']),
  };
}

function runHtml({ text, style }: RunData): string {
  const words = escaped(text).replaceAll('\n', '<br>');
  const link = style['LINK_URL'];
  const css = styleOf(textCss(style));
  if (typeof link === 'string' && /^https?:\/\//.test(link)) {
    return `<a href="${escaped(link.replace(/^https:\/\/docs\.google\.com(?=\/)/, ''))}"${css}>${words}</a>`;
  }
  return css === '' ? words : `<span${css}>${words}</span>`;
}

function inlineHtml(node: InlineNode): string {
  if (node.type === 'TEXT') return node.runs.map(runHtml).join('');
  return node.type === 'HORIZONTAL_RULE' ? '<hr>' : '<span class="page-break"></span>';
}

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

function paragraphCss({ attributes }: ParagraphNode): Css {
  const align = attributes['HORIZONTAL_ALIGNMENT'];
  return {
    ...textCss(attributes),
    'text-align': typeof align === 'string' && align !== 'LEFT' && align.toLowerCase(),
    'margin-left': points(attributes['INDENT_START']),
    'margin-right': points(attributes['INDENT_END']),
    'text-indent': points(attributes['INDENT_FIRST_LINE']),
    'margin-top': points(attributes['SPACING_BEFORE']),
    'margin-bottom': points(attributes['SPACING_AFTER']),
    'line-height': typeof attributes['LINE_SPACING'] === 'number' && String(attributes['LINE_SPACING']),
  };
}

function paragraphHtml(node: ParagraphNode, headings: DocumentData['headings']): string {
  const heading = String(node.attributes['HEADING'] ?? 'NORMAL');
  const tag = node.type === 'LIST_ITEM' ? 'li' : (TAGS[heading] ?? 'p');
  const own = headings[heading];
  const shown = own ? { ...node, attributes: { ...own, ...node.attributes } } : node;
  const inner = node.children.map(inlineHtml).join('');
  // An empty paragraph keeps its line.
  return `<${tag}${styleOf(paragraphCss(shown))}>${inner === '' ? '<br>' : inner}</${tag}>`;
}

function cellHtml(
  cell: CellNode,
  bare: boolean,
  width: number | null | undefined,
  data: DocumentData,
): string {
  const { attributes } = cell;
  const vertical = attributes['VERTICAL_ALIGNMENT'];
  const css = styleOf({
    width: points(width ?? attributes['WIDTH']),
    'background-color': plain(attributes['BACKGROUND_COLOR']),
    'vertical-align':
      typeof vertical === 'string' && (vertical === 'CENTER' ? 'middle' : vertical.toLowerCase()),
  });
  return `<td${bare ? ' class="bare"' : ''}${css}>${blocksHtml(cell.children, data)}</td>`;
}

function tableHtml(table: TableNode, data: DocumentData): string {
  const bare = table.attributes['BORDER_WIDTH'] === 0;
  const rows = table.children.map((row) => {
    const cells = row.children.map((cell, at) => cellHtml(cell, bare, table.widths[at], data));
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

/** Neighbouring list items become one list: numbered where their sign is a number or a letter. */
function blocksHtml(blocks: readonly BlockNode[], data: DocumentData): string {
  let html = '';
  let list = '';
  for (const block of blocks) {
    const glyph = block.type === 'LIST_ITEM' ? String(block.attributes['GLYPH_TYPE'] ?? 'BULLET') : '';
    const wanted = glyph === '' ? '' : /NUMBER|LATIN|ROMAN/.test(glyph) ? 'ol' : 'ul';
    if (wanted !== list) {
      html += (list === '' ? '' : `</${list}>`) + (wanted === '' ? '' : `<${wanted}>`);
      list = wanted;
    }
    html += block.type === 'TABLE' ? tableHtml(block, data) : paragraphHtml(block, data.headings);
  }
  return html + (list === '' ? '' : `</${list}>`);
}

function sectionHtml(section: SectionNode | null, tag: 'header' | 'footer', data: DocumentData): string {
  return section ? `<${tag}>${blocksHtml(section.children, data)}</${tag}>` : '';
}

/** A document to be read; every text is escaped, so the HTML holds nothing but what is written here. */
export function documentView(id: string, title: string, data: DocumentData): DocumentView {
  const html =
    sectionHtml(data.header, 'header', data) +
    blocksHtml(data.body.children, data) +
    sectionHtml(data.footer, 'footer', data);
  return { id, title, html };
}
