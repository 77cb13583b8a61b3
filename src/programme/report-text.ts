import type { Preset } from './classification';
import type { Criterion, CriterionCode } from './criteria';
import { formatDayInDocument, type IsoDay } from './dates';
import { line, type PassageId, type ReportBlock, type ReportLine, type ReportPassage } from './report-blocks';
import type { ReportFigures } from './report-figures';
import { reportFoot, reportHead, reportTitle, signingOf, type ReportFrame } from './report-frame';
import { BLANK } from './report-passages';
import { countSaid, longDay, percentSaid, shareSaid } from './report-words';
import type { Rating } from './submission';
import type { Wave } from './wave';

/** What the words of a report need besides its figures. Nothing here names a member. */
export interface ReportWords {
  readonly wave: Wave;
  /** 'Đợt I'. */
  readonly waveName: string;
  /** The wave after it, where there is one. */
  readonly next: { readonly wave: Wave; readonly name: string } | null;
  readonly preset: Preset;
  readonly criteria: readonly Criterion[];
  readonly frame: ReportFrame;
  /** As after "Quận đoàn": '8'. */
  readonly district: string;
  readonly documents: {
    readonly programme: string;
    readonly guidance: string;
    readonly plan: string;
    readonly planDay: IsoDay;
  };
  /** Lessons the units sent, without names of members. */
  readonly lessons: readonly { readonly unit: string; readonly text: string }[];
  /** Why it was locked although branches had not sent; '' = none. */
  readonly lockReason: string;
  readonly isLocked: boolean;
}

const RATING_LABELS: readonly (readonly [Rating, string])[] = [
  ['EXCELLENT', 'Xuất sắc'],
  ['GOOD', 'Khá'],
  ['AVERAGE', 'Trung bình'],
  ['WEAK', 'Yếu'],
];

/** The plan's aims (P16), with which the overall assessment begins until staff write their own. */
const AIMS =
  'Đoàn viên rèn luyện, phấn đấu trở thành người công dân tốt, người bạn tốt của thanh niên, tấm gương tốt của thiếu nhi. …';

/** The report of a wave in the official form (wording.md 5): letterhead, sections I- to IV-, foot. Sentences come from the figures. */
export function reportText(figures: ReportFigures, words: ReportWords): readonly ReportBlock[] {
  const frame = signingOf(words.frame);
  const about = `ngày đoàn viên “Rèn luyện và hành động” ${words.waveName} ${yearSaid(words.wave)}`;
  return [
    reportHead(frame, figures.at),
    ...reportTitle(frame, `Kết quả thực hiện ${about}`, words.wave.theme),
    line('TEXT', opening(words, frame)),
    ...guiding(figures, words),
    ...resulting(figures, words),
    ...assessing(words),
    ...planning(words),
    line('TEXT', `Trên đây là báo cáo kết quả thực hiện ${about}./.`),
    reportFoot(frame),
    line(
      'APPENDICES',
      'Phụ lục 1: Tổng hợp theo đơn vị · Phụ lục 2: Theo đối tượng · Phụ lục 3: Theo tiêu chí · Phụ lục 4: Xếp loại chi đoàn',
    ),
  ];
}

/** "năm 2014", "năm học 2014-2015" (P5). */
export function yearSaid({ calendar, programme }: Wave): string {
  return calendar === 'SCHOOL' ? `năm học ${programme}-${Number(programme) + 1}` : `năm ${programme}`;
}

function opening(words: ReportWords, frame: ReportFrame): string {
  const { district, wave, waveName } = words;
  const by = frame.addressee.trim() === '' ? `Ban Thường vụ Quận đoàn ${district}` : 'Ban Tổ chức Quận đoàn';
  return (
    `Thực hiện ${documentsSaid(words)} của Ban Thường vụ Quận đoàn ${district} về chỉ đạo tổ chức ngày đoàn viên ` +
    `“Rèn luyện và hành động” ${yearSaid(wave)}, ${by} báo cáo kết quả ${waveName} như sau:`
  );
}

function documentsSaid({ documents }: ReportWords): string {
  const list = [
    ...(documents.programme === '' ? [] : [`Chương trình số ${documents.programme}`]),
    ...(documents.guidance === '' ? [] : [`Hướng dẫn số ${documents.guidance}`]),
    `Kế hoạch số ${documents.plan} ngày ${formatDayInDocument(documents.planDay)}`,
  ];
  return [list.slice(0, -1).join(', '), list[list.length - 1]].filter((one) => one !== '').join(' và ');
}

