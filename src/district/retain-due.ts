import type { JobPreview } from '../contract/district';
import { endOfDay, formatDayInDocument, type EpochMs, type IsoDay } from '../programme/dates';
import { problem, type Problem } from '../programme/result';
import { wordsKeptUntil } from '../programme/retention';
import { waveName } from '../workbook/class-words';
import type { Settings } from '../workbook/settings';
import { registrationsTab, selfAssessmentsTab } from '../workbook/submission-tabs';
import type { WaveEntry } from '../workbook/waves-tab';
import { ledgersOf } from './base-book';
import type { District } from './district';
import { booksOf, yearsOf, type ErasedYear } from './erase-job';
import { branchesOfUnit, type DistrictFacts } from './facts';
import { intakeOf } from './intake';
import { countSaid } from './job-words';
import { copiesOf } from './ledger-copies';

/** A programme year with the day to which its words are kept, and whether that day is over. */
export interface KeptYear {
  readonly year: string;
  readonly until: IsoDay;
  readonly isPast: boolean;
  /** Opened waves that are not locked. */
  readonly open: readonly WaveEntry[];
}

/** Every programme year in which a wave was opened, oldest first. */
export function keptYears(
  waves: readonly WaveEntry[],
  settings: Pick<Settings, 'keepDetailsUntil' | 'programme'>,
  now: EpochMs,
): readonly KeptYear[] {
  const opened = waves.filter(({ formId }) => formId !== '');
  return [...new Set(opened.map(({ wave }) => wave.programme))].sort().map((year) => {
    const until = wordsKeptUntil({ day: settings.keepDetailsUntil, year: settings.programme }, year);
    return {
      year,
      until,
      isPast: until !== '' && now > endOfDay(until),
      open: opened.filter(({ wave }) => wave.programme === year && wave.lockedAt === undefined),
    };
  });
}

/** The years whose words may be erased now. */
export function dueYears(
  waves: readonly WaveEntry[],
  settings: Pick<Settings, 'keepDetailsUntil' | 'programme'>,
  now: EpochMs,
): readonly KeptYear[] {
  return keptYears(waves, settings, now).filter(({ isPast, open }) => isPast && open.length === 0);
}

/** What keeps a year's words from being erased: FIELD_MISSING, NO_CLOSED_YEAR, WORDS_STILL_KEPT, YEAR_NOT_CLOSED. */
export function retainProblems(facts: DistrictFacts, year: string, now: EpochMs): readonly Problem[] {
  if (year === '') return [problem('FIELD_MISSING', '', { label: 'Năm chương trình' })];
  const found = keptYears(facts.setup.waves, facts.settings, now).find((one) => one.year === year);
  return found ? hindrances(found) : [problem('NO_CLOSED_YEAR', year)];
}

function hindrances({ year, until, isPast, open }: KeptYear): readonly Problem[] {
  if (!isPast)
    return [
      problem('WORDS_STILL_KEPT', year, { programme: year, until: until && formatDayInDocument(until) }),
    ];
  return open.map(({ wave }) =>
    problem('YEAR_NOT_CLOSED', wave.code, { name: waveName(wave), programme: year }),
  );
}

/** Confirmation *retain*: which years, since when, how much; before the day what is waited for. */
export function previewRetain(
  district: District,
  facts: DistrictFacts,
): Pick<JobPreview, 'sentence' | 'problems' | 'fields' | 'lists'> {
  const years = keptYears(facts.setup.waves, facts.settings, district.now());
  const due = dueYears(facts.setup.waves, facts.settings, district.now());
  const [first] = due;
  if (!first) {
    const problems = years.flatMap(hindrances);
    return {
      sentence: 'Chưa có năm nào đến hạn xóa lời văn.',
      problems: problems.length > 0 ? problems : [problem('NO_CLOSED_YEAR')],
    };
  }
  const byYear = new Map(yearsOf(facts).map((one) => [one.year, one]));
  const lines = due.map(({ year, until }) => {
    const { sheets, rows, books } = amountOf(district, facts, byYear.get(year) ?? { year, waves: [] });
    return (
      `Năm ${year}, giữ đến hết ngày ${formatDayInDocument(until)}: ${countSaid(sheets)} phiếu, ` +
      `${countSaid(rows)} dòng đánh giá, ${countSaid(books)} sổ cơ sở.`
    );
  });
  return {
    sentence:
      'Xóa nội dung đăng ký, minh chứng, vướng mắc, nhận xét và lý do của một năm đã hết hạn giữ? Mức, xếp loại, họ tên trong kết quả ' +
      'và mọi con số được giữ nguyên; lời văn đã xóa không khôi phục được. Báo cáo, thư đã gửi và bản đã in nằm ngoài các sổ: ' +
      `hãy xóa, hủy riêng. ${lines.join(' ')}`,
    problems: [],
    fields: [
      {
        name: 'year',
        label: 'Năm chương trình',
        kind: 'CHOICE',
        choices: due.map(({ year }) => ({ code: year, label: year })),
        value: first.year,
      },
    ],
  };
}

interface Amount {
  readonly sheets: number;
  readonly rows: number;
  readonly books: number;
}

/** One read of the first column of the year's tabs of sheets; ledgers' rows as the last run counted them. */
function amountOf(district: District, facts: DistrictFacts, one: ErasedYear): Amount {
  const intake = intakeOf(district, one.year);
  const tabs = one.waves.flatMap((wave) => [registrationsTab(wave), selfAssessmentsTab(wave)]);
  const columns =
    intake === ''
      ? []
      : district.api.read(
          intake,
          tabs.map(({ sheetId, frozenRows }) => ({
            sheetId,
            startRowIndex: frozenRows,
            startColumnIndex: 0,
            endColumnIndex: 1,
          })),
        );
  const books = booksOf(facts, [one]);
  const rows = books.flatMap(({ entry: { unit } }) => {
    const { tails } = copiesOf(facts.state, unit.code);
    const ledgers = ledgersOf(unit, branchesOfUnit(facts.setup, unit), facts.settings, one.year);
    return ledgers.map(({ ledger }) => tails[ledger]?.lastSeq ?? 0);
  });
  return {
    sheets: columns.reduce((sum, column) => sum + (column?.length ?? 0), 0),
    rows: rows.reduce((sum, count) => sum + count, 0),
    books: books.length,
  };
}
