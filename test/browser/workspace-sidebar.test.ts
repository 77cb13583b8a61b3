import type { Browser, FrameLocator, Page } from 'playwright-core';
import { dutyBook } from '../local/server/duty-book';
import { withServer } from '../local/server/visitor';
import { LAPTOP, type Window, axeFindings, openBrowser, openWindow, signIn } from './workspace-browser';

describe('a workbook and the sidebar of its script', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const openBook = async (url: string, name: string): Promise<Window> => {
    const opened = await openWindow(browser, url, LAPTOP);
    await signIn(opened.page, name);
    await opened.page.getByRole('link', { name: 'Sổ trực ban', exact: true }).click();
    await cell(opened.page, 'B2').getByText('Chưa có').waitFor();
    return opened;
  };
  const cell = (page: Page, a1: string) => page.locator(`[data-a1="${a1}"]`);
  const openSidebar = async (page: Page): Promise<FrameLocator> => {
    await page.getByRole('button', { name: 'Sổ trực', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Mở thanh bên' }).click();
    return page.getByTestId('sidebar').frameLocator('iframe');
  };

  it('lets whoever may write a protected cell write it, and refuses the other in the words of Google', async () => {
    const { workspace } = dutyBook();

    await withServer({ workspace }, async ({ url }) => {
      const [an, binh] = [await openBook(url, 'Lê Thị An'), await openBook(url, 'Phạm Bình')];
      const [ofAn, ofBinh] = [await openSidebar(an.page), await openSidebar(binh.page)];
      await ofAn.getByText('Đã đọc: Chưa có').waitFor();
      await ofBinh.getByText('Đã đọc: Chưa có').waitFor();
      const width = await an.page
        .getByTestId('sidebar')
        .locator('iframe')
        .evaluate((frame) => frame.clientWidth);

      await ofAn.getByRole('textbox').fill('Lê Thị An');
      await ofAn.getByRole('button', { name: 'Ghi' }).click();
      await ofAn.getByText('an@vidu.vn đã ghi: Lê Thị An').waitFor();
      // The other window hears of it by itself.
      await cell(binh.page, 'B2').getByText('Lê Thị An').waitFor();

      await ofBinh.getByRole('textbox').fill('Phạm Bình');
      await ofBinh.getByRole('button', { name: 'Ghi' }).click();
      await ofBinh.getByText(/^ScriptError: .*protected/).waitFor();
      await cell(binh.page, 'B2').dblclick();
      await binh.page.getByRole('textbox', { name: 'Nội dung ô' }).fill('Phạm Bình');
      await binh.page.keyboard.press('Enter');
      await binh.page.getByTestId('refusal').getByText('bảo vệ').waitFor();
      await cell(an.page, 'B2').getByText('Lê Thị An').waitFor();

      expect(width).toBe(300);
      expect(await axeFindings(an.page)).toEqual([]);
      for (const { noFaults } of [an, binh]) noFaults();
    });
  });

  it('asks the question of a menu, and shows what came of it', async () => {
    const { workspace } = dutyBook();

    await withServer({ workspace }, async ({ url }) => {
      const { page, noFaults } = await openBook(url, 'Lê Thị An');
      await page.getByRole('button', { name: 'Sổ trực', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Hỏi tên' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('Cúc');
      await page.getByRole('button', { name: 'OK' }).click();
      await page.getByRole('status').getByText('Cúc').waitFor();
      await page.getByRole('button', { name: 'Sổ trực', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Báo hỏng' }).click();

      const refusal = page.getByTestId('refusal');
      await refusal.getByText('Máy in hết giấy.').waitFor();
      expect(await refusal.count()).toBe(1);
      noFaults();
    });
  });
});
