import type { BranchKey, BranchView, Operation } from '../contract/committee';
import type { Services } from '../google/services';
import { planSending, planTakingBack } from '../programme/plan-branch';
import type { Problem, Result } from '../programme/result';
import { branchAct } from './branch-act';

/** *Gửi* (P10): to the base unit, of a base branch to the district. Problems also: those of `planSending`. 15 calls. */
export function sendBranch(services: Services, request: BranchKey & Operation): Result<BranchView, Problem> {
  return branchAct(services, request, { watch: true }, planSending);
}

/** *Rút lại* (P10), until the level above begins to consider. Problems also: those of `planTakingBack`. 15 calls. */
export function takeBackBranch(
  services: Services,
  request: BranchKey & Operation,
): Result<BranchView, Problem> {
  return branchAct(services, request, { watch: true, as: 'BRANCH' }, planTakingBack);
}
