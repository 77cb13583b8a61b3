import type { Services } from './services';

/** How long a save waits for the others of its workbook before it answers "đang chờ" (architecture.md 3.6). */
export const DOCUMENT_LOCK_MS = 20_000;

/** What was done under a lock. */
export interface Held<T> {
  readonly value: T;
}

/**
 * Does something while no other run of this script works in the same workbook; null when the lock was not to be had within `waitMs`. What it
 * writes it must flush itself before it returns: Google keeps writes back otherwise (docs/apps-script-notes.md, Locks). Throws outside
 * a workbook, where Google has no document lock.
 */
export function withDocumentLock<T>(
  services: Services,
  act: () => T,
  waitMs = DOCUMENT_LOCK_MS,
): Held<T> | null {
  // The types say it is never null; Google gives null to a script without a container.
  const lock = services.locks.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  if (!lock) throw new Error('No document lock: the script runs outside a workbook');
  return withLock(lock, act, waitMs);
}

/** Does something while no other run of this script does; null when the lock was not to be had. `waitMs` 0 = only if it is free now. */
export function withScriptLock<T>(services: Services, act: () => T, waitMs = 0): Held<T> | null {
  return withLock(services.locks.getScriptLock(), act, waitMs);
}

function withLock<T>(lock: GoogleAppsScript.Lock.Lock, act: () => T, waitMs: number): Held<T> | null {
  if (!lock.tryLock(waitMs)) return null;
  try {
    return { value: act() };
  } finally {
    lock.releaseLock();
  }
}
