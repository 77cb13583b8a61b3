import { chromium } from 'playwright-core';
import type { DocumentData } from '../docs/model/doc-data';
import { documentView } from './document-view';
import { findChromium } from './find-chromium';

/** A document as a page to print: its own paper and margins, every page break kept. */
export function printedPage(id: string, title: string, data: DocumentData): string {
  const at = (name: string): string => `${Number(data.body.attributes[name] ?? 0).toFixed(2)}pt`;
  const margins = ['TOP', 'RIGHT', 'BOTTOM', 'LEFT'].map((side) => at(`MARGIN_${side}`)).join(' ');
  return [
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title></title><style>',
    `@page { size: ${at('PAGE_WIDTH')} ${at('PAGE_HEIGHT')}; margin: ${margins}; }`,
    `body { margin: 0; font: 11pt/1.15 'Times New Roman', 'Liberation Serif', Tinos, serif; overflow-wrap: break-word; }`,
    'p, h1, h2, h3, h4, h5, h6 { margin: 0; }',
    'table { width: 100%; border-collapse: collapse; table-layout: fixed; }',
    'td { box-sizing: border-box; }',
    'td { border: 0.5pt solid #000; padding: 2pt 4pt; vertical-align: middle; }',
    'td.bare { border: 0; padding: 0; vertical-align: top; }',
    'tr { break-inside: avoid; }',
    '.page-break { display: block; break-after: page; height: 0; overflow: hidden; }',
    '</style></head><body>',
    // A machine without the font takes one with its measures.
    documentView(id, title, data).html.replaceAll(
      'font-family: Times New Roman',
      "font-family: 'Times New Roman', 'Liberation Serif', Tinos, serif",
    ),
    '</body></html>',
  ].join('\n');
}

/** A document as PDF, printed by a Chromium. */
export async function documentPdf(id: string, title: string, data: DocumentData): Promise<Buffer> {
  const { path, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    env,
    args: ['--no-sandbox', '--no-zygote'],
  });
  try {
    const page = await browser.newPage();
    await page.setContent(printedPage(id, title, data));
    return await page.pdf({ preferCSSPageSize: true, printBackground: true });
  } finally {
    await browser.close();
  }
}
