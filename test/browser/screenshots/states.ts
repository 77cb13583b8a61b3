import type { Browser } from 'playwright-core';
import type { World } from '../../../src/demo/world/world';
import { assessOwnBranch, recogniseBranch, send } from '../committee-acts';
import { type DemoServer, committeeOf, serveWorld } from '../demo-server';
import { openSidebarPage, type SidebarPage } from '../sidebar-page';
import { LONG_BRANCH, SHORT_BRANCH, WARD, wardRegistering, wardToGrade } from '../ward-world';
import { take, takeSidebar, windowOf } from './camera';

/** States that the demo is in on no evening: two wards of their own, played from one state to the next. */
export async function takeStates(browser: Browser): Promise<void> {
  const sizes = { [LONG_BRANCH]: 8, [SHORT_BRANCH]: 6 };
  await play(browser, wardRegistering(12, sizes, { silent: 2 }).world, [takeEarly]);
  await play(browser, wardToGrade(11, sizes, { silent: 2 }).world, [
    takeTwo,
    takeAccounts,
    takeOldPage,
    takeAside,
    takeBranchDone,
    takeBaseActs,
    takePapers,
  ]);
}

type Scene = (browser: Browser, demo: DemoServer) => Promise<void>;

async function play(browser: Browser, world: World, scenes: readonly Scene[]): Promise<void> {
  const demo = await serveWorld(world);
  try {
    for (const scene of scenes) await scene(browser, demo);
  } finally {
    await demo.close();
  }
}

/** While members register: nothing to assess yet, and the message for the group. */
async function takeEarly(browser: Browser, demo: DemoServer): Promise<void> {
  const own = await open(browser, demo, SHORT_BRANCH);
  await own.side.getByRole('heading', { name: 'Chưa đến lúc đánh giá' }).waitFor();
  await takeSidebar('not-yet', own);
  await own.close();
  const zalo = await open(browser, demo, SHORT_BRANCH, { item: 'Chép tin nhắn gửi Zalo' });
  await zalo.side.getByText('docs.google.com').first().waitFor();
  await takeSidebar('messages-group', zalo);
  await zalo.close();
}

/** Somebody's sidebar, by branch or unit; `place` = which of its committee. */
async function open(
  browser: Browser,
  demo: DemoServer,
  code: string,
  { place = 0, item = '' } = {},
): Promise<SidebarPage> {
  const context = await windowOf(browser, { width: 1280, height: 840 });
  const { email } = committeeOf(demo.world, code)[place]!;
  return openSidebarPage(browser, demo, { unit: WARD, email, context, ...(item === '' ? {} : { item }) });
}

async function takeTwo(browser: Browser, demo: DemoServer): Promise<void> {
  const [first, second] = [
    await open(browser, demo, LONG_BRANCH),
    await open(browser, demo, LONG_BRANCH, { place: 1 }),
  ];
  for (const own of [first, second]) await own.side.getByText('1/8', { exact: true }).waitFor();
  await first.press('Enter');
  await first.untilSaved();
  await second.press('Digit2', 'KeyK', 'Enter');
  await second.side.locator('#reason:focus').waitFor();
  await second.type('Không có mặt trong danh sách');
  await second.press('Enter');
  await second.page.clock.fastForward(11_000);
  await second.side.getByRole('heading', { name: /^Hai đánh giá khác nhau: / }).waitFor();
  await takeSidebar('conflict', second);
  for (const own of [first, second]) await own.close();
}

async function takeAccounts(browser: Browser, demo: DemoServer): Promise<void> {
  const person = demo.world.workspace.state.people[committeeOf(demo.world, SHORT_BRANCH)[1]!.email];
  if (!person) throw new Error('The deputy has no account');
  person.severalAccounts = true;
  const own = await open(browser, demo, SHORT_BRANCH, { place: 1 });
  await own.side.getByRole('heading', { name: /nhiều tài khoản Google$/ }).waitFor();
  await takeSidebar('several-accounts', own);
  person.severalAccounts = false;
  await own.close();
}

async function takeOldPage(browser: Browser, demo: DemoServer): Promise<void> {
  const own = await open(browser, demo, LONG_BRANCH);
  await own.side.getByRole('heading', { level: 2 }).first().waitFor();
  await own.page.context().route('**/run/**', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.replace(/\{\\"v\\":1,/, '{\\"v\\":2,') });
  });
  await own.press('Enter');
  await own.page.clock.fastForward(11_000);
  await own.side
    .getByText(/Bảng này là bản cũ/)
    .first()
    .waitFor();
  await takeSidebar('old-page', own);
  await own.close();
}

