import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, type Frame, type Page, chromium } from 'playwright-core';

/** A phone held upright, and a common small laptop. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, locale: 'vi-VN' };
export const LAPTOP: BrowserContextOptions = { viewport: { width: 1366, height: 768 }, locale: 'vi-VN' };

/** The browser that test/support/run-jest.mjs found. Throws when jest was started without it. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath)
    throw new Error('There is no browser: run node test/support/run-jest.mjs test/browser');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--no-zygote'] });
}

/** A window of its own, with cookies of its own; what goes wrong on its pages is thrown by `noFaults`. */
export interface Window {
  readonly page: Page;
  readonly noFaults: () => void;
}

/** Opens a window at that address. */
export async function openWindow(
  browser: Browser,
  url: string,
  device: BrowserContextOptions,
): Promise<Window> {
  const context = await browser.newContext(device);
  // Sooner than jest's own, so that what was waited for is told.
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(url);
  return {
    page,
    noFaults: () => {
      if (faults.length > 0) throw new Error(`The page broke: ${faults.join('; ')}`);
    },
  };
}

/** Signs in on the home page, as people do. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'Vào vai ai?' }).waitFor();
  const person = page.getByRole('button', { name });
  if ((await person.count()) === 0) await page.getByRole('button', { name: /^Vai khác/ }).click();
  await person.click();
  await page.getByRole('heading', { name: `Tệp ${name} mở được` }).waitFor();
}

interface AxeResult {
  readonly passes: readonly unknown[];
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: unknown }[];
  }[];
}

/**
 * What axe-core finds wrong on the page or in a frame of it, a line each; with `targets` also buttons and fields that are too small or too near to
 * each other (24 px), a rule it keeps off by itself. Throws when it has looked at nothing.
 */
export async function axeFindings(page: Page | Frame, { targets = false } = {}): Promise<readonly string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const result = await page.evaluate(
    (enabled) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResult> } }).axe.run({
        rules: { 'target-size': { enabled } },
      }),
    targets,
  );
  if (result.passes.length === 0) throw new Error('axe-core has looked at nothing');
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`,
  );
}
