import type { Preset } from '../programme/classification';
import type { EmulationScore, EmulationWeights } from '../programme/emulation';
import type { BaseUnit } from '../programme/organisation';
import { textOfCell, type ReadRows } from './cells';
import { classOfWord, classWord } from './class-words';
import { SHEET_IDS } from './sheet-ids';
import { column, readTable, tab, type TabDefinition, type TabRecord } from './tab';
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
  return tab(
    SHEET_IDS.emulation,
    'Thi đua đơn vị',
    [
      column('group', 'Cụm/Khối', 'text', 150),
      column('unit', 'Đơn vị', 'text', 200),
      ...PART_KEYS.map((key) => column(`part.${key}`, `${PARTS[key]} (${weights[key]} điểm)`, 'number', 110)),
      column('score', 'Tổng điểm', 'number', 90),
      column('proposed', 'Đề nghị phân loại', 'text', 130),
      column('decided', 'Phân loại', 'text', 130, {
        words: preset.classes.map((one) => one.label),
        strict: true,
        typed: true,
      }),
      column('quality', 'Đề nghị xếp loại cơ sở Đoàn', 'text', 140),
      column('qualityWhy', 'Đề nghị xếp loại chi đoàn', 'text', 260),
      ...(ranked ? [column('rank', 'Xếp hạng', 'number', 80)] : []),
      column('code', 'Mã đơn vị', 'text', 90, { hidden: true }),
      column('note', 'Ghi chú', 'text', 240, { typed: true }),
    ],
    2,
  );
}

/** What staff wrote beside a unit. */
export interface EmulationDecision {
  readonly decided: string;
  readonly note: string;
}

/** A unit's score as a row; points to one decimal. `rank` null = no rank is shown. */
export function emulationRecord(
  unit: BaseUnit,
  score: EmulationScore,
  preset: Preset,
  decision: EmulationDecision | null,
  rank: number | null,
): TabRecord {
  return {
    group: unit.cluster !== '' ? unit.cluster : BLOCK_WORDS.wordOf(unit.block),
    unit: unit.name,
    ...Object.fromEntries(PART_KEYS.map((key) => [`part.${key}`, oneDecimal(score.parts[key])])),
    score: oneDecimal(score.score),
    proposed: classWord(score.proposed, preset),
    decided: decision && decision.decided !== '' ? classWord(decision.decided, preset) : '',
    ...(rank === null ? {} : { rank }),
    code: unit.code,
    note: decision?.note ?? '',
  };
}

/** What staff decided, by unit code; a word that is no class of the scale counts as none. */
export function emulationDecisionsFrom(
  rows: ReadRows,
  weights: EmulationWeights,
  preset: Preset,
): ReadonlyMap<string, EmulationDecision> {
  const decisions = new Map<string, EmulationDecision>();
  for (const { cells } of readTable(emulationTab(weights, preset, true), rows).records)
    decisions.set(textOfCell(cells.code), {
      decided: classOfWord(textOfCell(cells.decided), preset) ?? '',
      note: textOfCell(cells.note),
    });
  return decisions;
}

function oneDecimal(points: number): number {
  return Math.round(points * 10) / 10;
}
