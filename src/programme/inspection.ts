/** Members an inspection looks at when nobody says how many (P20); a setting. */
export const DEFAULT_SAMPLE = 5;

/**
 * Draws a small sample of members for an inspection (P20): the same seed (unit, wave and day of the inspection as text) always draws the same
 * ones, so that the sample can be shown to have been drawn and not chosen. The order given does not matter; the result is sorted by code.
 */
export function drawSample(
  members: readonly string[],
  seed: string,
  count: number = DEFAULT_SAMPLE,
): readonly string[] {
  return [...new Set(members)]
    .map((member) => ({ member, draw: scatter(`${seed}|${member}`) }))
    .sort((a, b) => a.draw - b.draw || (a.member < b.member ? -1 : 1))
    .slice(0, Math.max(0, count))
    .map(({ member }) => member)
    .sort((a, b) => (a < b ? -1 : 1));
}

/** FNV-1a with a final mix: spreads neighbouring codes; nothing here needs to be secret. */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
