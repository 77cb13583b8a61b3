import type { CriterionCode } from '../programme/criteria';
import { formatMoment } from '../programme/dates';
import { sendWord } from '../workbook/by-hand-tab';
import { problemSentence } from '../workbook/problems';
import { sentenceOf } from '../contract/problems';
import type { ByHandFacts, ByHandTrouble } from './by-hand-plan';

/** Rows named in one line. */
const NAMED_ROWS = 10;

/**
 * What *Bắt đầu* tells a branch of its tab: how far it is, then each thing that could not be taken, with its rows and what to do. One sentence
 * for rows that have the same trouble.
 */
export function byHandSaid(
  facts: ByHandFacts,
  troubles: readonly ByHandTrouble[],
  waiting: number,
): readonly string[] {
  const rows = new Map<string, number[]>();
  const add = (sentence: string, row: number): void => {
    const named = rows.get(sentence) ?? [];
    rows.set(sentence, named);
    if (row >= 0) named.push(row + 1);
  };
  for (const one of facts.reading.problems) add(problemSentence(one), one.row);
  for (const { row, problem } of troubles) add(troubleSentence(problem, facts), row);
  return [
    stateSaid(facts, waiting),
    ...[...rows].map(([sentence, at]) =>
      at.length === 0 ? sentence : `Dòng ${at.slice(0, NAMED_ROWS).join(', ')}: ${sentence}`,
    ),
  ];
}

function stateSaid({ fold }: ByHandFacts, waiting: number): string {
  const graded = fold.members.filter((member) => member.grade !== null).length;
  const parts = [
    `Đã có đánh giá của ${graded}/${fold.members.length} đoàn viên.`,
    ...(waiting > 0 ? [`${waiting} dòng mới sẽ được nhận ở lần chạy sau, nếu không sửa nữa.`] : []),
  ];
  if (fold.send) parts.push(`Đã gửi lúc ${formatMoment(fold.send.at)}.`);
  else if (fold.round > 1)
    parts.push(
      `Đang bổ sung lần ${fold.round}: sửa dòng cần sửa, rồi chọn “${sendWord('Gửi', fold.round)}” ở ô Gửi.`,
    );
  return parts.join(' ');
}

function troubleSentence(problem: ByHandTrouble['problem'], { fold, nameOf }: ByHandFacts): string {
  const { data } = problem;
  const criteria = ((data.criteria as readonly CriterionCode[] | undefined) ?? []).join(', ');
  const name = nameOf(problem.at);
  switch (problem.code) {
    case 'UNKNOWN_MEMBER':
      return `mã “${problem.at}” không có trong danh sách chi đoàn của đợt này nên chưa nhận.`;
    case 'NAME_APART':
      return `mã và họ tên không đi cùng nhau (đúng ra là ${name}). Có thể dòng đã bị xáo trộn; hãy nhấn Hoàn tác, hoặc nhờ cán bộ phụ trách.`;
    case 'LEVELS_MISSING':
      return `${name} đã đăng ký ${criteria} nhưng ô còn trống. Hãy chọn mức cho các ô này.`;
    case 'LEVELS_NOT_REGISTERED':
      return `${name} không đăng ký ${criteria}. Hãy xóa mức ở các ô này.`;
    case 'REASON_NEEDED':
      return data.what === 'LEVEL'
        ? `${name}: mức ở ${criteria} khác phần tự đánh giá. Hãy ghi vài chữ ở cột Lý do.`
        : `${name}: xếp loại khác với đề nghị. Hãy ghi vài chữ ở cột Lý do.`;
    case 'NOT_GRADED_YET':
      return `Chưa gửi được: ${name} chưa được đánh giá.`;
    case 'MISSING_SELF_ASSESSMENT_OF_BRANCH':
      return 'Chưa gửi được: phần Chi đoàn tự đánh giá ở đầu trang Nhập tay còn trống. Hãy ghi ngày họp và chọn xếp loại.';
    case 'OWN_DAY':
      return 'Chưa gửi được: ngày họp còn trống hoặc không có trong lịch. Hãy ghi theo thứ tự ngày/tháng/năm, ví dụ 31/03/2014.';
    case 'OWN_CLASS':
      return 'Chưa gửi được: hãy chọn xếp loại của chi đoàn trong danh sách của ô.';
    case 'ROWS_WAIT':
      return 'Đã thấy chữ Gửi. Sẽ gửi ở lần chạy sau, nếu không sửa nữa.';
    case 'UNREADABLE':
      return 'Chưa gửi được: còn chỗ cần sửa, ghi ở các dòng bên cạnh. Sửa xong thì giữ chữ Gửi, không cần chọn lại.';
    case 'OTHER_ROUND':
      return `Lượt này chọn “${sendWord('Gửi', fold.round)}”.`;
    case 'TOO_LONG':
      return 'chữ dài hơn mức sổ lưu được. Hãy rút gọn.';
    case 'ALREADY_SENT':
      return `đã gửi rồi nên phần sửa chưa nhận. Muốn sửa, chọn “${sendWord('Rút lại', fold.round)}” ở ô Gửi; nếu cấp trên đã xem xét, hãy đề nghị trả lại.`;
    case 'NOT_IN_ROUND':
      return `${name} không nằm trong số được trả lại lần này nên phần sửa chưa nhận.`;
    default:
      return sentenceOf(problem, nameOf);
  }
}
