import type { Browser } from 'playwright-core';
import { assessOwnBranch, recogniseBranch, send } from './committee-acts';
import { type DemoServer, committeeOf, openBranchOf, serveWorld } from './demo-server';
import { openSidebarPage } from './sidebar-page';
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

const openAs = (code: string, item?: string) =>
  openSidebarPage(browser, demo, {
    unit: WARD,
    email: committeeOf(demo.world, code)[0]!.email,
    ...(item === undefined ? {} : { item }),
  });

describe('what goes back to a member', () => {
  it('is copied one by one; a second look asked for is seen above, agreed with, and comes back to be assessed', async () => {
    const branch = await openAs(SHORT_BRANCH);
    await branch.side.getByText('1/6', { exact: true }).waitFor();
    await branch.press('Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter');
    await branch.side.getByRole('heading', { name: 'Đã đánh giá hết 6 đoàn viên' }).waitFor();
    await branch.untilSaved();
    await assessOwnBranch(branch);
    await send(branch);
    const base = await openAs(WARD);
    await recogniseBranch(base, /Chi đoàn Khu phố 2/);

    const messages = await openAs(SHORT_BRANCH, 'Chép tin nhắn gửi Zalo');
    await messages.side.getByRole('heading', { name: 'Nhắn riêng từng đoàn viên' }).waitFor();
    const copies = messages.side.getByRole('button', { name: /^Chép tin gửi/ });
    const count = await copies.count();
    await copies.first().click();
    const text = await messages.side.locator('.answer').first().innerText();
    const found = { messages: await messages.findings() } as Record<string, readonly string[]>;
    await messages.close();

    await branch.reopen();
    await branch.tab(/^Đoàn viên/);
    await branch.button('Ghi đề nghị xem lại').click();
    await branch.side
      .getByRole('textbox', { name: /đề nghị xem lại điều gì/ })
      .fill('Em có minh chứng tiêu chí 3');
    found.asking = await branch.findings();
    await branch.button('Ghi đề nghị').click();
    await branch.side.getByText('đang chờ trả lời').waitFor();
    found.asked = await branch.findings();

    await base.reopen();
    await base.button(/Chi đoàn Khu phố 2/).click();
    await base.side.locator('li.row').first().getByRole('button', { expanded: false }).first().click();
    await base.side.getByText('Em có minh chứng tiêu chí 3').waitFor();
    await base.button('Đồng ý, trả lại để đánh giá lại').click();
    await base.side.getByRole('textbox', { name: /^Cần xem lại điều gì/ }).fill('Đối chiếu lại tiêu chí 3');
    found.answering = await base.findings();
    await base.button('Đồng ý').click();
    await base.side.getByText('Trả lại để bổ sung').first().waitFor();

    const asked = openBranchOf(demo.world, SHORT_BRANCH).members.filter(
      ({ secondLook }) => secondLook !== null,
    );
    expect(Object.values(found).flat()).toEqual([]);
    expect(Object.keys(found)).toHaveLength(4);
    expect(count).toBe(6);
    expect(text).toMatch(/^Chào \S+, kết quả Đợt I của bạn đã được công nhận: .* để được xem lại\.$/s);
    expect(
      asked.map(({ state, returnReason, secondLook }) => [state, returnReason, secondLook?.state]),
    ).toEqual([['RETURNED', 'Đối chiếu lại tiêu chí 3', 'AGREED']]);
    for (const own of [branch, base]) {
      own.noFaults();
      await own.close();
    }
  }, 90_000);
});
