import type { Browser, Page } from 'playwright-core';
import { CRITERION_CODES } from '../../src/programme/criteria';
import { endOfDay, startOfDay } from '../../src/programme/dates';
import { newWaveActs } from '../../src/demo/recount/acts';
import { sendSheet } from '../../src/demo/people/members';
import type { PlannedSheet } from '../../src/demo/people/planned-sheets';
import { HOUR, MINUTE } from '../../src/demo/world/calendar';
import { openWorld, setUpDistrict } from '../../src/demo/world/set-up';
import {
  assessOwnBranch,
  gradeAnew,
  gradeEverybody,
  recogniseBranch,
  returnBranch,
  send,
} from './committee-acts';
import { type DemoServer, committeeOf, serveWorld } from './demo-server';
import { openForm } from './form-page';
import { openSidebarPage, type SidebarPage } from './sidebar-page';
import { readSummary } from './summary-grid';
import {
  type BranchSizes,
  assessment,
  levelsAt,
  LONG_BRANCH,
  passTo,
  registration,
  SHORT_BRANCH,
  WARD,
  wardDistrict,
  waveForm,
  WAVE,
} from './ward-world';
import { openBrowser } from './workspace-browser';

const MEMBERS: BranchSizes = { [LONG_BRANCH]: 6, [SHORT_BRANCH]: 5 };
const ALL = 11;
const RETURN_REASON = 'Ghi rõ lý do ở tiêu chí 1 rồi gửi lại';

let browser: Browser;
let demo: DemoServer;
beforeAll(async () => {
  browser = await openBrowser();
  const world = openWorld(wardDistrict(9, MEMBERS));
  setUpDistrict(world);
  world.workspace.setClock(startOfDay(WAVE.registrationOpens) + 6 * HOUR);
  demo = await serveWorld(world);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});

/** Presses an item of the district's menu, waits for that last word of what it did, and answers all it said. */
async function runFromMenu({ page }: SidebarPage, item: string, last: string): Promise<string> {
  await page.getByRole('button', { name: 'Rèn luyện và hành động', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
  const toasts = page.locator('.toast');
  await toasts.getByText(last).waitFor();
  const said = (await toasts.locator('p').allInnerTexts()).join(' ');
  while ((await toasts.count()) > 0) await toasts.getByRole('button').first().click();
  return said;
}

/** Reads the summary and its chart in words, in a window wide enough for all columns. */
async function summaryOn(page: Page) {
  await page.setViewportSize({ width: 3200, height: 1200 });
  await page
    .getByRole('navigation', { name: 'Trang tính' })
    .getByRole('button', { name: 'Tổng hợp Đợt I' })
    .click();
  await page.getByText('Tổng cộng').first().waitFor();
  return {
    rows: await readSummary(page),
    charts: await page
      .getByRole('img', { name: /^Biểu đồ/ })
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '')),
  };
}

