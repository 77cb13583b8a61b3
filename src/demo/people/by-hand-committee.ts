import { CRITERION_CODES } from '../../programme/criteria';
import type { GradeRequest } from '../../programme/plan-branch';
import type { InventedBranch, InventedDistrict } from '../invent/district';
import type { Random } from '../invent/random';
import { ACT_MS, waveTitle } from '../world/calendar';
import { bookOf } from '../world/sheet-reading';
import { openSidebar, secretaryOf, type BranchDesk } from './branch-committee';
import { judgeMember } from './judging';
import { pressButton } from './staff';
import { columnName } from './typing';

/** Rows of the tab above its members' rows: hidden keys, *Gửi*, header. */
const HEADER = 2;

/** Words of the levels in the tab's drop-downs, by sign; what was not registered stays empty. */
const LEVEL_WORDS: Readonly<Record<string, string>> = {
  '4': 'HT tốt',
  '3': 'HT',
  '2': 'Chưa HT',
  '1': 'Chưa TH',
};

/** The branch whose committee owns no computer: the last of a quarter in the first ward. Null where there is no ward. */
export function phoneBranch({ units, branches }: InventedDistrict): InventedBranch | null {
  const ward = units.find(
    ({ kind, block, calendar }) => kind === 'BASE_UNION' && block === 'RESIDENTIAL' && calendar === 'GENERAL',
  );
  const own = branches.filter(({ base, name }) => base === ward?.code && name.includes('Khu phố'));
  return own[own.length - 1] ?? null;
}

/**
 * Assesses everybody in the tab *Nhập tay*, a row after the other, as on a phone; then the run comes twice, because a row must have been at rest.
 * Throws where a row was not taken as it was typed.
 */
export function gradeByHand(desk: BranchDesk, random: Random): void {
  const { world, wave, acts, branch } = desk;
  const view = openSidebar(desk);
  const grades = view.members
    .filter((member) => member.grade === null)
    .flatMap((member) => judgeMember(member, view.preset, view.lastSeen, random) ?? []);
  for (const grade of grades) {
    const label = view.preset.classes.find(({ code }) => code === grade.class)?.label ?? '';
    typeGrade(desk, grade, label);
  }
  for (let run = 0; run < 2; run += 1) {
    world.workspace.setClock(world.workspace.now() + ACT_MS);
    pressButton(world, 'collectLedgers', wave.code, random);
  }
  const taken = new Map(openSidebar(desk).members.map((member) => [member.code, member.grade]));
  for (const { member, levels, class: given } of grades) {
    const grade = taken.get(member);
    if (grade?.how !== 'byHand' || grade.levels !== levels || grade.class !== given)
      throw new Error(`${member} was typed as ${levels} ${given} and is ${JSON.stringify(grade)}`);
    acts.grades.push({
      wave: wave.code,
      branch: branch.code,
      member,
      levels,
      class: given,
      operation: grade.operation,
    });
  }
}

function typeGrade(desk: BranchDesk, grade: GradeRequest, label: string): void {
  const { workspace } = desk.world;
  const title = `Nhập tay ${desk.branch.name} – ${waveTitle(desk.wave)}`;
  const sheet = bookOf(workspace, desk.book).sheets.find(({ name }) => name === title);
  if (!sheet) throw new Error(`There is no tab ${title}`);
  // The criteria are numbered: '1. …' to '10. …'.
  const headers = (sheet.rows[HEADER]?.v ?? []).map((cell) => {
    const header = typeof cell === 'string' ? cell : '';
    return /^\d+\./.exec(header)?.[0] ?? header;
  });
  const row = sheet.rows.findIndex((one, index) => index > HEADER && one?.v[0] === grade.member);
  const cells: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      CRITERION_CODES.map((_, index) => [`${index + 1}.`, LEVEL_WORDS[grade.levels[index] ?? ''] ?? '']),
    ),
    'Xếp loại': label,
    'Lý do': grade.reason,
    Xong: 'Xong',
  };
  for (const [header, text] of Object.entries(cells)) {
    if (text === '') continue;
    const a1 = `${columnName(headers.indexOf(header))}${row + 1}`;
    const typed = workspace.typeInto(desk.book, sheet.sheetId, a1, text, { as: secretaryOf(desk) });
    if (!typed.ok) throw new Error(`${desk.branch.name} ${a1}: ${typed.message}`);
  }
}
