const MOST_SIGNS = 31;

/** Names of tabs as an .xlsx takes them: 31 signs at most, none of []:*?/\, each once whatever its capitals. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain =
      title
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Trang';
    let name = plain.slice(0, MOST_SIGNS);
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const end = ` (${number})`;
      name = plain.slice(0, MOST_SIGNS - end.length) + end;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
