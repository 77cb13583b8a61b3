import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { formatDay } from '../../src/programme/dates';
import { openWorld, setUpDistrict } from '../../src/demo/world/set-up';
import { readTab } from '../../src/demo/world/sheet-reading';
import { CITIZEN, csv, nationalExport, type GivenFile } from './console-roster-files';
import { serveWorld, type DemoServer } from './demo-server';
import { openSidebarPage, type SidebarPage } from './sidebar-page';
import { LONG_BRANCH, SHORT_BRANCH, wardDistrict } from './ward-world';
import { openBrowser } from './workspace-browser';

const HEADINGS = ['Họ và tên', 'Ngày sinh', 'Chi đoàn'];

let browser: Browser;
let demo: DemoServer;
let role: SidebarPage;
beforeAll(async () => {
  browser = await openBrowser();
  const world = openWorld(wardDistrict(9, { [LONG_BRANCH]: 6, [SHORT_BRANCH]: 5 }));
  setUpDistrict(world);
  demo = await serveWorld(world);
  role = await openSidebarPage(browser, demo, { unit: '', email: world.district.roleAccount.email });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});

/** Goes to the page of lists, chooses a file, and waits for the question or for what is wrong with the file. */
async function choose({ side, button }: SidebarPage, file: GivenFile): Promise<string> {
  if (!(await side.getByLabel('Chọn tệp danh sách').isVisible())) await button('Chọn tệp danh sách').click();
  await side.getByLabel('Chọn tệp danh sách').setInputFiles(file);
  const question = side.getByRole('dialog').getByRole('button', { name: 'Thực hiện' });
  const trouble = side.locator('.banner');
  await question.or(trouble).first().waitFor();
  return (await question.isVisible()) ? side.getByRole('dialog').innerText() : trouble.innerText();
}

async function answer({ side }: SidebarPage, name: string): Promise<void> {
  await side.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await side.getByRole('dialog').waitFor({ state: 'detached' });
}

function names(): readonly string[] {
  const table = readTab(demo.world.workspace, demo.world.book, 'Đoàn viên');
  return table!.rows.map((row) => String(table!.cell(row, 'Họ và tên')));
}

it('the national system’s export, as it is: shown, then taken over; nothing else of it leaves the browser', async () => {
  const [first] = demo.world.district.members;
  const sent: string[] = [];
  role.page.on('request', (request) => sent.push(request.postData() ?? ''));
  const before = names();

  const asked = await choose(
    role,
    await nationalExport([
      { name: 'Mai Thị Xuân', born: new Date(Date.UTC(1996, 1, 1)), branch: SHORT_BRANCH },
      { name: first!.fullName, born: formatDay(first!.birthDate), branch: first!.branch },
    ]),
  );
  const found = await role.findings();
  const shown = names();
  await answer(role, 'Thực hiện');
  await role.side.getByText(/^Đã nhập danh sách: thêm 1, chuyển chi đoàn 0/).waitFor();

  expect(asked).toContain(
    'Nhập danh sách 2 đoàn viên: thêm 1, chuyển chi đoàn 0, sửa thông tin 0, giữ nguyên 1?',
  );
  expect(asked).toContain('Thêm mới (1)');
  expect(found).toEqual([]);
  expect(shown).toEqual(before);
  expect(names()).toEqual([...before, 'Mai Thị Xuân']);
  expect(sent.some((text) => text.includes('Mai Thị Xuân'))).toBe(true);
  expect(sent.filter((text) => text.includes(CITIZEN))).toEqual([]);
  await role.side.getByText('12 đoàn viên, 2 chi đoàn, 1 đơn vị.').waitFor();
}, 60_000);

const LIST = [HEADINGS, ['Đỗ Thị Yên', '09/09/1995', SHORT_BRANCH]];
it.each([
  ['commas', csv('a.csv', LIST)],
  ['semicolons after a byte order mark', csv('b.csv', LIST, { separator: ';', mark: '\ufeff' })],
  ['tabs in two bytes a letter', csv('c.txt', LIST, { separator: '\t', coding: 'utf16le', mark: '\ufeff' })],
])('a list as text with %s', async (_, file) => {
  const asked = await choose(role, file);
  expect(asked).toContain('Nhập danh sách 1 đoàn viên: thêm 1');
  await role.side.getByText('Thêm mới (1)').click();
  expect(await role.side.getByRole('dialog').innerText()).toContain('Đỗ Thị Yên (09/09/1995)');
  await answer(role, 'Hủy');
});

it.each([
  ['an old Excel file', { bytes: [0xd0, 0xcf, 0x11, 0xe0] }, /Excel cũ/],
  ['letters that are no Unicode', { bytes: [0x48, 0xf2, 0x20, 0xff, 0xfb] }, /không ở dạng Unicode/],
  ['a broken .xlsx', { bytes: [0x50, 0x4b, 3, 4, 9, 9] }, /Không đọc được tệp này/],
  ['an empty file', { bytes: [] }, /Tệp này trống/],
  ['a list without names', { bytes: [...Buffer.from('Tuổi,Quê\n19,x')] }, /Không tìm thấy cột họ và tên/],
])('%s is refused in words', async (_, { bytes }, said) => {
  const file = { name: 'x', mimeType: 'text/plain', buffer: Buffer.from(bytes) };
  expect(await choose(role, file)).toMatch(said);
  expect(await role.findings()).toEqual([]);
});

it('lines with mistakes are listed before anything is taken over', async () => {
  const wrong = [...LIST, ['Lý Văn Sai', '31/02/1996', SHORT_BRANCH], ['Lý Văn Lạc', '01/02/1996', 'P99']];
  const before = names();
  const asked = await choose(role, csv('sai.csv', wrong));
  await role.side.getByText('Chỗ cần sửa (2)').click();
  const lines = await role.side.getByRole('dialog').innerText();
  const found = await role.findings();
  await answer(role, 'Thực hiện');
  await role.side.getByText(/đã tô màu và ghi chú ngay tại ô/).waitFor();

  expect(asked).toContain('Danh sách có 2 chỗ cần sửa; chưa nhập dòng nào.');
  expect(lines).toContain('Nhập danh sách, dòng 4: Ngày sinh “31/02/1996” không có trong lịch.');
  expect(found).toEqual([]);
  expect(names()).toEqual(before);
}, 30_000);

it('the template can be taken home, filled in, and is read again', async () => {
  await role.button('Chọn tệp danh sách').click();
  const [download] = await Promise.all([
    role.page.waitForEvent('download'),
    role.button('Tải tệp mẫu').click(),
  ]);
  const buffer = readFileSync(await download.path());
  const asked = await choose(role, { name: 'mau.xlsx', mimeType: 'application/zip', buffer });
  await role.side.getByText('Thêm mới (2)').click();

  expect(download.suggestedFilename()).toBe('Mau-danh-sach-doan-vien.xlsx');
  expect(asked).toContain('Nhập danh sách 2 đoàn viên: thêm 2');
  expect(await role.side.getByRole('dialog').innerText()).toContain('Nguyễn Thị Ví Dụ (05/09/1994)');
  role.noFaults();
}, 30_000);
