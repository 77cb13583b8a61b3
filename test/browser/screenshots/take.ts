import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { waveOf } from '../../../src/demo/world/calendar';
import { posterLinks } from '../../../src/demo/world/files';
import { type DemoServer, committeeOf, serveDemo } from '../demo-server';
import { openForm } from '../form-page';
import { openSidebarPage, type SidebarPage } from '../sidebar-page';
import { openBrowser } from '../workspace-browser';
import { FOLDER, take, takeSidebar, windowOf } from './camera';
import { takeStates } from './states';

const BRANCH = 'P05-KP3';
const UNIT = 'P05';

async function open(browser: Browser, demo: DemoServer, code: string, height = 840): Promise<SidebarPage> {
  const isBase = code.startsWith(UNIT);
  const { email } = isBase ? committeeOf(demo.world, code)[0]! : demo.world.district.roleAccount;
  const context = await windowOf(browser, { width: 1280, height }, isBase);
  return openSidebarPage(browser, demo, { unit: isBase ? UNIT : '', email, context });
}

async function takeHome(browser: Browser, demo: DemoServer): Promise<void> {
  const context = await windowOf(browser, { width: 1280, height: 800 });
  const page = await context.newPage();
  const { name } = committeeOf(demo.world, BRANCH)[0]!;
  await page.goto(demo.url);
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { name: `Tệp ${name} mở được` }).waitFor();
  await take('home', page);
  await context.close();
}

async function takeForm(browser: Browser, demo: DemoServer): Promise<void> {
  const poster = posterLinks(demo.world, waveOf('2014-C1')).get(BRANCH) ?? '';
  const member = demo.world.district.members.find(
    ({ branch, role }) => branch === BRANCH && role === 'Đoàn viên',
  );
  if (!member) throw new Error(`${BRANCH} has no members`);
  const form = await openForm(browser, demo.url, poster);
  const { page } = form;
  await page.getByRole('textbox', { name: 'Họ và tên' }).waitFor();
  await take('form', page);
  await form.introduce(member, 'Phiếu tự đánh giá');
  const question = page.getByRole('radiogroup', { name: /^1\. / });
  await question.getByRole('radio').first().check();
  await page
    .getByRole('textbox', { name: 'Minh chứng 1', exact: true })
    .fill('Bài thu hoạch, ảnh buổi sinh hoạt 26/3');
  await question.evaluate((card) => {
    (document.activeElement as HTMLElement | null)?.blur();
    card.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  await take('form-assess', page);
  await form.close();
}

async function takeBranch(browser: Browser, demo: DemoServer): Promise<void> {
  const own = await open(browser, demo, BRANCH);
  const { side, press } = own;
  await side.getByRole('heading', { level: 2 }).waitFor();
  await press('Enter');
  await own.untilSaved();
  await takeSidebar('grading', own);
  await press('Digit2', 'KeyC', 'Enter');
  await side.locator('#reason:focus').waitFor();
  await own.type('Mới giúp được một buổi');
  await takeSidebar('grading-reason', own);
  await press('Escape', 'Slash');
  await side.getByRole('list', { name: 'Đoàn viên của chi đoàn' }).waitFor();
  await takeSidebar('grading-list', own);
  await press('Escape');
  await own.tab('Chi đoàn');
  await side.getByRole('heading', { name: 'Trước khi gửi' }).waitFor();
  await takeSidebar('send', own);
  await own.close();
}

/** The last picture: what was not saved may still arrive when the page is closed. */
async function takeOffline(browser: Browser, demo: DemoServer): Promise<void> {
  const own = await open(browser, demo, BRANCH);
  const { side, page, press } = own;
  await side.getByRole('heading', { level: 2 }).waitFor();
  await page.context().setOffline(true);
  await press('Enter');
  await page.clock.fastForward(11_000);
  await side.getByText(/^Chưa lưu được/).waitFor();
  await takeSidebar('grading-offline', own);
  await own.close();
}

async function takeWide(browser: Browser, demo: DemoServer): Promise<void> {
  const context = await windowOf(browser, { width: 1280, height: 960 });
  const { email } = committeeOf(demo.world, BRANCH)[0]!;
  const own = await openSidebarPage(browser, demo, { unit: UNIT, email, context });
  const { page } = own;
  await page.getByRole('button', { name: 'Tiện ích mở rộng', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Mở bảng rộng (cả chi đoàn)' }).click();
  const wide = page.getByTestId('dialog').frameLocator('iframe');
  await wide.getByRole('heading', { level: 2 }).first().waitFor();
  await take('wide', page.getByTestId('dialog').locator('iframe'));
  await own.close();
}

async function takeBase(browser: Browser, demo: DemoServer): Promise<void> {
  const own = await open(browser, demo, UNIT);
  await own.side.locator('.branches').waitFor();
  await takeSidebar('branches', own);
  await own.button(/Chi đoàn Khu phố 2/).click();
  await own.side.locator('li.row').first().getByRole('button').first().click();
  await takeSidebar('review', own);
  await own.close();
}

async function takeDistrict(browser: Browser, demo: DemoServer): Promise<void> {
  const own = await open(browser, demo, '', 1240);
  const { page } = own;
  await own.side.locator('.steps').waitFor();
  await takeSidebar('console', own);
  await page
    .getByRole('button', { name: /^Đóng / })
    .first()
    .click();
  await page.setViewportSize({ width: 1720, height: 800 });
  const tabs = page.getByRole('navigation', { name: 'Trang tính' });
  await tabs.getByRole('button', { name: /Tổng hợp Đợt I$/ }).click();
  await page.getByText('Tổng cộng').first().waitFor();
  await page
    .getByRole('img', { name: /^Biểu đồ/ })
    .first()
    .waitFor();
  await take('summary', page);
  await own.close();
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const demo = await serveDemo();
  const browser = await openBrowser();
  try {
    for (const takeAll of [takeHome, takeForm, takeBranch, takeWide, takeBase, takeDistrict, takeOffline])
      await takeAll(browser, demo);
    await takeStates(browser);
  } finally {
    await browser.close();
    await demo.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
