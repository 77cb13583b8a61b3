import type { Page } from 'playwright-core';

/** A chart as the page drew it: its words for who does not see it, the numbers in its bars, and the cells of the tab it is drawn from. */
export interface DrawnChart {
  readonly title: string;
  readonly words: string;
  /** Texts of the drawing itself. */
  readonly texts: readonly string[];
  /** Bars as the tab has them below the table: name, then a figure for each series. */
  readonly series: readonly string[];
  readonly bars: readonly (readonly [name: string, ...values: number[]])[];
  /** The figures are shares in percent, as people see them. */
  readonly isShare: boolean;
}

/** Reads every chart of the open tab with the figures under *Số liệu của biểu đồ*. The window must show the whole tab. */
export async function chartsOn(page: Page): Promise<readonly DrawnChart[]> {
  const drawn = await page.getByTestId('chart').evaluateAll((all) =>
    all.map((one) => ({
      words: one.getAttribute('aria-label') ?? '',
      texts: [...one.querySelectorAll('svg text')].map((text) => text.textContent.trim()),
    })),
  );
  const cells = await cellsOn(page);
  return drawn.map(({ words, texts }) => {
    const title = /“(.*?)”/.exec(words)?.[1] ?? '';
    return { title, words, texts, ...figuresOf(title, cells) };
  });
}

type Cells = ReadonlyMap<number, readonly string[]>;

async function cellsOn(page: Page): Promise<Cells> {
  const all = await page
    .locator('[data-a1]')
    .evaluateAll((cells) =>
      cells.map((cell) => [cell.getAttribute('data-a1') ?? '', cell.textContent.trim()] as const),
    );
  const rows = new Map<number, string[]>();
  for (const [a1, text] of all) {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(a1) ?? [];
    const row = rows.get(Number(digits)) ?? [];
    row[letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1] = text;
    rows.set(Number(digits), row);
  }
  return rows;
}

function figuresOf(title: string, cells: Cells): Pick<DrawnChart, 'series' | 'bars' | 'isShare'> {
  const heading = `Số liệu của biểu đồ “${title}”`;
  const [row] = [...cells].find(([, texts]) => texts.includes(heading)) ?? [];
  if (row === undefined) throw new Error(`The tab has no “${heading}”`);
  const from = (cells.get(row) ?? []).indexOf(heading);
  const textsOf = (number: number): readonly string[] =>
    // Cells that are empty are none on the page.
    Array.from((cells.get(number) ?? []).slice(from), (text) => text ?? '');
  const series = textsOf(row + 1)
    .slice(1)
    .filter((text) => text !== '');
  const bars: (readonly [string, ...number[]])[] = [];
  let isShare = false;
  for (let number = row + 2; (textsOf(number)[0] ?? '') !== ''; number += 1) {
    const [name = '', ...values] = textsOf(number);
    isShare ||= values.some((text) => text.endsWith('%'));
    bars.push([name, ...values.slice(0, series.length).map(numberOf)]);
  }
  return { series, bars, isShare };
}

/** 1.234,5 and 92,1% as people read them. */
export function numberOf(text: string): number {
  return Number(text.replace(/\./g, '').replace(',', '.').replace('%', ''));
}
