import { ERASED_TEXT } from '../programme/privacy';
import type { Wave } from '../programme/wave';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { LATE_TAB } from '../workbook/late-tab';
import { redactedSheet } from '../workbook/redacted-rows';
import {
  LONG_TEXTS_TAB,
  registrationsTab,
  selfAssessmentsTab,
  UNMATCHED_TAB,
} from '../workbook/submission-tabs';
import { readTable, type TabDefinition, type TableRow, type TabRecord } from '../workbook/tab';
import { retrying } from '../google/retry';
import type { District } from './district';
import { withoutNames } from './erase-intake';
import type { WaveEntry } from '../workbook/waves-tab';
import { withForm } from './form-presence';
import { redactRows } from './redact-columns';

/** Rows of sheets redacted in one step: some forty cells each, in one write of two megabytes at most. */
const STRETCH = 1_500;

/** A tab of *Sổ tiếp nhận phiếu* with what its rows hold when a year's words are erased. */
export interface SheetsTab {
  readonly definition: TabDefinition;
  readonly redacted: (cells: TableRow['cells']) => TabRecord;
}

/** The tabs of a year's book that hold words. */
export function wordyTabs(waves: readonly Wave[]): readonly SheetsTab[] {
  const all = (): boolean => true;
  return [
    ...waves
      .flatMap((wave) => [registrationsTab(wave), selfAssessmentsTab(wave)])
      .map((definition) => ({ definition, redacted: redactedSheet })),
    {
      definition: UNMATCHED_TAB,
      redacted: (cells) => ({ typedName: '', typedBirthDate: '', ...withoutNames({ cells }, all) }),
    },
    { definition: LATE_TAB, redacted: ({ reason }) => ({ reason: reason === '' ? '' : ERASED_TEXT }) },
    { definition: LONG_TEXTS_TAB, redacted: () => ({ text: '' }) },
  ];
}

/** A stretch that was redacted: how many rows were changed, and where the tab goes on; null = it is whole. */
export interface RedactedStretch {
  readonly rows: number;
  readonly next: number | null;
}

/** Redacts a stretch of a tab from a row on, `rows` = how many the tab has: one read, one write. A form that its rows name and no wave has is emptied first. */
export function redactStretch(
  district: District,
  intake: string,
  { definition, redacted }: SheetsTab,
  { from, rows }: { readonly from: number; readonly rows: number },
  known: ReadonlySet<string>,
): RedactedStretch {
  const { sheetId, frozenRows } = definition;
  const begin = Math.max(from, frozenRows);
  const end = Math.min(rows, begin + STRETCH);
  if (end <= begin) return { rows: 0, next: null };
  const [head, stretch] = district.api.read(intake, [
    { sheetId, startRowIndex: 0, endRowIndex: frozenRows },
    { sheetId, startRowIndex: begin, endRowIndex: end },
  ]) as readonly (ReadRows | null)[];
  const top = Array.from({ length: frozenRows }, (_, index) => head?.[index] ?? []);
  const table = readTable(definition, [...top, ...(stretch ?? [])]);
  const records = table.records.map(({ row, cells }) => ({ row: row - frozenRows + begin, cells }));
  const forms = new Set(records.map(({ cells }) => textOfCell(cells.formId)));
  for (const form of forms) if (form !== '' && !known.has(form)) emptyForm(district, form);
  const found = redactRows(sheetId, table, records, redacted);
  district.api.change(intake, found.requests, true);
  return { rows: found.rows, next: end < rows ? end : null };
}

/** The forms of a year's waves. */
export function formsOf(entries: readonly WaveEntry[], year: string): readonly string[] {
  const forms = entries.filter(({ wave }) => wave.programme === year).map(({ formId }) => formId);
  return [...new Set(forms.filter((form) => form !== ''))];
}

/** Deletes all answers in a form's own store: whatever it keeps could be collected again. A form that is gone is passed over. */
export function emptyForm({ services }: District, formId: string): void {
  withForm(services, formId, () =>
    retrying(services, () => services.forms.openById(formId).deleteAllResponses()),
  );
}
