import type {
  PassageId,
  ReportBlock,
  ReportColumns,
  ReportLine,
  ReportLook,
  ReportPassage,
  ReportTable,
} from '../programme/report-blocks';
import type { DistrictServices } from '../google/services';
import { attributesOf, plainAttributes, roomOf } from './report-looks';
import { FRAME_RANGE, rangeOf, type FoundPassages } from './report-found';

type Body = GoogleAppsScript.Document.Body;
type Doc = GoogleAppsScript.Document.Document;
type Paragraph = GoogleAppsScript.Document.Paragraph;
type Cell = GoogleAppsScript.Document.TableCell;
type Element = GoogleAppsScript.Document.Element;

/** How a document is laid out. */
export interface DocumentPlan {
  readonly page: Readonly<Record<string, number>>;
  readonly blocks: readonly ReportBlock[];
  /** What was found in staff's places: where it stays as it was, its own paragraphs are put back, with the looks staff gave them. */
  readonly found: FoundPassages | null;
  /** The look of what names none of its own: most paragraphs of the report, the cells of the appendices' tables. */
  readonly plain: 'TEXT' | 'NOTE';
}

interface Writing {
  readonly services: DistrictServices;
  readonly plan: DocumentPlan;
  readonly body: Body;
  /** Paragraphs with which staff's places begin, and the elements of the program that end them. */
  readonly places: Map<PassageId, Paragraph>;
  readonly frame: Element[];
  /** Look of the paragraph written last, which the next one takes over; '' = not known. */
  last: ReportLook | '';
}

/** Writes a document whole: staff's places are named, so that the next writing finds what they wrote. */
export function writeDocument(services: DistrictServices, doc: Doc, plan: DocumentPlan): void {
  const body = doc.getBody();
  for (const named of doc.getNamedRanges()) named.remove();
  body.clear();
  body.setAttributes(plan.page);
  body.setHeadingAttributes(
    services.documents.ParagraphHeading.NORMAL,
    plainAttributes(services, plan.plain),
  );
  const writing: Writing = { services, plan, body, places: new Map(), frame: [], last: '' };
  let afterPassage = false;
  for (const block of plan.blocks) {
    const first = writeBlock(writing, block);
    if (afterPassage) writing.frame.push(first);
    afterPassage = block.kind === 'PASSAGE';
  }
  for (const [id, paragraph] of writing.places)
    doc.addNamedRange(rangeOf(id), doc.newRange().addElement(paragraph).build());
  if (writing.frame.length === 0) return;
  const range = doc.newRange();
  for (const element of writing.frame) range.addElement(element);
  doc.addNamedRange(FRAME_RANGE, range.build());
}

/** Where the next thing goes: before the one empty paragraph that every document ends with. */
function end(body: Body): number {
  return body.getNumChildren() - 1;
}

function writeBlock(writing: Writing, block: ReportBlock): Element {
  switch (block.kind) {
    case 'LINE':
      return asElement(writeLine(writing, block));
    case 'PASSAGE':
      return asElement(writePassage(writing, block));
    case 'COLUMNS':
      return asElement(writeColumns(writing, block));
    case 'TABLE':
      return asElement(writeTable(writing, block));
  }
}

function asElement(element: unknown): Element {
  return element as Element;
}

function writeLine(writing: Writing, { look, text }: ReportLine): Paragraph {
  const { body } = writing;
  // Every appendix has a page of its own.
  if (look === 'APPENDIX' && body.getNumChildren() > 1) body.insertPageBreak(end(body));
  return dressed(writing, body.insertParagraph(end(body), text), look);
}

function writePassage(writing: Writing, { id, look, lead, lines }: ReportPassage): Paragraph {
  const { body } = writing;
  const [first = '', ...rest] = lines;
  const paragraph = dressed(writing, body.insertParagraph(end(body), lead + first), look);
  writing.places.set(id, paragraph);
  const kept = writing.plan.found?.keptParagraphs(id, lines);
  if (kept && kept.length > 0) {
    for (const element of kept) putBack(body, element);
    writing.last = '';
  } else for (const text of rest) dressed(writing, body.insertParagraph(end(body), text), look);
  return paragraph;
}

