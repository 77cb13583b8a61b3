import type { Wave } from '../../programme/wave';
import type { InventedDistrict } from '../invent/district';
import { waveTitle } from '../world/calendar';
import type { WaveActs } from './acts';
import { CLASSES, classOf, type ExpectedTable, type MemberCount } from './expected';
import { countMembers } from './recount';

/** A wave as it was lived: the district as it was when the wave was opened, and what its people did. */
export interface PlayedWave {
  readonly wave: Wave;
  readonly district: InventedDistrict;
  readonly acts: WaveActs;
}

/** A wave with what is known of every member, by branch. */
export interface CountedWave extends PlayedWave {
  readonly counts: ReadonlyMap<string, readonly MemberCount[]>;
}

/** Counts each wave once. */
export function countWaves(played: readonly PlayedWave[]): readonly CountedWave[] {
  return played.map((one) => ({ ...one, counts: countMembers(one.district, one.wave, one.acts) }));
}

const NO_CLASS = 'Chưa đủ cơ sở xếp loại';

/** The word of a class code. */
export function wordOf(code: string): string {
  return CLASSES.find(([one]) => one === code)?.[1] ?? NO_CLASS;
}

/** The class each member of today's roster should be proposed for the year, by member code; who was in no wave is not there. */
export function yearClasses(
  district: InventedDistrict,
  waves: readonly CountedWave[],
): ReadonlyMap<string, string> {
  const of = wavesByMember(waves);
  return new Map(
    district.members.flatMap(({ code }) => {
      const own = of.get(code);
      return own ? [[code, middleClass(own.flatMap(({ count }) => countingClass(count)))] as const] : [];
    }),
  );
}

/** *Tổng hợp năm*. `district` = today's. */
export function yearTable(district: InventedDistrict, waves: readonly CountedWave[]): ExpectedTable {
  const of = wavesByMember(waves);
  const classes = yearClasses(district, waves);
  return {
    title: 'Tổng hợp năm',
    head: 'plain',
    keys: ['Mã đoàn viên'],
    rows: district.members.flatMap((member) => {
      const own = of.get(member.code);
      if (!own) return [];
      const missing = own.filter(({ count }) => count.member.classed && countingClass(count).length === 0);
      return [
        {
          key: [member.code],
          cells: {
            'Họ và tên': member.fullName,
            'Chi đoàn': district.branches.find(({ code }) => code === member.branch)?.name ?? '',
            ...Object.fromEntries(
              waves.map(({ wave }) => {
                const there = own.find((one) => one.wave.code === wave.code);
                return [waveTitle(wave), there ? waveCell(there.count) : ''];
              }),
            ),
            'Đợt còn thiếu': missing.map(({ wave }) => `thiếu ${waveTitle(wave)}`).join(', '),
            'Đề nghị xếp loại năm': wordOf(classes.get(member.code) ?? ''),
          },
        },
      ];
    }),
  };
}

function waveCell(count: MemberCount): string {
  const given = classOf(count);
  if (given !== '') return wordOf(given);
  return count.member.classed ? '' : 'Không thuộc diện';
}

function countingClass(count: MemberCount): readonly string[] {
  const given = classOf(count);
  return count.member.classed && CLASSES.some(([code]) => code === given) ? [given] : [];
}

/** The class that more than half of the waves reach, counted from the best: of two in the middle the weaker. */
function middleClass(given: readonly string[]): string {
  let reached = 0;
  for (const [code] of CLASSES) {
    reached += given.filter((one) => one === code).length;
    if (reached * 2 > given.length) return code;
  }
  return '';
}

function wavesByMember(
  waves: readonly CountedWave[],
): ReadonlyMap<string, readonly { readonly wave: Wave; readonly count: MemberCount }[]> {
  const of = new Map<string, { wave: Wave; count: MemberCount }[]>();
  for (const { wave, district, counts } of waves) {
    const units = new Set(
      district.units.filter(({ calendar }) => calendar === wave.calendar).map(({ code }) => code),
    );
    for (const { code } of district.branches.filter(({ base }) => units.has(base)))
      for (const count of counts.get(code) ?? []) {
        const own = of.get(count.member.code) ?? [];
        own.push({ wave, count });
        of.set(count.member.code, own);
      }
  }
  return of;
}
