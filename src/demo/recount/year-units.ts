import type { InventedDistrict, InventedUnit } from '../invent/district';
import { CLASSES, classOf, type ExpectedTable, type MemberCount } from './expected';
import { wordOf, yearClasses, type CountedWave } from './year';

const BEST = CLASSES[0][0];
const GOOD: ReadonlySet<string> = new Set([CLASSES[0][0], CLASSES[1][0]]);
const WEAK = CLASSES[3][0];

/** Of how many how many. */
type Share = readonly [some: number, of: number];

/** *Thi đua đơn vị* by the rule of the plan's defaults. `district` = today's; no difficulty was brought up to the list. */
export function emulationTable(district: InventedDistrict, waves: readonly CountedWave[]): ExpectedTable {
  const classes = yearClasses(district, waves);
  return {
    title: 'Thi đua đơn vị',
    head: 'plain',
    keys: ['Đơn vị'],
    rows: district.units.flatMap((unit) => {
      const own = waves.filter(({ wave }) => wave.calendar === unit.calendar);
      if (own.length === 0) return [];
      const parts = partsOf(unit, own);
      const score = Object.values(parts).reduce((sum, part) => sum + part, 0) + 10;
      return [
        {
          key: [unit.name],
          cells: {
            ...Object.fromEntries(Object.entries(parts).map(([header, part]) => [header, tenths(part)])),
            'Trả lời vướng mắc đúng hạn (10 điểm)': 10,
            'Tổng điểm': tenths(score),
            'Đề nghị phân loại': wordOf(classAt([90, 70, 50].findIndex((floor) => score >= floor))),
            'Đề nghị xếp loại cơ sở Đoàn': wordOf(unitClass(unit, district, own, classes)),
          },
        },
      ];
    }),
  };
}

function partsOf(unit: InventedUnit, waves: readonly CountedWave[]): Readonly<Record<string, number>> {
  const share = (count: (members: readonly MemberCount[], isOnTime: boolean) => Share): number => {
    let [some, of] = [0, 0];
    for (const { district, counts, acts } of waves)
      for (const { code } of district.branches.filter(({ base }) => base === unit.code)) {
        const isOnTime = acts.branches.get(code)?.sentLate === false;
        const [more, all] = count(counts.get(code) ?? [], isOnTime);
        some += more;
        of += all;
      }
    return of === 0 ? 1 : some / of;
  };
  const eligible = (members: readonly MemberCount[]): readonly MemberCount[] =>
    members.filter(({ member }) => member.classed);
  return {
    'Đăng ký (30 điểm)':
      30 * share((all) => [all.filter(({ registered }) => registered.length > 0).length, all.length]),
    'Tự đánh giá (20 điểm)': 20 * share((all) => [all.filter(({ self }) => self !== '').length, all.length]),
    'Đánh giá đúng hạn (20 điểm)':
      20 *
      share((all, isOnTime) => [
        isOnTime ? eligible(all).filter(({ grade }) => grade !== null).length : 0,
        eligible(all).length,
      ]),
    'Khá trở lên (20 điểm)':
      20 *
      share((all) => [
        eligible(all).filter((count) => GOOD.has(classOf(count))).length,
        eligible(all).length,
      ]),
  };
}

/** Two thirds of the branches best and none below Khá; half Khá or better and none weak; else the third. */
function unitClass(
  unit: InventedUnit,
  district: InventedDistrict,
  waves: readonly CountedWave[],
  classes: ReadonlyMap<string, string>,
): string {
  const branches = district.branches
    .filter(({ base }) => base === unit.code)
    .map(({ code }) => branchClass(code, district, waves, classes));
  if (unit.kind === 'BASE_BRANCH') return branches[0] ?? '';
  if (branches.length === 0 || branches.includes('')) return '';
  const good = branches.filter((one) => GOOD.has(one)).length;
  if (branches.filter((one) => one === BEST).length / branches.length >= 2 / 3 && good === branches.length)
    return BEST;
  return good / branches.length >= 1 / 2 && !branches.includes(WEAK) ? classAt(1) : classAt(2);
}

/** Registered 100, 80, 50 % of the members of all waves; Khá or better 80, 60, 50 % of the year's classes; nobody weak for the upper two. */
function branchClass(
  branch: string,
  district: InventedDistrict,
  waves: readonly CountedWave[],
  classes: ReadonlyMap<string, string>,
): string {
  const members = waves.flatMap(({ counts }) => counts.get(branch) ?? []);
  const given = district.members
    .filter((member) => member.branch === branch)
    .map(({ code }) => classes.get(code) ?? '')
    .filter((code) => code !== '');
  if (members.length === 0 || given.length === 0) return '';
  const registered = members.filter((count) => count.registered.length > 0).length / members.length;
  const good = given.filter((code) => GOOD.has(code)).length / given.length;
  const isWeak = given.includes(WEAK);
  if (registered >= 1 && good >= 0.8 && !isWeak) return classAt(0);
  if (registered >= 0.8 && good >= 0.6 && !isWeak) return classAt(1);
  return registered >= 0.5 && good >= 0.5 ? classAt(2) : classAt(-1);
}

function classAt(place: number): string {
  return (CLASSES[place < 0 ? CLASSES.length - 1 : place] ?? CLASSES[0])[0];
}

function tenths(points: number): number {
  return Math.round(points * 10) / 10;
}
