import type { Preset } from '../programme/classification';
import type { EmulationScore, EmulationWeights } from '../programme/emulation';
import type { BaseUnit } from '../programme/organisation';
import type { ReadRows } from './cells';
import { classOfWord, classWord } from './class-words';
import { readRecords, type TabReading } from './row-reader';
import { SHEET_IDS } from './sheet-ids';
import { column, tab, type TabDefinition, type TabRecord } from './tab';
import { BLOCK_WORDS } from './words';

const PARTS: Readonly<Record<keyof EmulationWeights, string>> = {
  registered: 'Đăng ký',
  selfAssessed: 'Tự đánh giá',
  gradedOnTime: 'Đánh giá đúng hạn',
  goodOrBetter: 'Khá trở lên',
  difficultiesInTime: 'Trả lời vướng mắc đúng hạn',
};
const PART_KEYS = Object.keys(PARTS) as (keyof EmulationWeights)[];

/** The tab *Thi đua đơn vị* (P14): the parts of the rule with their weights; *Xếp hạng* only where the district turns it on. */
export function emulationTab(weights: EmulationWeights, preset: Preset, ranked: boolean): TabDefinition {
  const decided = { words: preset.classes.map((one) => one.label), strict: true, typed: true };
  return tab(
    SHEET_IDS.emulation,
    'Thi đua đơn vị',
    [
      column('group', 'Cụm/Khối', 'text', 150),
      column('unit', 'Đơn vị', 'text', 200),
      ...PART_KEYS.map((key) =>
        column(`part.${key}`, `${PARTS[key]} (${weights[key]} điểm)`, 'decimal', 110),
      ),
      column('score', 'Tổng điểm', 'decimal', 90),
      column('how', 'Cách tính', 'text', 300),
      column('proposed', 'Đề nghị phân loại', 'text', 130),
      column('decided', 'Phân loại', 'text', 130, decided),
      ...(ranked ? [column('rank', 'Xếp hạng', 'number', 80)] : []),
      column('quality', 'Đề nghị xếp loại cơ sở Đoàn', 'text', 140),
      column('qualityWhy', 'Đề nghị xếp loại chi đoàn', 'text', 260),
      column('qualityDecided', 'Xếp loại cơ sở Đoàn', 'text', 130, decided),
      column('code', 'Mã đơn vị', 'text', 90, { hidden: true }),
      column('note', 'Ghi chú', 'text', 240, { typed: true }),
    ],
    2,
  );
}

/** What staff wrote beside a unit: its emulation class (P14), its class as an organisation (P1b), a note; '' = not decided. */
export interface EmulationDecision {
  readonly decided: string;
  readonly qualityDecided: string;
  readonly note: string;
}

/** The cluster a unit is compared in, else its block. */
export function groupOfUnit(unit: Pick<BaseUnit, 'cluster' | 'block'>): string {
  return unit.cluster !== '' ? unit.cluster : BLOCK_WORDS.wordOf(unit.block);
}

/** A unit's score as a row; points to one decimal. `rank` null = no rank is shown. */
export function emulationRecord(
  unit: BaseUnit,
  score: EmulationScore,
  preset: Preset,
  decision: EmulationDecision | null,
  rank: number | null,
  weights: EmulationWeights,
): TabRecord {
  return {
    ...decidedRecord(unit, preset, decision),
    ...Object.fromEntries(PART_KEYS.map((key) => [`part.${key}`, oneDecimal(score.parts[key])])),
    score: oneDecimal(score.score),
    how: howSaid(score, weights),
    proposed: classWord(score.proposed, preset),
    ...(rank === null ? {} : { rank }),
  };
}

/** The row of a unit without a score, such as one whose school year goes on: who it is, and what staff wrote. */
export function decidedRecord(unit: BaseUnit, preset: Preset, decision: EmulationDecision | null): TabRecord {
  const word = (code: string | undefined): string => (code ? classWord(code, preset) : '');
  return {
    group: groupOfUnit(unit),
    unit: unit.name,
    decided: word(decision?.decided),
    qualityDecided: word(decision?.qualityDecided),
    code: unit.code,
    note: decision?.note ?? '',
  };
}

/** "Đăng ký 5/6 × 30 = 25; …": the arithmetic of a score. What there was none of counts in full. */
export function howSaid(score: EmulationScore, weights: EmulationWeights): string {
  const parts = PART_KEYS.map((key) => {
    const [some, of] = score.figures[key];
    const share = of === 0 ? 'không có, tính đủ' : `${some}/${of} × ${weights[key]}`;
    return `${PARTS[key]} ${share} = ${pointsSaid(score.parts[key])}`;
  });
  return `${parts.join('; ')}. Cộng ${pointsSaid(score.score)}.`;
}

/** Points as Vietnamese writes them: 92,5. */
export function pointsSaid(points: number): string {
  return String(oneDecimal(points)).replace('.', ',');
}

/** What staff decided, by unit code, with words that are no class of the scale as problems. */
export function emulationDecisionsFrom(
  rows: ReadRows,
  weights: EmulationWeights,
  preset: Preset,
): TabReading<readonly [unit: string, decision: EmulationDecision]> {
  return readRecords(emulationTab(weights, preset, false), rows, 'unit', (reader) => {
    const classIn = (key: string): string => {
      const code = classOfWord(reader.text(key), preset);
      if (code === null || (code !== '' && !preset.classes.some((one) => one.code === code)))
        reader.problem('UNKNOWN_WORD', key, { words: preset.classes.map((one) => one.label) });
      return code ?? '';
    };
    return [
      reader.text('code'),
      { decided: classIn('decided'), qualityDecided: classIn('qualityDecided'), note: reader.text('note') },
    ];
  });
}

function oneDecimal(points: number): number {
  return Math.round(points * 10) / 10;
}
