import type { HealthLine, JobName, JobView } from '../contract/district';
import { dayOf, formatDayInDocument, formatMoment, type EpochMs } from '../programme/dates';
import type { Settings } from '../workbook/settings';
import { healthLine } from '../workbook/start-tab';
import { isSameEmail } from '../google/who';
import { CLOCK_WORDS } from './clock-words';
import type { District } from './district';
import { countSaid, JOB_WORDS } from './job-words';
import type { recallAll, WaveFigures } from './properties';
import type { KeptYear } from './retain-due';
import { CLOCK_MS, missingTriggers } from './triggers';

type ClockName = keyof typeof CLOCK_MS;
const CLOCK_NAMES = Object.keys(CLOCK_MS) as ClockName[];

/** Google lets a consumer account's triggers run so many minutes a day (docs/apps-script-notes.md, Triggers). */
const TRIGGER_MINUTES = 90;
/** From here on it is said in red: a busy evening would use up the rest. */
const MANY_MINUTES = 75;
const MINUTE_MS = 60_000;

/** Which button does by hand what the clock could not. */
const BY_HAND: Readonly<Record<ClockName, JobName>> = {
  everyFiveMinutes: 'setup',
  everyTenMinutes: 'collect',
  hourly: 'collectLedgers',
  nightly: 'createBooks',
};

/** What the lines of *Tình trạng* are told from. */
export interface HealthFacts {
  readonly known: ReturnType<typeof recallAll>;
  readonly settings: Settings;
  readonly figures: WaveFigures;
  /** Programme years whose words may be erased and are not yet. */
  readonly wordsDue: readonly KeptYear[];
  readonly views: readonly JobView[];
  /** When the finished setup was last checked; null = not finished: before it nothing runs by the clock, and nothing is ill. */
  readonly checkedAt: EpochMs | null;
}

/**
 * *Tình trạng* of the console: what the clock did and whether it still runs, triggers that are missing, what waits, what is used of Google's day, the
 * last run of each job. A line that is bad names the job that mends it, where this person may start it.
 */
export function healthLines(district: District, facts: HealthFacts): readonly HealthLine[] {
  if (facts.checkedAt === null) return [];
  return [
    ...clockLines(district, facts),
    ...accountLines(district, facts),
    ...waitingLines(facts),
    ...brokenLines(facts),
    ...dueLines(facts),
    ...quotaLines(district, facts),
    ...lastRuns(facts),
  ];
}

function clockLines(district: District, facts: HealthFacts): readonly HealthLine[] {
  const { known, settings } = facts;
  return CLOCK_NAMES.map((name): HealthLine => {
    const health = known.get(`health:${name}`);
    const [lastRun, lastError] = [health?.at ?? null, health?.error ?? ''];
    const line = healthLine(
      { what: CLOCK_WORDS[name], lastRun, everyMs: CLOCK_MS[name], lastError },
      district.now(),
    );
    const isNever = lastRun === null && isSilent(facts, name, district.now());
    const note = isNever ? 'Đã lâu mà chưa chạy lần nào.' : (line.note ?? '');
    return {
      text: `${line.item}: ${line.value ?? ''}${note === '' ? '' : `. ${note}`}`,
      bad: note !== '',
      job: note === '' ? null : lastError === '' ? mender(district, settings) : BY_HAND[name],
    };
  });
}

/** The role account makes the clock run again by a check; what others can do stands in the line of the accounts. */
function mender({ email }: District, { roleAccount }: Settings): JobName | null {
  return isSameEmail(email, roleAccount) ? 'setup' : null;
}

function accountLines(district: District, facts: HealthFacts): readonly HealthLine[] {
  const { roleAccount, reserveAccount } = facts.settings;
  if (isSameEmail(district.email, roleAccount)) {
    const missing = missingTriggers(district);
    return missing.length === 0
      ? []
      : [
          {
            text: `Thiếu ${missing.length}/${CLOCK_NAMES.length} lịch chạy tự động: ${missing.map((name) => CLOCK_WORDS[name].toLowerCase()).join(', ')}. Bấm Kiểm tra lại để hẹn giờ lại.`,
            bad: true,
            job: 'setup',
          },
        ];
  }
  const isQuiet = CLOCK_NAMES.some((name) => isSilent(facts, name, district.now()));
  if (isSameEmail(district.email, reserveAccount))
    return [
      {
        text: `Đây là tài khoản dự phòng. ${isQuiet ? `Tài khoản ${roleAccount} đã lâu không chạy: nếu không dùng được nữa, hãy tiếp quản.` : `Chỉ tiếp quản khi tài khoản ${roleAccount} không dùng được.`}`,
        bad: isQuiet,
        job: 'takeOver',
      },
    ];
  return isQuiet && reserveAccount !== ''
    ? [
        {
          text: `Nếu tài khoản ${roleAccount} không dùng được nữa: mở Sổ Quận đoàn bằng tài khoản dự phòng ${reserveAccount} rồi bấm Tiếp quản.`,
          bad: true,
          job: null,
        },
      ]
    : [];
}

