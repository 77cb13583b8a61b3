import type { Browser } from 'playwright-core';
import { type DemoServer, committeeOf, openBranchOf, serveWorld } from './demo-server';
import { openSidebarPage } from './sidebar-page';
import { LONG_BRANCH, SHORT_BRANCH, WARD, wardToGrade } from './ward-world';
import { openBrowser } from './workspace-browser';

let browser: Browser;
let demo: DemoServer;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await serveWorld(wardToGrade(13, { [LONG_BRANCH]: 8, [SHORT_BRANCH]: 6 }).world);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});

const openAs = (code: string) =>
  openSidebarPage(browser, demo, { unit: WARD, email: committeeOf(demo.world, code)[0]!.email });

describe('states of the grading page, looked at by axe-core', () => {
  it('of a branch: a class changed, the roster proposal, an activity, an unopened branch', async () => {
    const found: Record<string, readonly string[]> = {};
    const own = await openAs(LONG_BRANCH);
    await own.side.getByText('1/8', { exact: true }).waitFor();
    await own.button('Đổi…').click();
    await own.side.getByRole('combobox', { name: 'Xếp loại khác đề nghị' }).selectOption('Khá');
    await own.side.getByRole('textbox', { name: 'Lý do đổi xếp loại' }).waitFor();
    found['class'] = await own.findings();
    await own.button('Theo đề nghị').click();
    await own.press('Slash');
    await own.button('Đề nghị bổ sung / chuyển đi').click();
    await own.side.getByRole('dialog', { name: 'Đề nghị về danh sách' }).waitFor();
    found['roster'] = await own.findings();
    await own.press('Escape');
    await own.side.getByRole('dialog').waitFor({ state: 'hidden' });
    await own.tab('Chi đoàn');
    await own.button('Thêm hoạt động').click();
    await own.side.getByRole('textbox', { name: 'Tên hoạt động' }).waitFor();
    found['activity'] = await own.findings();
    let release = (): void => undefined;
    const isFree = new Promise<void>((resolve) => {
      release = resolve;
    });
    await own.page.context().route('**/run/**', async (route) => {
      if (route.request().postData()?.includes('openBranch') === true) await isFree;
      await route.continue();
    });
    await own.reopen();
    await own.side.getByText('Đang đọc phiếu của đoàn viên…').waitFor();
    found['loading'] = await own.findings();
    release();
    await own.side.getByText('1/8', { exact: true }).waitFor();

    expect(Object.values(found).flat()).toEqual([]);
    expect(Object.keys(found)).toHaveLength(4);
    own.noFaults();
    await own.close();
  });

  it('of a base committee: it assesses for a branch without a secretary, goes back, and gives the branch back', async () => {
    const found: Record<string, readonly string[]> = {};
    const own = await openAs(WARD);
    await own.button(/Chi đoàn Khu phố 2/).click();
    await own.button('Nhận đánh giá thay').click();
    const question = own.side.getByRole('dialog', { name: 'Nhận đánh giá thay' });
    await question.getByRole('textbox').fill('Chi đoàn đang khuyết Bí thư');
    found['take over'] = await own.findings();
    await question.getByRole('button', { name: /^Nhận đánh giá thay/ }).click();
    await own.button('Giao lại').waitFor();
    found['taken over'] = await own.findings();
    await own.button('Đánh giá').first().click();
    await own.side.getByText('1/6', { exact: true }).waitFor();
    await own.press('Enter', 'Enter');
    await own.untilSaved();
    await own.press('Enter', 'Enter', 'Enter');
    await own.untilSaved();
    found['grading for'] = await own.findings();
    const graded = openBranchOf(demo.world, SHORT_BRANCH).members.filter(({ grade }) => grade).length;
    await own.tab(/^Các chi đoàn/);
    await own.button(/Chi đoàn Khu phố 2/).click();
    await own.button('Khôi phục…').click();
    const moments = own.side.getByRole('dialog', { name: 'Khôi phục Chi đoàn Khu phố 2' });
    await moments.getByRole('radio').last().check();
    await moments.getByText('3 đoàn viên trở lại chưa đánh giá').waitFor();
    found['restore'] = await own.findings();
    await own.press('Enter');
    await moments.waitFor({ state: 'hidden' });
    const kept = openBranchOf(demo.world, SHORT_BRANCH).members.filter(({ grade }) => grade).length;
    await own.button('Giao lại').click();
    await own.button('Nhận đánh giá thay').waitFor();
    const wide = await own.openWindow('Mở bảng rộng (cả chi đoàn)');
    await wide.getByRole('button', { name: /Chi đoàn Khu phố 1/ }).click();
    await wide.getByRole('heading', { name: 'Chi đoàn Khu phố 1' }).waitFor();
    found['wide'] = await own.windowFindings();

    expect([graded, kept]).toEqual([5, 2]);
    expect(Object.values(found).flat()).toEqual([]);
    expect(Object.keys(found)).toHaveLength(5);
    own.noFaults();
    await own.close();
  }, 90_000);
});
