import type { Settings } from './settings';

/** Settings that decide which class is proposed: what is typed counts once staff have seen whom it changes and applied it. */
export const RULE_KEYS = [
  'preset',
  'goodDone',
  'goodDoneWell',
  'goodLeast',
  'fairDone',
  'shareFloors',
  'pointsFiveFloors',
  'pointsFourFloors',
  'branchRegistered',
  'branchGood',
] as const;
type RuleKey = (typeof RULE_KEYS)[number];

/** The rules of classes by which the district works. */
export type RulesInForce = { readonly [K in RuleKey]: Settings[K] };

/** The rules as settings have them. */
export function rulesOf(settings: Settings): RulesInForce {
  return Object.fromEntries(RULE_KEYS.map((key) => [key, settings[key]])) as unknown as RulesInForce;
}

/** The settings as they count: what is typed, but the rules in force; none in force yet = as typed. */
export function withRules(typed: Settings, rules: Partial<RulesInForce> | null): Settings {
  return rules === null ? typed : { ...typed, ...rules };
}

/** Keys of rules that were typed anew and do not count yet. */
export function rulesChanged(typed: Settings, rules: Partial<RulesInForce> | null): readonly RuleKey[] {
  if (rules === null) return [];
  return RULE_KEYS.filter(
    (key) => rules[key] !== undefined && JSON.stringify(rules[key]) !== JSON.stringify(typed[key]),
  );
}
