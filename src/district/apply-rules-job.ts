import {
  classChanges,
  classesWithoutPlace,
  type ClassChange,
  type ClassRules,
} from '../programme/rule-change';
import { problem, type Problem } from '../programme/result';
import { waveName, classWord } from '../workbook/class-words';
import { problemLine } from '../workbook/problems';
import { rulesChanged, rulesOf, RULE_KEYS } from '../workbook/rules-in-force';
import { SETTINGS, type Settings } from '../workbook/settings';
import { branchRuleOf, presetOfSettings } from '../workbook/settings-use';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { configFromRows, configToRows, CONFIG_TAB } from '../workbook/base-config';
import { rewriteTab } from '../google/lay-tab';
import type { Job } from '../google/jobs';
import type { JobPreview } from '../contract/district';
import { baseConfigOf } from './base-book';
import { wavesOfUnit } from './create-books-job';
import { fileOfLink, type District } from './district';
import { factsOnce, openedWaves, readFacts, type DistrictFacts } from './facts';
import { countSaid } from './job-words';
import { logRequests } from './ledger-copies';
import { remember } from './properties';
import { keepRules, rulesInForce } from './rules-kept';
import { FOLDS_TAB, readNamedTexts } from './state-tab';
import { resultsOf } from './summarise-job';
import { nextOf } from './walk';

/** Most names of one list: a change of the scale changes everybody. */
const NAMES_SHOWN = 300;

interface RulesCursor {
  readonly phase: 'APPLY' | 'UNITS';
  readonly after: string;
}

/**
 * *Áp dụng thang, ngưỡng xếp loại*: from now on the rules typed in *Thiết lập* count, here and in every base workbook; until then those of before do.
 * Locked waves keep theirs. Run again, it changes nothing. Problems: SHEET_PROBLEM of each rule that is wrong.
 */
export function applyRulesJob(district: District): Job<RulesCursor> {
  const facts = factsOnce(district);
  return {
    name: 'applyRules',
    first: () => ({ phase: 'APPLY', after: '' }),
    step(_args, cursor) {
      const units = facts().setup.units.filter((entry) => entry.book !== '');
      const total = units.length + 1;
      if (cursor.phase === 'APPLY') {
        const problems = ruleProblems(facts());
        if (problems.length > 0) return { cursor, done: 0, total, problems };
        apply(district);
        return { cursor: { phase: 'UNITS', after: '' }, done: 1, total };
      }
      const { next, done } = nextOf(units, (entry) => entry.unit.code, cursor.after);
      if (!next) return { cursor: null, done: total, total };
      const file = fileOfLink(next.book);
      const [rows] = district.api.read(file, [{ sheetId: CONFIG_TAB.sheetId }]);
      const config = configFromRows(rows ?? []);
      if (config.ok) {
        const { setup } = facts();
        const hints = new Map(config.value.waves.map((wave) => [wave.code, wave]));
        const wanted = baseConfigOf(setup, next.unit, wavesOfUnit(setup, next.unit), hints);
        const { preset, branchRule } = wanted;
        district.api.change(
          file,
          rewriteTab(CONFIG_TAB, configToRows({ ...config.value, preset, branchRule })),
          false,
        );
      }
      return { cursor: { phase: 'UNITS', after: next.unit.code }, done: done + 2, total };
    },
  };
}

function apply(district: District): void {
  const { typed, state } = readFacts(district);
  const changed = rulesChanged(typed, rulesInForce(state));
  const before = rulesInForce(state);
  keepRules(state, typed);
  const said = changed.map((key) => {
    const label = SETTINGS.find((one) => one.key === key)?.label ?? key;
    return `${label}: ${valueSaid(before?.[key])} → ${valueSaid(typed[key])}`;
  });
  const entry = {
    at: district.now(),
    actor: district.email,
    what: 'Áp dụng thang, ngưỡng xếp loại',
    related: '',
    detail: said.join('; '),
    data: {},
  };
  district.api.change(
    district.book,
    [...(changed.length > 0 ? logRequests(state, [entry]) : []), ...state.changes()],
    // An entry of the log must not be written twice by a second try.
    false,
  );
  remember(district.services, 'rules', rulesOf(typed));
}

function valueSaid(value: string | number | readonly number[] | undefined): string {
  return typeof value === 'object' ? value.join('; ') : String(value ?? '');
}

