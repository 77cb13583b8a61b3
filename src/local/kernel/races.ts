import type { Core } from './core';
import type { Execution } from './execution-types';

/**
 * Whether a row that is appended without a lock is lost, where the workspace is set so: by how many executions run at once, as measured
 * [limits.json, unlockedAppendRow]. Sources disagree whether appendRow is atomic.
 */
export function isAppendLost(execution: Execution): boolean {
  const core = execution.core as Core;
  if (!core.settings.appendRowLosesRows) return false;
  if ([...core.locks.values()].some((holder) => (holder as unknown) === execution)) return false;
  const { keptAt2, keptAt5, keptAt10 } = core.limits.unlockedAppendRow;
  const atOnce = core.running.size;
  const kept = atOnce < 2 ? 1 : atOnce < 5 ? keptAt2 : atOnce < 10 ? keptAt5 : keptAt10;
  return core.random() >= kept;
}
