import { versionsOf, type Submission } from './submission';
import type { Wave } from './wave';

/** What staff said of a sheet that came after the deadline: let in, not let in, or the saying taken back. */
export const LATE_DECISIONS = ['ACCEPT', 'REFUSE', 'TAKE_BACK'] as const;
export type LateDecision = (typeof LATE_DECISIONS)[number];

/** The sheets of members that came after the deadline of their kind, whatever was said of them since; oldest first. Pass one kind at a time. */
export function lateSheets<S extends Submission>(submissions: readonly S[], wave: Wave): readonly S[] {
  return versionsOf(submissions, wave)
    .filter(({ notCounted }) => notCounted === 'LATE')
    .map(({ submission }) => submission);
}

/** Whether the new saying changes anything: what stands already is not said twice, and only what was said is taken back. */
export function changesLate(before: LateDecision | null, decision: LateDecision): boolean {
  const stands = before === 'TAKE_BACK' ? null : before;
  return decision === 'TAKE_BACK' ? stands !== null : stands !== decision;
}
