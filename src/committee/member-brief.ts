import type { GradeBrief, MemberBrief } from '../contract/committee';
import { CRITERION_CODES, type CriterionCode } from '../programme/criteria';
import { eventData, isGradeKind, type GradeData, type LedgerEvent } from '../programme/events';
import type { BranchFold } from '../programme/fold';
import { foldBranch } from '../programme/fold';
import type { MemberFold } from '../programme/fold-member';
import { memberFlags } from '../programme/flags';
import { withoutSheets } from '../programme/branch-facts';
import { secondLookUntil } from '../programme/second-look';
import { submissionShown } from '../programme/submission';
import { GROUP_WORDS } from '../workbook/words';
import type { BaseConfig } from '../workbook/base-config';
import type { WaveMember } from '../workbook/wave-rows';
import { eventsOf, type BranchBooks } from './books';
import { flagWord } from './flag-words';

/** Members of a branch as the list shows them, in the order of the tab; those only proposed so far behind. */
export function memberBriefs(books: BranchBooks, fold: BranchFold): readonly MemberBrief[] {
  const known = new Map(books.members.map((member) => [member.facts.code, member]));
  const before = classesBefore(books);
  const proposed = proposedNames(eventsOf(books.ledgers));
  const { least } = books.place.config;
  return fold.members.map((member) =>
    briefOf(
      member,
      least,
      known.get(member.member) ?? null,
      proposed.get(member.member) ?? '',
      before.get(member.member) ?? '',
    ),
  );
}

/** The names of members who are only proposed so far, by provisional code. */
export function proposedNames(events: readonly LedgerEvent[]): ReadonlyMap<string, string> {
  return new Map(
    events
      .filter((event) => event.kind === 'rosterProposal')
      .map((event) => [event.subject, eventData(event, 'rosterProposal').fullName ?? '']),
  );
}

function briefOf(
  fold: MemberFold,
  least: BaseConfig['least'],
  member: WaveMember | null,
  proposedName: string,
  before: string,
): MemberBrief {
  const { facts } = fold;
  return {
    code: fold.member,
    name: member?.fullName ?? proposedName,
    birthYear: member?.birthYear ?? '',
    group: member && member.group !== '' ? GROUP_WORDS.wordOf(member.group) : '',
    classed: facts.classed,
    registered: signs(fold.registered),
    evidence: signs(facts.evidence),
    selfLevels: fold.selfLevels,
    selfClass: fold.selfClass,
    submission: submissionShown(facts.registeredAt, facts.selfAt),
    state: fold.state,
    marks: fold.marks,
    grade: gradeBrief(fold),
    recognised: fold.recognised,
    result: resultBrief(fold),
    secondLook: fold.secondLook,
    returnReason: fold.returnReason,
    flags: memberFlags(fold, least).map((flag) => flagWord(flag.code)),
    before,
    followed: fold.history.filter(({ kind }) => kind === 'progress').length,
  };
}

function resultBrief({ judgement, recognised }: MemberFold): MemberBrief['result'] {
  if (!judgement || recognised === null) return null;
  return { at: judgement.at, reason: judgement.reason, until: secondLookUntil(judgement.at) };
}

function gradeBrief(fold: MemberFold): GradeBrief | null {
  const { grade } = fold;
  if (!grade || !isGradeKind(grade.kind)) return null;
  const { remark } = grade.data as Partial<GradeData>;
  return {
    levels: grade.levels,
    class: grade.class,
    proposed: fold.proposed,
    reason: grade.reason,
    remark: remark ?? '',
    how: grade.kind,
    by: grade.actor,
    at: grade.at,
    seq: grade.seq,
    operation: grade.operation,
  };
}

/** Each member's class in the wave before, of the same calendar and year; the same ledgers hold it. */
export function classesBefore(books: BranchBooks): ReadonlyMap<string, string> {
  if (books.before) return books.before;
  const { place, members, ledgers } = books;
  const { wave, config, branch } = place;
  const earlier = config.waves.find(
    (one) =>
      one.calendar === wave.calendar && one.programme === wave.programme && one.number === wave.number - 1,
  );
  if (!earlier) return new Map();
  const fold = foldBranch({
    wave: earlier,
    unit: config.unit,
    branch: branch.code,
    members: members.map(({ facts }) => withoutSheets(facts.code, facts.classed)),
    preset: config.preset,
    events: eventsOf(ledgers),
  });
  return new Map(fold.members.map((member) => [member.member, member.recognised ?? member.decided ?? '']));
}

function signs(criteria: readonly CriterionCode[]): string {
  return CRITERION_CODES.map((code) => (criteria.includes(code) ? '1' : '0')).join('');
}
