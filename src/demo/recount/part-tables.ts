import { CRITERION_CODES, GROUP_LABELS } from '../../programme/criteria';
import type { InventedDistrict, InventedUnit } from '../invent/district';
import type { WaveActs } from './acts';
import { CLASSES, classOf, percent, share, type ExpectedTable, type MemberCount } from './expected';

/** *Theo đối tượng*. */
export function groupsTable(members: readonly MemberCount[]): ExpectedTable {
  return {
    title: 'Theo đối tượng',
    head: 'summary',
    keys: ['Đối tượng'],
    rows: GROUP_LABELS.flatMap(({ code, label }) => {
      const own = members.filter(({ member }) => member.group === code);
      if (own.length === 0) return [];
      const eligible = own.filter(({ member }) => member.classed);
      return [
        {
          key: [label],
          cells: {
            'Tổng số đoàn viên': own.length,
            ...share('Đăng ký', own.filter(({ registered }) => registered.length > 0).length, own.length),
            ...share('Tự đánh giá', own.filter(({ self }) => self !== '').length, own.length),
            ...Object.assign(
              {},
              ...CLASSES.map(([one, word]) =>
                share(word, eligible.filter((count) => classOf(count) === one).length, eligible.length),
              ),
            ),
          },
        },
      ];
    }),
  };
}

const LEVEL_WORDS = ['Chưa thực hiện', 'Chưa hoàn thành', 'Hoàn thành', 'Hoàn thành tốt'] as const;

/** *Theo tiêu chí*. */
export function criteriaTable(members: readonly MemberCount[]): ExpectedTable {
  return {
    title: 'Theo tiêu chí',
    head: 'summary',
    keys: ['Mã'],
    rows: CRITERION_CODES.map((code, place) => {
      const registered = members.filter((one) => one.registered.includes(code));
      const judged = members.flatMap(({ grade }) => {
        const level = Number(grade?.levels[place] ?? 0);
        return level > 0 ? [level] : [];
      });
      const gaps = members.flatMap((one) => {
        const [self, given] = [Number(one.self[place] ?? 0), Number(one.grade?.levels[place] ?? 0)];
        return one.registered.includes(code) && self > 0 && given > 0 ? [self - given] : [];
      });
      const gap = gaps.reduce((sum, one) => sum + one, 0) / gaps.length;
      return {
        key: [code],
        cells: {
          Phần: place < 5 ? 'Rèn luyện' : 'Hành động',
          ...share('Đăng ký', registered.length, members.length),
          ...Object.fromEntries(
            LEVEL_WORDS.map((word, index) => [word, judged.filter((level) => level === index + 1).length]),
          ),
          'Tỷ lệ hoàn thành %': percent(judged.filter((level) => level >= 3).length, judged.length),
          'Chênh lệch tự đánh giá – chi đoàn': gaps.length === 0 ? '–' : Math.round(gap * 100) / 100,
        },
      };
    }),
  };
}

/** *Tiến độ*. */
export function progressTable(
  units: readonly InventedUnit[],
  district: InventedDistrict,
  counts: ReadonlyMap<string, readonly MemberCount[]>,
  acts: WaveActs,
): ExpectedTable {
  const of = (some: number, whole: number): string => (whole === 0 ? '–' : `${some}/${whole}`);
  return {
    title: 'Tiến độ',
    head: 'summary',
    keys: ['Đơn vị', 'Chi đoàn'],
    rows: units.flatMap((unit) =>
      district.branches
        .filter(({ base }) => base === unit.code)
        .map((branch) => {
          const members = counts.get(branch.code) ?? [];
          const eligible = members.filter(({ member }) => member.classed);
          const done = acts.branches.get(branch.code);
          return {
            key: [unit.name, branch.name],
            cells: {
              'Đăng ký': of(members.filter(({ registered }) => registered.length > 0).length, members.length),
              'Tự đánh giá': of(members.filter(({ self }) => self !== '').length, members.length),
              'Chi đoàn đánh giá': of(eligible.filter(({ grade }) => grade).length, eligible.length),
              'Công nhận': of(
                eligible.filter(({ recognised }) => recognised !== null).length,
                eligible.length,
              ),
              ...(done && done.sentAt !== null
                ? {
                    Gửi: done.class === '' && done.recognised.size === 0 ? 'Đã gửi' : 'Đã công nhận',
                    'Trễ hạn': done.sentLate ? 'Trễ hạn' : '',
                  }
                : {}),
              'Cán bộ phụ trách': unit.officer.name,
            },
          };
        }),
    ),
  };
}
