import type { Presence } from '../contract/committee';
import type { Services } from '../google/services';
import { keep } from './document-cache';
import type { EpochMs } from '../programme/dates';

/** Somebody whose page was last heard of longer ago has closed it. */
const GONE_MS = 75_000;
const KEPT_SECONDS = 600;

interface Beat {
  readonly member: string;
  readonly at: EpochMs;
  /** Ledger the person's page writes, and its last row the page has seen. */
  readonly ledger: string;
  readonly lastSeen: number;
}

/** Where the pages of a branch leave word of each other. */
export function presenceKey({ wave, branch }: { readonly wave: string; readonly branch: string }): string {
  return `here:${wave}:${branch}`;
}

/**
 * Leaves word that a person has a branch open, and tells who else has and how far the ledger has come by what their pages have seen; `found` = what
 * the cache holds under `presenceKey`. Advisory: it may be lost at any time. One write of the document's cache.
 */
export function beat(
  services: Services,
  key: string,
  found: string | undefined,
  email: string,
  own: Omit<Beat, 'at'>,
): Presence {
  const now = services.now();
  const here = Object.entries(beatsOf(found)).filter(([who, one]) => who !== email && now - one.at < GONE_MS);
  keep(
    services,
    key,
    JSON.stringify({ ...Object.fromEntries(here), [email]: { ...own, at: now } }),
    KEPT_SECONDS,
  );
  const seen = here.filter(([, one]) => one.ledger === own.ledger).map(([, one]) => one.lastSeen);
  return {
    others: here.map(([who, one]) => ({ email: who, member: one.member, at: one.at })),
    lastSeen: Math.max(own.lastSeen, ...seen),
  };
}

function beatsOf(text: string | undefined): Readonly<Record<string, Beat>> {
  if (text === undefined) return {};
  try {
    return JSON.parse(text) as Readonly<Record<string, Beat>>;
  } catch {
    return {};
  }
}