/** Rules that are wrong, each in words: thresholds out of order, a figure that is none. */
function ruleProblems({ setup }: DistrictFacts): readonly Problem[] {
  const keys: readonly string[] = RULE_KEYS;
  return setup.problems
    .filter((one) => one.sheetId === SHEET_IDS.settings && one.blocking && keys.includes(one.at))
    .map((one) => problem('SHEET_PROBLEM', one.at, { sentence: problemLine(one) }));
}

/** Who would change class, by unit and by name, before anything counts (wording.md 1, threshold change). */
export function previewRules(
  district: District,
  facts: DistrictFacts,
): Pick<JobPreview, 'sentence' | 'problems' | 'lists'> {
  const problems = ruleProblems(facts);
  const { setup, settings, typed, state } = facts;
  const changed = rulesChanged(typed, rulesInForce(state));
  if (problems.length > 0) return { sentence: 'Thang, ngưỡng xếp loại đang sai.', problems };
  if (changed.length === 0)
    return {
      sentence:
        'Thang và ngưỡng ở trang Thiết lập đúng như đang dùng; không đoàn viên nào đổi đề nghị xếp loại. Ghi lại vào các sổ cơ sở?',
      problems,
    };
  const [rows] = district.api.read(district.book, [{ sheetId: FOLDS_TAB.sheetId }]);
  const folds = readNamedTexts(FOLDS_TAB, rows ?? null);
  const [before, after] = [rulesFrom(settings), rulesFrom(typed)] as const;
  const waves = openedWaves(setup).filter(({ wave }) => !setup.scales?.has(wave.code));
  const results = waves.map(({ wave }) => ({ wave, units: resultsOf(folds, facts, wave) }));
  const changes = results.flatMap(({ wave, units }) => classChanges(wave.code, units, before, after));
  const lost = results.reduce((sum, { units }) => sum + classesWithoutPlace(units, before, after), 0);
  const members = new Set(changes.flatMap((one) => (one.member === '' ? [] : [one.member])));
  const branches = new Set(changes.flatMap((one) => (one.member === '' ? [one.branch] : [])));
  return {
    sentence:
      `Đổi ngưỡng này làm ${countSaid(members.size)} đoàn viên` +
      (branches.size > 0 ? ` và ${countSaid(branches.size)} chi đoàn` : '') +
      ` đổi đề nghị xếp loại${changes.length > 0 ? ' (xem danh sách)' : ''}. Kết quả đã công nhận không đổi.` +
      (lost > 0
        ? ` Có ${countSaid(lost)} xếp loại đã ghi trong đợt đang mở không có trong thang mới: bảng tổng hợp tính là Chưa xếp loại đến khi đánh giá lại. Nên đổi thang khi chưa mở đợt.`
        : ''),
    problems,
    lists: listsOf(facts, changes, before, after),
  };
}

function rulesFrom(settings: Settings): ClassRules {
  return { preset: presetOfSettings(settings), branch: branchRuleOf(settings) };
}

function listsOf(
  { setup }: DistrictFacts,
  changes: readonly ClassChange[],
  before: ClassRules,
  after: ClassRules,
): NonNullable<JobPreview['lists']> {
  const branchName = new Map(setup.allBranches.map((branch) => [branch.code, branch.name]));
  const fullName = new Map(setup.members.map((member) => [member.code, member.fullName]));
  const waveOf = new Map(setup.waves.map(({ wave }) => [wave.code, waveName(wave)]));
  let left = NAMES_SHOWN;
  return setup.units.flatMap(({ unit }) => {
    const own = changes.filter((one) => one.unit === unit.code);
    if (own.length === 0) return [];
    const shown = own.slice(0, Math.max(0, left));
    left -= shown.length;
    const members = own.filter((one) => one.member !== '').length;
    const parts = [
      ...(members > 0 ? [`${countSaid(members)} đoàn viên`] : []),
      ...(own.length > members ? [`${countSaid(own.length - members)} chi đoàn`] : []),
    ];
    return [
      {
        title: `${unit.name}: ${parts.join(', ')}`,
        lines: [
          ...shown.map((one) => {
            const branch = branchName.get(one.branch) ?? one.branch;
            const who = one.member === '' ? branch : `${fullName.get(one.member) ?? one.member} (${branch})`;
            const [was, is] = [classWord(one.before, before.preset), classWord(one.after, after.preset)];
            return `${who}, ${waveOf.get(one.wave) ?? one.wave}: ${was} → ${is}`;
          }),
          ...(own.length > shown.length ? [`và ${countSaid(own.length - shown.length)} trường hợp nữa`] : []),
        ],
      },
    ];
  });
}
