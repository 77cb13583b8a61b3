import { PASSAGES, type PassageId, type PassageTexts } from './report-blocks';

/** What stands where nobody has written yet. */
export const BLANK = '…';

/** What is known of a report's places when it is made anew. */
export interface PassagesBefore {
  /** As the document has them; null = there is no document, a place missing = it was not found in it. */
  readonly found: PassageTexts | null;
  /** As they were kept at the last writing. */
  readonly kept: PassageTexts;
  /** What the program proposed at the last writing. */
  readonly proposed: PassageTexts;
}

/**
 * What stands in each place of the report made anew: what staff wrote or changed or emptied stays, word for word; a place with nothing but the
 * program's own last proposal, or with nothing at all, takes the new proposal.
 */
export function passagesAnew(before: PassagesBefore, proposals: PassageTexts): PassageTexts {
  const texts: Partial<Record<PassageId, readonly string[]>> = {};
  for (const id of PASSAGES) {
    const now = before.found?.[id] ?? before.kept[id];
    const proposed = before.proposed[id];
    const proposal = proposals[id] ?? [];
    texts[id] = now === undefined || isUntouched(now, proposed) ? proposal : trimmed(now);
  }
  return texts;
}

function isUntouched(now: readonly string[], proposed: readonly string[] | undefined): boolean {
  return same(now, proposed ?? []) || (isBlank(now) && isBlank(proposed ?? []));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return trimmed(a).join('\n') === trimmed(b).join('\n');
}

/** Nothing but dots and spaces. */
function isBlank(lines: readonly string[]): boolean {
  return lines.every((text) => /^[\s.…]*$/u.test(text));
}

/** Without empty lines at the end, and spaces around. */
function trimmed(lines: readonly string[]): readonly string[] {
  const clean = lines.map((text) => text.trim());
  while (clean.length > 0 && clean[clean.length - 1] === '') clean.pop();
  return clean;
}
