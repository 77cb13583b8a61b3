import type { GridRect, ProtectionData, SheetData, SpreadsheetData } from '../model/book';
import { nextId } from '../model/book';
import { PROTECTED, isLetIn } from '../model/guard';
import type { Batch } from './batch';
import { requireFields } from './cell-requests';
import { below, names } from './field-mask';
import { type GridRange, RequestProblem, gridOf } from './problem';
import { protectedRange } from './resources';

interface ProtectedRange {
  readonly protectedRangeId?: number;
  readonly range?: GridRange;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly editors?: { readonly users?: readonly string[]; readonly domainUsersCanEdit?: boolean };
  readonly unprotectedRanges?: readonly GridRange[];
}

/** Editors as they are kept: without the owner, with the one who asks, who cannot lock himself out [facts 14]. */
function editorsOf(batch: Batch, users: readonly string[]): string[] {
  const owner = batch.file.owner.toLowerCase();
  const all = [...users, batch.editor.email].map((email) => email.toLowerCase());
  return [...new Set(all)].filter((email) => email !== owner);
}

function guardedPart(
  batch: Batch,
  range: GridRange | undefined,
): { sheet: SheetData; type: ProtectionData['type']; range: GridRect } {
  const { sheet, range: part } = gridOf(batch.book, range);
  return { sheet, type: Object.keys(part).length === 0 ? 'SHEET' : 'RANGE', range: part };
}

export function addProtectedRange(
  batch: Batch,
  of: { protectedRange?: ProtectedRange },
): Record<string, unknown> {
  const asked = of.protectedRange ?? {};
  const { sheet, type, range } = guardedPart(batch, asked.range);
  const id = asked.protectedRangeId ?? nextId(batch.book);
  if (allProtections(batch.book).some((one) => one.protection.id === id)) {
    throw new RequestProblem(`The protected range id ${id} is already in use.`);
  }
  if (type === 'SHEET' && sheet.protections.some((one) => one.type === 'SHEET')) {
    throw new RequestProblem('This sheet already has sheet protection.');
  }
  const protection: ProtectionData = {
    id,
    type,
    range,
    description: asked.description ?? '',
    editors: asked.editors && !asked.warningOnly ? editorsOf(batch, asked.editors.users ?? []) : null,
    domainEdit: asked.editors?.domainUsersCanEdit ?? false,
    warningOnly: asked.warningOnly ?? false,
    unprotected: (asked.unprotectedRanges ?? []).map((one) => gridOf(batch.book, one).range),
  };
  sheet.protections.push(protection);
  return { addProtectedRange: { protectedRange: protectedRange(batch.file, sheet, protection) } };
}

export function updateProtectedRange(
  batch: Batch,
  of: { protectedRange?: ProtectedRange; fields?: string },
): void {
  const mask = requireFields(of.fields);
  const to = of.protectedRange ?? {};
  const { protection } = protectionOf(batch, to.protectedRangeId);
  if (names(mask, 'description')) protection.description = to.description ?? '';
  if (names(mask, 'warningOnly')) protection.warningOnly = to.warningOnly ?? false;
  if (names(mask, 'range')) Object.assign(protection, { range: guardedPart(batch, to.range).range });
  if (names(mask, 'unprotectedRanges')) {
    protection.unprotected = (to.unprotectedRanges ?? []).map((one) => gridOf(batch.book, one).range);
  }
  const editors = below(mask, 'editors');
  if (editors === undefined) return;
  if (names(editors, 'users')) protection.editors = editorsOf(batch, to.editors?.users ?? []);
  if (names(editors, 'domainUsersCanEdit')) protection.domainEdit = to.editors?.domainUsersCanEdit ?? false;
}

export function deleteProtectedRange(batch: Batch, of: { protectedRangeId?: number }): void {
  const { sheet, protection } = protectionOf(batch, of.protectedRangeId);
  sheet.protections = sheet.protections.filter((one) => one !== protection);
}

function allProtections(book: SpreadsheetData): { sheet: SheetData; protection: ProtectionData }[] {
  return book.sheets.flatMap((sheet) => sheet.protections.map((protection) => ({ sheet, protection })));
}

/** The protection, when the effective user may change it. */
function protectionOf(
  batch: Batch,
  id: number | undefined,
): { sheet: SheetData; protection: ProtectionData } {
  const found = allProtections(batch.book).find((one) => one.protection.id === id);
  if (!found) throw new RequestProblem(`No protected range with id: ${id}`);
  if (!isLetIn(batch.editor, found.protection)) throw new RequestProblem(PROTECTED);
  return found;
}
