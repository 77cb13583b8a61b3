/**
 * A Vietnamese full name made comparable: words in lower case, NFC or NFD alike, one space, tone marks taken to the end of each word, so that
 * *hoà* and *hòa* are one word. Đ stays a letter of its own; the eth Ð that some keyboards give counts as Đ.
 */
export function nameWords(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[ðđ]/g, 'đ')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .map(toneLast);
}

/** The words without any mark: 'nguyen thi anh'. For searching and for candidates, never alone for a match. */
export function bareName(name: string): string {
  return nameWords(name).map(bareWord).join(' ');
}

/** A word of `nameWords` without marks. */
export function bareWord(word: string): string {
  return word.replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}

/**
 * Whether two names can be the same person's: as many words in the same order, each equal, or one of the two typed without any mark. Two
 * different accents on one word (*Hoàng*, *Hoảng*) are two names.
 */
export function isSameName(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length &&
    a.length > 0 &&
    a.every((word, index) => {
      const other = b[index] ?? '';
      if (word === other) return true;
      const [bare, otherBare] = [bareWord(word), bareWord(other)];
      return bare === otherBare && (word === bare || other === otherBare);
    })
  );
}

/** Likeness of two names from 0 to 1: pairs of letters in common, whatever the marks and the order of the words. */
export function nameLikeness(a: string, b: string): number {
  const [first, second] = [letterPairs(a), letterPairs(b)];
  if (first.length === 0 || second.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of second) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of first) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    common += 1;
  }
  return (2 * common) / (first.length + second.length);
}

function letterPairs(bare: string): readonly string[] {
  return bare
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) =>
      Array.from(`^${word}`).map((letter, index, letters) => letter + (letters[index + 1] ?? '$')),
    );
}

/** Grave, acute, tilde, hook above and dot below are tones; circumflex, breve and horn make other letters and stay. */
function toneLast(word: string): string {
  const tones = word.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? [];
  return word.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') + tones.join('');
}
