import type { JobPreview } from '../contract/district';
import { ERASED_NAME } from '../programme/privacy';
import { problem } from '../programme/result';
import { HELD_TAB, heldRecord, type HeldLine } from '../workbook/held-tab';
import { newTabRows } from '../workbook/tab';
import type { Job } from '../google/jobs';
import { layTab, rewriteTab } from '../google/lay-tab';
import { setUpFile } from '../google/sheets-batch';
import { isSameEmail } from '../google/who';
import { bookLink, type District } from './district';
import { GUARD_OWNER } from './district-tabs';
import { heldTag } from './erase-district';
import { booksOf, yearsOf } from './erase-job';
import { factsOnce, ownersOf, staffOf, type DistrictFacts } from './facts';
import { createWorkbook, shareWith, taggedFiles } from './files';
import { heldInDistrict, heldInIntake, heldInUnit, heldInYears } from './held-lines';
import { intakeOf, withoutFirstTab } from './intake';
import { answerArg } from './job-answers';
import { logRequests } from './ledger-copies';

/**
 * *Xuất dữ liệu của một đoàn viên* (Luật 91/2025/QH15): everything that is held on a member, from the roster, the results, *Sổ tiếp nhận phiếu* of every
 * year and the workbooks of the units he was in, as one workbook to be printed or handed over. Its address stands in *Nhật ký*; pressed again it is
 * written anew; an erasure throws it away. Problems: FIELD_MISSING, UNKNOWN_MEMBER.
 */
export function exportMemberJob(district: District): Job<'EXPORT'> {
  const facts = factsOnce(district);
  return {
    name: 'exportMember',
    first: () => 'EXPORT',
    step(args) {
      const code = answerArg(args, 'member');
      const member = facts().setup.members.find((one) => one.code === code);
      if (!member) {
        const what =
          code === ''
            ? problem('FIELD_MISSING', '', { label: 'Mã đoàn viên' })
            : problem('UNKNOWN_MEMBER', code);
        return { cursor: 'EXPORT', done: 0, total: 1, problems: [what] };
      }
      const lines = linesOf(district, facts(), code, member.fullName);
      const file = writeExport(district, facts(), code, lines);
      tellExport(district, facts(), code, file);
      return { cursor: null, done: 1, total: 1, counts: { lines: lines.length } };
    },
  };
}

/** Whose data. */
export function previewExportMember(): Pick<JobPreview, 'sentence' | 'problems' | 'fields'> {
  return {
    sentence:
      'Xuất mọi dữ liệu đang giữ về một đoàn viên ra một tệp riêng để in hoặc đưa cho người ấy? Đường dẫn của tệp được ghi ở trang Nhật ký.',
    problems: [],
    fields: [{ name: 'member', label: 'Mã đoàn viên', kind: 'LINE', choices: [], value: '' }],
  };
}

function linesOf(
  district: District,
  facts: DistrictFacts,
  member: string,
  fullName: string,
): readonly HeldLine[] {
  const years = yearsOf(facts);
  const units = unitsOf(facts, member);
  return [
    ...heldInDistrict(district, member, fullName === ERASED_NAME ? '' : fullName),
    ...heldInYears(district, member),
    ...years.flatMap(({ year, waves }) => {
      const intake = intakeOf(district, year);
      return intake === '' ? [] : heldInIntake(district, intake, year, waves, member);
    }),
    ...booksOf(facts, years)
      .filter(({ entry }) => units.has(entry.unit.code))
      .flatMap(({ entry, waves }) => heldInUnit(district, facts, entry, waves, member)),
  ];
}

/** The units whose branches he is in or was in when a wave was opened. */
function unitsOf({ setup, state }: DistrictFacts, member: string): ReadonlySet<string> {
  const then = state.names().flatMap((name) => {
    const [kind, , branch] = name.split(':');
    return kind === 'roster' && (state.get(name) ?? '').split(' ').includes(member) ? [branch] : [];
  });
  const branches = new Set([
    ...then,
    ...setup.members.filter((one) => one.code === member).map((one) => one.branch),
  ]);
  return new Set(setup.allBranches.filter((one) => branches.has(one.code)).map((one) => one.base));
}

/** The workbook of the export, found again by its tag, written whole. */
function writeExport(
  district: District,
  { settings }: DistrictFacts,
  member: string,
  lines: readonly HeldLine[],
): string {
  const { services, api, email } = district;
  const tag = heldTag(member);
  const file =
    taggedFiles(services).get(tag) ?? createWorkbook(services, tag, `Dữ liệu đang giữ về ${member}`);
  const content = newTabRows(HELD_TAB, lines.map(heldRecord));
  const there = api.tabs(file);
  if (there.some((one) => one.sheetId === HELD_TAB.sheetId))
    api.change(file, rewriteTab(HELD_TAB, content), true);
  else
    api.change(
      file,
      [
        setUpFile('vi_VN', 'Asia/Ho_Chi_Minh'),
        ...layTab({
          definition: HELD_TAB,
          content,
          spareRows: 1,
          writers: ownersOf(settings),
          guard: GUARD_OWNER,
        }),
        ...withoutFirstTab(there),
      ],
      false,
    );
  shareWith(
    services,
    file,
    staffOf(settings).filter((one) => !isSameEmail(one, email)),
  );
  return file;
}

/** Says in *Nhật ký* where it is, once a file: each press stands in *Việc đã làm*. */
function tellExport(district: District, { state }: DistrictFacts, member: string, file: string): void {
  const name = heldTag(member);
  if (state.get(name) === file) return;
  state.set(name, file);
  const entry = {
    at: district.now(),
    actor: district.email,
    what: 'Xuất dữ liệu của đoàn viên',
    related: '',
    detail: `${member}: ${bookLink(file)}`,
    data: {},
  };
  district.api.change(district.book, [...logRequests(state, [entry]), ...state.changes()], false);
}
