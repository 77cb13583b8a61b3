import type { WorkspaceCore } from '../../kernel/core-types';
import type { FileRecord } from '../../kernel/state';
import type { GridRect, ProtectionData, SheetData, SpreadsheetData } from './book';
import { contains, overlaps } from './book';

/** What Google says to a person or a script that may not write there [facts 3]. */
export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Whose rights are looked at, and in which file. */
export interface Editor {
  readonly core: WorkspaceCore;
  readonly file: FileRecord<SpreadsheetData>;
  readonly email: string;
}

/** True when the person may edit what the protection guards: the owner always, anybody when it only warns. */
export function isLetIn({ file, email, core }: Editor, protection: ProtectionData): boolean {
  const person = email.toLowerCase();
  if (file.owner.toLowerCase() === person || protection.warningOnly) return true;
  const role = core.roleOf(file, email);
  if (role !== 'writer' && role !== 'owner') return false;
  if (protection.editors === null) return true;
  if (protection.editors.some((one) => one.toLowerCase() === person)) return true;
  return protection.domainEdit && domainOf(file.owner) === domainOf(person);
}

/** The domain of an address. */
export function domainOf(email: string): string {
  return email.toLowerCase().split('@')[1] ?? '';
}

/** True when no protection keeps the person from editing these cells. The file's own rights are asked elsewhere. */
export function mayEdit(editor: Editor, sheet: SheetData, range: GridRect): boolean {
  return sheet.protections.every((one) => {
    if (!overlaps(one.range, range)) return true;
    if (isLetIn(editor, one)) return true;
    return one.type === 'SHEET' && isCovered(range, one.unprotected);
  });
}

/** True when no protection keeps the person from changing the sheet as a whole: deleting, renaming, moving or hiding it. */
export function mayChangeSheet(editor: Editor, sheet: SheetData): boolean {
  return sheet.protections.every((one) => isLetIn(editor, one));
}

/** True when every cell of the range lies in one of the others. */
function isCovered(range: GridRect, others: readonly GridRect[]): boolean {
  let open: GridRect[] = [range];
  for (const other of others) open = open.flatMap((part) => without(part, other));
  return open.length === 0;
}

function without(part: GridRect, other: GridRect): GridRect[] {
  if (!overlaps(part, other)) return [part];
  if (contains(other, part)) return [];
  const out: GridRect[] = [];
  const far = Number.MAX_SAFE_INTEGER;
  let rest = {
    top: part.top ?? 0,
    bottom: part.bottom ?? far,
    left: part.left ?? 0,
    right: part.right ?? far,
  };
  const cut = {
    top: other.top ?? 0,
    bottom: other.bottom ?? far,
    left: other.left ?? 0,
    right: other.right ?? far,
  };
  if (cut.top > rest.top) {
    out.push({ ...rest, bottom: cut.top });
    rest = { ...rest, top: cut.top };
  }
  if (cut.bottom < rest.bottom) {
    out.push({ ...rest, top: cut.bottom });
    rest = { ...rest, bottom: cut.bottom };
  }
  if (cut.left > rest.left) out.push({ ...rest, right: cut.left });
  if (cut.right < rest.right) out.push({ ...rest, left: cut.right });
  return out;
}