/** Whether it has not run for three times its usual span; one that never ran is waited for since the setup was checked. */
function isSilent({ known, checkedAt }: HealthFacts, name: ClockName, now: EpochMs): boolean {
  return now - (known.get(`health:${name}`)?.at ?? checkedAt ?? now) > 3 * CLOCK_MS[name];
}

function waitingLines({ known, views, figures }: HealthFacts): readonly HealthLine[] {
  const names = (state: JobView['state']): string =>
    views
      .filter((view) => view.state === state)
      .map((view) => JOB_WORDS[view.job])
      .join(', ');
  const [queued, stopped] = [names('QUEUED'), names('STOPPED')];
  const sheets = figures.unmatched ?? 0;
  const { open, overdue, at } = known.get('difficulties') ?? { open: 0, overdue: 0, at: 0 };
  return [
    ...(queued === '' ? [] : [plain(`Đang chờ đến lượt: ${queued}.`)]),
    ...(stopped === ''
      ? []
      : [{ text: `Dừng giữa chừng: ${stopped}. Xem ở từng bước.`, bad: true, job: null }]),
    ...(open === 0
      ? []
      : [
          {
            text: `${countSaid(open)} vướng mắc chờ trả lời, ${countSaid(overdue)} quá hạn (xem lúc ${formatMoment(at).slice(0, 16)}).`,
            bad: overdue > 0,
            job: 'difficulties' as const,
          },
        ]),
    ...(sheets === 0 ? [] : [plain(`${countSaid(sheets)} phiếu cần xử lý.`)]),
  ];
}

function brokenLines({ figures }: HealthFacts): readonly HealthLine[] {
  const broken = figures.broken ?? 0;
  return broken === 0
    ? []
    : [
        {
          text: `Có ${countSaid(broken)} trang sổ có dòng bị sửa hoặc bị mất. Chi tiết ở trang Bắt đầu.`,
          bad: true,
          job: 'createBooks',
        },
      ];
}

/** The forms promised the members a day: once it is over the words go. */
function dueLines({ wordsDue }: HealthFacts): readonly HealthLine[] {
  return wordsDue.map(({ year, until }) => ({
    text: `Nội dung chi tiết năm ${year} được giữ đến hết ngày ${formatDayInDocument(until)}, nay đã qua ngày ấy. Hãy bấm Xóa lời văn đã hết hạn.`,
    bad: true,
    job: 'retain',
  }));
}

/** Each account has its own day at Google: only the role account's says something about the jobs. */
function quotaLines(district: District, { known, settings }: HealthFacts): readonly HealthLine[] {
  if (!isSameEmail(district.email, settings.roleAccount)) return [];
  const today = dayOf(district.now());
  const used = CLOCK_NAMES.reduce((sum, name) => {
    const health = known.get(`health:${name}`);
    return sum + (health?.day === today ? (health.usedMs ?? 0) : 0);
  }, 0);
  const minutes = Math.ceil(used / MINUTE_MS);
  const left = district.services.mail.getRemainingDailyQuota();
  return [
    left > 0
      ? plain(`Hôm nay còn gửi được ${countSaid(left)} email.`)
      : {
          text: 'Hôm nay đã hết lượt gửi email. Ngày mai gửi tiếp, hoặc chép nội dung để nhắn.',
          bad: true,
          job: null,
        },
    {
      text: `Chạy tự động hôm nay: khoảng ${countSaid(minutes)} phút; tài khoản Google thường có ${TRIGGER_MINUTES} phút mỗi ngày.`,
      bad: minutes > MANY_MINUTES && !settings.submitHint,
      job: null,
    },
  ];
}

function lastRuns({ views }: HealthFacts): readonly HealthLine[] {
  return views.flatMap((view): readonly HealthLine[] =>
    view.state !== 'DONE' || view.endedAt === null
      ? []
      : [
          {
            text: `${JOB_WORDS[view.job]}: ${formatMoment(view.endedAt).slice(0, 16)}. ${view.sentence}`,
            bad: false,
            job: null,
            isLastRun: true,
          },
        ],
  );
}

function plain(text: string): HealthLine {
  return { text, bad: false, job: null };
}
