import { dayOf, type EpochMs } from '../programme/dates';
import type { BranchFold } from '../programme/fold';
import { inRoster, type UnitResults } from '../programme/summary';
import { dueOf, isLate, stepOf, type Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import type { Setup } from '../workbook/setup';
import {
  baseReminder,
  branchMessage,
  branchReminder,
  officerDigest,
  type BranchBehind,
  type Letter,
} from './mail-texts';
import { jsonOf, type NamedTexts } from './state-tab';

/** A letter with its addresses. `key` names its recipient within one reminder; `unit` = whose *Lần nhắc gần nhất* it is ('' = nobody's). */
export interface AddressedLetter extends Letter {
  readonly key: string;
  readonly unit: string;
  readonly to: readonly string[];
}

/** Reminders of a wave so far. */
export interface Reminded {
  readonly count: number;
  /** Operation of the newest: done again, it counts once. */
  readonly operation: string;
  /** Newest reminder by unit code. */
  readonly at: Readonly<Record<string, EpochMs>>;
}

/** What is known of the reminders of a wave. */
export function remindedOf(state: NamedTexts, wave: string): Reminded {
  return jsonOf<Reminded>(state, `reminded:${wave}`, { count: 0, operation: '', at: {} });
}

/** From what reminders are written. */
export interface ReminderFacts {
  readonly setup: Setup;
  readonly wave: Wave;
  readonly results: readonly UnitResults[];
  readonly now: EpochMs;
}

/** Who is behind: letters for those with an address, messages to copy for every branch, and whom no letter can reach. */
export interface Reminders {
  readonly letters: readonly AddressedLetter[];
  readonly texts: readonly { readonly to: string; readonly text: string }[];
  readonly units: number;
  readonly without: readonly string[];
}

/**
 * Only who is behind is reminded: from the step *Chi đoàn đánh giá* on, branches that have not sent, and base committees with branches that have
 * not sent or wait to be recognised. A unit reminded today is left in peace. `number` = which reminder this would be.
 */
export function remindersOf(facts: ReminderFacts, before: Reminded): Reminders {
  const { setup, wave, results, now } = facts;
  const step = stepOf(wave, now);
  const none: Reminders = { letters: [], texts: [], units: 0, without: [] };
  if (step !== 'GRADING' && step !== 'RECOGNITION') return none;
  const number = before.count + 1;
  const limit = setup.settings.reminderLimit;
  const branchOf = new Map(setup.allBranches.map((branch) => [branch.code, branch]));
  const letters: AddressedLetter[] = [];
  const texts: { to: string; text: string }[] = [];
  const without: string[] = [];
  const units = new Set<string>();
  for (const { unit, branches } of results) {
    const last = before.at[unit.code];
    if (last !== undefined && dayOf(last) === dayOf(now)) continue;
    const book = setup.units.find((one) => one.unit.code === unit.code)?.book ?? '';
    const officers = unit.officers.map((one) => one.name).join(', ');
    const nameOf = (fold: BranchFold): string => branchOf.get(fold.branch)?.name ?? fold.branch;
    const address = (letter: Letter, key: string, name: string, to: readonly string[]): void => {
      units.add(unit.code);
      if (to.length === 0) without.push(name);
      else letters.push({ ...letter, key, unit: unit.code, to });
    };
    for (const fold of branches.filter(isUnsent)) {
      const byHand = branchOf.get(fold.branch)?.byHand === true;
      const behind = { ...behindOf(fold, nameOf(fold), unit.name, facts, book, officers), byHand };
      texts.push({ to: behind.branch, text: branchMessage(behind) });
      address(
        branchReminder(behind, number, limit),
        `B:${fold.branch}`,
        behind.branch,
        branchOf.get(fold.branch)?.committeeEmails ?? [],
      );
    }
    const [unsent, waiting] = [branches.filter(isUnsent), branches.filter(isWaiting)].map((some) =>
      some.map(nameOf),
    ) as [string[], string[]];
    if (unit.kind === 'BASE_UNION' && unsent.length + waiting.length > 0)
      address(
        baseReminder({ base: unit.name, unsent, waiting, due: dueOf(wave, 'RECOGNITION'), book, at: now }),
        `U:${unit.code}`,
        unit.name,
        unit.committeeEmails,
      );
  }
  return { letters, texts, units: units.size, without };
}

/** One letter for each officer with an address, about his own units. */
export function digestsOf(
  { wave, results, now }: ReminderFacts,
  overdue: ReadonlyMap<string, number>,
  branchNames: ReadonlyMap<string, string>,
): readonly AddressedLetter[] {
  const byOfficer = new Map<string, UnitResults[]>();
  for (const result of results)
    for (const { email } of result.unit.officers)
      if (email !== '') byOfficer.set(email, [...(byOfficer.get(email) ?? []), result]);
  const isOver = isLate(dueOf(wave, 'GRADING'), now);
  return [...byOfficer].map(([email, own]) => ({
    ...officerDigest(
      waveName(wave),
      dayOf(now),
      own.map(({ unit, branches }) => ({
        name: unit.name,
        isDone: branches.length > 0 && branches.every((fold) => !isUnsent(fold) && !isWaiting(fold)),
        late: isOver
          ? branches.filter(isUnsent).map((fold) => branchNames.get(fold.branch) ?? fold.branch)
          : [],
        overdueDifficulties: overdue.get(unit.code) ?? 0,
      })),
    ),
    key: `O:${email}`,
    unit: '',
    to: [email],
  }));
}

function isUnsent(fold: BranchFold): boolean {
  return fold.send === null && fold.lock === null;
}

function isWaiting(fold: BranchFold): boolean {
  return (
    fold.send !== null &&
    fold.lock === null &&
    inRoster(fold.members).some((member) => member.grade !== null && member.recognised === null)
  );
}

function behindOf(
  fold: BranchFold,
  branch: string,
  base: string,
  { wave }: ReminderFacts,
  book: string,
  officers: string,
): Omit<BranchBehind, 'byHand'> {
  const members = inRoster(fold.members);
  return {
    branch,
    base,
    wave: waveName(wave),
    ungraded: fold.missing.length,
    members: members.length,
    selfAssessed: members.filter((member) => member.selfLevels !== '').length,
    hasOwnAssessment: fold.branchAssessment !== null,
    due: dueOf(wave, 'GRADING'),
    book,
    officers,
  };
}
