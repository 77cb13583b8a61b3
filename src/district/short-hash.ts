/** 64 bits of FNV-1a over a text, as 16 hex signs: tells whether something changed, never whether somebody wanted it to. */
export function shortHash(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index);
    low = Math.imul(low ^ sign, 0x01000193);
    high = Math.imul(high ^ (sign + index), 0x85ebca6b);
  }
  return hex(low) + hex(high);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
