import {
  GROUP_LABELS,
  halfOf,
  isCriterionCode,
  TARGET_GROUPS,
  CRITERION_CODES,
  type Criterion,
  type Half,
  type TargetGroup,
} from '../programme/criteria';
import type { ReadRows } from './cells';
import { readRecords, type TabReading } from './row-reader';
import { SHEET_IDS } from './sheet-ids';
import { column, tab, type TabRecord } from './tab';
import { shortGroup, wordTable } from './words';

export const HALF_WORDS = wordTable<Half>({ TRAINING: 'Rèn luyện', ACTION: 'Hành động' });

/** The tab *Tiêu chí*: R1 … A5 with a suggestion for each target group. */
export const CRITERIA_TAB = tab(
  SHEET_IDS.criteria,
  'Tiêu chí',
  [
    column('code', 'Mã', 'text', 50, { words: CRITERION_CODES, strict: true }),
    column('half', 'Phần', 'text', 90, { words: HALF_WORDS.words }),
    column('title', 'Tên tiêu chí', 'text', 300, { typed: true }),
    ...GROUP_LABELS.map(({ code, label }) =>
      column(`hint.${code}`, `Gợi ý: ${shortGroup(label)}`, 'text', 260, { typed: true }),
    ),
    column('evidenceHint', 'Gợi ý minh chứng', 'text', 260, { typed: true }),
  ],
  3,
);

/** A criterion as a row. */
export function criterionRecord(criterion: Criterion): TabRecord {
  return {
    code: criterion.code,
    half: HALF_WORDS.wordOf(criterion.half),
    title: criterion.title,
    ...Object.fromEntries(TARGET_GROUPS.map((group) => [`hint.${group}`, criterion.hints[group]])),
    evidenceHint: criterion.evidenceHint,
  };
}

/** The criteria of the tab; a code that is none of R1 … A5 is a problem, and its row is no criterion. */
export function criteriaFrom(rows: ReadRows): TabReading<Criterion> {
  const reading = readRecords(CRITERIA_TAB, rows, 'code', (reader): Criterion | null => {
    const code = reader.needed('code');
    const title = reader.needed('title');
    if (!isCriterionCode(code)) {
      if (code !== '') reader.problem('UNKNOWN_WORD', 'code', { words: CRITERION_CODES });
      return null;
    }
    const hints = Object.fromEntries(
      TARGET_GROUPS.map((group) => [group, reader.text(`hint.${group}`)]),
    ) as Record<TargetGroup, string>;
    return { code, half: halfOf(code), title, hints, evidenceHint: reader.text('evidenceHint') };
  });
  const kept = reading.values.flatMap((value, index) =>
    value ? [{ value, row: reading.rows[index] ?? 0 }] : [],
  );
  return { ...reading, values: kept.map((one) => one.value), rows: kept.map((one) => one.row) };
}
