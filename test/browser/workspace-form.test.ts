import type { Browser } from 'playwright-core';
import { createWorkspace } from '../../src/local/workspace';
import { OWNER } from '../local/server/duty-book';
import { dutyForm } from '../local/server/duty-form';
import { withServer } from '../local/server/visitor';
import { PHONE, axeFindings, openBrowser, openWindow } from './workspace-browser';

describe('a form on a phone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('is filled in page by page, goes back, and is kept', async () => {
    const workspace = createWorkspace({ seed: 3 });
    workspace.addPerson({ email: OWNER });
    const form = dutyForm(workspace);

    await withServer({ workspace }, async ({ url }) => {
      const address = new URL(`/forms/d/e/${form.file.data.publishedId}/viewform`, url).href;
      const { page, noFaults } = await openWindow(browser, address, PHONE);
      await page.getByRole('button', { name: 'Tiếp' }).click();
      await page.getByText('Đây là một câu hỏi bắt buộc').first().waitFor();
      const refused = await axeFindings(page);
      await page.getByRole('textbox', { name: 'Họ tên' }).fill('Lê Thị An');
      await page.getByRole('radio', { name: 'Không' }).check();
      await page.getByRole('button', { name: 'Tiếp' }).click();
      await page.getByRole('heading', { name: 'Lý do' }).waitFor();
      await page.getByRole('button', { name: 'Quay lại' }).click();
      await page.getByRole('radio', { name: 'Có' }).check();
      await page.getByRole('button', { name: 'Tiếp' }).click();
      await page.getByRole('checkbox', { name: 'Thứ Ba' }).check();
      await page.getByRole('radio', { name: 'Mục khác' }).check();
      await page.getByRole('textbox', { name: 'Nội dung của Mục khác' }).fill('Nấu cơm');
      const filled = await axeFindings(page);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await page.getByRole('button', { name: 'Gửi' }).click();
      await page.getByRole('heading', { name: 'Câu trả lời của bạn đã được ghi lại' }).waitFor();

      expect([refused, filled]).toEqual([[], []]);
      expect(sideways).toBeLessThanOrEqual(0);
      expect(JSON.parse(form.file.data.responses.answers[0] ?? '')).toEqual({
        [form.id('name')]: 'Lê Thị An',
        [form.id('comes')]: 'Có',
        [form.id('days')]: ['Thứ Ba'],
        [form.id('help')]: 'Nấu cơm',
      });
      noFaults();
    });
  });
});
