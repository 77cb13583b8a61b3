import type { Browser } from 'playwright-core';
import { endOfDay, startOfDay } from '../../src/programme/dates';
import { createRandom } from '../../src/demo/invent/random';
import { sendSheet } from '../../src/demo/people/members';
import { finishBranch, gradeBranch } from '../../src/demo/people/branch-committee';
import type { PlannedSheet } from '../../src/demo/people/planned-sheets';
import { newWaveActs } from '../../src/demo/recount/acts';
import { HOUR, MINUTE } from '../../src/demo/world/calendar';
import { booksByUnit } from '../../src/demo/world/files';
import { fillIn, openWorld } from '../../src/demo/world/set-up';
import { chartsOn, numberOf, type DrawnChart } from './console-charts';
import { serveWorld, type DemoServer } from './demo-server';
import { openSidebarPage, type SidebarPage } from './sidebar-page';
import {
  assessment,
  type BranchSizes,
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

let browser: Browser;
let demo: DemoServer;
beforeAll(async () => {
  browser = await openBrowser();
  demo = await serveWorld(openWorld(wardDistrict(9, MEMBERS)));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});

/** Presses a step's button, answers the question after filling its fields, and waits for what it says when it is done. */
async function press(
  { side, button }: SidebarPage,
  name: string | RegExp,
  yes: string,
  done: string | RegExp,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  await button(name).first().click();
  const question = side.getByRole('dialog');
  await question.getByRole('button', { name: yes, exact: true }).waitFor();
  const asked = await question.innerText();
  for (const [label, text] of Object.entries(fields)) await question.getByLabel(label).fill(text);
  await question.getByRole('button', { name: yes, exact: true }).click();
  await question.waitFor({ state: 'detached' });
  await side.getByText(done).first().waitFor();
  return asked;
}

/** The ten steps with their states, as a screen reader is told them. */
function statesOf({ side }: SidebarPage): Promise<readonly string[]> {
  return side.locator('ol.steps > li h2').allInnerTexts();
}

/** Opens a tab in a window that shows it whole, and reads its charts. */
async function chartsOf({ page }: SidebarPage, title: string): Promise<readonly DrawnChart[]> {
  await page.setViewportSize({ width: 3200, height: 2200 });
  await page
    .getByRole('navigation', { name: 'Trang tính' })
    .getByRole('button', { name: title })
    .first()
    .click();
  await page
    .getByText(/^Số liệu của biểu đồ/)
    .first()
    .waitFor();
  await page.getByTestId('chart').first().locator('svg text').first().waitFor();
  const charts = await chartsOn(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  return charts;
}

it('the ten steps of the console, from an empty workbook to the year’s end, and the charts of the summaries', async () => {
  const { world } = demo;
  const { workspace, district } = world;
  const random = createRandom(9).fork('console');
  const found: (readonly string[])[] = [];
  const acts = newWaveActs(WAVE.code);

  const role = await openSidebarPage(browser, demo, { unit: '', email: district.roleAccount.email });
  const { side, button } = role;
  await side.getByText('Sổ này chưa có các trang. Bấm để tạo.').waitFor();
  const atFirst = await statesOf(role);
  found.push(await role.findings());

  // 1, 2: the tabs, then what only people know, typed into them.
  await press(role, 'Kiểm tra lại', 'Thực hiện', /chỗ cần sửa/);
  fillIn(world);
  demo.changed();
  await button('Chạy tiếp').click();
  await side.getByText(/^Đã kiểm tra lúc/).waitFor();
  await side.getByText(`${ALL} đoàn viên, 2 chi đoàn, 1 đơn vị.`).waitFor();

  // 3, 4
  const books = await press(role, 'Tạo sổ cơ sở', 'Thực hiện', 'Đã có 1/1 sổ cơ sở.');
  workspace.setClock(startOfDay(WAVE.registrationOpens) + 6 * HOUR);
  await role.reopen();
  const opening = await press(role, 'Mở đợt', 'Mở đợt', 'Đợt I đã mở, đang ở bước Đăng ký.');
  found.push(await role.findings());

  // Members send; 5 takes it in.
  const form = waveForm(world);
  const send = (sheet: PlannedSheet): void =>
    void sendSheet(world, form, acts, { ...sheet, at: workspace.now() }, new Map());
  for (const member of district.members) send(registration(member));
  await press(role, 'Nhận phiếu mới', 'Thực hiện', `Đăng ký ${ALL}/${ALL}`);
  passTo(world, endOfDay(WAVE.registrationCloses) + 3 * MINUTE);
  passTo(world, startOfDay(WAVE.selfOpens));
  district.members
    .slice(0, -1)
    .forEach((member, place) =>
      send(assessment(member, levelsAt(place).replace('3', place % 2 === 0 ? '2' : '3'))),
    );
  passTo(world, endOfDay(WAVE.selfCloses) + 3 * MINUTE);
  const book = booksByUnit(world).get(WARD) ?? '';
  const [long, short] = district.branches;
  const desk = { world, acts, wave: WAVE, book };
  gradeBranch({ ...desk, branch: long! }, 'ALL', random);
  finishBranch({ ...desk, branch: long! }, random);
  gradeBranch({ ...desk, branch: short! }, 'READY', random);
  await role.reopen();
  await press(role, 'Lấy kết quả từ các cơ sở', 'Thực hiện', /chi đoàn đã đánh giá (10|11)\/11\./);

  // 6: what a reminder is, before it goes; and the officer's list of what hinders.
  const reminder = await press(role, 'Nhắc đơn vị chưa xong', 'Gửi', /Đã gửi \d+\/\d+ thư\./);
  await press(role, 'Cập nhật vướng mắc', 'Thực hiện', /Đã xem 1\/1 sổ cơ sở/);

  // 7, and what the summaries show.
  await press(role, 'Lập lại bảng tổng hợp', 'Thực hiện', /^Đã lập lúc/);
  found.push(await role.findings());
  const drawn = [
    ...(await chartsOf(role, 'Tổng hợp Đợt I')),
    ...(await chartsOf(role, 'Theo đối tượng')),
    ...(await chartsOf(role, 'Theo tiêu chí')),
  ];

  // 8: one branch has not sent: locking asks for a reason.
  await button('Khóa đợt').click();
  const lock = side.getByRole('dialog');
  await lock
    .getByText(/chưa gửi kết quả/)
    .first()
    .waitFor();
  const locking = await lock.innerText();
  await lock.getByRole('textbox').fill('Chi đoàn Khu phố 2 khuyết Bí thư');
  found.push(await role.findings());
  await lock.getByRole('button', { name: 'Vẫn khóa' }).click();
  await side.getByText(/^Đã khóa lúc/).waitFor();

  // 9, 10
  await press(role, 'Làm báo cáo', 'Làm báo cáo', /^Đã làm lúc/);
  await press(role, 'Lập đề nghị cuối năm', 'Thực hiện', /^Đã lập lúc .* Đã khóa 1\/1 đợt\.$/);
  const atLast = await statesOf(role);
  found.push(await role.findings());

  expect(atFirst).toHaveLength(10);
  expect(atFirst.filter((text) => text.endsWith(': Chưa làm'))).toHaveLength(10);
  expect(books).toContain('Tạo 1 sổ cơ sở');
  expect(opening).toContain(`Mở Đợt I cho 1 đơn vị, ${ALL} đoàn viên`);
  expect(reminder).toMatch(/Gửi email nhắc 1 đơn vị chưa xong .*lần nhắc thứ 1 trong tối đa 3 lần/);
  expect(locking).toContain('Còn 1 chi đoàn chưa gửi kết quả');
  expect(atLast.map((text) => text.split(': ')[1])).toEqual([
    ...Array.from({ length: 5 }, () => 'Xong'),
    'Chưa làm',
    ...Array.from({ length: 4 }, () => 'Xong'),
  ]);
  expect(found.flat()).toEqual([]);
  role.noFaults();

  expect(drawn.map(({ title }) => title)).toEqual([
    'Tiến độ theo đơn vị',
    'Xếp loại đoàn viên theo đơn vị',
    'Xếp loại đoàn viên theo đối tượng',
    'Tiêu chí: tự đánh giá và chi đoàn đánh giá',
    'Đăng ký theo tiêu chí',
  ]);
  for (const chart of drawn) expectDrawn(chart);
  await role.close();
}, 150_000);

/** The drawing says each figure of the cells below the table: in words, and as a number in its bar. */
function expectDrawn({ title, words, texts, series, bars, isShare }: DrawnChart): void {
  // "… “title”. A: x 1; y 2. B: x 3; y 4."
  const starts = series.map((name, place) => words.indexOf(`${place === 0 ? '”. ' : '. '}${name}: `));
  const said = starts.map((from, place) => words.slice(from, starts[place + 1]));

  expect([title, starts]).toEqual([title, starts.filter((from) => from > 0)]);
  expect(bars.length * series.length).toBeGreaterThan(0);
  for (const [place, part] of said.entries())
    for (const [name, ...values] of bars) {
      const after = part.slice(part.indexOf(`${name} `) + name.length + 1);
      const drawn = numberOf(/^[\d.,]+/.exec(after)?.[0].replace(/[.,]$/, '') ?? '');
      // A cell shows whole percents, the drawing tenths of them.
      expect([title, name, Math.abs(drawn - (values[place] ?? NaN)) <= (isShare ? 0.5 : 0)]).toEqual([
        title,
        name,
        true,
      ]);
    }
  expect([title, texts]).toEqual([title, expect.arrayContaining([title, ...bars.map(([bar]) => bar)])]);
  if (isShare || series.length === 1) return;
  // In a bar parted by shares a number stands in every piece that is wide enough for it, and nowhere else.
  const labels = bars.flatMap(([, ...values]) => {
    const sum = values.reduce((all, value) => all + value, 0);
    return values.filter((value) => value > 0 && (100 * value) / sum >= 6).map(String);
  });
  expect([title, texts.filter((text) => /^\d+$/.test(text)).sort()]).toEqual([title, labels.sort()]);
}
