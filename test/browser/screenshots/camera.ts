import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import type { SidebarPage } from '../sidebar-page';

export const FOLDER = join(process.cwd(), 'docs', 'screenshots');
const MOST_BYTES = 250_000;

/** The evening of the demo: pages say the time by their own clock. */
const EVENING = '2014-04-07T19:30:00+07:00';

interface Seen {
  screenshot(options: { path: string; animations: 'disabled'; caret: 'hide' }): Promise<unknown>;
}

/** Takes a picture of a page or of a part of it. Throws when it is too heavy for a README. */
export async function take(name: string, of: Seen): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  await of.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes`);
  console.log(`docs/screenshots/${name}.png  ${Math.round(size / 1000)} kB`);
}

/** The sidebar alone, as wide as Google makes it. */
export function takeSidebar(name: string, own: SidebarPage): Promise<void> {
  return take(name, own.page.getByTestId('sidebar').locator('iframe'));
}

/** A window on that evening; `sharp` = two dots a pixel. */
export async function windowOf(
  browser: Browser,
  size: { width: number; height: number },
  sharp = false,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    deviceScaleFactor: sharp ? 2 : 1,
  });
  context.setDefaultTimeout(15_000);
  await context.clock.install({ time: EVENING });
  return context;
}
