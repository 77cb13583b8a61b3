import { isClassOf, proposeClass, type Preset } from './classification';
import { inRoster, type UnitResults } from './summary';
import { proposeBranchClass, type BranchRule } from './unit-classes';

/** The rules by which classes are proposed. */
export interface ClassRules {
  readonly preset: Preset;
  readonly branch: BranchRule;
}

/** Somebody, or a branch (`member` ''), whose proposal is another under other rules. */
export interface ClassChange {
  readonly wave: string;
  readonly unit: string;
  readonly branch: string;
  readonly member: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Whose proposed class changes when the rules do (wording.md 1, threshold change): members whom their committee has assessed, and branches by the
 * classes their members have now. What was decided and recognised is no proposal and never changes.
 */
export function classChanges(
  wave: string,
  results: readonly UnitResults[],
  before: ClassRules,
  after: ClassRules,
): readonly ClassChange[] {
  return results.flatMap(({ unit, branches }) =>
    branches.flatMap((fold): readonly ClassChange[] => {
      const place = { wave, unit: unit.code, branch: fold.branch };
      const members = inRoster(fold.members);
      const own = members.flatMap((member): readonly ClassChange[] => {
        if (member.grade === null || member.levels === '' || !member.facts.classed) return [];
        const [was, is] = [before, after].map(({ preset }) => proposeClass(member.levels, preset).class);
        return was === is ? [] : [{ ...place, member: member.member, before: was ?? '', after: is ?? '' }];
      });
      const eligible = members.filter((member) => member.facts.classed);
      const classes: Record<string, number> = {};
      for (const member of eligible) {
        const code = member.recognised ?? member.decided ?? '';
        classes[code] = (classes[code] ?? 0) + 1;
      }
      const figures = {
        members: members.length,
        registered: members.filter((member) => member.registered.length > 0).length,
        eligible: eligible.length,
        classes,
      };
      const [was, is] = [before, after].map(
        ({ preset, branch }) => proposeBranchClass(figures, preset, branch).class,
      );
      return was === is ? own : [...own, { ...place, member: '', before: was ?? '', after: is ?? '' }];
    }),
  );
}

/** How many classes given in an open wave the other scale does not have: they can no longer be counted. */
export function classesWithoutPlace(
  results: readonly UnitResults[],
  before: ClassRules,
  after: ClassRules,
): number {
  return results
    .flatMap(({ branches }) => branches.flatMap((fold) => inRoster(fold.members)))
    .map((member) => member.recognised ?? member.decided ?? '')
    .filter((code) => isClassOf(before.preset, code) && !isClassOf(after.preset, code)).length;
}
