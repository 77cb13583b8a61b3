import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/universal';
import { MOST_ROSTER_LINES } from '../../contract/district';
import { readRosterTable, type RosterTable, type TextTable } from '../../programme/roster-table';
import { rosterCells, type RosterCells } from '../../programme/roster-template';

/** What was found in a file: the lines of the list with the little that is kept, or in words why there are none. */
export type RosterFileRead =
  | {
      readonly kind: 'LIST';
      readonly rows: readonly RosterCells[];
      readonly kept: readonly string[];
      readonly dropped: number;
    }
  | { readonly kind: 'WORDS'; readonly text: string };

/** Larger files are no lists of members. */
const MOST_BYTES = 15_000_000;

/**
 * Reads a list of members from a .csv or .xlsx file: our template, or the national system's export as it is. Only the columns the program needs
 * leave the browser; citizens' numbers, addresses, religion do not.
 */
export async function readRosterFile(file: File, identifierAsCode: boolean): Promise<RosterFileRead> {
  if (file.size > MOST_BYTES)
    return words('Tệp lớn hơn 15 MB nên không phải danh sách đoàn viên. Hãy chọn tệp khác.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) return words('Tệp này trống. Hãy chọn tệp khác.');
  const tables = isZip(bytes) ? await sheetsOf(bytes) : isOldExcel(bytes) ? null : csvTables(bytes);
  if (tables === null)
    return words(
      isOldExcel(bytes)
        ? 'Tệp này ở dạng Excel cũ (.xls), hoặc đặt mật khẩu. Hãy mở bằng Excel, lưu thành .xlsx không mật khẩu, rồi chọn lại.'
        : isZip(bytes)
          ? 'Không đọc được tệp này. Hãy mở bằng Excel, lưu lại thành .xlsx, rồi chọn lại.'
          : 'Chữ trong tệp không ở dạng Unicode. Hãy lưu lại thành .xlsx, hoặc CSV UTF-8, rồi chọn lại.',
    );
  const read = tables
    .map((table) => readRosterTable(table, { identifierAsCode }))
    .find((one): one is RosterTable => one !== null);
  if (!read)
    return words(
      'Không tìm thấy cột họ và tên ở 12 dòng đầu của tệp. Hãy ghi tên cột như tệp mẫu rồi chọn lại.',
    );
  if (read.rows.length === 0) return words('Dưới dòng tên cột chưa có đoàn viên nào. Hãy chọn tệp khác.');
  if (read.rows.length > MOST_ROSTER_LINES)
    return words('Danh sách dài hơn 30.000 dòng. Hãy chia thành nhiều tệp, mỗi tệp một số đơn vị.');
  return { kind: 'LIST', rows: read.rows.map(rosterCells), kept: read.kept, dropped: read.dropped };
}

function words(text: string): RosterFileRead {
  return { kind: 'WORDS', text };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** .xls, and .xlsx under a password, are both compound files. */
function isOldExcel(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly TextTable[] | null> {
  try {
    // Figures stay as they are written: a card number is no number, and days are counted by the reading of lists.
    const sheets = await readXlsxFile<string>(bytes.slice().buffer, { parseNumber: (text) => text });
    return sheets.map(({ data }) => data.map((row) => row.map(cellText)));
  } catch {
    return null;
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) {
    const [year = '', month = '', day = ''] = cell.toISOString().slice(0, 10).split('-');
    return `${day}/${month}/${year}`;
  }
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

/** Commas, semicolons or tabs, with or without a byte order mark; null when the signs are no Unicode. */
function csvTables(bytes: Uint8Array): readonly TextTable[] | null {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    const coding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
    const text = new TextDecoder(coding, { fatal: true }).decode(bytes);
    return [Papa.parse<string[]>(text, { delimitersToGuess: [';', ',', '\t', '|'] }).data];
  } catch {
    return null;
  }
}
