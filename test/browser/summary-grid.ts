import type { Page } from 'playwright-core';

/** A summary tab as it stands on the page: cells of a row by header, 'Đăng ký: SL' under a heading that joins several. */
export type SummaryRow = ReadonlyMap<string, string>;

/** Row numbers of the two heading rows of a summary. */
const HEADING_ROWS = [3, 4] as const;

/** Reads a summary's rows off the grid, by the text of the column *Đơn vị*. Throws when there is none. */
export async function readSummary(page: Page): Promise<ReadonlyMap<string, SummaryRow>> {
  const cells = await page
    .locator('[data-a1]')
    .evaluateAll((all) =>
      all.map((cell) => [cell.getAttribute('data-a1') ?? '', cell.textContent.trim()] as const),
    );
  const byRow = new Map<number, Map<number, string>>();
  for (const [a1, text] of cells) {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(a1) ?? [];
    const row = byRow.get(Number(digits)) ?? new Map<number, string>();
    row.set(columnOf(letters), text);
    byRow.set(Number(digits), row);
  }
  const headers = headersOf(byRow.get(HEADING_ROWS[0]), byRow.get(HEADING_ROWS[1]));
  const found = new Map<string, SummaryRow>();
  for (const [number, row] of byRow) {
    if (number <= HEADING_ROWS[1]) continue;
    const named = new Map([...headers].map(([column, header]) => [header, row.get(column) ?? '']));
    const unit = named.get('Đơn vị') ?? '';
    if (unit !== '') found.set(unit, named);
  }
  if (found.size === 0)
    throw new Error(`No row of a summary on the page: ${[...headers.values()].join(', ')}`);
  return found;
}

function headersOf(
  first: ReadonlyMap<number, string> = new Map(),
  second: ReadonlyMap<number, string> = new Map(),
): ReadonlyMap<number, string> {
  const headers = new Map<number, string>();
  let group = '';
  for (const column of [...first.keys()].sort((a, b) => a - b)) {
    const [over, under] = [first.get(column) ?? '', second.get(column) ?? ''];
    if (over !== '') group = over;
    const header = under === '' ? over : `${group}: ${under}`;
    if (header !== '') headers.set(column, header);
  }
  return headers;
}

function columnOf(letters: string): number {
  return letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
