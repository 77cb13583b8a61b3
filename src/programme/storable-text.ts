/** A text of somebody's as the books keep it. */
export interface StorableText {
  readonly text: string;
  /** Signs that no cell can keep; each stands as U+FFFD in `text`. */
  readonly replaced: number;
}

/** Control characters besides tab and newline, and halves of surrogate pairs. */
const UNSTORABLE = /(?![\t\n])\p{Cc}|\p{Cs}/gu;

/**
 * The text with every sign that a cell, a page or a log cannot keep shown as U+FFFD; a line break of two signs becomes one. Everything else stays
 * as it was sent: spaces, marks of either normal form, signs that turn the direction of writing.
 */
export function storableText(given: string): StorableText {
  let replaced = 0;
  const text = given.replace(/\r\n/g, '\n').replace(UNSTORABLE, () => {
    replaced += 1;
    return '\ufffd';
  });
  return { text, replaced };
}
