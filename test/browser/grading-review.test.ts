import type { Browser } from 'playwright-core';
import { type DemoServer, committeeOf, openBranchOf, serveWorld } from './demo-server';
import { assessOwnBranch, send } from './committee-acts';
import { openSidebarPage, type SidebarPage } from './sidebar-page';
import { SHORT_BRANCH, WARD, wardToGrade } from './ward-world';
import { openBrowser } from './workspace-browser';

let browser: Browser;
let demo: DemoServer;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await serveWorld(wardToGrade(7).world);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});

const RETURN_REASON = 'Ghi rõ lý do ở tiêu chí 8 rồi gửi lại';

const openAs = (code: string) =>
  openSidebarPage(browser, demo, { unit: WARD, email: committeeOf(demo.world, code)[0]!.email });

describe('a branch and its base committee', () => {
  it('grade, send, return with a reason, grade anew, adjust, recognise: each step in words, axe-core content', async () => {
    const found: Record<string, readonly string[]> = {};
    const look = async (step: string, own: SidebarPage): Promise<void> => {
      found[step] = await own.findings();
    };

    const branch = await openAs(SHORT_BRANCH);
    await branch.side.getByText('1/6', { exact: true }).waitFor();
    await branch.tab('Chi đoàn');
    await branch.side.getByText('Còn 6 đoàn viên chưa đánh giá').waitFor();
    await look('not complete', branch);
    await branch.tab(/^Đoàn viên/);
    await branch.press('Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter');
    await branch.side.getByRole('heading', { name: 'Đã đánh giá hết 6 đoàn viên' }).waitFor();
    await branch.untilSaved();
    await assessOwnBranch(branch);
    await look('ready', branch);
    await branch.button(/^Gửi về Đoàn cơ sở/).click();
    await look('send question', branch);
    await branch.press('Escape');
    await send(branch);
    await look('sent', branch);

    const base = await openAs(WARD);
    await base.side.getByText('1 chi đoàn đã gửi, chờ Đoàn cơ sở xem xét, công nhận.').waitFor();
    await look('branches', base);
    await base.button(/Chi đoàn Khu phố 2/).click();
    await base.side.getByRole('heading', { name: 'Chi đoàn Khu phố 2' }).waitFor();
    await look('review', base);
    await base.button('Trả lại cả chi đoàn…').click();
    const question = base.side.getByRole('dialog', { name: 'Trả lại cả chi đoàn' });
    await look('return question', base);
    await question.getByRole('textbox').fill(RETURN_REASON);
    await question.getByRole('button', { name: /^Trả lại/ }).click();
    await question.waitFor({ state: 'hidden' });
    await base.side.getByText('trả lại để bổ sung').first().waitFor();
    await look('returned above', base);

    await branch.reopen();
    await branch.tab('Chi đoàn');
    await branch.side.getByText(RETURN_REASON).waitFor();
    await look('returned', branch);
    await branch.tab(/^Đoàn viên/);
    await branch.side.getByText('1/6', { exact: true }).waitFor();
    await look('returned member', branch);
    await branch.press('Digit8', 'KeyC', 'Enter');
    await branch.side.locator('#reason:focus').waitFor();
    await branch.type('Mới dự 1 trong 2 buổi');
    await branch.press('Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter');
    await branch.side.getByRole('heading', { name: 'Đã đánh giá hết 6 đoàn viên' }).waitFor();
    await branch.untilSaved();
    await branch.tab('Chi đoàn');
    await send(branch);

    await base.reopen();
    await base.button(/Chi đoàn Khu phố 2/).click();
    await base.side.locator('li.row').first().getByRole('button', { expanded: false }).first().click();
    await look('member under review', base);
    await base.side.getByRole('radio', { name: 'Điều chỉnh' }).check();
    await base.side
      .getByRole('radiogroup', { name: 'Xếp loại mới' })
      .getByRole('radio', { name: 'Khá' })
      .check();
    await base.side
      .getByRole('textbox', { name: /^Lý do/ })
      .fill('Chưa dự đủ buổi, đã trao đổi với chi đoàn');
    await look('adjustment', base);
    await base.side.locator('.details').getByRole('button', { name: 'Điều chỉnh' }).click();
    await base.side.getByText('Công nhận có điều chỉnh: Khá').waitFor();
    await base.button(/^Công nhận cả chi đoàn \(5\)/).click();
    await look('recognise question', base);
    await base.press('Enter');
    await base.side.getByText('đã công nhận').first().waitFor();
    await base.button('Xếp loại chi đoàn').click();
    await look('class question', base);
    await base.press('Enter');
    await base.button('Đổi…').waitFor();
    await look('recognised', base);
    await base.tab('Đoàn cơ sở');
    await base.side.getByRole('heading', { name: 'Triển khai' }).waitFor();
    await look('unit', base);

    const view = openBranchOf(demo.world, SHORT_BRANCH);
    expect(Object.values(found).flat()).toEqual([]);
    expect(Object.keys(found)).toHaveLength(16);
    expect(view.state).toBe('RECOGNISED');
    expect(view.members.map(({ recognised }) => recognised)).toEqual([
      'GOOD',
      ...Array.from({ length: 5 }, () => 'EXCELLENT'),
    ]);
    expect(view.members[0]?.grade?.reason).toContain('Mới dự 1 trong 2 buổi');
    expect(view.branchClass?.class).toBe('GOOD');
    for (const own of [branch, base]) {
      own.noFaults();
      await own.close();
    }
  }, 90_000);
});
