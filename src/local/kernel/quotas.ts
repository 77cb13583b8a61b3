import type { Limits } from './core-types';
import type { QuotaName } from './execution-types';
import type { Account, WorkspaceState } from './state';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** One counter a quota is measured by: whose, how many, over how long. */
interface Measure {
  readonly whose: 'user' | 'project';
  readonly limit: (limits: Limits, account: Account) => number;
  readonly windowMs: number;
}

const QUOTAS: Readonly<Record<QuotaName, readonly Measure[]>> = {
  mailRecipients: [{ whose: 'user', limit: (l, a) => l.emailRecipientsPerDay[a], windowMs: DAY_MS }],
  propertyOperations: [{ whose: 'user', limit: (l, a) => l.propertyOperationsPerDay[a], windowMs: DAY_MS }],
  spreadsheetsCreated: [{ whose: 'user', limit: (l, a) => l.spreadsheetsCreatedPerDay[a], windowMs: DAY_MS }],
  documentsCreated: [{ whose: 'user', limit: (l, a) => l.documentsCreatedPerDay[a], windowMs: DAY_MS }],
  scriptProjectsCreated: [{ whose: 'user', limit: (l) => l.scriptProjectsCreatedPerDay, windowMs: DAY_MS }],
  triggerRuntimeMs: [{ whose: 'user', limit: (l, a) => l.triggerRuntimePerDayMs[a], windowMs: DAY_MS }],
  sheetsReads: [
    { whose: 'user', limit: (l) => l.sheetsApiPerMinute.readPerUser, windowMs: MINUTE_MS },
    { whose: 'project', limit: (l) => l.sheetsApiPerMinute.readPerProject, windowMs: MINUTE_MS },
  ],
  sheetsWrites: [
    { whose: 'user', limit: (l) => l.sheetsApiPerMinute.writePerUser, windowMs: MINUTE_MS },
    { whose: 'project', limit: (l) => l.sheetsApiPerMinute.writePerProject, windowMs: MINUTE_MS },
  ],
};

/** Whose use is counted, and when. */
export interface Taker {
  readonly user: string;
  readonly project: string;
  readonly account: Account;
  readonly now: number;
}

/** Takes `n` when every counter has that much left in its window (which starts with the first use after the last one ended). */
export function takeQuota(
  state: WorkspaceState,
  limits: Limits,
  quota: QuotaName,
  who: Taker,
  n: number,
): boolean {
  if (quotaLeft(state, limits, quota, who) < n) return false;
  for (const measure of QUOTAS[quota]) {
    const counter = counterOf(state, quota, measure, who);
    counter.used += n;
  }
  return true;
}

/** Whose counter of a quota has least left: the user's or the project's. */
export function scarcest(
  state: WorkspaceState,
  limits: Limits,
  quota: QuotaName,
  who: Taker,
): Measure['whose'] {
  const left = (one: Measure): number =>
    one.limit(limits, who.account) - counterOf(state, quota, one, who).used;
  return [...QUOTAS[quota]].sort((a, b) => left(a) - left(b))[0]!.whose;
}

/** What is left of it, by the scarcest counter. */
export function quotaLeft(state: WorkspaceState, limits: Limits, quota: QuotaName, who: Taker): number {
  return Math.min(
    ...QUOTAS[quota].map(
      (measure) => measure.limit(limits, who.account) - counterOf(state, quota, measure, who).used,
    ),
  );
}

function counterOf(
  state: WorkspaceState,
  quota: QuotaName,
  measure: Measure,
  who: Taker,
): { since: number; used: number } {
  // The Sheets service counts a user within a project; everything else a user over all projects.
  const whose =
    measure.whose === 'project'
      ? `project:${who.project}`
      : measure.windowMs === MINUTE_MS
        ? `${who.user}:${who.project}`
        : who.user;
  const key = `${quota}:${whose}`;
  let counter = state.counters[key];
  if (!counter || who.now - counter.since >= measure.windowMs) {
    counter = { since: who.now, used: 0 };
    state.counters[key] = counter;
  }
  return counter;
}
