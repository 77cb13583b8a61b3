import { CRITERION_CODES, GROUP_LABELS } from '../../programme/criteria';
import type { Workspace } from '../../local/workspace';
import { waveTitle } from '../world/calendar';
import { bookOf, type Seen } from '../world/sheet-reading';
import type { Comparison, WrongTotal } from './compare';
import { CLASSES, classOf, type MemberCount } from './expected';
import type { CountedWave } from './year';

/** The figures of one chart over the waves, as they should stand below a table: a row a bar, a figure a wave; '' = none. */
interface ExpectedChart {
  readonly tab: string;
  readonly title: string;
  readonly rows: readonly (readonly (number | '')[])[];
}

/**
 * Compares what stands below the summaries over the waves with a recount of every wave. `waves` = those of one calendar, in the order of time; the
 * newest of them is the wave the smaller summaries were drawn for.
 */
export function compareHistory(
  workspace: Workspace,
  file: string,
  waves: readonly CountedWave[],
): Comparison {
  const wrong: WrongTotal[] = [];
  let compared = 0;
  for (const { tab, title, rows } of chartsOf(waves)) {
    const seen = figuresBelow(workspace, file, tab, title);
    rows.forEach((row, place) =>
      row.forEach((counted, column) => {
        compared += 1;
        const shown = seen[place]?.[column] ?? '–không có–';
        if (!isSame(shown, counted))
          wrong.push({ tab, row: `${title} ${place + 1}`, column: String(column + 1), shown, counted });
      }),
    );
    if (seen.length !== rows.length)
      wrong.push({ tab, row: title, column: 'rows', shown: seen.length, counted: rows.length });
  }
  return { compared, wrong };
}

function chartsOf(waves: readonly CountedWave[]): readonly ExpectedChart[] {
  const [newest] = [...waves].reverse();
  if (!newest || waves.length < 2) return [];
  const { district } = newest;
  const units = district.units.filter(({ calendar }) => calendar === newest.wave.calendar);
  const everybody = waves.map((one) => units.flatMap(({ code }) => membersOf(one, code)));
  const good = (members: readonly MemberCount[]): number | '' => {
    const eligible = members.filter(({ member }) => member.classed);
    return part(eligible.filter(isGood).length, eligible.length);
  };
  const ordered = ['RESIDENTIAL', 'SCHOOL', 'WORKER', 'OFFICE', 'ARMED'].flatMap((block) =>
    units.filter((unit) => unit.block === block),
  );
  return [
    {
      tab: `Tổng hợp ${waveTitle(newest.wave)}`,
      title: 'Toàn quận qua các đợt',
      rows: everybody.map((all) => {
        const eligible = all.filter(({ member }) => member.classed);
        return [
          part(all.filter(({ registered }) => registered.length > 0).length, all.length),
          part(all.filter(({ self }) => self !== '').length, all.length),
          part(eligible.filter(({ grade }) => grade !== null).length, eligible.length),
          part(eligible.filter(isGood).length, eligible.length),
          part(eligible.filter(({ recognised }) => recognised !== null).length, eligible.length),
        ];
      }),
    },
    {
      tab: `Tổng hợp ${waveTitle(newest.wave)}`,
      title: 'Từ Khá trở lên qua các đợt, theo đơn vị',
      rows: [
        everybody.map(good),
        ...ordered.map(({ code }) => waves.map((one) => good(membersOf(one, code)))),
      ],
    },
    {
      tab: 'Theo đối tượng',
      title: 'Từ Khá trở lên qua các đợt, theo đối tượng',
      rows: GROUP_LABELS.flatMap(({ code }) => {
        const own = everybody.map((all) => all.filter(({ member }) => member.group === code));
        return own.every((all) => all.length === 0) ? [] : [own.map(good)];
      }),
    },
    {
      tab: 'Theo tiêu chí',
      title: 'Tỷ lệ hoàn thành qua các đợt, theo tiêu chí',
      rows: CRITERION_CODES.map((_, place) =>
        everybody.map((all) => {
          const levels = all.map(({ grade }) => Number(grade?.levels[place] ?? 0)).filter((one) => one > 0);
          return part(levels.filter((level) => level >= 3).length, levels.length);
        }),
      ),
    },
  ];
}

function membersOf({ district, counts }: CountedWave, unit: string): readonly MemberCount[] {
  return district.branches.filter(({ base }) => base === unit).flatMap(({ code }) => counts.get(code) ?? []);
}

function isGood(count: MemberCount): boolean {
  return CLASSES.slice(0, 2).some(([code]) => code === classOf(count));
}

/** The figures under a chart's caption, to the first row without a name. */
function figuresBelow(
  workspace: Workspace,
  file: string,
  tab: string,
  title: string,
): readonly (readonly Seen[])[] {
  const sheet = bookOf(workspace, file).sheets.find((one) => one.name === tab);
  const rows = (sheet?.rows ?? []).map((row) => (row?.v ?? []).map((cell) => plain(cell)));
  const caption = `Số liệu của biểu đồ “${title}”`;
  const from = rows.findIndex((row) => row.includes(caption));
  if (from < 0) return [];
  const column = rows[from]?.indexOf(caption) ?? 0;
  const bars: Seen[][] = [];
  for (const row of rows.slice(from + 2)) {
    if ((row[column] ?? '') === '') break;
    bars.push(row.slice(column + 1));
  }
  return bars;
}

function plain(cell: unknown): Seen {
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : '';
}

function part(some: number, of: number): number | '' {
  return of === 0 ? '' : some / of;
}

function isSame(shown: Seen, counted: number | ''): boolean {
  if (typeof shown === 'number' && typeof counted === 'number') return Math.abs(shown - counted) < 1e-9;
  return shown === counted;
}
