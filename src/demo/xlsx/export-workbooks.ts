import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SpreadsheetData } from '../../local/sheets/model/book';
import { bookOf } from '../world/sheet-reading';
import type { World } from '../world/world';
import { addNativeCharts } from './native-charts';
import { writeWorkbook } from './write-workbook';

/** A file that was written. */
export interface ExportedWorkbook {
  readonly path: string;
  readonly charts: number;
}

/** Writes workbooks as .xlsx into a folder, with their charts: *Sổ Quận đoàn* alone, or every workbook. */
export async function exportWorkbooks(
  world: World,
  dir: string,
  which: 'summary' | 'all',
): Promise<readonly ExportedWorkbook[]> {
  mkdirSync(dir, { recursive: true });
  const books: readonly SpreadsheetData[] =
    which === 'summary'
      ? [bookOf(world.workspace, world.book)]
      : Object.values(world.workspace.state.files)
          .filter((file) => file.kind === 'spreadsheet' && !file.trashed)
          .map((file) => bookOf(world.workspace, file.id));
  const exported: ExportedWorkbook[] = [];
  for (const book of books) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time: all workbooks of a district at once would fill the memory
    exported.push(await exportWorkbook(book, dir));
  }
  return exported;
}

async function exportWorkbook(book: SpreadsheetData, dir: string): Promise<ExportedWorkbook> {
  const path = join(dir, `${book.name.replace(/[/\\:*?"<>|]/g, ' ')}.xlsx`);
  await writeWorkbook(book, path);
  return { path, charts: await addNativeCharts(book, path) };
}
