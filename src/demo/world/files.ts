import type { Wave } from '../../programme/wave';
import { waveTitle } from './calendar';
import { needTab, readTab } from './sheet-reading';
import type { World } from './world';

/** Files of base workbooks by unit code, as *Đơn vị* lists them. */
export function booksByUnit({ workspace, book }: World): ReadonlyMap<string, string> {
  const table = needTab(workspace, book, 'Đơn vị');
  const books = new Map<string, string>();
  for (const row of table.rows) {
    const file = /\/spreadsheets\/d\/([\w-]+)/.exec(String(table.cell(row, 'Sổ cơ sở')))?.[1];
    if (file !== undefined) books.set(String(table.cell(row, 'Mã đơn vị')), file);
  }
  return books;
}

/** Id of a wave's form, as *Đợt* has it; null while the wave is not opened. */
export function findFormOfWave({ workspace, book }: World, wave: string): string | null {
  const table = needTab(workspace, book, 'Đợt');
  const row = table.rows.find((one) => table.cell(one, 'Mã đợt') === wave);
  const form = row ? String(table.cell(row, 'Mã biểu mẫu')) : '';
  return form === '' ? null : form;
}

/** As `findFormOfWave`, for a wave that is opened: throws while it is not. */
export function formOfWave(world: World, wave: string): string {
  const form = findFormOfWave(world, wave);
  if (form === null) throw new Error(`${wave} has no form`);
  return form;
}

/** The addresses of a wave's form on the branches' posters, by branch code: *Bắt đầu* of each base workbook has them under the wave. */
export function posterLinks(world: World, wave: Wave): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  const { branches } = world.district;
  for (const [unit, file] of booksByUnit(world)) {
    const table = readTab(world.workspace, file, 'Bắt đầu');
    let isWave = false;
    for (const row of table?.rows ?? []) {
      const [item, value, link] = ['Mục', 'Nội dung', 'Đường dẫn'].map((header) =>
        String(table?.cell(row, header) ?? ''),
      ) as [string, string, string];
      if (item.startsWith('Đợt ')) isWave = item.startsWith(`${waveTitle(wave)} – `);
      if (!isWave || link === '') continue;
      const branch = branches.find((one) => one.base === unit && one.name === value);
      if (branch) links.set(branch.code, link);
    }
  }
  return links;
}

/** File of *Sổ tiếp nhận phiếu*. Throws when there is none. */
export function intakeFile({ workspace }: World, programme: string): string {
  const name = `Sổ tiếp nhận phiếu ${programme}`;
  const file = Object.values(workspace.state.files).find((one) => one.name === name && !one.trashed);
  if (!file) throw new Error(`There is no ${name}`);
  return file.id;
}
