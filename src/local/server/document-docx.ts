import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  PageBreak,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type {
  Attributes,
  BlockNode,
  CellNode,
  DocumentData,
  InlineNode,
  ParagraphNode,
  RunData,
  TableNode,
} from '../docs/model/doc-data';

/** Twentieths of a point, in which Word measures. */
const TWIPS = 20;

const ALIGNMENTS: Readonly<Record<string, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  LEFT: AlignmentType.LEFT,
  CENTER: AlignmentType.CENTER,
  RIGHT: AlignmentType.RIGHT,
  JUSTIFY: AlignmentType.JUSTIFIED,
};

const HEADINGS: Readonly<Record<string, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  TITLE: HeadingLevel.TITLE,
  HEADING1: HeadingLevel.HEADING_1,
  HEADING2: HeadingLevel.HEADING_2,
  HEADING3: HeadingLevel.HEADING_3,
  HEADING4: HeadingLevel.HEADING_4,
  HEADING5: HeadingLevel.HEADING_5,
  HEADING6: HeadingLevel.HEADING_6,
};

/** A document as a .docx file: paper, margins, looks of text and paragraphs, tables, page breaks. Several documents become sections of one file. */
export async function documentDocx(
  title: string,
  documents: readonly [DocumentData, ...DocumentData[]],
): Promise<Buffer> {
  const [{ headings }] = documents;
  const plain = headings['NORMAL'] ?? {};
  const file = new Document({
    title,
    creator: 'Rèn luyện và hành động',
    styles: {
      default: {
        document: {
          run: { font: String(plain['FONT_FAMILY'] ?? 'Arial'), size: halfPoints(plain['FONT_SIZE'] ?? 11) },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'numbered',
          levels: [{ level: 0, format: 'decimal', text: '%1.', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: documents.map((data) => ({
      properties: { page: pageOf(data.body.attributes) },
      children: data.body.children.map((block) => blockOf(block, data)),
    })),
  });
  return Packer.toBuffer(file);
}

function pageOf(attributes: Attributes): object {
  const points = (name: string): number => Math.round(Number(attributes[name] ?? 72) * TWIPS);
  const [width, height] = [points('PAGE_WIDTH'), points('PAGE_HEIGHT')];
  const isLandscape = width > height;
  return {
    // The package exchanges the two of a landscape page by itself.
    size: {
      width: Math.min(width, height),
      height: Math.max(width, height),
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: points('MARGIN_TOP'),
      bottom: points('MARGIN_BOTTOM'),
      left: points('MARGIN_LEFT'),
      right: points('MARGIN_RIGHT'),
    },
  };
}

function blockOf(block: BlockNode, data: DocumentData): Paragraph | Table {
  return block.type === 'TABLE' ? tableOf(block, data) : paragraphOf(block, data);
}

function paragraphOf(node: ParagraphNode, { headings }: DocumentData): Paragraph {
  const heading = String(node.attributes['HEADING'] ?? 'NORMAL');
  const attributes: Attributes = { ...headings['NORMAL'], ...headings[heading], ...node.attributes };
  const twips = (name: string): number | undefined =>
    typeof attributes[name] === 'number' ? Math.round(attributes[name] * TWIPS) : undefined;
  const alignment = ALIGNMENTS[String(attributes['HORIZONTAL_ALIGNMENT'])];
  const headingLevel = HEADINGS[heading];
  const isItem = node.type === 'LIST_ITEM';
  const isNumbered = /NUMBER|LATIN|ROMAN/.test(String(attributes['GLYPH_TYPE'] ?? ''));
  const [before, after, left, firstLine] = [
    twips('SPACING_BEFORE'),
    twips('SPACING_AFTER'),
    twips('INDENT_START'),
    twips('INDENT_FIRST_LINE'),
  ];
  return new Paragraph({
    children: node.children.flatMap((child) => inlineOf(child, attributes)),
    ...(alignment ? { alignment } : {}),
    ...(headingLevel ? { heading: headingLevel } : {}),
    ...(isItem && isNumbered ? { numbering: { reference: 'numbered', level: 0 } } : {}),
    ...(isItem && !isNumbered ? { bullet: { level: Number(attributes['NESTING_LEVEL'] ?? 0) } } : {}),
    spacing: {
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      line: Math.round(240 * Number(attributes['LINE_SPACING'] ?? 1.15)),
    },
    ...(isItem
      ? {}
      : {
          indent: {
            ...(left === undefined ? {} : { left }),
            ...(firstLine === undefined ? {} : { firstLine }),
          },
        }),
  });
}

function inlineOf(node: InlineNode, of: Attributes): readonly ParagraphChild[] {
  if (node.type === 'TEXT') return node.runs.map((run) => runOf(run, of));
  return node.type === 'PAGE_BREAK' ? [new PageBreak()] : [new TextRun({ text: '─'.repeat(40) })];
}

function runOf({ text, style }: RunData, of: Attributes): ParagraphChild {
  const look: Attributes = { ...of, ...style };
  const colour = /^#([\da-f]{6})$/i.exec(String(look['FOREGROUND_COLOR'] ?? ''))?.[1];
  const made = new TextRun({
    ...lines(text),
    bold: look['BOLD'] === true,
    italics: look['ITALIC'] === true,
    strike: look['STRIKETHROUGH'] === true,
    ...(look['UNDERLINE'] === true ? { underline: {} } : {}),
    ...(typeof look['FONT_FAMILY'] === 'string' ? { font: look['FONT_FAMILY'] } : {}),
    ...(look['FONT_SIZE'] === undefined ? {} : { size: halfPoints(look['FONT_SIZE']) }),
    ...(colour ? { color: colour } : {}),
  });
  const link = style['LINK_URL'];
  return typeof link === 'string' && /^https?:\/\//.test(link)
    ? new ExternalHyperlink({ link, children: [made] })
    : made;
}

/** A line break within a paragraph. */
function lines(text: string): { text: string } | { children: TextRun[] } {
  const parts = text.split('\n');
  return parts.length === 1
    ? { text }
    : { children: parts.map((part, at) => new TextRun(at === 0 ? part : { text: part, break: 1 })) };
}

function halfPoints(value: unknown): number {
  return Math.round(Number(value) * 2);
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const BARE = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
} as const;

function tableOf(table: TableNode, data: DocumentData): Table {
  const isBare = table.attributes['BORDER_WIDTH'] === 0;
  const widths = table.widths.map((width) => Math.round((width ?? 0) * TWIPS));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(widths.length > 0 && widths.every((width) => width > 0) ? { columnWidths: widths } : {}),
    ...(isBare ? { borders: BARE } : {}),
    rows: table.children.map(
      (row, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: at === 0 && !isBare,
          children: row.children.map((cell, column) => cellOf(cell, widths[column], isBare, data)),
        }),
    ),
  });
}

function cellOf(cell: CellNode, width: number | undefined, isBare: boolean, data: DocumentData): TableCell {
  return new TableCell({
    ...(width ? { width: { size: width, type: WidthType.DXA } } : {}),
    verticalAlign: isBare ? VerticalAlign.TOP : VerticalAlign.CENTER,
    children: cell.children.map((block) => blockOf(block, data)),
  });
}
