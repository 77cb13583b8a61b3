import {
  CONSOLE_STEPS,
  type ConsoleStep,
  type ConsoleStepView,
  type JobName,
  type StepState,
} from '../contract/district';
import type { EpochMs } from '../programme/dates';
import { formatMoment } from '../programme/dates';
import { stepOf } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import type { WaveEntry } from '../workbook/waves-tab';
import { STEP_WORDS } from '../workbook/words';
import { countSaid } from './job-words';
import type { SetupSummary, WaveFigures } from './properties';

/** From what the ten steps are told. */
export interface StepFacts {
  /** The tabs are there. */
  readonly isSetUp: boolean;
  /** The last check; null = never. */
  readonly check: SetupSummary | null;
  readonly units: number;
  readonly books: number;
  readonly branches: number;
  readonly members: number;
  /** The wave the console is about. */
  readonly entry: WaveEntry | null;
  readonly figures: WaveFigures;
  /** Waves of the year that were opened, and locked; when its proposals were last drawn. */
  readonly opened: number;
  readonly locked: number;
  readonly yearAt: EpochMs | null;
  /** Programme years, of all there were, whose words may be erased and are not yet. */
  readonly wordsDue: readonly string[];
  /** Rules of classes typed anew that do not count yet. */
  readonly rulesTyped: number;
  readonly now: EpochMs;
}

interface Told {
  readonly state: StepState;
  readonly sentence: string;
  readonly job: JobName | null;
}

/** The ten steps of the console, in order, each with what is the case in numbers and the job of its button (wording.md 1). */
export function consoleSteps(facts: StepFacts): readonly ConsoleStepView[] {
  return CONSOLE_STEPS.map((step) => {
    const told = TELL[step](facts);
    return { step, more: moreOf(step, facts).filter((one) => one !== told.job), ...told };
  });
}

/** What can be done once the year's proposals stand. */
const YEAR_DRAWN: readonly JobName[] = ['yearSheet', 'release'];

/** The quieter buttons of a step. */
function moreOf(
  step: ConsoleStep,
  { entry, check, opened, rulesTyped, isSetUp, yearAt, wordsDue }: StepFacts,
): readonly JobName[] {
  if (step === 'YEAR')
    return [
      ...(wordsDue.length > 0 ? (['retain'] as const) : []),
      ...(opened === 0 ? [] : ([...(yearAt === null ? [] : YEAR_DRAWN), 'archive', 'newProgramme'] as const)),
    ];
  if (step === 'SETUP' && rulesTyped > 0) return ['setup'];
  if (step === 'ROSTER')
    return isSetUp
      ? ['roster', ...(opened > 0 ? (['proposals', 'exportMember', 'erase'] as const) : []), 'setup']
      : [];
  if (step === 'SETUP' || step === 'BOOKS') return [];
  if (!entry || entry.formId === '' || !check) return [];
  const isLocked = entry.wave.lockedAt !== undefined;
  const more: Partial<Record<ConsoleStep, readonly JobName[]>> = {
    FOLLOW: ['collectLedgers', 'difficulties', 'acceptLate', 'inspect'],
    REMIND: ['digest', 'receipts'],
    LOCK: isLocked ? ['recognise', 'reopen'] : ['recognise'],
  };
  return more[step] ?? [];
}