function guiding(figures: ReportFigures, words: ReportWords): readonly ReportBlock[] {
  const { officers, inspections } = figures;
  const people = [
    ...some(officers.STANDING_COMMITTEE, 'đồng chí Ủy viên Ban Thường vụ'),
    ...some(officers.COMMITTEE, 'đồng chí Ủy viên Ban Chấp hành'),
    ...some(officers.OFFICER, 'cán bộ Quận đoàn'),
  ];
  return [
    line('SECTION', 'I- CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI'),
    line('ITEM', '1- Đối với Quận đoàn:'),
    passage('documents', 'TEXT', '- Văn bản chỉ đạo: ', [`${documentsSaid(words)}.`]),
    ...(people.length === 0
      ? []
      : [
          line(
            'TEXT',
            `- Phân công ${people.join(', ')} phụ trách, giúp đỡ ${countSaid(figures.helpedUnits)} cơ sở Đoàn.`,
          ),
        ]),
    line(
      'TEXT',
      inspections.visits === 0
        ? '- Chưa ghi nhận lượt kiểm tra nào trong đợt.'
        : `- Kiểm tra ${countSaid(inspections.visits)} lượt tại ${countSaid(inspections.units)} cơ sở Đoàn` +
            `${inspections.branches === 0 ? '' : `, ${countSaid(inspections.branches)} chi đoàn`}.`,
    ),
    line('ITEM', '2- Đối với cơ sở Đoàn:'),
    line(
      'TEXT',
      `- Có ${shareSaid(figures.deployedUnits, figures.units, 'cơ sở Đoàn triển khai')}; ` +
        `triển khai đến ${shareSaid(figures.deployedBranches, figures.branches, 'chi đoàn')}.`,
    ),
    line('TEXT', `- ${memberDays(figures)}`),
    ...(words.wave.calendar === 'GENERAL' && figures.schoolUnits > 0
      ? [
          line(
            'TEXT',
            `- Khối Trường học thực hiện theo năm học, không tổng hợp trong đợt này (${countSaid(figures.schoolUnits)} cơ sở Đoàn).`,
          ),
        ]
      : []),
  ];
}

function some(count: number, of: string): readonly string[] {
  return count === 0 ? [] : [`${countSaid(count)} ${of}`];
}

function memberDays({ firstDay, lastDay, propaganda }: ReportFigures): string {
  const days =
    firstDay === ''
      ? ''
      : firstDay === lastDay
        ? `Tổ chức ngày đoàn viên vào ${longDay(firstDay)}; `
        : `Tổ chức ngày đoàn viên từ ${longDay(firstDay, firstDay.slice(0, 4) !== lastDay.slice(0, 4))} đến ${longDay(lastDay)}; `;
  const sessions =
    propaganda.sessions === 0
      ? 'chưa ghi nhận buổi tuyên truyền nào.'
      : `${countSaid(propaganda.sessions)} buổi tuyên truyền với ${countSaid(propaganda.attendances)} lượt đoàn viên tham gia.`;
  return days === '' ? sessions.charAt(0).toUpperCase() + sessions.slice(1) : days + sessions;
}

function resulting(figures: ReportFigures, words: ReportWords): readonly ReportBlock[] {
  const { difficulties, activities } = figures;
  return [
    line('SECTION', 'II- KẾT QUẢ THỰC HIỆN'),
    line(
      'TEXT',
      `1- Đăng ký: có ${shareSaid(figures.registered, figures.members, 'đoàn viên đăng ký')}; ` +
        `trong đó ${countSaid(figures.registeredAll)} đoàn viên đăng ký đủ 10 tiêu chí.${extremesSaid(figures, words)} (Phụ lục 1, 3)`,
    ),
    line(
      'TEXT',
      `2- Đoàn viên tự đánh giá: ${shareSaid(figures.selfAssessed, figures.members, 'đoàn viên')}. ${ratingsSaid(figures)}`,
    ),
    line(
      'TEXT',
      `3- Ban Chấp hành chi đoàn đánh giá: ${shareSaid(figures.graded, figures.eligible, 'đoàn viên thuộc diện xếp loại')}; ` +
        `đúng hạn ${countSaid(figures.onTimeBranches)}/${countSaid(figures.branches)} chi đoàn.${notSent(figures, words)}`,
    ),
    line('TEXT', `4- Kết quả được công nhận: ${classesSaid(figures, words.preset)}. (Phụ lục 1, 2)`),
    line('TEXT', `5- Đánh giá chi đoàn: ${branchClassesSaid(figures, words.preset)}. (Phụ lục 4)`),
    passage(
      'activities',
      'TEXT',
      '6- Hoạt động tiêu biểu, gắn với cuộc vận động “Tuổi trẻ Việt Nam học tập và làm theo lời Bác”: ',
    ),
    ...(activities.all === 0
      ? []
      : [
          line(
            'TEXT',
            `- Các cơ sở Đoàn, chi đoàn đã tổ chức ${countSaid(activities.all)} hoạt động` +
              (activities.followingUncleHo === 0
                ? '.'
                : `, trong đó ${countSaid(activities.followingUncleHo)} hoạt động học tập và làm theo lời Bác.`),
          ),
        ]),
    line(
      'TEXT',
      `7- Giải quyết khó khăn, vướng mắc: tiếp nhận ${countSaid(difficulties.received)}, đã giải quyết ${countSaid(difficulties.solved)}, ` +
        `đang giải quyết ${countSaid(difficulties.underWay)}, quá hạn ${countSaid(difficulties.overdue)}.`,
    ),
    passage('difficulties', 'TEXT', '- Nổi bật: '),
  ];
}