async function takeAside(browser: Browser, demo: DemoServer): Promise<void> {
  const own = await open(browser, demo, SHORT_BRANCH);
  await own.side.getByText('1/6', { exact: true }).waitFor();
  await own.press('Shift+Slash');
  await own.side.getByRole('heading', { name: 'Trợ giúp' }).waitFor();
  await takeSidebar('help', own);
  await own.press('Escape');
  await own.tab('Chi đoàn');
  await takeSidebar('branch', own);
  await own.button('Theo dõi thực hiện').click();
  const rows = own.side.getByRole('list', { name: 'Đoàn viên đã đăng ký' });
  await rows.getByRole('button').nth(1).click();
  await takeSidebar('following', own);
  await own.close();
  const paper = await open(browser, demo, SHORT_BRANCH, { item: 'Nhập phiếu giấy' });
  await paper.side.getByRole('heading', { name: 'Nhập phiếu giấy' }).waitFor();
  await paper.side.getByRole('list').getByRole('button').first().waitFor();
  await takeSidebar('paper-list', paper);
  await paper.side.getByRole('list').getByRole('button').first().click();
  await paper.side.getByRole('dialog').waitFor();
  await takeSidebar('paper-sheet', paper);
  await paper.close();
  const zalo = await open(browser, demo, WARD, { item: 'Chép tin nhắn gửi Zalo' });
  await zalo.side
    .getByText(/^Đồng chí ơi/)
    .first()
    .waitFor();
  await takeSidebar('messages', zalo);
  await zalo.close();
}

/** Grades the short branch, looks at *Khôi phục*, and sends. */
async function takeBranchDone(browser: Browser, demo: DemoServer): Promise<void> {
  const own = await open(browser, demo, SHORT_BRANCH);
  await own.side.getByText('1/6', { exact: true }).waitFor();
  await own.press('Enter', 'Enter');
  await own.untilSaved();
  await own.press('Enter', 'Enter');
  for (let member = 0; member < 2; member += 1) {
    for (const digit of '1234567890') await own.press(`Digit${digit}`, 'KeyH');
    await own.press('Enter');
  }
  await own.side.getByRole('heading', { name: 'Đã đánh giá hết 6 đoàn viên' }).waitFor();
  await own.untilSaved();
  await takeSidebar('done', own);
  await own.tab('Chi đoàn');
  await own.button('Khôi phục…').click();
  await own.side.getByRole('dialog').getByRole('radio').last().check();
  await own.side.getByText(/trở lại chưa đánh giá/).waitFor();
  await takeSidebar('restore', own);
  await own.press('Escape');
  await own.side.getByRole('dialog').waitFor({ state: 'hidden' });
  await assessOwnBranch(own);
  await own.button(/^Gửi về Đoàn cơ sở/).click();
  await takeSidebar('send-question', own);
  await own.press('Escape');
  await own.side.getByRole('dialog').waitFor({ state: 'hidden' });
  await send(own);
  await takeSidebar('sent', own);
  await own.close();
}

async function takeBaseActs(browser: Browser, demo: DemoServer): Promise<void> {
  const own = await open(browser, demo, WARD);
  await own.button(/Chi đoàn Khu phố 2/).click();
  await own.side.locator('li.row').first().getByRole('button').first().click();
  await own.side.getByRole('radio', { name: 'Điều chỉnh' }).check();
  await takeSidebar('adjust', own);
  await own.button('Trả lại cả chi đoàn…').click();
  await takeSidebar('return-question', own);
  await own.press('Escape');
  await own.side.getByRole('dialog').waitFor({ state: 'hidden' });
  await own.button('Các chi đoàn').first().click();
  await own.button(/Chi đoàn Khu phố 2/).click();
  await own.button(/^Công nhận cả chi đoàn/).click();
  await own.side.getByRole('dialog').waitFor();
  await takeSidebar('recognise-question', own);
  await own.press('Escape');
  await own.side.getByRole('dialog').waitFor({ state: 'hidden' });
  await own.button('Các chi đoàn').first().click();
  await recogniseBranch(own, /Chi đoàn Khu phố 2/, { number: '12-QĐ/ĐTN', day: '14/04/2014' });
  await takeSidebar('recognised', own);
  await own.side.locator('li.row').first().getByRole('button').first().click();
  await own.button('Lịch sử').click();
  await own.side.getByRole('dialog').getByText('Công nhận').first().waitFor();
  await takeSidebar('history', own);
  await own.press('Escape');
  await own.side.getByRole('dialog').waitFor({ state: 'hidden' });
  await own.button(/^Bỏ công nhận \(/).click();
  await own.side.getByRole('dialog').waitFor();
  await takeSidebar('unrecognise', own);
  await own.press('Escape');
  await own.tab('Đoàn cơ sở');
  await own.side.getByRole('heading', { name: 'Triển khai' }).waitFor();
  await takeSidebar('unit', own);
  await own.close();
}

async function takePapers(browser: Browser, demo: DemoServer): Promise<void> {
  const own = await open(browser, demo, WARD);
  await own.openWindow('Lập báo cáo của đơn vị');
  const shots = [
    ['Báo cáo của đơn vị', 'print-report'],
    ['Danh sách công nhận', 'print-recognised'],
    ['Biên bản họp Ban Chấp hành chi đoàn', 'print-minutes'],
    ['Phiếu đã đăng ký', 'print-slips'],
    ['Danh sách đoàn viên', 'print-members'],
  ] as const;
  for (const [sheet, name] of shots) {
    await own.window.locator('.sheet').waitFor();
    await own.window.getByRole('combobox', { name: 'In' }).selectOption({ label: sheet });
    if (name !== 'print-report' && name !== 'print-recognised')
      await own.window
        .getByRole('combobox', { name: 'Chi đoàn' })
        .selectOption({ label: 'Chi đoàn Khu phố 2' });
    await own.window.locator('.sheet').waitFor();
    await take(name, own.page.getByTestId('dialog').locator('iframe'));
  }
  await own.close();
}
