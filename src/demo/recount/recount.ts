import { endOfDay, formatDay } from '../../programme/dates';
import type { Wave } from '../../programme/wave';
import type { InventedDistrict, InventedUnit } from '../invent/district';
import { isMatched } from '../people/slips';
import type { BranchActs, SentSheet, WaveActs } from './acts';
import { CLASSES, classOf, share, type Expected, type ExpectedTable, type MemberCount } from './expected';
import { criteriaTable, groupsTable, progressTable } from './part-tables';

const BLOCKS = [
  ['RESIDENTIAL', 'Địa bàn dân cư'],
  ['SCHOOL', 'Trường học'],
  ['WORKER', 'Công nhân lao động'],
  ['OFFICE', 'Công chức, viên chức'],
  ['ARMED', 'Lực lượng vũ trang'],
] as const;

/** A recount of a wave from what the people did and were told, apart from the product's own counting. */
export interface Recount {
  readonly members: number;
  readonly eligible: number;
  readonly tables: readonly ExpectedTable[];
}

/** Counts the wave anew. `title` = the wave as tabs name it. */
export function recountWave(district: InventedDistrict, wave: Wave, title: string, acts: WaveActs): Recount {
  const units = district.units.filter((unit) => unit.calendar === wave.calendar);
  const counts = countMembers(district, wave, acts);
  const ofUnit = (unit: InventedUnit): readonly MemberCount[] =>
    district.branches.filter(({ base }) => base === unit.code).flatMap(({ code }) => counts.get(code) ?? []);
  const all = units.flatMap(ofUnit);
  const tables = [
    {
      title: `Tổng hợp ${title}`,
      head: 'summary' as const,
      keys: ['Đơn vị'],
      rows: [
        ...BLOCKS.flatMap(([block, label]) => {
          const own = units.filter((unit) => unit.block === block);
          if (own.length === 0) return [];
          return [
            ...own.map((unit) => ({
              key: [unit.name],
              cells: {
                ...unitCells(unit, wave, acts),
                ...sentCells(unit, district, acts),
                ...figures([unit], ofUnit(unit), district, acts),
              },
            })),
            {
              key: [`Cộng khối ${label}`],
              cells: {
                'Đã triển khai': String(own.filter(({ code }) => acts.deployed.has(code)).length),
                ...figures(own, own.flatMap(ofUnit), district, acts),
              },
            },
          ];
        }),
        {
          key: ['Tổng cộng'],
          cells: {
            'Đã triển khai': String(units.filter(({ code }) => acts.deployed.has(code)).length),
            ...figures(units, all, district, acts),
          },
        },
      ],
    },
    groupsTable(all),
    criteriaTable(all),
    progressTable(units, district, counts, acts),
  ];
  return { members: all.length, eligible: all.filter(({ member }) => member.classed).length, tables };
}

/** What is known of every member of a wave, by branch. */
export function countMembers(
  district: InventedDistrict,
  wave: Wave,
  acts: WaveActs,
): ReadonlyMap<string, readonly MemberCount[]> {
  const registrations = newestSheets(acts, 'REGISTRATION', wave.registrationCloses);
  const assessments = newestSheets(acts, 'SELF_ASSESSMENT', wave.selfCloses);
  const papers = new Map(acts.papers.map(({ member, registered }) => [member, registered]));
  const grades = new Map(acts.grades.map((grade) => [grade.member, grade]));
  const counts = new Map<string, MemberCount[]>();
  for (const member of district.members) {
    const list = counts.get(member.branch) ?? [];
    counts.set(member.branch, list);
    list.push({
      member,
      registered: registrations.get(member.code)?.registered ?? papers.get(member.code) ?? [],
      self: assessments.get(member.code)?.levels ?? '',
      grade: grades.get(member.code) ?? null,
      recognised: acts.branches.get(member.branch)?.recognised.get(member.code) ?? null,
    });
  }
  return counts;
}

