import type { SidebarPage } from './sidebar-page';

/** What a branch of thirty looks like while it is graded: everybody agreed with but every fifth, who differs in one criterion. */
export const THIRTY = { members: 30, everyNth: 5 } as const;

/** A place on the way at which whoever measures or checks may look at the page. */
export type Stop = (where: 'BEGIN' | 'REASON' | 'DONE') => Promise<void>;

/**
 * Grades a branch of thirty with the keyboard alone (issue 4, keys30): 24 are agreed with, 6 get *Chưa hoàn thành* for the third criterion, the
 * first of them with a reason that is typed, the others with the same one out of the bank. Answers the key presses.
 */
export async function gradeThirty(own: SidebarPage, stop: Stop): Promise<number> {
  const { side, press } = own;
  const { members, everyNth } = THIRTY;
  await side.getByText(`1/${members}`, { exact: true }).waitFor();
  await stop('BEGIN');
  for (let place = 1; place <= members; place += 1) {
    await side.getByText(`${place}/${members}`, { exact: true }).waitFor();
    if (place % everyNth !== 0) {
      await press('Enter');
      continue;
    }
    await press('Digit3', 'KeyC', 'Enter');
    await side.locator('#reason:focus').waitFor();
    if (place === everyNth) {
      await own.type('Chưa dự đủ các buổi đã đăng ký');
      await stop('REASON');
    } else await press('ArrowDown');
    // One key agrees with the rest and goes on.
    await press('Enter');
  }
  await side.getByRole('heading', { name: `Đã đánh giá hết ${members} đoàn viên` }).waitFor();
  await stop('DONE');
  return own.presses();
}
