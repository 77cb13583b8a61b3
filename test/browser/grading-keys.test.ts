import type { Browser } from 'playwright-core';
import { type DemoServer, committeeOf, openBranchOf, serveWorld } from './demo-server';
import { openSidebarPage } from './sidebar-page';
import { gradeThirty } from './thirty-members';
import { LONG_BRANCH, SHORT_BRANCH, WARD, wardToGrade } from './ward-world';
import { openBrowser } from './workspace-browser';

let browser: Browser;
let demo: DemoServer;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await serveWorld(wardToGrade(5).world);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});

const open = (branch: string) =>
  openSidebarPage(browser, demo, { unit: WARD, email: committeeOf(demo.world, branch)[0]!.email });

describe('a branch of thirty in the sidebar', () => {
  it('is graded with the keyboard alone in sixty presses: 24 agreed with, 6 different in one criterion, all saved', async () => {
    const own = await open(LONG_BRANCH);
    const width = await own.page
      .getByTestId('sidebar')
      .locator('iframe')
      .evaluate((frame) => frame.clientWidth);
    const found: (readonly string[])[] = [];
    const presses = await gradeThirty(own, async () => void found.push(await own.findings()));
    await own.untilSaved();

    const grades = openBranchOf(demo.world, LONG_BRANCH).members.map(({ grade }) => grade);
    expect(width).toBe(300);
    expect(found).toEqual([[], [], []]);
    expect(presses).toBeLessThanOrEqual(60);
    expect(grades.filter((grade) => grade?.how === 'agree')).toHaveLength(24);
    const differing = grades.filter((grade) => grade?.how === 'grade');
    expect(differing.map((grade) => [grade?.levels[2], grade?.reason])).toEqual(
      Array.from({ length: 6 }, () => ['2', expect.stringContaining('Chưa dự đủ các buổi đã đăng ký')]),
    );
    own.noFaults();
    await own.close();
  });
});

describe('agreeing with many at once', () => {
  it('takes only members whose evidence was on the screen, says how many, and can be undone', async () => {
    const own = await open(SHORT_BRANCH);
    const { side, press } = own;
    await side.getByText('1/6', { exact: true }).waitFor();
    const rows = side.getByRole('list', { name: 'Đoàn viên của chi đoàn' });
    const ticks = rows.getByRole('checkbox');
    const evidence = rows.getByText('Có trong sổ sinh hoạt chi đoàn');

    await press('/');
    const isChecked: boolean[] = [];
    const found: (readonly string[])[] = [];
    for (let row = 0; row < 4; row += 1) {
      await ticks.nth(row).focus();
      await press('Space');
      await evidence.first().waitFor();
      isChecked.push(await ticks.nth(row).isChecked());
      if (row === 0) found.push(await own.findings());
      await press('Space');
      await own.button(`Thống nhất những người đã chọn (${row + 1})`).waitFor();
    }
    found.push(await own.findings());
    await own.button('Thống nhất những người đã chọn (4)').click();
    const question = side.getByRole('dialog', { name: 'Thống nhất nhiều người' });
    await question.getByText('của 4 đoàn viên đã chọn').waitFor();
    found.push(await own.findings());
    await press('Enter');
    await side.getByText('Đã thống nhất 4 đoàn viên').waitFor();
    await own.untilSaved();
    const saved = openBranchOf(demo.world, SHORT_BRANCH).members.map(({ grade }) => grade?.how ?? '');
    await press('Control+KeyZ');
    await side.getByRole('navigation').getByText('0/6').waitFor();
    const undone = openBranchOf(demo.world, SHORT_BRANCH).members.filter(({ grade }) => grade !== null);

    expect(isChecked).toEqual([false, false, false, false]);
    expect(found).toEqual([[], [], []]);
    expect(saved).toEqual(['agreeBulk', 'agreeBulk', 'agreeBulk', 'agreeBulk', '', '']);
    expect(undone).toEqual([]);
    own.noFaults();
    await own.close();
  });
});
