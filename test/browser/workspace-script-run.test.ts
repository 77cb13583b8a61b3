import type { Browser, Frame, Page } from 'playwright-core';
import { dutyBook } from '../local/server/duty-book';
import { withServer } from '../local/server/visitor';
import { LAPTOP, openBrowser, openWindow, signIn } from './workspace-browser';

/** google.script.run as a page's own script sees it. */
interface Run {
  readonly echo: (...args: unknown[]) => void;
  readonly breakDown: () => void;
  readonly withSuccessHandler: (handle: (value: unknown, user?: unknown) => void) => Run;
  readonly withFailureHandler: (handle: (error: Error, user?: unknown) => void) => Run;
  readonly withUserObject: (user: unknown) => Run;
}
declare const google: {
  readonly script: { readonly run: Run; readonly host: { readonly close: () => void } };
};

describe('google.script.run in a sidebar', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function withSidebar(
    act: (frame: Frame, page: Page, faults: () => void) => Promise<void>,
  ): Promise<void> {
    const { workspace, book } = dutyBook();
    await withServer({ workspace }, async ({ url }) => {
      const { page, noFaults } = await openWindow(browser, url, LAPTOP);
      await signIn(page, 'Lê Thị An');
      await page.goto(new URL(`/spreadsheets/d/${book.id}/edit`, url).href);
      await page.getByRole('button', { name: 'Sổ trực', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Mở thanh bên' }).click();
      await page.frameLocator('iframe').getByText('Đã đọc').waitFor();
      const frame = page.frames().find((one) => one.url().includes('/page/'));
      if (!frame) throw new Error('There is no frame of the sidebar');
      await act(frame, page, noFaults);
    });
  }

  it('carries what JSON carries, and hands the user object along', async () => {
    await withSidebar(async (frame, _page, noFaults) => {
      const got = await frame.evaluate(
        () =>
          new Promise((resolve) => {
            google.script.run
              .withSuccessHandler((value, user) => resolve([value, user]))
              .withUserObject({ của: 'tôi' })
              .echo({ a: [1, undefined, 'Ễ'], b: undefined, c: null });
          }),
      );

      expect(got).toEqual([{ a: [1, null, 'Ễ'], c: null }, { của: 'tôi' }]);
      noFaults();
    });
  });

  it('takes a form as its only argument, as its fields', async () => {
    await withSidebar(async (frame) => {
      const got = await frame.evaluate(
        () =>
          new Promise((resolve) => {
            google.script.run.withSuccessHandler(resolve).echo(document.querySelector('form'));
          }),
      );

      expect(got).toEqual({ name: 'Chưa có' });
    });
  });

  it('throws at once for what cannot travel', async () => {
    await withSidebar(async (frame) => {
      const messages = await frame.evaluate(() => {
        const round: { self?: unknown } = {};
        round.self = round;
        const bad: readonly unknown[][] = [
          [new Date()],
          [() => 1],
          [document.body],
          [{ in: [new Date()] }],
          [round],
        ];
        return bad.map((args) => {
          try {
            google.script.run.echo(...args);
            return 'sent';
          } catch (error) {
            return (error as Error).message;
          }
        });
      });

      expect(messages).toHaveLength(5);
      for (const message of messages) expect(message).toMatch(/^Failed due to illegal value in property/);
    });
  });

  it('has ten calls under way at most', async () => {
    await withSidebar(async (frame, page) => {
      let [underWay, tell, release]: [number, () => void, () => void] = [0, () => {}, () => {}];
      const ten = new Promise<void>((resolve) => {
        tell = resolve;
      });
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/run/*', async (route) => {
        underWay += 1;
        if (underWay === 10) tell();
        await released;
        await route.continue();
      });
      const all = frame.evaluate(
        () =>
          new Promise<unknown[]>((resolve) => {
            const got: unknown[] = [];
            for (let at = 0; at < 12; at += 1) {
              google.script.run
                .withSuccessHandler((value) => {
                  got.push(value);
                  if (got.length === 12) resolve(got);
                })
                .echo(at);
            }
          }),
      );
      await ten;
      // Two more wait in the page; a call that was sent too many would be counted before this answer comes.
      await frame.evaluate(() => fetch('/static/script-frame.js').then((answer) => answer.text()));
      const most = underWay;
      release();

      expect(most).toBe(10);
      expect(new Set(await all).size).toBe(12);
    });
  });

  it('tells a script error from a network that is gone', async () => {
    await withSidebar(async (frame, page) => {
      const fail = (): Promise<string> =>
        frame.evaluate(
          () =>
            new Promise<string>((resolve) => {
              google.script.run
                .withFailureHandler((error) => resolve(`${error.name}|${error.message}`))
                .breakDown();
            }),
        );
      const thrown = await fail();
      await page.route('**/run/*', (route) => route.abort());
      const gone = await fail();

      expect(thrown).toMatch(/^ScriptError\|.*Máy in hết giấy\.$/);
      expect(gone).toBe('NetworkError|NetworkError: Connection failure due to HTTP 0');
    });
  });

  it('leaves an error nobody handles to the console', async () => {
    await withSidebar(async (frame, page) => {
      const told = page.waitForEvent('pageerror');
      await frame.evaluate(() => google.script.run.breakDown());

      expect((await told).message).toMatch(/Máy in hết giấy/);
    });
  });

  it('closes its sidebar', async () => {
    await withSidebar(async (frame, page) => {
      await frame.evaluate(() => google.script.host.close());
      await page.getByTestId('sidebar').waitFor({ state: 'detached' });

      expect(await page.getByTestId('sidebar').count()).toBe(0);
    });
  });
});
