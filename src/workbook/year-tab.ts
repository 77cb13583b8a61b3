import type { Preset } from '../programme/classification';
import type { Member } from '../programme/organisation';
import type { ProposedYearClass, WaveClass } from '../programme/unit-classes';
import type { Wave } from '../programme/wave';
import type { ReadRows } from './cells';
import { classOfWord, classWord, waveName } from './class-words';
import { readRecords, type TabReading } from './row-reader';
import { SHEET_IDS } from './sheet-ids';
import { column, tab, type TabDefinition, type TabRecord } from './tab';

/** What a calendar's people read while its year goes on (P5). */
export const YEAR_GOES_ON = 'Đang thực hiện theo năm học';

/** The tab *Tổng hợp năm*: a member with his classes of the waves; the year's class is decided by people (P1a). */
export function yearTab(waves: readonly Wave[], preset: Preset): TabDefinition {
  return tab(
    SHEET_IDS.yearSummary,
    'Tổng hợp năm',
    [
      column('member', 'Mã đoàn viên', 'text', 110),
      column('fullName', 'Họ và tên', 'text', 190),
      column('branch', 'Chi đoàn', 'text', 170),
      ...waves.map((wave) => column(`wave.${wave.code}`, waveName(wave), 'text', 110)),
      column('missing', 'Đợt còn thiếu', 'text', 130),
      column('proposed', 'Đề nghị xếp loại năm', 'text', 140),
      column('why', 'Căn cứ đề nghị (một trong những cơ sở)', 'text', 280),
      column('decided', 'Xếp loại năm', 'text', 130, {
        words: preset.classes.map((one) => one.label),
        strict: true,
        typed: true,
      }),
      column('reason', 'Lý do', 'text', 220, { typed: true }),
      column('note', 'Ghi chú', 'text', 220, { typed: true }),
    ],
    2,
  );
}

/** What staff wrote beside a member's year; `decided` '' = not decided. */
export interface YearDecision {
  readonly member: string;
  readonly decided: string;
  readonly reason: string;
  readonly note: string;
}

/** From what a member's year is shown. */
export interface YearFacts {
  readonly member: Pick<Member, 'code' | 'fullName'>;
  readonly branchName: string;
  readonly waves: readonly Wave[];
  /** By wave, also those in which he was not to be classed. */
  readonly classes: readonly WaveClass[];
  readonly proposed: ProposedYearClass;
  /** Whether all waves of his calendar are over; a school year is told as going on until then. */
  readonly isOver: boolean;
  readonly decision: YearDecision | null;
  readonly preset: Preset;
}

/** A member's year as a row; what staff wrote is carried along. */
export function yearRecord(facts: YearFacts): TabRecord {
  const { member, classes, proposed, decision, preset } = facts;
  const nameOf = waveNames(facts.waves);
  return {
    member: member.code,
    fullName: member.fullName,
    branch: facts.branchName,
    ...Object.fromEntries(
      classes.map((one) => [
        `wave.${one.wave}`,
        one.class !== '' ? classWord(one.class, preset) : one.eligible ? '' : 'Không thuộc diện',
      ]),
    ),
    missing: proposed.missing.map((code) => `thiếu ${nameOf(code)}`).join(', '),
    proposed: facts.isOver ? classWord(proposed.class, preset) : YEAR_GOES_ON,
    why: whySaid(facts),
    decided: decision && decision.decided !== '' ? classWord(decision.decided, preset) : '',
    reason: decision?.reason ?? '',
    note: decision?.note ?? '',
  };
}

/** "Trung vị của 3 đợt: Đợt I Khá, Đợt II Xuất sắc, Đợt IV Khá." */
export function whySaid({
  classes,
  proposed,
  preset,
  waves,
}: Pick<YearFacts, 'classes' | 'proposed' | 'preset' | 'waves'>): string {
  const nameOf = waveNames(waves);
  const { counted, otherScale, isTie } = proposed;
  const also =
    otherScale.length === 0 ? '' : ` Không tính ${otherScale.map(nameOf).join(', ')}: theo thang khác.`;
  if (counted.length === 0) {
    if (classes.length > 0 && classes.every((one) => !one.eligible))
      return 'Không thuộc diện xếp loại trong các đợt.';
    return `Chưa có đợt nào được xếp loại.${also}`;
  }
  const listed = counted.map((one) => `${nameOf(one.wave)} ${classWord(one.class, preset)}`).join(', ');
  if (counted.length === 1) return `Theo một đợt: ${listed}.${also}`;
  const tie = isTie ? '; hai mức ở giữa khác nhau, lấy mức thấp hơn' : '';
  return `Trung vị của ${counted.length} đợt: ${listed}${tie}.${also}`;
}

/** What staff decided, with words that are no class as problems. */
export function yearDecisionsFrom(
  rows: ReadRows,
  waves: readonly Wave[],
  preset: Preset,
): TabReading<YearDecision> {
  return readRecords(yearTab(waves, preset), rows, 'member', (reader) => {
    const decided = classOfWord(reader.text('decided'), preset);
    if (decided === null || (decided !== '' && !preset.classes.some((one) => one.code === decided)))
      reader.problem('UNKNOWN_WORD', 'decided', { words: preset.classes.map((one) => one.label) });
    return {
      member: reader.needed('member'),
      decided: decided ?? '',
      reason: reader.text('reason'),
      note: reader.text('note'),
    };
  });
}

function waveNames(waves: readonly Wave[]): (code: string) => string {
  return (code) => {
    const wave = waves.find((one) => one.code === code);
    return wave ? waveName(wave) : code;
  };
}