const TELL: Readonly<Record<ConsoleStep, (facts: StepFacts) => Told>> = {
  SETUP: ({ isSetUp, check, rulesTyped }) => {
    if (!isSetUp) return { state: 'TO_DO', sentence: 'Sổ này chưa có các trang. Bấm để tạo.', job: 'setup' };
    if (!check) return { state: 'DOING', sentence: 'Chưa kiểm tra lần nào.', job: 'setup' };
    if (check.blocking > 0)
      return {
        state: 'REVIEW',
        sentence: `Còn ${countSaid(check.blocking)} chỗ cần sửa, đã tô màu và ghi chú ngay tại ô.`,
        job: 'setup',
      };
    if (rulesTyped > 0)
      return {
        state: 'REVIEW',
        sentence:
          'Thang, ngưỡng xếp loại ở trang Thiết lập đã sửa nhưng chưa áp dụng. Bấm để xem ai đổi đề nghị xếp loại.',
        job: 'applyRules',
      };
    return check.finished
      ? { state: 'DONE', sentence: `Đã kiểm tra lúc ${whenSaid(check.at)}.`, job: 'setup' }
      : { state: 'DOING', sentence: 'Đã kiểm tra, chưa hẹn giờ chạy tự động.', job: 'setup' };
  },
  ROSTER: ({ units, branches, members, check }) => {
    const sentence = `${countSaid(members)} đoàn viên, ${countSaid(branches)} chi đoàn, ${countSaid(units)} đơn vị.`;
    // A list of members is of branches: these are typed first.
    if (units === 0) return { state: branches + members > 0 ? 'DOING' : 'TO_DO', sentence, job: 'setup' };
    if (members === 0) return { state: 'DOING', sentence, job: 'roster' };
    return check && check.blocking > 0
      ? { state: 'REVIEW', sentence, job: 'setup' }
      : { state: 'DONE', sentence, job: 'roster' };
  },
  BOOKS: ({ units, books }) => ({
    state: books === 0 ? 'TO_DO' : books < units ? 'DOING' : 'DONE',
    sentence: units === 0 ? 'Chưa có đơn vị nào.' : `Đã có ${countSaid(books)}/${countSaid(units)} sổ cơ sở.`,
    job: 'createBooks',
  }),
  OPEN_WAVE: ({ entry, now }) => {
    if (!entry) return { state: 'TO_DO', sentence: 'Trang Đợt chưa có đợt nào của năm này.', job: null };
    if (entry.formId === '')
      return { state: 'TO_DO', sentence: `${waveName(entry.wave)} chưa mở.`, job: 'openWave' };
    const step = STEP_WORDS.wordOf(stepOf(entry.wave, now));
    return {
      state: 'DONE',
      sentence: `${waveName(entry.wave)} đã mở, đang ở bước ${step}.`,
      job: 'openWave',
    };
  },
  FOLLOW: ({ entry, figures }) => {
    if (!entry || entry.formId === '') return { state: 'TO_DO', sentence: 'Đợt chưa mở.', job: null };
    const waiting = figures.unmatched ?? 0;
    const sentence =
      `Đăng ký ${shareSaid(figures.registered, figures.members)}, tự đánh giá ${shareSaid(figures.selfAssessed, figures.members)}, ` +
      `chi đoàn đã đánh giá ${shareSaid(figures.graded, figures.eligible)}.` +
      (waiting > 0 ? ` Có ${countSaid(waiting)} phiếu cần xử lý.` : '');
    const isOver = entry.wave.lockedAt !== undefined;
    return {
      state: waiting > 0 ? 'REVIEW' : isOver ? 'DONE' : 'DOING',
      sentence,
      job: isOver ? null : 'collect',
    };
  },
  REMIND: ({ entry, figures }) => {
    if (!entry || entry.formId === '') return { state: 'TO_DO', sentence: 'Đợt chưa mở.', job: null };
    const late = Math.max(0, (figures.branches ?? 0) - (figures.sent ?? 0));
    return {
      state: late === 0 && figures.branches !== undefined ? 'DONE' : 'TO_DO',
      sentence:
        late === 0 ? 'Không còn chi đoàn nào phải nhắc.' : `${countSaid(late)} chi đoàn chưa gửi kết quả.`,
      job: entry.wave.lockedAt === undefined ? 'remind' : null,
    };
  },
  SUMMARISE: ({ entry, figures }) => {
    if (!entry || entry.formId === '') return { state: 'TO_DO', sentence: 'Đợt chưa mở.', job: null };
    const { summarisedAt, ledgersAt } = figures;
    if (summarisedAt === undefined)
      return { state: 'TO_DO', sentence: 'Chưa lập bảng tổng hợp lần nào.', job: 'summarise' };
    return {
      state: ledgersAt !== undefined && ledgersAt > summarisedAt ? 'REVIEW' : 'DONE',
      sentence: `Đã lập lúc ${whenSaid(summarisedAt)}.`,
      job: 'summarise',
    };
  },
  LOCK: ({ entry, figures }) => {
    if (!entry || entry.formId === '') return { state: 'TO_DO', sentence: 'Đợt chưa mở.', job: null };
    if (entry.wave.lockedAt !== undefined)
      return {
        state: 'DONE',
        sentence: `Đã khóa lúc ${whenSaid(entry.wave.lockedAt)}.${looksSaid(figures)}`,
        job: null,
      };
    const sent = shareSaid(figures.sent, figures.branches);
    return {
      state: (figures.looksOpen ?? 0) > 0 ? 'REVIEW' : (figures.sent ?? 0) > 0 ? 'DOING' : 'TO_DO',
      sentence: `Đã gửi ${sent} chi đoàn; được công nhận ${shareSaid(figures.recognised, figures.eligible)} đoàn viên.${looksSaid(figures)}`,
      job: 'lockWave',
    };
  },
  REPORT: ({ entry, figures }) => {
    if (!entry || entry.formId === '') return { state: 'TO_DO', sentence: 'Đợt chưa mở.', job: null };
    const { reportedAt, ledgersAt } = figures;
    if (reportedAt === undefined)
      return {
        state: 'TO_DO',
        sentence: entry.wave.lockedAt === undefined ? 'Làm sau khi khóa đợt.' : 'Chưa làm báo cáo.',
        job: 'report',
      };
    return {
      state: ledgersAt !== undefined && ledgersAt > reportedAt ? 'REVIEW' : 'DONE',
      sentence: `Đã làm lúc ${whenSaid(reportedAt)}.`,
      job: 'report',
    };
  },
  YEAR: ({ opened, locked, yearAt }) =>
    opened === 0
      ? { state: 'TO_DO', sentence: 'Làm sau đợt cuối của năm.', job: null }
      : {
          state: yearAt === null ? 'TO_DO' : locked < opened ? 'DOING' : 'DONE',
          sentence:
            (yearAt === null ? 'Làm sau đợt cuối của năm.' : `Đã lập lúc ${whenSaid(yearAt)}.`) +
            ` Đã khóa ${countSaid(locked)}/${countSaid(opened)} đợt.`,
          job: 'year',
        },
};

/** How many members have asked for a second look (P15). */
function looksSaid({ looksAsked = 0, looksOpen = 0 }: WaveFigures): string {
  if (looksAsked === 0) return '';
  return ` Đề nghị xem lại: ${countSaid(looksAsked)}, chưa trả lời ${countSaid(looksOpen)}.`;
}

function shareSaid(part: number | undefined, whole: number | undefined): string {
  return whole === undefined || whole === 0 ? '–' : `${countSaid(part ?? 0)}/${countSaid(whole)}`;
}

function whenSaid(at: EpochMs): string {
  const moment = formatMoment(at);
  return `${moment.slice(11, 16)} ngày ${moment.slice(0, 10)}`;
}
