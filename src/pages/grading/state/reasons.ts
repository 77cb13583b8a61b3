import { CRITERION_CODES, type CriterionCode } from '../../../programme/criteria';
import type { Draft } from './model';

/** The reasons of one grade, apart. */
export interface Reasons {
  readonly criteria: Readonly<Partial<Record<CriterionCode, string>>>;
  readonly class: string;
  /** What stands under no heading: written by hand, or by an older page. */
  readonly other: string;
}

const HEADING = /(?:^|; )(?:Tiêu chí (10|[1-9])|(Xếp loại)): /g;

/** A grade carries one text: the reasons one after the other, each under what it is about ("Tiêu chí 8: …; Xếp loại: …"). */
export function joinReasons(draft: Pick<Draft, 'reasons' | 'classReason' | 'otherReason' | 'class'>): string {
  const parts = CRITERION_CODES.flatMap((code, index) => {
    const text = (draft.reasons[code] ?? '').trim();
    return text === '' ? [] : [`Tiêu chí ${index + 1}: ${text}`];
  });
  if (draft.class !== null && draft.classReason.trim() !== '')
    parts.push(`Xếp loại: ${draft.classReason.trim()}`);
  return [draft.otherReason.trim(), ...parts].filter((part) => part !== '').join('; ');
}

/** Takes the text apart again. */
export function splitReasons(text: string): Reasons {
  const found = [...text.matchAll(HEADING)];
  const criteria: Partial<Record<CriterionCode, string>> = {};
  let ofClass = '';
  found.forEach((match, index) => {
    const from = match.index + match[0].length;
    const words = text.slice(from, found[index + 1]?.index ?? text.length);
    const code = CRITERION_CODES[Number(match[1] ?? 0) - 1];
    if (code) criteria[code] = words;
    else ofClass = words;
  });
  return { criteria, class: ofClass, other: text.slice(0, found[0]?.index ?? text.length) };
}
