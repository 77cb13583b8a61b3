import type { Browser, Page } from 'playwright-core';
import { OWNER, dutyBook } from '../local/server/duty-book';
import { withServer } from '../local/server/visitor';
import { LAPTOP, type Window, openBrowser, openWindow, signIn } from './workspace-browser';

describe('the grid of a workbook', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const cell = (page: Page, a1: string) => page.locator(`[data-a1="${a1}"]`);
  async function withBook(name: string, act: (window: Window) => Promise<void>): Promise<void> {
    const { workspace, book, script } = dutyBook();
    for (const fn of ['countShifts', 'hideTab']) {
      const made = workspace.run(script, fn, { as: OWNER });
      if (!made.ok) throw new Error(made.error?.message);
    }
    await withServer({ workspace }, async ({ url }) => {
      const opened = await openWindow(browser, url, LAPTOP);
      await signIn(opened.page, name);
      await opened.page.goto(new URL(`/spreadsheets/d/${book.id}/edit`, url).href);
      await cell(opened.page, 'A1').getByText('Ngày').waitFor();
      await act(opened);
      opened.noFaults();
    });
  }

  it('is typed into, cleared and moved through by keys', async () => {
    await withBook('Lê Thị An', async ({ page }) => {
      await cell(page, 'A2').click();
      await page.getByTestId('cell-name').getByText('A2').waitFor();
      // A person’s fingers leave the editor time to open.
      await page.keyboard.type('12', { delay: 100 });
      await page.keyboard.press('Enter');
      await cell(page, 'A2').getByText('12').waitFor();
      await page.getByTestId('cell-name').getByText('A3').waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowRight');
      await page.getByTestId('cell-text').getByText('Chưa có').waitFor();
      await page.keyboard.press('Delete');
      await cell(page, 'B2').getByText('Chưa có').waitFor({ state: 'detached' });

      expect(await cell(page, 'B2').textContent()).toBe('');
    });
  });

  it('keeps the words of whoever is typing while the book changes', async () => {
    await withBook('Lê Thị An', async ({ page }) => {
      await cell(page, 'B5').dblclick();
      await page.getByRole('textbox', { name: 'Nội dung ô' }).fill('đang gõ dở');
      const read = page.waitForResponse((response) => response.url().includes('/sheets/'));
      await page.evaluate(() => fetch('/api/clock', { method: 'POST', body: '{}' }));
      await read;

      expect(await page.getByRole('textbox', { name: 'Nội dung ô' }).inputValue()).toBe('đang gõ dở');
      await page.keyboard.press('Enter');
      await cell(page, 'B5').getByText('đang gõ dở').waitFor();
    });
  });

  it('shows a chart whose words are in the page, notes and merged cells', async () => {
    await withBook('Lê Thị An', async ({ page }) => {
      await page.getByRole('button', { name: 'Số ca trực' }).click();
      await cell(page, 'A1').getByText('Số ca trực tháng 3').waitFor();
      const chart = page.getByTestId('chart');
      await chart.getByText('Đã trực và còn lại').waitFor();

      expect(await chart.getAttribute('aria-label')).toBe(
        'Biểu đồ thanh “Đã trực và còn lại”. Đã trực: Lê Thị An 5; Phạm Bình 3. Còn lại: Lê Thị An 2; Phạm Bình 4.',
      );
      expect(await cell(page, 'B4').getAttribute('title')).toBe('Nghỉ ốm hai ca');
      expect(
        await cell(page, 'A1')
          .locator('.text')
          .evaluate((text) => text.clientWidth),
      ).toBeGreaterThan(250);
    });
  });

  it('lists hidden tabs for editors, and readers can type nowhere', async () => {
    await withBook('Lê Thị An', async ({ page }) => {
      await page.getByRole('button', { name: 'Tất cả trang tính' }).click();
      await page.getByRole('button', { name: '_ẩn (đang ẩn)' }).click();
      await page
        .getByRole('navigation', { name: 'Trang tính' })
        .getByRole('button', { name: '_ẩn', exact: true })
        .waitFor();
      expect(new URL(page.url()).hash).toMatch(/^#gid=\d+$/);
    });
    await withBook('Vũ Cúc', async ({ page }) => {
      await page.getByText('Chỉ xem').waitFor();
      await cell(page, 'B2').dblclick();
      await page.keyboard.type('x');

      expect(await page.getByRole('textbox', { name: 'Nội dung ô' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Tất cả trang tính' }).click();
      expect(await page.getByRole('button', { name: '_ẩn' }).count()).toBe(0);
    });
  });
});
