import type { Browser, FrameLocator } from 'playwright-core';
import { assessOwnBranch, recogniseBranch, send } from './committee-acts';
import { type DemoServer, committeeOf, serveWorld } from './demo-server';
import { openSidebarPage, type SidebarPage } from './sidebar-page';
import { SHORT_BRANCH, WARD, wardToGrade } from './ward-world';
import { openBrowser } from './workspace-browser';

let browser: Browser;
let demo: DemoServer;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await serveWorld(wardToGrade(10, { [SHORT_BRANCH]: 6 }).world);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});

const openAs = (code: string) =>
  openSidebarPage(browser, demo, { unit: WARD, email: committeeOf(demo.world, code)[0]!.email });
const paper = (frame: FrameLocator, name: string) => frame.getByRole('region', { name });
const choose = (frame: FrameLocator, name: string) =>
  frame.getByRole('combobox', { name: 'In' }).selectOption({ label: name });

/** Chooses a sheet and answers its words; axe-core's findings go into `found`. */
async function wordsOf(
  own: SidebarPage,
  found: Record<string, readonly string[]>,
  sheet: string,
  region: string,
): Promise<string> {
  await choose(own.window, sheet);
  await paper(own.window, region).waitFor();
  found[sheet] = await own.windowFindings();
  return paper(own.window, region).innerText();
}

describe('what a committee prints', () => {
  it('is the branch’s list, slips and minutes, and the base unit’s list of the recognised and report, in the official form', async () => {
    const found: Record<string, readonly string[]> = {};
    const branch = await openAs(SHORT_BRANCH);
    await branch.side.getByText('1/6', { exact: true }).waitFor();
    await branch.press('Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter');
    await branch.untilSaved();
    await assessOwnBranch(branch);
    await branch.button('In biên bản').click();
    await paper(branch.window, 'Biên bản của Chi đoàn Khu phố 2').waitFor();
    found['minutes'] = await branch.windowFindings();
    const minutes = await paper(branch.window, 'Biên bản của Chi đoàn Khu phố 2').innerText();
    const list = await wordsOf(
      branch,
      found,
      'Danh sách đoàn viên',
      'Danh sách đoàn viên Chi đoàn Khu phố 2',
    );
    const slips = await wordsOf(branch, found, 'Phiếu đã đăng ký', 'Phiếu đã đăng ký của Chi đoàn Khu phố 2');
    const offered = await branch.window
      .getByRole('combobox', { name: 'In' })
      .getByRole('option')
      .allInnerTexts();
    await branch.page.getByTestId('dialog').getByRole('button', { name: /^Đóng/ }).click();
    await send(branch);

    const base = await openAs(WARD);
    await recogniseBranch(base, /Chi đoàn Khu phố 2/, { number: '12-QĐ/ĐTN', day: '14/04/2014' });
    await base.openWindow('Lập báo cáo của đơn vị');
    await paper(base.window, 'Báo cáo của đơn vị').waitFor();
    found['report'] = await base.windowFindings();
    const report = await paper(base.window, 'Báo cáo của đơn vị').innerText();
    const recognised = await wordsOf(base, found, 'Danh sách công nhận', 'Danh sách công nhận');
    await base.page.emulateMedia({ media: 'print' });
    const toolsOnPaper = await base.window.getByRole('button', { name: 'In', exact: true }).isVisible();

    expect(minutes).toMatch(/ĐOÀN PHƯỜNG 5[\s\S]*CHI ĐOÀN KHU PHỐ 2[\s\S]*\*\*\*[\s\S]*-BB\/CĐ/);
    expect(minutes).toContain('BIÊN BẢN');
    expect(minutes).toContain('Họp Ban Chấp hành chi đoàn đánh giá kết quả Đợt I');
    expect(minutes).toContain('Đủ đoàn viên tham gia');
    expect(minutes).toMatch(/THƯ KÝ[\s\S]*CHỦ TRÌ/);
    expect(list.match(/Xuất sắc/g)?.length).toBeGreaterThanOrEqual(6);
    expect(slips.match(/việc đã đăng ký/g)).toHaveLength(6);
    expect(offered).not.toContain('Báo cáo của đơn vị');
    expect(report).toMatch(/BAN CHẤP HÀNH ĐOÀN PHƯỜNG 5[\s\S]*-BC\/ĐTN/);
    expect(report).toContain('1- Đăng ký: có 06/06 đoàn viên đăng ký, đạt tỷ lệ 100%');
    expect(report).toContain('4- Kết quả được công nhận: Xuất sắc 06 (100%)');
    expect(report).toMatch(/TM\. BAN CHẤP HÀNH\s+BÍ THƯ/);
    expect(recognised).toContain('Danh sách có 06 đoàn viên.');
    expect(recognised).toContain('(Kèm theo Quyết định số 12-QĐ/ĐTN ngày 14/4/2014)');
    expect(toolsOnPaper).toBe(false);
    expect(Object.values(found).flat()).toEqual([]);
    expect(Object.keys(found)).toHaveLength(5);
    for (const own of [branch, base]) {
      own.noFaults();
      await own.close();
    }
  }, 90_000);
});
