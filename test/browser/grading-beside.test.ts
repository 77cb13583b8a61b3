import type { Browser } from 'playwright-core';
import { type DemoServer, committeeOf, openBranchOf, serveWorld } from './demo-server';
import { openSidebarPage } from './sidebar-page';
import { LONG_BRANCH, SHORT_BRANCH, WARD, wardToGrade } from './ward-world';
import { openBrowser } from './workspace-browser';

let browser: Browser;
let demo: DemoServer;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await serveWorld(wardToGrade(9, { [LONG_BRANCH]: 8, [SHORT_BRANCH]: 6 }, { silent: 2 }).world);
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

describe('what stands beside the tabs', () => {
  it('follows a member between registering and assessing: what was promised, how it goes, and the note is there afterwards', async () => {
    const own = await openAs(SHORT_BRANCH);
    await own.side.getByText('1/6', { exact: true }).waitFor();
    await own.tab('Chi đoàn');
    await own.button('Theo dõi thực hiện').click();
    const row = own.side.getByRole('list', { name: 'Đoàn viên đã đăng ký' }).getByRole('button').first();
    await row.waitFor();
    const before = await own.findings();
    await row.click();
    await own.side.getByRole('textbox', { name: 'Tình hình thực hiện' }).fill('Đã dự hai buổi, còn một buổi');
    await own.side.getByRole('checkbox', { name: 'Có tham gia ngày đoàn viên' }).check();
    const open = await own.findings();
    await own.button('Ghi lại').click();
    await own.side.getByText('đã theo dõi 1 lần').waitFor();
    await row.click();
    await own.button('Lịch sử').click();
    await own.side.getByRole('dialog').getByText('Theo dõi').first().waitFor();
    const history = await own.findings();
    await own.press('Escape');
    await own.side.getByRole('dialog').waitFor({ state: 'hidden' });
    // The focus is back where it was.
    await own.button('Lịch sử').and(own.side.locator(':focus')).waitFor();
    await own.press('Escape');
    await own.side.getByRole('heading', { name: 'Trước khi gửi' }).waitFor();

    expect([before, open, history]).toEqual([[], [], []]);
    expect(openBranchOf(demo.world, SHORT_BRANCH).members[0]?.followed).toBe(1);
    own.noFaults();
    await own.close();
  });

  it('takes a paper sheet in, from the menu to the member’s levels', async () => {
    const silent = openBranchOf(demo.world, SHORT_BRANCH).members.filter(
      ({ selfLevels }) => selfLevels === '',
    );
    const code = silent.length > 0 ? SHORT_BRANCH : LONG_BRANCH;
    const own = await openAs(code, 'Nhập phiếu giấy');
    await own.side.getByRole('heading', { name: 'Nhập phiếu giấy' }).waitFor();
    const list = own.side.getByRole('list', { name: 'Đoàn viên chưa có phiếu tự đánh giá' });
    const count = await list.getByRole('button').count();
    const shown = await own.findings();
    await list.getByRole('button').first().click();
    const sheet = own.side.getByRole('dialog', { name: 'Nhập phiếu giấy' });
    await sheet.waitFor();
    const asked = await own.findings();
    const levels = sheet.getByRole('combobox', { name: /^(10|[1-9]) / });
    for (let place = 0; place < 9; place += 1) await levels.nth(place).selectOption('Hoàn thành tốt');
    await sheet.getByRole('textbox', { name: 'Ngày ký phiếu' }).fill('08/04/2014');
    await sheet.getByRole('checkbox', { name: /^Phiếu giấy có ghi đồng ý/ }).check();
    await sheet.getByText('Chọn mức cho từng tiêu chí').waitFor();
    await levels.nth(9).selectOption('Hoàn thành');
    await sheet.getByRole('button', { name: /^Lưu phiếu/ }).click();
    await sheet.waitFor({ state: 'hidden' });
    await list
      .getByRole('button')
      .nth(count - 1)
      .waitFor({ state: 'detached' });
    const entered = openBranchOf(demo.world, code).members.filter(({ marks }) =>
      marks.includes('FROM_PAPER'),
    );

    expect(count).toBeGreaterThan(0);
    expect(entered.map(({ selfLevels }) => selfLevels)).toEqual(['4444444443']);
    expect([shown, asked]).toEqual([[], []]);
    own.noFaults();
    await own.close();
  });

  it('gives the base committee a message for each secretary who has not sent, with figures, day and the workbook', async () => {
    const own = await openAs(WARD, 'Chép tin nhắn gửi Zalo');
    const message = own.side.getByText(
      /^Đồng chí ơi, Đợt I đến bước Chi đoàn đánh giá\. Chi đoàn Khu phố 2: /,
    );
    await message.waitFor();
    const text = await message.innerText();
    await own.side.getByRole('button', { name: /^Chép/ }).first().click();
    await own.side.getByRole('button', { name: /^Đã chép/ }).waitFor();

    expect(text).toContain(demo.bookUrl(WARD).split('/d/')[1]!.split('/')[0]);
    expect(text).toContain('/6 bạn đã tự đánh giá');
    expect(await own.findings()).toEqual([]);
    own.noFaults();
    await own.close();
  });

  it('shows help, and the wide page with help over it, without a finding', async () => {
    const own = await openAs(LONG_BRANCH);
    await own.side.getByRole('heading', { level: 2 }).waitFor();
    await own.press('Shift+Slash');
    await own.side.getByRole('heading', { name: 'Trợ giúp' }).waitFor();
    const help = await own.findings();
    const wide = await own.openWindow('Mở bảng rộng (cả chi đoàn)');
    await wide.getByRole('list', { name: 'Đoàn viên của chi đoàn' }).waitFor();
    const found = await own.windowFindings();
    await wide.getByRole('button', { name: 'Trợ giúp' }).click();
    await wide.getByRole('heading', { name: 'Trợ giúp' }).waitFor();
    const wideHelp = await own.windowFindings();

    expect([help, found, wideHelp]).toEqual([[], [], []]);
    own.noFaults();
    await own.close();
  });
});

describe('a page older than the script', () => {
  it('says how to get the new one, and keeps what is not saved', async () => {
    const own = await openAs(LONG_BRANCH);
    await own.side.getByText('1/8', { exact: true }).waitFor();
    await own.page.context().route('**/run/**', async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      await route.fulfill({ response, body: text.replace(/\{\\"v\\":1,/, '{\\"v\\":2,') });
    });
    await own.press('Enter');
    await own.page.clock.fastForward(11_000);
    await own.side
      .getByText(
        'Bảng này là bản cũ. Hãy đóng và mở lại từ menu Rèn luyện và hành động; phần chưa lưu được giữ nguyên.',
      )
      .first()
      .waitFor();

    expect(await own.findings()).toEqual([]);
    own.noFaults();
    await own.close();
  });
});
