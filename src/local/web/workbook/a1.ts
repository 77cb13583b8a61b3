/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (column % 26));
}

/** Row 0, column 1 → B1. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** C5, or the first cell of C5:D9 → row 4, column 2; null for anything else. */
export function cellPlace(range: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]+)\$?(\d+)/.exec(range.slice(range.lastIndexOf('!') + 1)) ?? [];
  if (!letters || !digits) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}
