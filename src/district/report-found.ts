import { PASSAGES, type PassageId, type PassageTexts } from '../programme/report-blocks';
import type { ReportState } from './report-state';

type Doc = GoogleAppsScript.Document.Document;
type Element = GoogleAppsScript.Document.Element;
type NamedRange = GoogleAppsScript.Document.NamedRange;

/** Name of the range that a place of staff begins with. */
export function rangeOf(id: PassageId): string {
  return `ghi:${id}`;
}

/** Name of the range over the elements of the program that end a place. */
export const FRAME_RANGE = 'khung';

/** What staff wrote in the document. */
export interface FoundPassages {
  readonly texts: PassageTexts;
  /** Copies of the paragraphs under the first of a place, when these lines are what was found there; null = write the lines. */
  readonly keptParagraphs: (id: PassageId, lines: readonly string[]) => readonly Element[] | null;
}

/**
 * Reads staff's places: what stands behind the program's words in the first paragraph, and everything under it down to the next thing the program
 * wrote. A place whose beginning was deleted is not found. Copies are taken, because the document is emptied before it is written anew.
 */
export function findPassages(doc: Doc, leads: ReportState['leads']): FoundPassages {
  const body = doc.getBody();
  const firsts = new Map<PassageId, Element>();
  const anchors = new Set<number>();
  const indexOf = (element: Element): number => body.getChildIndex(element);
  const ranges = doc.getNamedRanges();
  for (const id of PASSAGES) {
    const [first] = elementsOf(ranges, rangeOf(id));
    if (!first) continue;
    firsts.set(id, first);
    if (isInBody(first)) anchors.add(indexOf(first));
  }
  for (const element of elementsOf(ranges, FRAME_RANGE)) anchors.add(indexOf(element));
  const texts: Partial<Record<PassageId, readonly string[]>> = {};
  const copies = new Map<PassageId, readonly Element[]>();
  for (const [id, first] of firsts) {
    const under: Element[] = [];
    if (isInBody(first)) {
      const from = indexOf(first);
      const to = Math.min(...[...anchors].filter((anchor) => anchor > from));
      for (let index = from + 1; Number.isFinite(to) && index < to; index += 1)
        under.push(body.getChild(index));
    }
    texts[id] = [behind(leads[id] ?? '', textOf(first)), ...under.map(textOf)];
    copies.set(
      id,
      under.map((element) => element.copy()),
    );
  }
  return {
    texts,
    keptParagraphs(id, lines) {
      const found = texts[id];
      const kept = copies.get(id);
      return kept && found && told(found) === told(lines) ? kept : null;
    },
  };
}

function told(lines: readonly string[]): string {
  return lines
    .map((text) => text.trim())
    .join('\n')
    .trimEnd();
}

/** The elements of a range, each its paragraph or table as a whole: what people typed into may be in it by a part of its text. */
function elementsOf(ranges: readonly NamedRange[], name: string): readonly Element[] {
  const range = ranges.find((one) => one.getName() === name);
  return (range?.getRange().getRangeElements() ?? []).map((one) => blockOf(one.getElement()));
}

function blockOf(element: Element): Element {
  const type = String(element.getType());
  const parent = type === 'TEXT' ? (element.getParent() as unknown as Element | null) : null;
  return parent ? blockOf(parent) : element;
}

function isInBody(element: Element): boolean {
  return String((element.getParent() as unknown as Element | null)?.getType()) === 'BODY_SECTION';
}

function textOf(element: Element): string {
  return (element as unknown as { getText(): string }).getText();
}

/** The text without the program's own words before it; when these were changed, the whole text counts as staff's, so that nothing is lost. */
function behind(lead: string, text: string): string {
  const own = lead.trim();
  return text.trimStart().startsWith(own) ? text.trimStart().slice(own.length).trim() : text.trim();
}