function extremesSaid({ mostRegistered, leastRegistered }: ReportFigures, words: ReportWords): string {
  const titles = (codes: readonly CriterionCode[]): string =>
    codes.map((code) => `“${words.criteria.find((one) => one.code === code)?.title ?? code}”`).join(', ');
  if (mostRegistered.length === 0 || leastRegistered.length === 0) return '';
  return ` Tiêu chí được đăng ký nhiều nhất: ${titles(mostRegistered)}; ít nhất: ${titles(leastRegistered)}.`;
}

function ratingsSaid({ branchRatings, unitRatings }: ReportFigures): string {
  const branch = ratingSaid(branchRatings);
  const unit = ratingSaid(unitRatings);
  if (branch === '' && unit === '')
    return 'Ý kiến của đoàn viên về kết quả chung của chi đoàn, của đơn vị chưa đủ 05 ý kiến để tổng hợp.';
  return `Ý kiến của đoàn viên về kết quả chung của chi đoàn: ${branch || 'chưa đủ 05 ý kiến để tổng hợp'}; của đơn vị: ${
    unit || 'chưa đủ 05 ý kiến để tổng hợp'
  }.`;
}

function ratingSaid(counts: ReportFigures['branchRatings']): string {
  if (counts === null) return '';
  const all = RATING_LABELS.reduce((sum, [code]) => sum + counts[code], 0);
  const shares = RATING_LABELS.map(([code, label]) => `${label} ${percentSaid(counts[code], all)}`);
  return `${shares.join(', ')} (${countSaid(all)} ý kiến)`;
}

function notSent(figures: ReportFigures, { isLocked, lockReason }: ReportWords): string {
  const missing = figures.branches - figures.sentBranches;
  if (missing === 0) return '';
  const still = `${countSaid(missing)} chi đoàn chưa gửi kết quả`;
  if (!isLocked) return ` Còn ${still}.`;
  return ` Khi khóa đợt còn ${still}${lockReason === '' ? '' : ` (lý do: ${lockReason.replace(/[.\s]+$/, '')})`}.`;
}

function classesSaid(figures: ReportFigures, preset: Preset): string {
  const parts = preset.classes.map(({ code, label }) => {
    const count = figures.classes[code] ?? 0;
    return `${label} ${countSaid(count)} (${percentSaid(count, figures.eligible)})`;
  });
  const waiting =
    figures.waiting === 0 ? '' : ` (trong đó ${countSaid(figures.waiting)} đoàn viên đang chờ công nhận)`;
  return `${parts.join(', ')}; chưa xếp loại ${countSaid(figures.unclassed)}${waiting}`;
}

function branchClassesSaid(figures: ReportFigures, preset: Preset): string {
  const counts = preset.classes.map(({ code }) => figures.branchClasses[code] ?? 0);
  const parts = preset.classes.map(({ label }, index) => `${label} ${countSaid(counts[index] ?? 0)}`);
  const without = figures.branches - counts.reduce((sum, count) => sum + count, 0);
  return `${parts.join(', ')}${without === 0 ? '' : `; chưa xếp loại ${countSaid(without)}`}`;
}

function assessing({ lessons }: ReportWords): readonly ReportBlock[] {
  return [
    line('SECTION', 'III- ĐÁNH GIÁ CHUNG'),
    passage('doneWell', 'TEXT', '1- Mặt làm được: ', [AIMS]),
    passage('limits', 'TEXT', '2- Hạn chế: '),
    passage('causes', 'TEXT', '3- Nguyên nhân: '),
    passage(
      'lessons',
      'TEXT',
      '4- Rút kinh nghiệm: ',
      lessons.length === 0
        ? [BLANK]
        : ['', ...lessons.map(({ unit, text }) => `- ${unit}: ${oneLine(text)}`)],
    ),
  ];
}

function planning({ next }: ReportWords): readonly ReportBlock[] {
  const wave = next
    ? `${next.name}, tháng ${Number(next.wave.month.slice(5))}/${next.wave.month.slice(0, 4)}, chủ đề “${next.wave.theme}”. `
    : '';
  return [
    line('SECTION', 'IV- NHIỆM VỤ ĐỢT TIẾP THEO, KIẾN NGHỊ'),
    passage('tasks', 'TEXT', `1- Nhiệm vụ: ${wave}`),
    passage('proposals', 'TEXT', '2- Kiến nghị: '),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function passage(
  id: PassageId,
  look: ReportLine['look'],
  lead: string,
  lines: readonly string[] = [BLANK],
): ReportPassage {
  return { kind: 'PASSAGE', id, look, lead, lines, isOneLine: false };
}