/** Puts a copy of what staff wrote back: a paragraph, an item of a list, a table. */
function putBack(body: Body, element: Element): void {
  const type = String(element.getType());
  if (type === 'TABLE') body.insertTable(end(body), element as unknown as GoogleAppsScript.Document.Table);
  else if (type === 'LIST_ITEM')
    body.insertListItem(end(body), element as unknown as GoogleAppsScript.Document.ListItem);
  else body.insertParagraph(end(body), element as unknown as Paragraph);
}

/** The issuing body's name at 14 points is longer than the union's at 15. */
const LEFT_AND_RIGHT = [0.53, 0.47];

function writeColumns(writing: Writing, { left, right }: ReportColumns): GoogleAppsScript.Document.Table {
  const { body, plan } = writing;
  const table = body.insertTable(end(body), [[firstText(left), firstText(right)]]);
  table.setBorderWidth(0);
  LEFT_AND_RIGHT.forEach((share, column) => {
    table.setColumnWidth(column, roomOf(plan.page) * share);
    table.getCell(0, column).setAttributes({ PADDING_LEFT: 0, PADDING_RIGHT: 0 });
  });
  writeCell(writing, table.getCell(0, 0), left);
  writeCell(writing, table.getCell(0, 1), right);
  writing.last = '';
  return table;
}

type Written = ReportLine | ReportPassage;

function firstText(blocks: readonly Written[]): string {
  const [first] = blocks;
  return first ? textOf(first) : '';
}

function textOf(block: Written): string {
  return block.kind === 'LINE' ? block.text : block.lead + (block.lines[0] ?? '');
}

function writeCell(writing: Writing, cell: Cell, blocks: readonly Written[]): void {
  blocks.forEach((block, index) => {
    // What getChild gives is the paragraph itself, whatever its type says.
    const paragraph =
      index === 0 ? (cell.getChild(0) as unknown as Paragraph) : cell.appendParagraph(textOf(block));
    dressed(writing, paragraph, block.look);
    if (block.kind === 'PASSAGE') writing.places.set(block.id, paragraph);
  });
}

/** Points of the text in a table; the columns of texts stand left. */
const TABLE_SIZE = 10;
/** Of a table with so many columns that a percentage would not stay on one line. */
const WIDE_TABLE_SIZE = 9;
const MANY_COLUMNS = 10;
const TEXT_COLUMN = 1;

function writeTable(writing: Writing, block: ReportTable): GoogleAppsScript.Document.Table {
  const { services, plan, body } = writing;
  writing.last = '';
  const table = body.insertTable(
    end(body),
    [block.header, ...block.rows].map((row) => [...row]),
  );
  table.editAsText().setFontSize(block.header.length > MANY_COLUMNS ? WIDE_TABLE_SIZE : TABLE_SIZE);
  for (const row of [0, ...block.bold.map((one) => one + 1)]) table.getRow(row).editAsText().setBold(true);
  const shares = block.widths.reduce((sum, width) => sum + width, 0);
  block.widths.forEach((width, column) => {
    table.setColumnWidth(column, (roomOf(plan.page) * width) / shares);
  });
  block.rows.forEach((_, row) => {
    const paragraph = table.getCell(row + 1, TEXT_COLUMN).getChild(0) as unknown as Paragraph;
    paragraph.setAlignment(services.documents.HorizontalAlignment.LEFT);
  });
  return table;
}

/** Gives a paragraph its look. One that follows its like, in the look of the whole document, has it already. */
function dressed(writing: Writing, paragraph: Paragraph, look: ReportLook): Paragraph {
  if (look !== writing.plan.plain || look !== writing.last)
    paragraph.setAttributes(attributesOf(writing.services, look));
  writing.last = look;
  return paragraph;
}
