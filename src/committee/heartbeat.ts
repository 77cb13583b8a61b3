import type { BranchKey, Presence } from '../contract/committee';
import { isGuarded } from '../google/tab-access';
import type { Services } from '../google/services';
import { ledgerId } from '../programme/events';
import { ok, type Problem, type Result } from '../programme/result';
import { readBranchBooks } from './books';
import { CONFIG_KEY } from './config';
import { deskForBranch, type Place } from './desk';
import { keptAll } from './document-cache';
import { keepBooks, knownEnd, knownKey } from './known-books';
import { beat, presenceKey } from './presence';

/** So many rows may have come behind what is known: a save reads 60 (google/ledger.ts), its own and these. */
const MOST_UNKNOWN_ROWS = 8;

/**
 * Who else has the branch open, and how far the person's ledger has come as their pages have seen it; advisory. Where nothing is known of the
 * branch's books any more, or too little, they are read here, beside the person's work, so that a save need not. Problems: those of `deskForBranch`. Calls: 1
 * read and 1 write of the cache, none of the sheet; every two minutes 7 more.
 */
export function heartbeat(
  services: Services,
  request: BranchKey & { readonly member: string; readonly lastSeen?: number },
): Result<Presence, Problem> {
  const key = presenceKey(request);
  const found = keptAll(services, [CONFIG_KEY, key, knownKey(request)]);
  const place = deskForBranch(services, request, { kept: found[CONFIG_KEY] ?? null });
  if (!place.ok) return place;
  if (place.value.role !== 'READER') {
    const end = knownEnd(found[knownKey(request)], place.value.role === 'BASE' ? 'base' : 'branch');
    if (end === null || (request.lastSeen ?? 0) - end > MOST_UNKNOWN_ROWS) learn(place.value);
  }
  const { wave, branch, role, config, email } = place.value;
  const ledger =
    role === 'BASE'
      ? ledgerId('BASE', config.unit.code, wave.programme)
      : ledgerId('BRANCH', branch.code, wave.programme);
  const own = { member: request.member, ledger, lastSeen: request.lastSeen ?? 0 };
  return ok(beat(services, key, found[key], email, own));
}

/** A book that cannot be read is told when the person does something. */
function learn(place: Place): void {
  const books = readBranchBooks(place);
  if (!books.ok) return;
  const own = place.role === 'BASE' ? books.value.ledgers.base : books.value.ledgers.branch;
  if (own && isGuarded(place.services, own.sheet)) keepBooks(books.value);
}
