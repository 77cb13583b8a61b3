import { CRITERION_CODES, criterionIndex, type CriterionCode } from './criteria';

/** How far a piece of work was done (P9), for the member and the committee alike. */
export type Level = 'DONE_WELL' | 'DONE' | 'NOT_FINISHED' | 'NOT_STARTED';

/** The four levels, best first. */
export const LEVELS: readonly Level[] = ['DONE_WELL', 'DONE', 'NOT_FINISHED', 'NOT_STARTED'];

/** One criterion packed as one sign: 4 DONE_WELL … 1 NOT_STARTED, 0 not registered, '_' not graded. */
export type LevelSign = '4' | '3' | '2' | '1' | '0' | '_';

/** Ten signs in the order R1 … R5 A1 … A5; '' where there are no levels at all. */
export type PackedLevels = string;

/** A criterion's level; null = registered but not graded; absent = not registered. */
export type LevelsByCriterion = Readonly<Partial<Record<CriterionCode, Level | null>>>;

export const NOT_REGISTERED: LevelSign = '0';
export const NOT_GRADED: LevelSign = '_';

/** Nothing registered, nothing graded. */
export const NO_LEVELS: PackedLevels = '0000000000';

const SIGN_OF: Readonly<Record<Level, LevelSign>> = {
  DONE_WELL: '4',
  DONE: '3',
  NOT_FINISHED: '2',
  NOT_STARTED: '1',
};
const LEVEL_OF: Readonly<Record<string, Level | undefined>> = {
  '4': 'DONE_WELL',
  '3': 'DONE',
  '2': 'NOT_FINISHED',
  '1': 'NOT_STARTED',
};

/** Whether the text is ten valid signs. */
export function isPackedLevels(text: string): boolean {
  return /^[0-4_]{10}$/.test(text);
}

/** The sign of a level. */
export function signOf(level: Level): LevelSign {
  return SIGN_OF[level];
}

/** The level of a sign; null for '0', '_' and anything else. */
export function levelOfSign(sign: string): Level | null {
  return LEVEL_OF[sign] ?? null;
}

/** The sign of one criterion in packed levels. */
export function signAt(packed: PackedLevels, code: CriterionCode): LevelSign {
  return (packed[criterionIndex(code)] ?? NOT_REGISTERED) as LevelSign;
}

/** Packs levels; what is absent is "not registered". */
export function packLevels(levels: LevelsByCriterion): PackedLevels {
  return CRITERION_CODES.map((code) => {
    const level = levels[code];
    if (level === undefined) return NOT_REGISTERED;
    return level === null ? NOT_GRADED : signOf(level);
  }).join('');
}

/** Unpacks ten signs. Throws when the text is none: ledgers are checked before they reach the rules. */
export function unpackLevels(packed: PackedLevels): LevelsByCriterion {
  if (!isPackedLevels(packed)) throw new Error(`Not ten levels: "${packed}"`);
  const levels: Partial<Record<CriterionCode, Level | null>> = {};
  for (const code of CRITERION_CODES) {
    const sign = signAt(packed, code);
    if (sign !== NOT_REGISTERED) levels[code] = levelOfSign(sign);
  }
  return levels;
}

/** Ten signs with '_' where a criterion is registered and '0' elsewhere: a sheet before it is judged. */
export function ungradedLevels(registered: readonly CriterionCode[]): PackedLevels {
  return CRITERION_CODES.map((code) => (registered.includes(code) ? NOT_GRADED : NOT_REGISTERED)).join('');
}

/**
 * Levels limited to what was registered (programme.md 4: only registered criteria are assessed): a level on another criterion becomes
 * '0', a registered criterion without a level '_'.
 */
export function limitToRegistered(packed: PackedLevels, registered: readonly CriterionCode[]): PackedLevels {
  return CRITERION_CODES.map((code) => {
    if (!registered.includes(code)) return NOT_REGISTERED;
    const sign = signAt(packed, code);
    return sign === NOT_REGISTERED ? NOT_GRADED : sign;
  }).join('');
}

/** Criteria with any sign but '0'. */
export function registeredIn(packed: PackedLevels): readonly CriterionCode[] {
  return CRITERION_CODES.filter((code) => signAt(packed, code) !== NOT_REGISTERED);
}

/** Whether every registered criterion has a level, and at least one is registered. */
export function isFullyGraded(packed: PackedLevels): boolean {
  return /^[0-4]{10}$/.test(packed) && packed !== NO_LEVELS;
}
