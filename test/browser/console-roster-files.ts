import { Workbook } from 'exceljs';

/** A file as a browser is given it. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A citizen's number: it must never leave the browser. */
export const CITIZEN = '079094000123';

/** A list as the national system exports it: a title, three heading rows with merged cells, two columns of birth dates, one a real date of Excel. */
export async function nationalExport(
  people: readonly { readonly name: string; readonly born: Date | string; readonly branch: string }[],
): Promise<GivenFile> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Danh sách');
  sheet.addRow(['DANH SÁCH ĐOÀN VIÊN']);
  sheet.addRow([
    'STT',
    'Họ tên',
    'Tổ/chi đoàn',
    'Mã định danh',
    'Số thẻ đoàn',
    'Ngày sinh',
    '',
    'Số CMND/CCCD',
    'Chức vụ',
  ]);
  sheet.addRow(['', '', '', '', '', 'Nam', 'Nữ', '', '']);
  sheet.addRow(['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)']);
  sheet.mergeCells('A1:I1');
  sheet.mergeCells('F2:G2');
  people.forEach(({ name, born, branch }, place) =>
    sheet.addRow([
      place + 1,
      name,
      branch,
      CITIZEN,
      '',
      place % 2 ? born : '',
      place % 2 ? '' : born,
      CITIZEN,
      '',
    ]),
  );
  return { name: 'xuat-doan-vien.xlsx', mimeType: XLSX, buffer: Buffer.from(await book.xlsx.writeBuffer()) };
}

/** A list as text with these separators and coding. */
export function csv(
  name: string,
  rows: readonly (readonly string[])[],
  { separator = ',', coding = 'utf8' as BufferEncoding, mark = '' } = {},
): GivenFile {
  const text = rows.map((row) => row.join(separator)).join('\r\n');
  return { name, mimeType: 'text/csv', buffer: Buffer.from(mark + text, coding) };
}
