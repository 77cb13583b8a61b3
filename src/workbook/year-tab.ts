import type { Preset } from '../programme/classification';
import type { Member } from '../programme/organisation';
import type { ProposedYearClass, WaveClass } from '../programme/unit-classes';
import type { Wave } from '../programme/wave';
import type { ReadRows } from './cells';
import { classOfWord, classWord, waveName } from './class-words';
import { readRecords, type TabReading } from './row-reader';
import { SHEET_IDS } from './sheet-ids';
import { column, tab, type TabDefinition, type TabRecord } from './tab';

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
  readonly member: Member;
  readonly branchName: string;
  readonly waves: readonly Wave[];
  /** By wave, also those in which he was not to be classed. */
  readonly classes: readonly WaveClass[];
  readonly proposed: ProposedYearClass;
  readonly decision: YearDecision | null;
  readonly preset: Preset;
}

/** A member's year as a row; what staff wrote is carried along. */
export function yearRecord(facts: YearFacts): TabRecord {
  const { member, waves, classes, proposed, decision, preset } = facts;
  const nameOf = (code: string): string => {
    const wave = waves.find((one) => one.code === code);
    return wave ? waveName(wave) : code;
  };
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
    proposed: classWord(proposed.class, preset),
    decided: decision && decision.decided !== '' ? classWord(decision.decided, preset) : '',
    reason: decision?.reason ?? '',
    note: decision?.note ?? '',
  };
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
