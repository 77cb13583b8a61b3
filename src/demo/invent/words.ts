import type { CriterionCode, TargetGroup } from '../../programme/criteria';
import words from '../demo-words.json';

/** A name or pattern with how often it comes. */
export type Weighted = readonly (readonly [string, number])[];
export type Gender = 'male' | 'female';

/** What a base unit is called in the demo's words. */
export interface UnitWords {
  readonly code: string;
  readonly name: string;
  readonly kind: 'BASE_UNION' | 'BASE_BRANCH';
  readonly block: string;
  readonly calendar: 'GENERAL' | 'SCHOOL';
  readonly cluster: string;
  readonly branches: number;
  readonly members: number;
}

interface DemoWords {
  readonly commitmentOrder: readonly TargetGroup[];
  readonly units: readonly UnitWords[];
  readonly branchNamesByBlock: Readonly<Record<string, readonly string[]>>;
  readonly demo: readonly {
    readonly unit: string;
    readonly branches: readonly {
      readonly name: string;
      readonly members: number;
      readonly mainGroup: TargetGroup;
    }[];
  }[];
  readonly familyNames: Weighted;
  readonly middleNames: Readonly<Record<Gender, Weighted>>;
  readonly givenPairs: Readonly<Record<Gender, readonly string[]>>;
  readonly innerFamilyNames: readonly string[];
  readonly namePatterns: Readonly<Record<Gender, Weighted>>;
  readonly givenNames: Readonly<Record<Gender, Weighted>>;
  readonly avoidFullNames: readonly string[];
  readonly profileByGroup: Readonly<
    Record<TargetGroup, { readonly born: readonly [number, number]; readonly women: number }>
  >;
  readonly notClassedReasons: readonly string[];
  readonly commitments: Readonly<Record<CriterionCode, readonly string[]>>;
  readonly commitmentsRough: readonly string[];
  readonly evidenceByCriterion: Readonly<Record<CriterionCode, readonly string[]>>;
  readonly evidenceRough: readonly string[];
  readonly difficulties: readonly string[];
  readonly difficultyAnswers: readonly string[];
  readonly remarksByClass: Readonly<Record<string, readonly string[]>>;
  readonly adjustReasons: readonly string[];
  readonly returnReasons: readonly string[];
  readonly branchSelf: Readonly<Record<'doneWell' | 'limits' | 'causes' | 'proposals', readonly string[]>>;
  readonly lessons: readonly string[];
  readonly activities: readonly { readonly kind: string; readonly name: string }[];
}

/** The invented words of the demo: names of units, of people, what they promise and write. No real person's name. */
export const DEMO_WORDS = words as unknown as DemoWords;

/** Text without marks, in lower case. */
export function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}
