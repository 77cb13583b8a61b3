import type { BranchKey, TextsView } from '../contract/committee';
import type { Services } from '../google/services';
import { ok, type Problem, type Result } from '../programme/result';
import { deskForBranch } from './desk';
import { readBranchMembers } from './wave-tab';

/** Commitments, evidence and difficulties as the members wrote them. Problems: those of `deskForBranch`, SHEET_CHANGED. Calls: 1 read of the cache, 1 of the sheet. */
export function loadTexts(
  services: Services,
  request: BranchKey & { readonly members?: readonly string[] },
): Result<TextsView, Problem> {
  const place = deskForBranch(services, request, 'KEPT');
  if (!place.ok) return place;
  const reading = readBranchMembers(place.value, place.value.wave, place.value.branch.code);
  if (!reading.ok) return reading;
  const asked = request.members && new Set(request.members);
  const members = reading.value.members
    .filter(({ facts }) => !asked || asked.has(facts.code))
    .map(({ facts, commitments, evidence, difficulties }) => ({
      code: facts.code,
      commitments,
      evidence,
      difficulties,
    }));
  return ok({ members });
}
