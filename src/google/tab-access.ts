import type { Sheet } from './book';
import type { Services } from './services';

/** Whether a tab is guarded as it must be, and whether the person at the keyboard is one of its writers. */
export type TabAccess = 'WRITER' | 'NOT_WRITER' | 'NOT_GUARDED';

/**
 * Asks Google itself (architecture.md 3.2). NOT_GUARDED: the tab has lost its sheet protection; it takes no saves until the owner's run has
 * repaired it. SpreadsheetApp tells no protection's id: that it is the recorded one, with the recorded writers, is for the owner's
 * run to see. Two calls: the protections, whether this person may edit; whether one only warns is asked before anything is written.
 */
export function tabAccess(services: Services, sheet: Sheet): TabAccess {
  const [guard] = sheet.getProtections(services.spreadsheets.ProtectionType.SHEET);
  if (!guard) return 'NOT_GUARDED';
  return guard.canEdit() ? 'WRITER' : 'NOT_WRITER';
}

/** Whether the tab has a protection that refuses; two calls. */
export function isGuarded(services: Services, sheet: Sheet): boolean {
  const [guard] = sheet.getProtections(services.spreadsheets.ProtectionType.SHEET);
  return guard !== undefined && !guard.isWarningOnly();
}
