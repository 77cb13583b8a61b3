import { CRITERION_CODES } from '../programme/criteria';
import type { Submission } from '../programme/submission';
import { CELL_SIGNS, cellPieces, momentCell, momentOfCell, textOfCell, type ReadRows } from './cells';
import { LONG_TEXTS_TAB } from './submission-tabs';
import { readTable, type TabRecord } from './tab';

/** Every text a member typed freely, by the key of its column. */
export function freeTexts(submission: Submission): readonly (readonly [key: string, text: string])[] {
  const identity: readonly (readonly [string, string])[] = [
    ['typedName', submission.typedName],
    ['typedBirthDate', submission.typedBirthDate],
    ['typedCode', submission.typedCode],
    ['linkBranch', submission.linkBranch],
    ['signature', submission.signature],
  ];
  if (submission.kind === 'REGISTRATION')
    return [
      ...identity,
      ...CRITERION_CODES.map((code) => [code, submission.commitments[code]?.text ?? ''] as const),
    ];
  return [
    ...identity,
    ...CRITERION_CODES.map((code) => [`evidence.${code}`, submission.evidence[code] ?? ''] as const),
    ['difficulties', submission.difficulties],
  ];
}

/** Rows of `LONG_TEXTS_TAB` that keep whole what a cell of the sheet's row cannot; none for nearly every sheet. */
export function longTextRows(submission: Submission): readonly TabRecord[] {
  return freeTexts(submission)
    .filter(([, text]) => text.length > CELL_SIGNS)
    .flatMap(([field, text]) =>
      cellPieces(text).map((piece, index) => ({
        responseId: submission.responseId,
        sentAt: momentCell(submission.sentAt),
        field,
        piece: String(index + 1),
        text: piece,
      })),
    );
}

/** The whole texts of one sheet by column key, as its rows keep them. */
export function longTextsOf(
  rows: ReadRows,
  sheet: { readonly responseId: string; readonly sentAt: number },
): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { cells } of readTable(LONG_TEXTS_TAB, rows).records) {
    if (textOfCell(cells.responseId) !== sheet.responseId) continue;
    if (momentOfCell(cells.sentAt ?? '') !== sheet.sentAt) continue;
    const field = textOfCell(cells.field);
    texts[field] = (texts[field] ?? '') + String(cells.text ?? '');
  }
  return texts;
}
