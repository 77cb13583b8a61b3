/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (column % 26));
}

/** Row 0, column 1 → B1. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}
