import type { Services } from './services';

/** Sentences of Google that ask for another try (docs/apps-script-notes.md, Transient errors); they reach the script untranslated. */
const TRANSIENT: readonly RegExp[] = [
  /Service (Spreadsheets|Documents|Forms|Drive)? ?(timed out|failed) while accessing/i,
  /a server error occurred/i,
  /Service error/i,
  /Service unavailable/i,
  /Internal error/i,
  /Unexpected error while getting/i,
  /Too many simultaneous invocations/i,
  /Empty response/i,
  /Backend Error/i,
  /sharingRateLimitExceeded/i,
];

/** The answer 429 of an advanced service, in its several wordings. */
const QUOTA = /Quota exceeded for quota metric|\b429\b|RESOURCE_EXHAUSTED|rateLimitExceeded/i;

/** Waits before the second, third … try, before jitter. */
const PAUSES_MS: readonly number[] = [500, 1_000, 2_000, 4_000];

/** A quota of a minute is not over after half a second. */
const QUOTA_PAUSES_MS: readonly number[] = [5_000, 10_000, 20_000, 30_000];

/** Whether the error is one that Google asks to be tried again. */
export function isTransient(error: unknown): boolean {
  const message = messageOf(error);
  return TRANSIENT.some((pattern) => pattern.test(message)) || isQuota(error);
}

/** Whether the error says that the minute's quota of an advanced service is used up. */
export function isQuota(error: unknown): boolean {
  return QUOTA.test(messageOf(error));
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Does something that may be done twice without harm — a read, or a write that leaves the same behind — and does it again, up to five
 * times with growing pauses, when Google answers with one of its passing errors. Throws the last error.
 */
export function retrying<T>(services: Pick<Services, 'sleep' | 'random'>, act: () => T): T {
  for (let tried = 0; ; tried++) {
    try {
      return act();
    } catch (error) {
      const pauseMs = (isQuota(error) ? QUOTA_PAUSES_MS : PAUSES_MS)[tried];
      if (pauseMs === undefined || !isTransient(error)) throw error;
      // Jitter keeps the people of one meeting from coming back at the same moment.
      services.sleep(Math.round(pauseMs * (0.5 + services.random())));
    }
  }
}
