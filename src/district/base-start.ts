import { formatDay } from '../programme/dates';
import type { BaseUnit, Branch } from '../programme/organisation';
import type { Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import type { SharedAnswer } from '../workbook/difficulties-tab';
import { FORM_LINK_ITEM, startRows, type StartLine } from '../workbook/start-tab';
import type { CellInput } from '../workbook/cells';
import type { ByHandSaid } from './by-hand-state';

/** A wave with the address of its form for each branch. */
export interface OpenedWave {
  readonly wave: Wave;
  readonly linkOf: (branch: Branch) => string;
}

/**
 * *Bắt đầu* of a base unit: how to begin, the days of each wave, the poster link of each branch, answers the district shares with all, and what
 * became of what was typed by hand.
 */
export function baseStartRows(
  unit: BaseUnit,
  branches: readonly Branch[],
  waves: readonly OpenedWave[],
  contact: string,
  shared: readonly SharedAnswer[],
  byHand: ByHandSaid,
): readonly (readonly CellInput[])[] {
  const lines: StartLine[] = [
    { item: `Sổ cơ sở – ${unit.name}` },
    {
      item: 'Mở bảng đánh giá',
      value: 'Mở sổ này trên máy tính, vào menu Rèn luyện và hành động, chọn Mở bảng đánh giá.',
      note: 'Trên điện thoại không có bảng đánh giá; có thể xem các trang.',
    },
    ...byHandLines(branches, byHand),
    {
      item: 'Ai ghi ở đâu',
      value: 'Mỗi chi đoàn chỉ ghi được vào sổ của mình; Ban Chấp hành cơ sở ghi vào Sổ BCH cơ sở.',
    },
    { item: 'Cần hỏi', value: [...officersSaid(unit), contact].filter((one) => one !== '').join('; ') },
  ];
  for (const { wave, linkOf } of waves) {
    lines.push(
      { item: `${waveName(wave)} – ${wave.theme}` },
      {
        item: 'Đăng ký',
        value: `${formatDay(wave.registrationOpens)} – ${formatDay(wave.registrationCloses)}`,
      },
      { item: 'Tự đánh giá', value: `${formatDay(wave.selfOpens)} – ${formatDay(wave.selfCloses)}` },
      { item: 'Hạn chi đoàn đánh giá', value: formatDay(wave.gradingDue) },
      { item: 'Hạn công nhận', value: formatDay(wave.recognitionDue) },
      ...branches.map((branch) => ({
        item: FORM_LINK_ITEM,
        value: branch.name,
        link: linkOf(branch),
        note: 'Gửi vào nhóm của chi đoàn.',
      })),
    );
  }
  if (shared.length > 0) lines.push({ item: 'Trả lời chung của Quận đoàn' });
  for (const { question, answer } of shared)
    lines.push({ item: question === '' ? 'Vướng mắc của đoàn viên' : question, value: answer });
  return startRows(lines);
}

/** A phone has no sidebar: how to ask for the tab *Nhập tay*, or how to fill it in, and what became of what was typed. */
function byHandLines(branches: readonly Branch[], said: ByHandSaid): readonly StartLine[] {
  const item = 'Đánh giá trên điện thoại';
  const asked = branches.filter((branch) => branch.byHand === true).map((branch) => branch.name);
  if (asked.length === 0)
    return [
      {
        item,
        value:
          'Chi đoàn không có máy tính thì nhắn cán bộ phụ trách xin trang Nhập tay. Trang ấy mở được bằng ứng dụng Google Trang tính trên điện thoại.',
      },
    ];
  return [
    {
      item,
      value: `Trang Nhập tay của ${asked.join(', ')}: chọn mức trong danh sách của ô, xong người nào chọn Xong ở dòng của người đó. Xong cả chi đoàn thì ghi phần Chi đoàn ở đầu trang, rồi chọn Gửi.`,
      note: 'Mỗi giờ chương trình đến lấy một lần, khi dòng đã để yên từ lần trước. Chi đoàn khác cần trang Nhập tay thì nhắn cán bộ phụ trách.',
    },
    ...Object.entries(said).flatMap(([title, sentences]) =>
      sentences.map((value, index) => ({ item: index === 0 ? title : '', value })),
    ),
  ];
}

function officersSaid(unit: BaseUnit): readonly string[] {
  return unit.officers.map((officer) =>
    officer.email === '' ? officer.name : `${officer.name} (${officer.email})`,
  );
}
