import type { Browser, Page } from 'playwright-core';
import type { LinksView } from '../../src/contract/district';
import { bookNamed, recordsOf, tabIn } from '../district/books';
import { must, openedDistrict, SELF_DAY, STAFF, valueOf, WAVE } from '../district/small-district';
import { withServer } from '../local/server/visitor';
import { axeFindings, openBrowser, openWindow, PHONE } from './workspace-browser';

const district = openedDistrict();
const { workspace } = district;

function links(): LinksView {
  return valueOf(district.ask('openLinks', { wave: WAVE.code, unit: 'P05' }, STAFF));
}

/** A link of Google's at the address of the offline workspace. */
function here(link: string, url: string): string {
  const { pathname, search } = new URL(link);
  return new URL(pathname + search, url).href;
}

function rowsOf(title: string): ReturnType<typeof recordsOf> {
  return recordsOf(tabIn(bookNamed(workspace, 'Sổ tiếp nhận phiếu 2014').data, title));
}

const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Tiếp' }).click();

/** Width that has to be scrolled sideways. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

async function identify(page: Page, birthDate: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Nguyễn Thị Ánh');
  await page.getByRole('textbox', { name: /^Ngày, tháng, năm sinh/ }).fill(birthDate);
  await next(page);
  await page.getByRole('radio', { name: 'Tôi đã đọc, hiểu rõ và đồng ý.' }).check();
  await next(page);
}

describe('a member with a phone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('registers from the poster of the branch', async () => {
    const poster = links().branches[0]?.poster ?? '';

    await withServer({ workspace }, async ({ url }) => {
      const { page, noFaults } = await openWindow(browser, here(poster, url), PHONE);
      await page.getByRole('textbox', { name: 'Chi đoàn' }).waitFor();
      const branch = await page.getByRole('textbox', { name: 'Chi đoàn' }).inputValue();
      await identify(page, '05/09/1994');
      await page.getByRole('radio', { name: 'Phiếu đăng ký' }).check();
      await next(page);
      await page.getByRole('radio', { name: 'Thanh niên sinh hoạt ở khu phố' }).check();
      await next(page);
      await page.getByText('PHẦN I. RÈN LUYỆN (05 tiêu chí)').waitFor();
      for (const choice of await page.getByRole('radio', { name: 'Tôi đăng ký như gợi ý' }).all())
        await choice.check();
      const found = await axeFindings(page);
      const wide = await sideways(page);
      await next(page);
      await page.getByRole('textbox', { name: /^Ký tên/ }).fill('Nguyễn Thị Ánh');
      await page.getByRole('checkbox', { name: /^Tôi cam kết/ }).check();
      await page.getByRole('button', { name: 'Gửi' }).click();
      await page.getByText('Đã nhận phiếu đăng ký của bạn').waitFor();

      expect(branch).toBe('P05-KP1 – Chi đoàn Khu phố 1');
      expect(found).toEqual([]);
      expect(wide).toBeLessThanOrEqual(0);
      noFaults();
    });
    must(district.press('collect', WAVE.code));

    const [row] = rowsOf('Đăng ký – Đợt I');
    expect(row).toMatchObject({ member: 'DV-01', linkBranch: 'P05-KP1', signature: 'Nguyễn Thị Ánh' });
    expect(row?.A5).toMatch(/^Như gợi ý: /);
  }, 60_000);

  it('assesses herself from her own link, with what she registered in front of her', async () => {
    workspace.setClock(SELF_DAY);
    must(district.press('collect', WAVE.code));
    const message = links().branches[0]?.members[0]?.message ?? '';
    const link = /https:\/\/\S+/.exec(message)?.[0] ?? '';

    await withServer({ workspace }, async ({ url }) => {
      const { page, noFaults } = await openWindow(browser, here(link, url), PHONE);
      await page.getByRole('textbox', { name: 'Họ và tên' }).waitFor();
      await identify(page, '05/09/1994');
      await page.getByRole('radio', { name: 'Phiếu tự đánh giá' }).check();
      await next(page);
      const registered = await page.getByRole('textbox', { name: 'Đã đăng ký' }).inputValue();
      for (const choice of await page.getByRole('radio', { name: /^Hoàn thành tốt/ }).all())
        await choice.check();
      await page.getByRole('textbox', { name: /^Minh chứng 1\b/ }).fill('Dọn vệ sinh hẻm 5');
      await page.getByRole('radio', { name: 'Xuất sắc' }).first().check();
      await page.getByRole('textbox', { name: /^Ký tên/ }).fill('Nguyễn Thị Ánh');
      await page.getByRole('checkbox', { name: /^Tôi cam đoan/ }).check();
      const found = await axeFindings(page);
      const wide = await sideways(page);
      await page.getByRole('button', { name: 'Gửi' }).click();
      await page.getByText('Đã nhận phần tự đánh giá của bạn').waitFor();

      expect(registered).toMatch(/^1\. /);
      expect(found).toEqual([]);
      expect(wide).toBeLessThanOrEqual(0);
      noFaults();
    });
    must(district.press('collect', WAVE.code));

    const [row] = rowsOf('Tự đánh giá – Đợt I');
    expect(row).toMatchObject({
      member: 'DV-01',
      matchedHow: 'Đường dẫn riêng',
      'level.R1': 'Hoàn thành tốt',
      'evidence.R1': 'Dọn vệ sinh hẻm 5',
    });
  }, 60_000);
});
