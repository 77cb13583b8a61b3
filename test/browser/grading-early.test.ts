import type { Browser } from 'playwright-core';
import { type DemoServer, committeeOf, serveWorld } from './demo-server';
import { openSidebarPage } from './sidebar-page';
import { SHORT_BRANCH, WARD, wardRegistering } from './ward-world';
import { openBrowser } from './workspace-browser';

let browser: Browser;
let demo: DemoServer;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await serveWorld(wardRegistering(12, { [SHORT_BRANCH]: 6 }, { silent: 2 }).world);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});

const openAs = (email: string, item?: string) =>
  openSidebarPage(browser, demo, { unit: WARD, email, ...(item === undefined ? {} : { item }) });
const secretary = () => committeeOf(demo.world, SHORT_BRANCH)[0]!.email;

describe('while members register', () => {
  it('tells a branch why there is nothing to assess yet, and leads to what helps meanwhile', async () => {
    const own = await openAs(secretary());
    await own.side.getByRole('heading', { name: 'Chưa đến lúc đánh giá' }).waitFor();
    const early = await own.findings();
    await own.side.getByText('4/6').waitFor();
    await own.press('Enter');
    await own.side.getByText('Đã theo dõi 0/4 đoàn viên có đăng ký.').waitFor();
    const following = await own.findings();

    expect([early, following]).toEqual([[], []]);
    own.noFaults();
    await own.close();
  });

  it('has the message for the branch’s group ready: the link of its poster, how many have sent, nobody’s name', async () => {
    const own = await openAs(secretary(), 'Chép tin nhắn gửi Zalo');
    const messages = own.side.locator('.message__text');
    await own.side.getByText('docs.google.com').first().waitFor();
    const [opening = '', reminder = ''] = await messages.allInnerTexts();
    await own.side.getByRole('textbox', { name: 'Tên Bí thư' }).fill('Bí thư Lan');
    await own.side.getByText('Cần giúp, nhắn Bí thư Lan.').waitFor();
    const found = await own.findings();

    expect(opening).toMatch(
      /^Các bạn đoàn viên Chi đoàn Khu phố 2 thân mến! Ngày đoàn viên “Rèn luyện và hành động” Đợt I – chủ đề “.+” đã mở đăng ký\.\nBấm vào đây, mất khoảng 5 phút, không cần tài khoản: https:\/\/docs\.google\.com\/forms\/\S+\nHạn đăng ký: hết ngày 31\/3\/2014\./,
    );
    expect(reminder).toMatch(
      /hết hạn đăng ký Đợt I \(31\/3\/2014\)\. Chi đoàn mình đã có 4\/6 bạn gửi phiếu\./,
    );
    const names = demo.world.district.members.map(({ fullName }) => fullName);
    expect(names.filter((name) => `${opening}${reminder}`.includes(name))).toEqual([]);
    expect(found).toEqual([]);
    own.noFaults();
    await own.close();
  });

  it('lets the district’s staff look and not write', async () => {
    const own = await openAs(demo.world.district.roleAccount.email);
    await own.side.getByRole('list').first().waitFor();
    const branches = await own.findings();
    await own.button(/Chi đoàn Khu phố 2/).click();
    await own.side.getByRole('heading', { name: 'Chi đoàn Khu phố 2' }).waitFor();
    const review = await own.findings();
    const offered = await own.button(/Công nhận|Nhận đánh giá thay|Trả lại|Khôi phục/).count();

    expect([branches, review]).toEqual([[], []]);
    expect(offered).toBe(0);
    own.noFaults();
    await own.close();
  });
});
