import { problem, type Problem } from '../programme/result';
import { textOfCell } from '../workbook/cells';
import { unitYearSheet, type ShownRow } from '../workbook/year-sheet';
import type { Job } from '../google/jobs';
import type { JobPreview } from '../contract/district';
import { GUARD_BASE } from './base-book';
import { fileOfLink, type District } from './district';
import { factsOnce, ownersOf, readFacts, type DistrictFacts } from './facts';
import { countSaid } from './job-words';
import { logRequests } from './ledger-copies';
import { jsonOf } from './state-tab';
import { nextOf } from './walk';
import { drawYearSheet, membersOfUnit, readShownYear, wavesShown, type ShownYear } from './year-sheets';

interface ReleaseCursor {
  readonly phase: 'UNITS' | 'CLOSE';
  readonly after: string;
}

/**
 * *Công bố kết quả năm* (P1, P14): each unit whose *Phân loại* staff have confirmed is given its own result as the tab *Kết quả năm* of its workbook:
 * confirmed classes alone, nothing of other units, no proposal. Units not confirmed stay with staff. Again, it brings what was given up to date.
 * Problems: YEAR_NOT_DRAWN, NOTHING_CONFIRMED.
 */
export function releaseJob(district: District): Job<ReleaseCursor> {
  const facts = factsOnce(district);
  let shown: ShownYear | null = null;
  return {
    name: 'release',
    first: () => ({ phase: 'UNITS', after: '' }),
    step(_args, cursor) {
      shown ??= readShownYear(district, facts());
      const problems = releaseProblems(shown);
      if (!shown || problems.length > 0) return { cursor, done: 0, total: 0, problems };
      const confirmed = confirmedUnits(facts(), shown);
      const total = confirmed.length + 1;
      const { next, done } = nextOf(confirmed, (one) => one.unit, cursor.after);
      if (cursor.phase === 'CLOSE' || !next) {
        noteRelease(
          district,
          confirmed.map((one) => one.unit),
        );
        return { cursor: null, done: total, total, counts: { released: confirmed.length } };
      }
      const members = membersOfUnit(facts(), shown, next.unit);
      const sheet = unitYearSheet(shown.head, next.row, members, wavesShown(members, shown.waves), true);
      const guard = { writers: ownersOf(facts().settings), guard: GUARD_BASE };
      district.api.change(next.file, drawYearSheet(sheet, district.api.tabs(next.file), guard), false);
      return { cursor: { phase: 'UNITS', after: next.unit }, done: done + 1, total };
    },
  };
}

/** How many units are given their result, and which are not, because nobody has confirmed it. */
export function previewRelease(
  district: District,
  facts: DistrictFacts,
): Pick<JobPreview, 'sentence' | 'problems' | 'lists'> {
  const shown = readShownYear(district, facts);
  const problems = releaseProblems(shown);
  if (!shown || problems.length > 0) return { sentence: 'Chưa công bố được.', problems };
  const confirmed = new Set(confirmedUnits(facts, shown).map((one) => one.unit));
  const waiting = shown.units.filter((row) => !confirmed.has(textOfCell(row.code)));
  return {
    sentence:
      `Công bố kết quả năm cho ${countSaid(confirmed.size)} đơn vị đã xác nhận phân loại? Mỗi đơn vị chỉ xem được kết quả ` +
      'của mình, ở trang Kết quả năm của sổ cơ sở; đoàn viên chưa xác nhận xếp loại năm được ghi “chưa xác nhận”.' +
      (waiting.length > 0 ? ` Còn ${countSaid(waiting.length)} đơn vị chưa xác nhận (xem danh sách).` : ''),
    problems,
    lists:
      waiting.length === 0
        ? []
        : [{ title: 'Chưa xác nhận, chưa công bố', lines: waiting.map((row) => textOfCell(row.unit)) }],
  };
}

function releaseProblems(shown: ShownYear | null): readonly Problem[] {
  if (!shown) return [problem('YEAR_NOT_DRAWN')];
  return shown.units.some((row) => textOfCell(row.decided) !== '') ? [] : [problem('NOTHING_CONFIRMED')];
}

function confirmedUnits(
  { setup }: DistrictFacts,
  { units }: ShownYear,
): readonly { readonly unit: string; readonly file: string; readonly row: ShownRow }[] {
  return setup.units.flatMap(({ unit, book }) => {
    const row = units.find((one) => textOfCell(one.code) === unit.code);
    return row && book !== '' && textOfCell(row.decided) !== ''
      ? [{ unit: unit.code, file: fileOfLink(book), row }]
      : [];
  });
}

/** Which units were given a result, once in *Nhật ký* for each time that changes. */
function noteRelease(district: District, units: readonly string[]): void {
  const { settings, state } = readFacts(district);
  const name = `released:${settings.programme}`;
  if (JSON.stringify(jsonOf<readonly string[]>(state, name, [])) === JSON.stringify(units)) return;
  state.set(name, JSON.stringify(units));
  const entry = {
    at: district.now(),
    actor: district.email,
    what: 'Công bố kết quả năm',
    related: '',
    detail: `Năm ${settings.programme}: ${units.join(', ')}`,
    data: { units },
  };
  district.api.change(district.book, [...logRequests(state, [entry]), ...state.changes()], false);
}
