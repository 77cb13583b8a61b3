import { classRank, proposeClass } from '../../programme/classification';
import { CRITERION_CODES, type CriterionCode } from '../../programme/criteria';
import { PRESET_2014 } from '../../programme/presets';
import type { InventedMember } from '../invent/members';
import type { Random } from '../invent/random';
import { DEMO_WORDS } from '../invent/words';
import type { AssessmentAnswers, Choice, RegistrationAnswers } from './form-paper';

/** How many of a hundred members send each sheet (measured nowhere: our assumption of a good wave). */
export const SHARE_REGISTERING = 0.93;
export const SHARE_ASSESSING = 0.9;

const SHARE_PER_CRITERION = 0.87;
const SHARE_AS_SUGGESTED = 0.4;
const SHARE_ROUGH = 0.08;
/** Of each thing done; a line is missing for one or two members in ten, so that a second look remains the exception. */
const SHARE_WITH_EVIDENCE = 0.97;
/** Of the classes that members give themselves, how many are not what their own levels come to. */
const SHARE_OTHER_CLASS = 0.08;
const SHARE_WITH_DIFFICULTY = 0.12;

/** What the member registers. */
export function inventRegistration(member: InventedMember, random: Random): RegistrationAnswers {
  const group = DEMO_WORDS.commitmentOrder.indexOf(member.group);
  const choices = {} as Record<CriterionCode, Choice>;
  for (const code of CRITERION_CODES) {
    if (!random.chance(SHARE_PER_CRITERION)) choices[code] = 'NONE';
    else if (random.chance(SHARE_AS_SUGGESTED)) choices[code] = 'SUGGESTED';
    else if (random.chance(SHARE_ROUGH)) choices[code] = { other: random.pick(DEMO_WORDS.commitmentsRough) };
    else choices[code] = { other: DEMO_WORDS.commitments[code][group] ?? '' };
  }
  return { group: member.group, choices };
}

/** The criteria of a registration. */
export function registeredIn({ choices }: RegistrationAnswers): readonly CriterionCode[] {
  return CRITERION_CODES.filter((code) => choices[code] !== 'NONE');
}

/** How the member judges himself; `registered` = what he remembers of his registration, all ten where he sent none. */
export function inventAssessment(registered: readonly CriterionCode[], random: Random): AssessmentAnswers {
  const diligence = random.next();
  const evidence: Partial<Record<CriterionCode, string>> = {};
  const levels = CRITERION_CODES.map((code) => {
    // A few forget what they registered, a few count what they did not.
    if (!registered.includes(code)) return random.chance(0.03) ? 1 : 4;
    if (random.chance(0.01)) return 4;
    const level = random.weighted<number>([
      [0, 30 + 60 * diligence],
      [1, 35],
      [2, 12 * (1 - diligence)],
      [3, 4 * (1 - diligence)],
    ]);
    if (level < 2 && random.chance(SHARE_WITH_EVIDENCE))
      evidence[code] = random.chance(SHARE_ROUGH)
        ? random.pick(DEMO_WORDS.evidenceRough)
        : random.pick(DEMO_WORDS.evidenceByCriterion[code]);
    return level;
  });
  return {
    levels,
    evidence,
    ownClass: ownClassOf(levels, random),
    branchRating: random.weighted<number>([
      [0, 40],
      [1, 40],
      [2, 8],
      [3, 2],
      [4, 10],
    ]),
    unitRating: random.weighted<number>([
      [0, 38],
      [1, 42],
      [2, 8],
      [3, 2],
      [4, 10],
    ]),
    difficulties: random.chance(SHARE_WITH_DIFFICULTY) ? random.pick(DEMO_WORDS.difficulties) : '',
  };
}

/** Place of the class a member gives himself: mostly what his levels come to, by the plan's own rule. */
function ownClassOf(levels: readonly number[], random: Random): number {
  const rank = classRank(PRESET_2014, proposeClass(signsOf({ levels }), PRESET_2014).class);
  const fair = rank < 0 ? 2 : rank;
  if (!random.chance(SHARE_OTHER_CLASS)) return fair;
  return fair === 0 ? 1 : fair - 1;
}

/** The levels of a self-assessment as ten signs: 4 best … 1, 0 = not registered. */
export function signsOf({ levels }: Pick<AssessmentAnswers, 'levels'>): string {
  return levels.map((place) => (place === 4 ? '0' : String(4 - place))).join('');
}
