import { isSameName, nameWords } from '../programme/names';
import { ERASED_TEXT } from '../programme/privacy';
import { submissionId } from '../programme/submission';
import type { Wave } from '../programme/wave';
import { momentOfCell, textOfCell, type ReadRows } from '../workbook/cells';
import { LATE_TAB } from '../workbook/late-tab';
import { redactedSheet } from '../workbook/redacted-rows';
import {
  LONG_TEXTS_TAB,
  registrationsTab,
  selfAssessmentsTab,
  UNMATCHED_TAB,
} from '../workbook/submission-tabs';
import { readTable, type TableRow } from '../workbook/tab';
import { messageOf, retrying } from '../google/retry';
import type { District } from './district';
import { withForm } from './form-presence';
import { decisionsIn } from './intake';
import { redactionOf, redactRow, type Redaction } from './redact';

/** A sheet of somebody's as *Sổ tiếp nhận phiếu* names it. */
export interface OwnSheet {
  readonly name: string;
  readonly responseId: string;
  readonly formId: string;
}

/** What of a year's *Sổ tiếp nhận phiếu* belongs to members, and what to write there when it is erased. */
export interface IntakeErasing {
  readonly sheets: readonly OwnSheet[];
  readonly redaction: Redaction;
}

/** Whose sheets are erased: those of members, and those nobody decided about that carry the name of one of their nearest. */
export interface Owners {
  readonly isOwn: (member: string) => boolean;
  /** The member's name; '' = undecided sheets are left. */
  readonly fullName: string;
}

/** Reads a year's book in one call and plans it. */
export function planIntake(
  district: District,
  intake: string,
  waves: readonly Wave[],
  owners: Owners,
): IntakeErasing {
  const { isOwn } = owners;
  const definitions = waves.flatMap((wave) => [registrationsTab(wave), selfAssessmentsTab(wave)]);
  const areas = [UNMATCHED_TAB, LATE_TAB, LONG_TEXTS_TAB, ...definitions];
  const read = district.api.read(
    intake,
    areas.map(({ sheetId }) => ({ sheetId })),
  ) as readonly (ReadRows | null)[];
  const [unmatched, late, longTexts] = areas.map((one, index) => readTable(one, read[index] ?? []));
  if (!unmatched || !late || !longTexts) throw new Error('The submissions workbook was not read');
  const decided = new Map(decisionsIn(read[0] ?? []).map((one) => [one.submission, one.member ?? '']));
  const alike = new Set(unmatched.records.filter((row) => isAlike(row, owners)).map((row) => nameOf(row)));
  const sheets: OwnSheet[] = [];
  const tabs = definitions.map((definition, index) => {
    const table = readTable(definition, read[3 + index] ?? []);
    return table.records.flatMap((row) => {
      const name = nameOf(row);
      const member = textOfCell(row.cells.member) || (decided.get(name) ?? '');
      if (member === '' ? !alike.has(name) : !isOwn(member)) return [];
      const [responseId, formId] = [textOfCell(row.cells.responseId), textOfCell(row.cells.formId)];
      sheets.push({ name, responseId, formId });
      return [redactRow(definition.sheetId, table, row, redactedSheet(row.cells))];
    });
  });
  const own = new Set(sheets.map(({ name }) => name));
  return {
    sheets,
    redaction: redactionOf([
      ...tabs.flat(),
      ...unmatched.records.map((row) =>
        redactRow(UNMATCHED_TAB.sheetId, unmatched, row, {
          ...(own.has(nameOf(row)) ? { typedName: '', typedBirthDate: '' } : {}),
          ...withoutNames(row, isOwn),
        }),
      ),
      ...late.records
        .filter((row) => isOwn(textOfCell(row.cells.member)))
        .map((row) => redactRow(LATE_TAB.sheetId, late, row, { reason: ERASED_TEXT })),
      ...longTexts.records
        .filter((row) => own.has(nameOf(row)))
        .map((row) => redactRow(LONG_TEXTS_TAB.sheetId, longTexts, row, { text: '' })),
    ]),
  };
}

/** What Google says of an answer that is not there (any more). */
const NO_ANSWER = /Invalid argument|No response/i;

/** Takes an answer out of the form's own store; one that is gone already, or whose form is gone, is passed over. */
export function deleteResponse({ services }: District, { formId, responseId }: OwnSheet): void {
  withForm(services, formId, () => {
    const form = retrying(services, () => services.forms.openById(formId));
    try {
      retrying(services, () => form.deleteResponse(responseId));
    } catch (error) {
      if (!NO_ANSWER.test(messageOf(error))) throw error;
    }
  });
}

function isAlike({ cells }: TableRow, { isOwn, fullName }: Owners): boolean {
  if (fullName === '' || textOfCell(cells.decision) !== '') return false;
  const isNear = ['near1', 'near2', 'near3'].some((key) =>
    isOwn(textOfCell(cells[key]).split(' · ')[0] ?? ''),
  );
  return isNear && isSameName(nameWords(textOfCell(cells.typedName)), nameWords(fullName));
}

function nameOf({ cells }: TableRow): string {
  return submissionId({
    responseId: textOfCell(cells.responseId),
    sentAt: momentOfCell(cells.sentAt ?? '') ?? 0,
  });
}

/** 'DV-01 · Nguyễn Thị Ánh · 05/09/1994' keeps the code alone. */
export function withoutNames(
  { cells }: Pick<TableRow, 'cells'>,
  isOwn: (member: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(
    ['near1', 'near2', 'near3', 'decision'].flatMap((key) => {
      const [code = '', ...rest] = textOfCell(cells[key]).split(' · ');
      return rest.length > 0 && isOwn(code) ? [[key, code]] : [];
    }),
  );
}
