import type { Browser } from 'playwright-core';
import type { WorkspaceState } from '../../src/local/workspace';
import { type DemoServer, committeeOf, openBranchOf, serveWorld } from './demo-server';
import { openSidebarPage } from './sidebar-page';
import { LONG_BRANCH, SHORT_BRANCH, WARD, wardToGrade } from './ward-world';
import { openBrowser } from './workspace-browser';

let browser: Browser;
let demo: DemoServer;
let evening: WorkspaceState;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await serveWorld(wardToGrade(6).world);
  evening = demo.world.workspace.snapshot();
}, 60_000);
beforeEach(() => demo.world.workspace.restore(evening));
afterAll(async () => {
  await browser.close();
  await demo.close();
});

const openAs = (branch: string, place = 0) =>
  openSidebarPage(browser, demo, { unit: WARD, email: committeeOf(demo.world, branch)[place]!.email });

const gradesOf = (branch: string) => openBranchOf(demo.world, branch).members.map(({ grade }) => grade);

describe('two secretaries of one branch', () => {
  it('who assess one member differently are shown both versions and choose; nothing is overwritten unseen', async () => {
    const [first, second] = [await openAs(LONG_BRANCH, 0), await openAs(LONG_BRANCH, 1)];
    for (const own of [first, second]) await own.side.getByText('1/30', { exact: true }).waitFor();

    await first.press('Enter');
    await first.untilSaved();
    await second.press('Digit2', 'KeyK', 'Enter');
    await second.side.locator('#reason:focus').waitFor();
    await second.type('Không có mặt trong danh sách');
    await second.press('Enter');
    await second.page.clock.fastForward(11_000);
    const { side } = second;
    await side.getByRole('heading', { name: /^Hai đánh giá khác nhau: / }).waitFor();
    const chosen = await side.getByRole('radio', { checked: true }).count();
    const shown = await second.findings();
    const before = gradesOf(LONG_BRANCH)[0];
    await side.getByRole('group', { name: /^2 / }).getByRole('radio').first().check();
    const decided = await second.findings();
    await second.button('Lưu lựa chọn này').click();
    await second.untilSaved();

    expect(chosen).toBe(0);
    expect([shown, decided]).toEqual([[], []]);
    expect(before?.by).toBe(committeeOf(demo.world, LONG_BRANCH)[0]!.email);
    expect(gradesOf(LONG_BRANCH)[0]).toMatchObject({
      by: committeeOf(demo.world, LONG_BRANCH)[1]!.email,
      reason: expect.stringContaining('Không có mặt trong danh sách'),
    });
    for (const own of [first, second]) {
      own.noFaults();
      await own.close();
    }
  });
});

describe('a page that breaks down with unsaved work', () => {
  it('has lost nothing when it is opened again', async () => {
    const own = await openAs(SHORT_BRANCH);
    await own.side.getByText('1/6', { exact: true }).waitFor();
    const context = own.page.context();
    await context.route('**/run/**', (route) => route.abort());
    await own.press('Enter', 'Enter', 'Enter');
    await own.side.getByRole('navigation').getByText('3/6').waitFor();
    const crash = await context.newCDPSession(own.page);
    const crashed = own.page.waitForEvent('crash');
    void crash.send('Page.crash').catch(() => undefined);
    await crashed;
    const kept = gradesOf(SHORT_BRANCH).filter((grade) => grade !== null);
    await own.page.close();
    await context.unroute('**/run/**');

    const again = await openSidebarPage(browser, demo, {
      unit: WARD,
      email: committeeOf(demo.world, SHORT_BRANCH)[0]!.email,
      context,
    });
    await again.side.getByRole('navigation').getByText('3/6').waitFor();
    await again.untilSaved();

    expect(kept).toEqual([]);
    expect(gradesOf(SHORT_BRANCH).filter((grade) => grade !== null)).toHaveLength(3);
    again.noFaults();
    await context.close();
  });
});

describe('a network that is away for a minute', () => {
  it('lets the committee go on, says what is not saved, and saves by itself afterwards', async () => {
    const own = await openAs(SHORT_BRANCH);
    const { side, page } = own;
    await side.getByText('1/6', { exact: true }).waitFor();
    await page.context().setOffline(true);
    await own.press('Enter');
    await page.clock.fastForward(11_000);
    const told = (count: number) =>
      side.getByText(new RegExp(`^Chưa lưu được ${count} đoàn viên vì mất kết nối`));
    await told(1).waitFor();
    const lost = await own.findings();
    await own.press('Enter');
    await side.getByText('3/6', { exact: true }).waitFor();
    await page.clock.fastForward(30_000);
    await told(2).waitFor();
    await page.context().setOffline(false);
    await page.clock.fastForward(30_000);
    await own.untilSaved();

    expect(lost).toEqual([]);
    expect(gradesOf(SHORT_BRANCH).filter((grade) => grade !== null)).toHaveLength(2);
    own.noFaults();
    await own.close();
  });
});

describe('a browser signed in with several accounts', () => {
  it('is told what is the matter and the way out, in words', async () => {
    const [, deputy] = committeeOf(demo.world, SHORT_BRANCH);
    const person = demo.world.workspace.state.people[deputy!.email];
    if (!person) throw new Error('The deputy has no account');
    person.severalAccounts = true;

    const own = await openAs(SHORT_BRANCH, 1);
    await own.side
      .getByRole('heading', { name: 'Trình duyệt đang đăng nhập nhiều tài khoản Google' })
      .waitFor();
    const steps = await own.side.getByRole('listitem').allTextContents();

    expect(steps).toEqual([
      'Mở một cửa sổ ẩn danh',
      'Chỉ đăng nhập tài khoản đã đăng ký với Quận đoàn',
      'Mở lại sổ này',
    ]);
    expect(await own.findings()).toEqual([]);
    await own.close();
  });
});
