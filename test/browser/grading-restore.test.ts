import type { Browser } from 'playwright-core';
import { assessOwnBranch, send } from './committee-acts';
import { type DemoServer, committeeOf, openBranchOf, serveWorld } from './demo-server';
import { openSidebarPage } from './sidebar-page';
import { SHORT_BRANCH, WARD, wardToGrade } from './ward-world';
import { openBrowser } from './workspace-browser';

let browser: Browser;
let demo: DemoServer;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await serveWorld(wardToGrade(8).world);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});

const openAs = (code: string) =>
  openSidebarPage(browser, demo, { unit: WARD, email: committeeOf(demo.world, code)[0]!.email });
const members = () => openBranchOf(demo.world, SHORT_BRANCH).members;

describe('going back', () => {
  it('brings a branch to a moment after saying what changes, and takes recognitions back one by one and all', async () => {
    const found: Record<string, readonly string[]> = {};
    const branch = await openAs(SHORT_BRANCH);
    await branch.side.getByText('1/6', { exact: true }).waitFor();
    await branch.press('Enter', 'Enter');
    await branch.untilSaved();
    await branch.press('Enter', 'Enter', 'Enter');
    await branch.untilSaved();
    await branch.tab('Chi đoàn');

    await branch.button('Khôi phục…').click();
    const question = branch.side.getByRole('dialog', { name: 'Khôi phục Chi đoàn Khu phố 2' });
    await question.getByText('đánh giá 2 đoàn viên').waitFor();
    found['moments'] = await branch.findings();
    await question.getByRole('radio').first().check();
    await question.getByText('3 đoàn viên trở lại chưa đánh giá').waitFor();
    found['preview'] = await branch.findings();
    const before = members().filter(({ grade }) => grade).length;
    await branch.press('Enter');
    await question.waitFor({ state: 'hidden' });
    const restored = members().filter(({ grade }) => grade).length;

    await branch.tab(/^Đoàn viên/);
    await branch.side.getByRole('navigation').getByText('2/6').waitFor();
    await branch.press('KeyN', 'Enter', 'Enter', 'Enter', 'Enter');
    await branch.side.getByRole('heading', { name: 'Đã đánh giá hết 6 đoàn viên' }).waitFor();
    await branch.untilSaved();
    await assessOwnBranch(branch);
    await send(branch);

    const base = await openAs(WARD);
    await base.button(/Chi đoàn Khu phố 2/).click();
    await base.button(/^Công nhận cả chi đoàn \(6\)/).click();
    await base.press('Enter');
    await base.button('Bỏ công nhận (6)').waitFor();
    const all = members().filter(({ recognised }) => recognised !== null).length;
    await base.button('Ba cột giống nhau (6)').click();
    await base.side.locator('li.row').first().getByRole('button').first().click();
    found['recognised member'] = await base.findings();
    await base.button('Bỏ công nhận').first().click();
    const one = base.side.getByRole('dialog', { name: 'Bỏ công nhận' });
    found['take back question'] = await base.findings();
    await base.press('Enter');
    await one.waitFor({ state: 'hidden' });
    await base.button('Bỏ công nhận (5)').waitFor();
    const others = members().filter(({ recognised }) => recognised !== null).length;
    await base.button('Bỏ công nhận (5)').click();
    await one.getByText('Bỏ công nhận kết quả của 5 đoàn viên Chi đoàn Khu phố 2?').waitFor();
    await base.press('Enter');
    await base.button(/^Công nhận cả chi đoàn \(6\)/).waitFor();
    found['taken back'] = await base.findings();

    expect([before, restored]).toEqual([5, 2]);
    expect([all, others]).toEqual([6, 5]);
    expect(members().filter(({ recognised }) => recognised !== null)).toEqual([]);
    expect(openBranchOf(demo.world, SHORT_BRANCH).state).toBe('SENT');
    expect(Object.values(found).flat()).toEqual([]);
    expect(Object.keys(found)).toHaveLength(5);
    for (const own of [branch, base]) {
      own.noFaults();
      await own.close();
    }
  }, 90_000);
});
