import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import type { DemoServer } from './demo-server';
import { LAPTOP, axeFindings } from './workspace-browser';

/** Somebody's window with a workbook and the script's sidebar in it. */
export interface SidebarPage {
  readonly page: Page;
  readonly side: FrameLocator;
  /** Presses keys one after the other, counted; the sidebar has the focus. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Key presses so far; words typed into a field are not counted. */
  readonly presses: () => number;
  /** Types words into the field that has the focus. */
  readonly type: (text: string) => Promise<void>;
  readonly button: (name: string | RegExp) => Locator;
  /** Goes to a page of the sidebar by its tab. */
  readonly tab: (name: string | RegExp) => Promise<void>;
  /** What axe-core finds in the sidebar, and how many pixels it can be scrolled sideways. */
  readonly findings: () => Promise<readonly string[]>;
  /** Closes the sidebar and opens it anew by the menu. */
  readonly reopen: () => Promise<void>;
  /** Opens the window of another menu item, and answers its page. */
  readonly openWindow: (item: string) => Promise<FrameLocator>;
  /** The window that the page or a menu item has opened, and what axe-core finds in it. */
  readonly window: FrameLocator;
  readonly windowFindings: () => Promise<readonly string[]>;
  /** Throws what went wrong on the pages. */
  readonly noFaults: () => void;
  /** Lets ten seconds and more pass until *Đã lưu* stands in the head: trips go that far apart. */
  readonly untilSaved: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Longer than the page waits between two trips. */
const BETWEEN_TRIPS_MS = 11_000;
const MOST_TRIPS = 5;

/** How a sidebar is opened. */
export interface OpenOptions {
  /** Unit whose *Sổ cơ sở* it is; '' = *Sổ Quận đoàn*. */
  readonly unit: string;
  readonly email: string;
  /** A window that is there already, with what its browser has stored. */
  readonly context?: BrowserContext;
  /** Menu item that opens the sidebar; the usual one without it. */
  readonly item?: string;
}

const MENUS = {
  district: ['Rèn luyện và hành động', 'Mở bảng điều khiển'],
  base: ['Tiện ích mở rộng', 'Mở bảng đánh giá'],
} as const;

/** Signs somebody in, opens the workbook and, by its menu, the sidebar. Its clock can be moved on by `page.clock`. */
export async function openSidebarPage(
  browser: Browser,
  demo: DemoServer,
  { unit, email, context: given, item: askedItem }: OpenOptions,
): Promise<SidebarPage> {
  const context = given ?? (await browser.newContext(LAPTOP));
  if (!given) {
    context.setDefaultTimeout(15_000);
    await context.clock.install();
  }
  const [menu, usualItem] = unit === '' ? MENUS.district : MENUS.base;
  const item = askedItem ?? usualItem;
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const signedIn = await context.request.post(new URL('/api/session', demo.url).href, {
    data: { email },
    headers: { origin: new URL(demo.url).origin },
  });
  if (!signedIn.ok()) throw new Error(`${email}: ${await signedIn.text()}`);
  await page.goto(demo.bookUrl(unit));
  const side = page.getByTestId('sidebar').frameLocator('iframe');
  const openByMenu = async (): Promise<void> => {
    await page.getByRole('button', { name: menu, exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
    // A click on the heading gives the sidebar the keys, as anybody's first click in it does.
    await side.locator('main.sidebar').waitFor();
    await side.locator('h1').evaluate(() => window.focus());
  };
  await openByMenu();
  let presses = 0;
  const frameOf = async (place: 'sidebar' | 'dialog') => {
    const handle = await page.getByTestId(place).locator('iframe').elementHandle();
    const frame = await handle?.contentFrame();
    if (!frame) throw new Error(`The ${place} has no page`);
    return frame;
  };
  const findingsIn = async (place: 'sidebar' | 'dialog'): Promise<readonly string[]> => {
    const frame = await frameOf(place);
    const sideways = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    return [
      ...(await axeFindings(frame, { targets: true })),
      ...(sideways > 0 ? [`${sideways} px can be scrolled sideways`] : []),
    ];
  };
  const dialog = page.getByTestId('dialog').frameLocator('iframe');
  return {
    page,
    side,
    press: async (...keys) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        presses += 1;
      }
    },
    presses: () => presses,
    type: async (text) => {
      await page.keyboard.insertText(text);
    },
    button: (name) => side.getByRole('button', { name }),
    tab: (name) => side.getByRole('navigation').getByRole('button', { name }).click(),
    findings: () => findingsIn('sidebar'),
    windowFindings: () => findingsIn('dialog'),
    window: dialog,
    openWindow: async (name) => {
      await page.getByRole('button', { name: menu, exact: true }).click();
      await page.getByRole('menuitem', { name }).click();
      await dialog.locator('main').waitFor();
      return dialog;
    },
    reopen: async () => {
      await page
        .getByRole('button', { name: /^Đóng / })
        .first()
        .click();
      await openByMenu();
    },
    noFaults: () => {
      if (faults.length > 0) throw new Error(`The page broke: ${faults.join('; ')}`);
    },
    untilSaved: async () => {
      for (let trip = 0; trip < MOST_TRIPS; trip += 1) {
        await page.clock.fastForward(BETWEEN_TRIPS_MS);
        await side.getByText('Đang lưu…').first().waitFor({ state: 'hidden' });
        if (await side.getByText(/^Đã lưu \d/).isVisible()) return;
      }
      throw new Error(`Not saved: ${await side.getByRole('banner').innerText()}`);
    },
    close: () => context.close(),
  };
}
