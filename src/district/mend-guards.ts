import {
  protectionIdOf,
  protectTab,
  changeWriters,
  unprotect,
  type SheetsRequest,
} from '../google/sheets-batch';
import type { GuardedTab } from '../google/sheets-api';
import type { BaseTab } from './base-book';

/** What makes a tab's protection right again, and what was wrong, in words for staff; both empty when nothing was. */
export interface MendedGuard {
  readonly requests: readonly SheetsRequest[];
  readonly said: readonly string[];
}

/**
 * Holds a tab against what it must be guarded with (architecture.md 3.2): one protection of ours over the whole tab, its writers and nobody else.
 * A committee can take its own tab's protection off, soften it or lay another one over it; whoever left the committee must lose it.
 * `owner` may always write and is not looked at.
 */
export function mendGuard(
  there: GuardedTab,
  tab: Pick<BaseTab, 'definition' | 'title' | 'guard'>,
  writers: readonly string[],
  owner: string,
): MendedGuard {
  const { sheetId } = tab.definition;
  const id = protectionIdOf(sheetId);
  const own = there.guards.find((guard) => guard.id === id);
  const foreign = there.guards.filter((guard) => guard.id !== id);
  const requests = foreign.map((guard) => unprotect(guard.id));
  const said = foreign.length > 0 ? [`Trang “${tab.title}”: bỏ phần bảo vệ do người khác đặt thêm.`] : [];
  if (!own || !own.isWhole)
    return {
      requests: [...requests, ...(own ? [unprotect(id)] : []), protectTab(sheetId, writers, tab.guard)],
      said: [...said, `Trang “${tab.title}”: đặt lại phần bảo vệ đã bị gỡ hoặc nới ra.`],
    };
  const wanted = new Set(writers.map((email) => email.toLowerCase()).filter((email) => email !== owner));
  const has = new Set(own.writers.filter((email) => email !== owner));
  const added = [...wanted].filter((email) => !has.has(email));
  const taken = [...has].filter((email) => !wanted.has(email));
  if (added.length === 0 && taken.length === 0) return { requests, said };
  const parts = [
    ...(added.length > 0 ? [`cho ${added.join(', ')} được ghi`] : []),
    ...(taken.length > 0 ? [`thôi quyền ghi của ${taken.join(', ')}`] : []),
  ];
  return {
    requests: [...requests, changeWriters(sheetId, writers)],
    said: [...said, `Trang “${tab.title}”: ${parts.join('; ')}.`],
  };
}
