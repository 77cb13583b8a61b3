import { becauseWords } from '../programme/because-words';
import { proposeClass, type Preset } from '../programme/classification';
import { CRITERION_CODES, type Criterion } from '../programme/criteria';
import type { EpochMs } from '../programme/dates';
import type { MemberFold } from '../programme/fold-member';
import { levelOfSign, signAt } from '../programme/levels';
import type { Member } from '../programme/organisation';
import { receiptLetter, resultLetter, type MemberLetter, type ReceiptItem } from '../programme/receipt-words';
import { secondLookUntil } from '../programme/second-look';
import type { Registration, SelfAssessment } from '../programme/submission';
import { isLate, type Wave } from '../programme/wave';
import { classWord, waveName } from '../workbook/class-words';
import { LEVEL_WORDS } from '../workbook/words';
import type { CountingSheets } from './wave-members';

/** What a member is told of, each thing once: the registration and the self-assessment that count, the result. */
export const TOLD_THINGS = ['REGISTRATION', 'SELF_ASSESSMENT', 'RESULT'] as const;
export type ToldThing = (typeof TOLD_THINGS)[number];

/** A letter to one member. `mark` names the version of the thing: a sheet sent again, a result given anew are told anew. */
export interface DueLetter extends MemberLetter {
  readonly member: string;
  readonly to: string;
  readonly thing: ToldThing;
  readonly mark: string;
}

/** What was told already: mark by thing, by member code. */
export type Told = Readonly<Record<string, Readonly<Partial<Record<ToldThing, string>>>>>;

/** From what receipts are written. */
export interface ReceiptFacts {
  readonly wave: Wave;
  readonly preset: Preset;
  readonly criteria: readonly Criterion[];
  readonly now: EpochMs;
}

/** Receipts (P15, Email 6) of these members that were not sent yet: of the sheets that count, not of what was carried over from another wave. */
export function receiptsDue(
  facts: ReceiptFacts,
  members: readonly Member[],
  { registrations, selfAssessments }: CountingSheets,
  told: Told,
): readonly DueLetter[] {
  return members.filter(hasAddress).flatMap((member): DueLetter[] => {
    const holding = registrations.get(member.code);
    const registration = holding && !holding.carriedOver ? holding.registration : null;
    const self = selfAssessments.get(member.code) ?? null;
    return [
      ...(registration ? [registrationReceipt(facts, member, registration)] : []),
      ...(self ? [selfReceipt(facts, member, self)] : []),
    ].filter((letter) => !isTold(told, letter));
  });
}

/** Names a member's result, so that each is told once: the round of the grade and the class that was recognised; '' = no result. */
export function resultMark({ recognised, grade }: Pick<MemberFold, 'recognised' | 'grade'>): string {
  return recognised === null ? '' : `${grade?.round ?? 0}:${recognised}`;
}

/** The letter about a result (P15, Zalo 5); null = there is none, or no address. `secretary` = who is to be told what seems wrong. */
export function resultDue(
  { wave, preset }: ReceiptFacts,
  member: Member,
  fold: MemberFold,
  secretary: string,
): DueLetter | null {
  const { judgement, recognised } = fold;
  if (!judgement || recognised === null || !hasAddress(member)) return null;
  const remark = (fold.grade?.data as { readonly remark?: string } | undefined)?.remark ?? '';
  const letter = resultLetter({
    fullName: member.fullName,
    wave: waveName(wave),
    class: fold.facts.classed ? classWord(recognised, preset) : '',
    remark,
    because:
      fold.levels === '' || !fold.facts.classed
        ? ''
        : becauseWords(proposeClass(fold.levels, preset).because),
    reason: fold.reason,
    adjusted: judgement.kind === 'adjust' ? judgement.reason : '',
    secretary,
    until: secondLookUntil(judgement.at),
  });
  return { ...letter, member: member.code, to: member.email, thing: 'RESULT', mark: resultMark(fold) };
}

/** Whether the thing was told in this version. */
export function isTold(
  told: Told,
  { member, thing, mark }: Omit<DueLetter, keyof MemberLetter | 'to'>,
): boolean {
  return told[member]?.[thing] === mark;
}

/** The same with one more thing told. */
export function alsoTold(
  told: Told,
  { member, thing, mark }: Omit<DueLetter, keyof MemberLetter | 'to'>,
): Told {
  return { ...told, [member]: { ...told[member], [thing]: mark } };
}

/** Whether a letter can reach the member. */
export function hasAddress(member: Pick<Member, 'email'>): boolean {
  return member.email !== '';
}

function registrationReceipt(facts: ReceiptFacts, member: Member, sheet: Registration): DueLetter {
  const items = itemsOf(facts, (code) => sheet.commitments[code]?.text ?? '');
  return receiptOf(facts, member, sheet, items, facts.wave.registrationCloses);
}

function selfReceipt(facts: ReceiptFacts, member: Member, sheet: SelfAssessment): DueLetter {
  const items = itemsOf(facts, (code) => {
    const level = levelOfSign(signAt(sheet.levels, code));
    return level === null ? '' : LEVEL_WORDS.wordOf(level);
  });
  return receiptOf(facts, member, sheet, items, facts.wave.selfCloses);
}

function receiptOf(
  { wave, preset, now }: ReceiptFacts,
  member: Member,
  sheet: Registration | SelfAssessment,
  items: readonly ReceiptItem[],
  closes: string,
): DueLetter {
  const { kind, sentAt } = sheet;
  const letter = receiptLetter({
    kind,
    fullName: member.fullName,
    wave: waveName(wave),
    sentAt,
    items,
    ownClass:
      sheet.kind === 'SELF_ASSESSMENT' && sheet.ownClass !== '' ? classWord(sheet.ownClass, preset) : '',
    until: isLate(closes, now) ? '' : closes,
  });
  return { ...letter, member: member.code, to: member.email, thing: kind, mark: String(sentAt / 1000) };
}

function itemsOf(
  { criteria }: ReceiptFacts,
  textOf: (code: (typeof CRITERION_CODES)[number]) => string,
): readonly ReceiptItem[] {
  return CRITERION_CODES.flatMap((code, index) => {
    const text = textOf(code).trim();
    const title = criteria.find((one) => one.code === code)?.title ?? '';
    return text === '' ? [] : [{ number: index + 1, title, text }];
  });
}
