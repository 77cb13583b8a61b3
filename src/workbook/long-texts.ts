import { CRITERION_CODES } from '../programme/criteria';
import type { Submission } from '../programme/submission';
import { CELL_SIGNS, cellPieces, momentCell } from './cells';

import type { TabRecord } from './tab';

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