/** The newest sheet of each member that can be his, or that staff gave him, and came in time. */
function newestSheets(
  { sheets, decided }: WaveActs,
  kind: SentSheet['kind'],
  closes: string,
): ReadonlyMap<string, SentSheet> {
  const newest = new Map<string, SentSheet>();
  for (const sheet of sheets) {
    const isHis = isMatched(sheet.slip) || decided.has(sheet.responseId);
    if (sheet.kind !== kind || !isHis || sheet.sentAt > endOfDay(closes)) continue;
    const before = newest.get(sheet.member);
    if (!before || before.sentAt <= sheet.sentAt) newest.set(sheet.member, sheet);
  }
  return newest;
}

function unitCells(unit: InventedUnit, wave: Wave, acts: WaveActs): Readonly<Record<string, Expected>> {
  const day = acts.deployed.get(unit.code);
  return {
    Khối: BLOCKS.find(([block]) => block === unit.block)?.[1] ?? '',
    'Đã triển khai': day === undefined ? '' : formatDay(day),
    ...(wave.number === 1 && wave.calendar === 'GENERAL'
      ? { 'Ngày đoàn viên': dayNumberOf(unit.memberDay) }
      : {}),
    'Cán bộ phụ trách': unit.officer.name,
  };
}

/** The newest *Gửi* of a unit, once all its branches have sent. */
function sentCells(
  unit: InventedUnit,
  district: InventedDistrict,
  acts: WaveActs,
): Readonly<Record<string, Expected>> {
  const sent = district.branches
    .filter(({ base }) => base === unit.code)
    .map(({ code }) => acts.branches.get(code)?.sentAt ?? null);
  const moments = sent.filter((at) => at !== null);
  const isAll = moments.length === sent.length && sent.length > 0;
  return { 'Ngày gửi': isAll ? { moment: Math.max(...moments) } : '' };
}

/** Days since 30/12/1899, as Sheets counts them. */
function dayNumberOf(day: string): number | string {
  return day === '' ? '' : Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

function figures(
  units: readonly InventedUnit[],
  members: readonly MemberCount[],
  district: InventedDistrict,
  acts: WaveActs,
): Readonly<Record<string, Expected>> {
  const branches = district.branches.filter(({ base }) => units.some(({ code }) => code === base));
  const done = branches.flatMap(({ code }) => acts.branches.get(code) ?? []);
  const eligible = members.filter(({ member }) => member.classed);
  const classes = eligible.map(classOf);
  const sent = done.filter(({ sentAt }) => sentAt !== null);
  return {
    'Số chi đoàn': branches.length,
    'Tổng số đoàn viên': members.length,
    'Thuộc diện xếp loại': eligible.length,
    ...share('Đăng ký', members.filter(({ registered }) => registered.length > 0).length, members.length),
    ...share('Tự đánh giá', members.filter(({ self }) => self !== '').length, members.length),
    ...share('Chi đoàn đã đánh giá', eligible.filter(({ grade }) => grade).length, eligible.length),
    ...Object.assign(
      {},
      ...CLASSES.map(([code, label]) =>
        share(label, classes.filter((one) => one === code).length, eligible.length),
      ),
    ),
    'Chưa xếp loại': classes.filter((code) => !CLASSES.some(([one]) => one === code)).length,
    ...share(
      'Được công nhận',
      eligible.filter(({ recognised }) => recognised !== null).length,
      eligible.length,
    ),
    ...Object.fromEntries(
      CLASSES.map(([code, , short]) => [
        `Xếp loại chi đoàn: ${short}`,
        done.filter((branch) => branch.class === code).length,
      ]),
    ),
    'Số buổi tuyên truyền':
      done.reduce((sum, { propaganda }) => sum + propaganda, 0) +
      units.reduce((sum, { code }) => sum + (acts.unitPropaganda.get(code) ?? 0), 0),
    'Đúng hạn/Trễ hạn': onTime(branches.length, sent),
  };
}

function onTime(branches: number, sent: readonly BranchActs[]): string {
  const late = sent.filter(({ sentLate }) => sentLate).length;
  if (late > 0) return late === branches ? 'Trễ hạn' : `Trễ hạn ${late}/${branches}`;
  if (sent.length === branches) return 'Đúng hạn';
  return sent.length > 0 ? `Đã gửi ${sent.length}/${branches}` : '';
}
