import type { JobPreview } from '../contract/district';
import { addMonths } from '../programme/dates';
import { isLaterYear, wavesForYear } from '../programme/next-year';
import { problem, type Problem } from '../programme/result';
import { dayCell, type CellInput } from '../workbook/cells';
import { MEMBERS_TAB } from '../workbook/members-tab';
import { SETTINGS, type SettingKey } from '../workbook/settings';
import { SETTINGS_TAB } from '../workbook/settings-tab';
import { readTable, recordToCells } from '../workbook/tab';
import { waveRecord, WAVES_TAB } from '../workbook/waves-tab';
import type { Job } from '../google/jobs';
import { appendRows } from '../google/sheets-batch';
import type { District } from './district';
import { readFacts, type DistrictFacts } from './facts';
import { ensureIntake } from './intake';
import { answerArg } from './job-answers';
import { countSaid } from './job-words';
import { writeKeyed } from './keyed-cells';
import { logRequests } from './ledger-copies';
import { addWaveColumns, giveTokens } from './setup-job';

type Phase = 'WAVES' | 'COLUMNS' | 'TOKENS' | 'INTAKE';
const PHASES: readonly Phase[] = ['WAVES', 'COLUMNS', 'TOKENS', 'INTAKE'];

/**
 * *Chương trình mới*: another programme year beside the old one, in the same workbook and script. The old year's waves are proposed anew in *Đợt*, days a
 * year later, themes to be typed; the year of *Thiết lập*, and the day to which its words are kept; columns for the new member days; new personal links, except where a wave is still open;
 * *Sổ tiếp nhận phiếu* of the year. Nothing of the old year is touched: a school year goes on until it is locked. Waves of that year that staff typed
 * before stay as they are. Problem: BAD_YEAR.
 */
export function newProgrammeJob(district: District): Job<Phase> {
  return {
    name: 'newProgramme',
    first: () => 'WAVES',
    step(args, phase) {
      const facts = readFacts(district);
      const year = answerArg(args, 'year');
      const total = PHASES.length;
      if (phase === 'WAVES') {
        const problems = yearProblems(facts, year);
        if (problems.length > 0) return { cursor: phase, done: 0, total, problems };
        // A run killed right after its write finds the year there.
        if (facts.settings.programme !== year) beginYear(district, facts, year);
      }
      if (phase === 'COLUMNS') addWaveColumns(district, facts);
      if (phase === 'TOKENS') giveTokens(district, facts);
      if (phase === 'INTAKE') ensureIntake(district, facts.settings, year);
      const done = PHASES.indexOf(phase) + 1;
      return { cursor: PHASES[done] ?? null, done, total };
    },
  };
}

/** What the new year would begin with. */
export function previewNewProgramme({
  setup,
  settings,
}: DistrictFacts): Pick<JobPreview, 'sentence' | 'problems' | 'fields'> {
  const from = settings.programme;
  const next = /^20\d\d$/.test(from) ? String(Number(from) + 1) : '';
  const waves = setup.waves.filter(({ wave }) => wave.programme === from).length;
  const open = setup.waves.filter(({ wave, formId }) => formId !== '' && wave.lockedAt === undefined);
  return {
    sentence:
      `Bắt đầu năm chương trình mới bên cạnh năm ${from}? ${countSaid(waves)} đợt được ghi sẵn ở trang Đợt, các ngày chuyển sang năm mới; ` +
      'chủ đề để trống cho Quận đoàn ghi. Sổ cơ sở, danh sách và kết quả năm cũ giữ nguyên.' +
      (open.length > 0
        ? ` Còn ${countSaid(open.length)} đợt chưa khóa, vẫn chạy tiếp đến khi khóa.`
        : ' Nên lưu trữ kết quả năm cũ trước.'),
    problems: [],
    fields: [{ name: 'year', label: 'Năm chương trình mới', kind: 'LINE', choices: [], value: next }],
  };
}

function yearProblems({ settings }: DistrictFacts, year: string): readonly Problem[] {
  const { programme } = settings;
  if (year === '') return [problem('FIELD_MISSING', '', { label: 'Năm chương trình mới' })];
  return year === programme || isLaterYear(year, programme) ? [] : [problem('BAD_YEAR', '', { programme })];
}

/** Everything the year begins with, in one atomic write. */
function beginYear(district: District, { setup, settings, state, tabs }: DistrictFacts, year: string): void {
  const from = settings.programme;
  const there = new Set(setup.waves.map(({ wave }) => wave.code));
  const isTyped = setup.waves.some(({ wave }) => wave.programme === year);
  const waves = isTyped
    ? []
    : wavesForYear(
        setup.waves.map(({ wave }) => wave),
        from,
        year,
      ).filter((wave) => !there.has(wave.code));
  const labelOf = (key: SettingKey): string => SETTINGS.find((one) => one.key === key)?.label ?? '';
  // The members of the new year are promised the same span.
  const keptUntil = addMonths(settings.keepDetailsUntil, 12 * (Number(year) - Number(from)));
  const rows = waves.map((wave) => recordToCells(WAVES_TAB, waveRecord({ wave, formLink: '', formId: '' })));
  const entry = {
    at: district.now(),
    actor: district.email,
    what: 'Chương trình mới',
    related: '',
    detail: `Năm ${year}, sau năm ${from}: ${rows.length} đợt ghi sẵn`,
    data: { year, from },
  };
  district.api.change(
    district.book,
    [
      ...writeKeyed(
        SETTINGS_TAB,
        readTable(SETTINGS_TAB, tabs.settings ?? []),
        'key',
        new Map([
          [labelOf('programme'), { value: year }],
          [labelOf('keepDetailsUntil'), { value: dayCell(keptUntil) }],
        ]),
      ),
      ...(rows.length > 0 ? [appendRows(WAVES_TAB.sheetId, rows)] : []),
      ...writeKeyed(MEMBERS_TAB, readTable(MEMBERS_TAB, tabs.members ?? []), 'code', oldTokens(setup)),
      ...logRequests(state, [entry]),
      ...state.changes(),
    ],
    false,
  );
}

/** Personal links last a programme year: those of members with no open wave are taken back, and given anew in the next step. */
function oldTokens(setup: DistrictFacts['setup']): ReadonlyMap<string, Readonly<Record<string, CellInput>>> {
  const inUse = new Set(
    setup.waves
      .filter(({ wave, formId }) => formId !== '' && wave.lockedAt === undefined)
      .map(({ wave }) => wave.calendar),
  );
  const calendarOf = new Map(setup.units.map(({ unit }) => [unit.code, unit.calendar]));
  const baseOf = new Map(setup.allBranches.map((branch) => [branch.code, branch.base]));
  return new Map(
    setup.members.flatMap(({ code, branch }) => {
      const calendar = calendarOf.get(baseOf.get(branch) ?? '');
      return calendar !== undefined && inUse.has(calendar) ? [] : [[code, { token: '' }] as const];
    }),
  );
}
