import type { Wave, WaveDay } from '../programme/wave';
import { waveProblems, WAVE_DAYS } from '../programme/wave';
import type { EpochMs } from '../programme/dates';
import { dayCell, monthCell, momentCell, momentOfCell, type ReadRows } from './cells';
import { isWaveCode, SHEET_IDS } from './sheet-ids';
import { readRecords, type RowReader, type TabReading } from './row-reader';
import { column, tab, type TabRecord } from './tab';
import { CALENDAR_WORDS, SCOPE_WORDS, STEP_WORDS } from './words';

const DAY_HEADERS: Readonly<Record<WaveDay, string>> = {
  registrationOpens: 'Mở đăng ký',
  registrationCloses: 'Hạn đăng ký',
  selfOpens: 'Mở tự đánh giá',
  selfCloses: 'Hạn tự đánh giá',
  gradingDue: 'Hạn chi đoàn đánh giá',
  recognitionDue: 'Hạn công nhận',
  reportDue: 'Hạn báo cáo',
};

/** The tab *Đợt*. `step` holds a word only where staff forced the step, or *Đã khóa*; else it is derived from the days. */
export const WAVES_TAB = tab(
  SHEET_IDS.waves,
  'Đợt',
  [
    column('wave', 'Mã đợt', 'text', 90, { typed: true }),
    column('programme', 'Chương trình', 'text', 90, { typed: true }),
    column('calendar', 'Lịch thực hiện', 'text', 120, {
      words: CALENDAR_WORDS.words,
      strict: true,
      typed: true,
    }),
    column('number', 'Số đợt', 'number', 60, { typed: true }),
    column('month', 'Tháng', 'text', 80, { typed: true }),
    column('theme', 'Chủ đề', 'text', 320, { typed: true }),
    column('scope', 'Phạm vi đăng ký', 'text', 110, { words: SCOPE_WORDS.words, strict: true, typed: true }),
    ...WAVE_DAYS.map((day) => column(day, DAY_HEADERS[day], 'day', 110, { typed: true })),
    column('step', 'Bước', 'text', 140, { words: STEP_WORDS.words, strict: true, typed: true }),
    column('formLink', 'Đường dẫn phiếu', 'text', 220),
    column('formId', 'Mã biểu mẫu', 'text', 160),
    column('lockedAt', 'Khóa lúc', 'moment', 130),
  ],
  1,
);

/** A wave as its row keeps it, with its form. `formId` '' = no form made yet. */
export interface WaveEntry {
  readonly wave: Wave;
  readonly formLink: string;
  readonly formId: string;
}

/** A wave as a row; `step` of the record = the forced step, *Đã khóa* when locked, else empty: derived steps are not stored. */
export function waveRecord({ wave, formLink, formId }: WaveEntry): TabRecord {
  const step = wave.lockedAt === undefined ? wave.forcedStep : 'LOCKED';
  return {
    wave: wave.code,
    programme: wave.programme,
    calendar: CALENDAR_WORDS.wordOf(wave.calendar),
    number: wave.number,
    month: monthCell(wave.month),
    theme: wave.theme,
    scope: SCOPE_WORDS.wordOf(wave.scope),
    ...Object.fromEntries(WAVE_DAYS.map((day) => [day, dayCell(wave[day])])),
    step: step === undefined ? '' : STEP_WORDS.wordOf(step),
    formLink,
    formId,
    lockedAt: momentCell(wave.lockedAt ?? null),
  };
}

/**
 * The waves of the tab, with what is wrong in their cells. Days missing or out of order are told here and refused when the wave is opened;
 * problems of `waveProblems` stand in the cell of their day.
 */
export function wavesFrom(rows: ReadRows): TabReading<WaveEntry> {
  return readRecords(WAVES_TAB, rows, 'wave', (reader) => {
    const wave = waveOf(reader);
    if (wave.code !== '' && !isWaveCode(wave.code)) reader.problem('BAD_CODE', 'wave');
    for (const { code, data } of waveProblems(wave)) {
      const field = code === 'THEME_MISSING' ? 'theme' : String(data.field);
      const before = typeof data.before === 'string' ? DAY_HEADERS[data.before as WaveDay] : '';
      // A day that could not be read has its problem already.
      if (code !== 'DAY_MISSING' || reader.text(field) === '')
        reader.problem(code, field, { ...data, beforeHeader: before });
    }
    return { wave, formLink: reader.text('formLink'), formId: reader.text('formId') };
  });
}

function waveOf(reader: RowReader): Wave {
  const step = reader.word('step', STEP_WORDS, '');
  const lockedAt: EpochMs | null = momentOfCell(reader.row.cells.lockedAt ?? '');
  const day = (key: WaveDay): string => reader.day(key);
  return {
    code: reader.needed('wave'),
    programme: reader.code('programme'),
    calendar: reader.word('calendar', CALENDAR_WORDS, null) || 'GENERAL',
    number: reader.number('number', 1, 99) ?? 0,
    month: reader.month('month'),
    theme: reader.text('theme'),
    scope: reader.word('scope', SCOPE_WORDS, 'WAVE'),
    registrationOpens: day('registrationOpens'),
    registrationCloses: day('registrationCloses'),
    selfOpens: day('selfOpens'),
    selfCloses: day('selfCloses'),
    gradingDue: day('gradingDue'),
    recognitionDue: day('recognitionDue'),
    reportDue: day('reportDue'),
    ...(step !== '' && step !== 'LOCKED' ? { forcedStep: step } : {}),
    ...(step === 'LOCKED' && lockedAt !== null ? { lockedAt } : {}),
  };
}
