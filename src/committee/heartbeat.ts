import type { BranchKey, Presence } from '../contract/committee';
import type { Services } from '../google/services';
import { ledgerId } from '../programme/events';
import { ok, type Problem, type Result } from '../programme/result';
import { deskForBranch } from './desk';
import { beat } from './presence';

/**
 * Who else has the branch open, and how far the person's ledger has come as the last save left word; advisory. Problems: those of
 * `deskForBranch`. Calls: 2 reads and 1 write of the cache, none of the sheet.
 */
export function heartbeat(
  services: Services,
  request: BranchKey & { readonly member: string },
): Result<Presence, Problem> {
  const place = deskForBranch(services, request, 'KEPT');
  if (!place.ok) return place;
  const { wave, branch, role, config, email } = place.value;
  const ledger =
    role === 'BASE'
      ? ledgerId('BASE', config.unit.code, wave.programme)
      : ledgerId('BRANCH', branch.code, wave.programme);
  const where = { wave: wave.code, branch: branch.code, ledger };
  return ok(beat(services, where, email, request.member));
}
