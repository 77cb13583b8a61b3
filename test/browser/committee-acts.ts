import type { SidebarPage } from './sidebar-page';

/** Fills in the branch's own assessment and saves it. */
export async function assessOwnBranch({ side, button, tab }: SidebarPage): Promise<void> {
  await tab('Chi đoàn');
  await side.getByRole('radio', { name: 'Khá' }).check();
  await side.getByRole('textbox', { name: 'Ngày họp Ban Chấp hành' }).fill('09/04/2014');
  await side.getByRole('textbox', { name: /^Thành phần dự họp/ }).fill('Bí thư\nPhó Bí thư');
  await side.getByRole('textbox', { name: 'Mặt làm được' }).fill('Đủ đoàn viên tham gia');
  await button('Lưu phần Chi đoàn tự đánh giá').click();
  await side.getByText('Chi đoàn đã tự xếp loại và ghi nhận định').waitFor();
}

/** Sends the branch's results from the page *Chi đoàn*. */
export async function send({ side, button }: SidebarPage): Promise<void> {
  await button(/^Gửi về Đoàn cơ sở/).click();
  await side.getByRole('dialog', { name: 'Gửi kết quả' }).getByRole('button', { name: /^Gửi/ }).click();
  await side.getByText('Đã gửi.').waitFor();
}

/**
 * Assesses everybody by keyboard: agrees with the self-assessment; the first member gets *Chưa thực hiện* for the first criterion, with a reason;
 * whoever has not assessed himself gets *Hoàn thành* for everything. Answers the classes by name, as the page proposes them.
 */
export async function gradeEverybody(own: SidebarPage, total: number): Promise<ReadonlyMap<string, string>> {
  const { side, press } = own;
  const classes = new Map<string, string>();
  await side.getByRole('navigation').getByText(`0/${total}`).waitFor();
  for (let place = 1; place <= total; place += 1) {
    await side.getByText(`${place}/${total}`, { exact: true }).waitFor();
    if (place === 1) {
      await press('Digit1', 'KeyK', 'Enter');
      await side.locator('#reason:focus').waitFor();
      await own.type('Không có trong danh sách dự học');
    } else if ((await side.getByText('Chưa tự xếp loại').count()) > 0)
      for (const digit of '1234567890') await press(`Digit${digit}`, 'KeyH');
    const name = (await side.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
    classes.set(name, await side.locator('main .propose .class').innerText());
    await press('Enter');
  }
  return classes;
}

/** After a return: goes through everybody and saves each as it stands. */
export async function gradeAnew(own: SidebarPage, total: number): Promise<void> {
  await own.tab(/^Đoàn viên/);
  for (let place = 1; place <= total; place += 1) {
    await own.side.getByText(`${place}/${total}`, { exact: true }).waitFor();
    await own.press('Enter');
  }
  await own.side.getByRole('heading', { name: `Đã đánh giá hết ${total} đoàn viên` }).waitFor();
}

/** The base committee gives a branch back as a whole; the page shows it among the branches again. */
export async function returnBranch(base: SidebarPage, branch: RegExp, reason: string): Promise<void> {
  await base.button(branch).click();
  await base.button('Trả lại cả chi đoàn…').click();
  const question = base.side.getByRole('dialog', { name: 'Trả lại cả chi đoàn' });
  await question.getByRole('textbox').fill(reason);
  await question.getByRole('button', { name: /^Trả lại/ }).click();
  await base.side.getByText('trả lại để bổ sung').first().waitFor();
}

/** The base committee recognises everybody of a branch and gives the branch the class it gave itself. */
export async function recogniseBranch(
  base: SidebarPage,
  branch: RegExp,
  decision: { readonly number: string; readonly day: string } | null = null,
): Promise<void> {
  await base.button(branch).click();
  await base.button(/^Công nhận cả chi đoàn/).click();
  if (decision) {
    await base.side.getByRole('textbox', { name: 'Số quyết định' }).fill(decision.number);
    await base.side.getByRole('textbox', { name: 'Ngày quyết định' }).fill(decision.day);
  }
  await base.side.getByRole('dialog').getByRole('button', { name: 'Công nhận', exact: true }).click();
  await base.side.getByText('đã công nhận').first().waitFor();
  await base.button('Xếp loại chi đoàn').click();
  await base.side.getByRole('dialog').getByRole('button', { name: 'Xếp loại chi đoàn', exact: true }).click();
  await base.button('Đổi…').waitFor();
}
