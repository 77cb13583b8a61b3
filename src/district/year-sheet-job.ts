import { inRoster } from '../programme/summary';
import { problem, type Problem } from '../programme/result';
import { textOfCell } from '../workbook/cells';
import { classWord, waveName } from '../workbook/class-words';
import { presetOfWave } from '../workbook/wave-scale';
import { memberYearSheet, unitYearSheet, type MemberWave, type YearSheet } from '../workbook/year-sheet';
import type { Job } from '../google/jobs';
import type { JobPreview } from '../contract/district';
import type { District } from './district';
import { GUARD_OWNER } from './district-tabs';
import { ownersOf, readFacts, type DistrictFacts } from './facts';
import { answerArg } from './job-answers';
import { FOLDS_TAB, readNamedTexts } from './state-tab';
import { resultsOf } from './summarise-job';
import { yearWaves } from './year-job';
import { drawYearSheet, membersOfUnit, readShownYear, wavesShown, type ShownYear } from './year-sheets';

/**
 * *In kết quả năm*: the year of a unit, or of one member, as one tab *Kết quả năm* to print or to save as a file; drawn anew each time. Problems:
 * YEAR_NOT_DRAWN, FIELD_MISSING, UNKNOWN_MEMBER_CODE.
 */
export function yearSheetJob(district: District): Job<'DRAW'> {
  return {
    name: 'yearSheet',
    first: () => 'DRAW',
    step(args) {
      const facts = readFacts(district);
      const shown = readShownYear(district, facts);
      const sheet = shown
        ? sheetFor(district, facts, shown, answerArg(args, 'unit'), answerArg(args, 'member'))
        : problem('YEAR_NOT_DRAWN');
      if ('code' in sheet) return { cursor: 'DRAW', done: 0, total: 1, problems: [sheet] };
      const guard = { writers: ownersOf(facts.settings), guard: GUARD_OWNER };
      district.api.change(
        district.book,
        drawYearSheet(sheet, district.api.tabs(district.book), guard),
        false,
      );
      return { cursor: null, done: 1, total: 1 };
    },
  };
}

/** Whose year is printed. */
export function previewYearSheet(
  district: District,
  facts: DistrictFacts,
): Pick<JobPreview, 'sentence' | 'problems' | 'fields'> {
  const shown = readShownYear(district, facts);
  return {
    sentence:
      'Lập trang Kết quả năm để in hoặc tải về? Chọn một đơn vị; muốn in cho một đoàn viên thì ghi thêm mã đoàn viên. Trang chỉ cán bộ Quận đoàn mở được.',
    problems: shown ? [] : [problem('YEAR_NOT_DRAWN')],
    fields: [
      {
        name: 'unit',
        label: 'Đơn vị',
        kind: 'CHOICE',
        choices: (shown?.units ?? []).map((row) => ({
          code: textOfCell(row.code),
          label: textOfCell(row.unit),
        })),
        value: textOfCell(shown?.units[0]?.code ?? ''),
      },
      {
        name: 'member',
        label: 'Mã đoàn viên (ghi “tất cả” để in cả đơn vị)',
        kind: 'LINE',
        choices: [],
        value: EVERYBODY,
      },
    ],
  };
}

const EVERYBODY = 'tất cả';

function sheetFor(
  district: District,
  facts: DistrictFacts,
  shown: ShownYear,
  unit: string,
  code: string,
): YearSheet | Problem {
  if (code === '' || code.toLowerCase() === EVERYBODY) {
    const own = shown.units.find((row) => textOfCell(row.code) === unit);
    if (!own) return problem('FIELD_MISSING', '', { label: 'Đơn vị' });
    const members = membersOfUnit(facts, shown, unit);
    return unitYearSheet(shown.head, own, members, wavesShown(members, shown.waves), false);
  }
  const member = shown.members.find((row) => textOfCell(row.member).toUpperCase() === code.toUpperCase());
  if (!member) return problem('UNKNOWN_MEMBER_CODE', code);
  return memberYearSheet(shown.head, member, wavesOfMember(district, facts, textOfCell(member.member)));
}

function wavesOfMember(district: District, facts: DistrictFacts, member: string): readonly MemberWave[] {
  const [rows] = district.api.read(district.book, [{ sheetId: FOLDS_TAB.sheetId }]);
  const folds = readNamedTexts(FOLDS_TAB, rows ?? null);
  return yearWaves(facts).flatMap((wave): readonly MemberWave[] => {
    const preset = presetOfWave(facts.setup, wave);
    const fold = inRoster(
      resultsOf(folds, facts, wave).flatMap((one) => one.branches.flatMap((branch) => branch.members)),
    ).find((one) => one.member === member);
    if (!fold) return [];
    const word = (code: string | null): string =>
      code === null || code === '' ? '' : classWord(code, preset);
    return [
      {
        name: waveName(wave),
        theme: wave.theme,
        registered: fold.registered.length,
        self: word(fold.selfClass),
        committee: word(fold.decided),
        recognised: word(fold.recognised),
      },
    ];
  });
}
