import type { Presence } from '../contract/committee';
import type { OpenLedger } from '../google/ledger';
import type { Services } from '../google/services';
import { keep, keptAll } from './document-cache';
import type { EpochMs } from '../programme/dates';

/** Somebody whose page was last heard of longer ago has closed it. */
const GONE_MS = 75_000;
const KEPT_SECONDS = 600;

interface Beat {
  readonly member: string;
  readonly at: EpochMs;
}

/**
 * Leaves word in the document's cache of how far a ledger has come, for the pages of others. Advisory: it may be lost at any time, and a cache
 * that does not answer spoils no save.
 */
export function tellNewest(services: Services, open: OpenLedger): void {
  keep(services, seqKey(open.ledger), String(open.end.lastSeq), KEPT_SECONDS);
}

/** Leaves word that a person has a branch open, and tells who else has; one read and one write of the document's cache. */
export function beat(
  services: Services,
  where: { readonly wave: string; readonly branch: string; readonly ledger: string },
  email: string,
  member: string,
): Presence {
  const now = services.now();
  const key = `here:${where.wave}:${where.branch}`;
  const found = keptAll(services, [key, seqKey(where.ledger)]);
  const here = Object.entries(beatsOf(found[key])).filter(
    ([who, one]) => who !== email && now - one.at < GONE_MS,
  );
  keep(
    services,
    key,
    JSON.stringify({ ...Object.fromEntries(here), [email]: { member, at: now } }),
    KEPT_SECONDS,
  );
  return {
    others: here.map(([who, one]) => ({ email: who, member: one.member, at: one.at })),
    lastSeen: Number(found[seqKey(where.ledger)] ?? 0) || 0,
  };
}

function seqKey(ledger: string): string {
  return `newest:${ledger}`;
}

function beatsOf(text: string | undefined): Readonly<Record<string, Beat>> {
  if (text === undefined) return {};
  try {
    return JSON.parse(text) as Readonly<Record<string, Beat>>;
  } catch {
    return {};
  }
}