it('a wave from its opening to the figures in Tổng hợp Đợt I, done on the pages', async () => {
  const { world } = demo;
  const { district, workspace } = world;
  const found: (readonly string[])[] = [];
  const acts = newWaveActs(WAVE.code);

  const role = await openSidebarPage(browser, demo, { unit: '', email: district.roleAccount.email });
  await role.button('Mở đợt').click();
  await role.side.getByRole('dialog').getByRole('button', { name: 'Mở đợt' }).click();
  await role.side.getByText('Đợt I đã mở, đang ở bước Đăng ký.').waitFor();
  found.push(await role.findings());

  // One member on a phone, the others by the same form without a screen.
  const form = waveForm(world);
  const member = district.members.filter(({ branch }) => branch === LONG_BRANCH)[5]!;
  const others = district.members.filter((one) => one !== member);
  const sendQuietly = (sheet: PlannedSheet): void =>
    void sendSheet(world, form, acts, { ...sheet, at: workspace.now() }, new Map());
  const phone = await openForm(browser, demo.url, form.linkOf(LONG_BRANCH));
  const refused = await phone.introduce(member, 'Phiếu đăng ký');
  await phone.register(
    member,
    CRITERION_CODES.map((_, index) =>
      index === 2 ? { words: 'Dạy kèm hai em lớp 5 vào tối thứ Ba' } : index === 9 ? 'NONE' : 'SUGGESTED',
    ),
  );
  found.push(await phone.findings());
  await phone.next();
  const registered = await phone.signAndSend(member);
  found.push(await phone.findings());
  await phone.close();
  for (const one of others) sendQuietly(registration(one));
  await runFromMenu(role, 'Nhận phiếu mới', 'Đã chuyển phiếu về 1 sổ cơ sở.');

  passTo(world, endOfDay(WAVE.registrationCloses) + 3 * MINUTE);
  passTo(world, startOfDay(WAVE.selfOpens));
  const again = await openForm(browser, demo.url, form.linkOf(LONG_BRANCH));
  await again.introduce(member, 'Phiếu tự đánh giá');
  await again.assess('4433434430', 'Có ảnh và danh sách điểm danh', 'Khá');
  found.push(await again.findings());
  const assessed = await again.signAndSend(member);
  await again.close();
  // The last one never assesses himself.
  others
    .slice(0, -1)
    .forEach((one, place) => sendQuietly(assessment(one, place % 4 === 3 ? '3333333333' : levelsAt(place))));
  await role.reopen();
  await role.button('Nhận phiếu mới').click();
  await role.side.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click();
  await role.side.getByText(`Đăng ký ${ALL}/${ALL}, tự đánh giá ${ALL - 1}/${ALL}`).waitFor();
  passTo(world, endOfDay(WAVE.selfCloses) + 3 * MINUTE);

  // Both branches, by keyboard.
  const classes = new Map<string, string>();
  const desks: SidebarPage[] = [];
  for (const branch of [LONG_BRANCH, SHORT_BRANCH]) {
    const own = await openSidebarPage(browser, demo, {
      unit: WARD,
      email: committeeOf(world, branch)[0]!.email,
    });
    desks.push(own);
    for (const [name, given] of await gradeEverybody(own, MEMBERS[branch] ?? 0)) classes.set(name, given);
    await own.untilSaved();
    await assessOwnBranch(own);
    await send(own);
  }

  const base = await openSidebarPage(browser, demo, {
    unit: WARD,
    email: committeeOf(world, WARD)[0]!.email,
  });
  await base.side.getByText('2 chi đoàn đã gửi, chờ Đoàn cơ sở xem xét, công nhận.').waitFor();
  await returnBranch(base, /Chi đoàn Khu phố 2/, RETURN_REASON);
  const [, second] = desks;
  await second!.reopen();
  await second!.side.getByText(RETURN_REASON).waitFor();
  await gradeAnew(second!, MEMBERS[SHORT_BRANCH] ?? 0);
  await second!.untilSaved();
  await second!.tab('Chi đoàn');
  await send(second!);
  await base.reopen();
  await recogniseBranch(base, /Chi đoàn Khu phố 1/);
  await base.button('Các chi đoàn').first().click();
  await recogniseBranch(base, /Chi đoàn Khu phố 2/);
  await base.tab('Đoàn cơ sở');
  await base.button('Gửi về Quận đoàn').click();
  await base.side.getByRole('dialog').getByRole('button', { name: 'Gửi', exact: true }).click();
  await base.side.getByText('Đã gửi về Quận đoàn.').waitFor();
  found.push(await base.findings());

  const read = await runFromMenu(role, 'Lấy kết quả từ các cơ sở', 'Đã đọc 1/1 sổ cơ sở');
  await runFromMenu(role, 'Lập lại bảng tổng hợp', 'Đã lập lại bảng tổng hợp.');
  const { rows, charts } = await summaryOn(role.page);

  const given = (name: string): string => String([...classes.values()].filter((one) => one === name).length);
  const expected = {
    'Số chi đoàn': '2',
    'Tổng số đoàn viên': String(ALL),
    'Đăng ký: SL': String(ALL),
    'Tự đánh giá: SL': String(ALL - 1),
    'Chi đoàn đã đánh giá: SL': String(ALL),
    'Xuất sắc: SL': given('Xuất sắc'),
    'Khá: SL': given('Khá'),
    'Trung bình: SL': given('Trung bình'),
    'Yếu: SL': given('Yếu'),
    'Được công nhận: SL': String(ALL),
  };
  const chart = (title: string): string => charts.find((words) => words.includes(`“${title}”`)) ?? '';
  expect(chart('Tiến độ theo đơn vị')).toContain(`Chi đoàn đã đánh giá: P. 5 · ${ALL}/${ALL} ${ALL}.`);
  expect(chart('Xếp loại đoàn viên theo đơn vị')).toMatch(
    new RegExp(
      `Xuất sắc: [^.]*\\. 5 [^.]* ${given('Xuất sắc')}\\..*Trung bình: [^.]*\\. 5 [^.]* ${given('Trung bình')}\\.`,
    ),
  );
  expect(read).toContain('1 sổ có kết quả mới');
  expect(refused).toBe(2);
  expect(registered).toMatch(/^Đã nhận phiếu đăng ký của bạn\./);
  expect(assessed).toMatch(/^Đã nhận phần tự đánh giá của bạn\./);
  expect(found.flat()).toEqual([]);
  for (const name of ['Đoàn Phường 5', 'Tổng cộng'])
    expect(Object.fromEntries(rows.get(name) ?? [])).toMatchObject(expected);
  for (const own of [role, base, ...desks]) {
    own.noFaults();
    await own.close();
  }
}, 100_000);
