import type { BranchView, GradeBrief, MemberBrief } from '../../../contract/committee';
import { proposeClass, type Preset, type ProposedClass } from '../../../programme/classification';
import { CRITERION_CODES, criterionIndex, type CriterionCode } from '../../../programme/criteria';
import type { GradeKind } from '../../../programme/events';
import {
  isFullyGraded,
  levelOfSign,
  limitToRegistered,
  NO_LEVELS,
  NOT_GRADED,
  signAt,
  signOf,
  ungradedLevels,
  type Level,
  type LevelSign,
  type PackedLevels,
} from '../../../programme/levels';
import { differingCriteria, type GradeRequest } from '../../../programme/plan-branch';
import type { Draft } from './model';
import { joinReasons, splitReasons } from './reasons';

/** Criteria the member registered. */
export function registeredBy(member: MemberBrief): readonly CriterionCode[] {
  return CRITERION_CODES.filter((code) => member.registered[criterionIndex(code)] === '1');
}

/** What the member gave a registered criterion; '_' where nothing. */
export function selfSign(member: MemberBrief, code: CriterionCode): LevelSign {
  if (member.registered[criterionIndex(code)] !== '1') return '0';
  const sign = member.selfLevels === '' ? NOT_GRADED : signAt(member.selfLevels, code);
  return levelOfSign(sign) === null ? NOT_GRADED : sign;
}

/** Whether a line of evidence came with the criterion. */
export function hasEvidence(member: MemberBrief, code: CriterionCode): boolean {
  return member.evidence[criterionIndex(code)] === '1';
}

/** Whether the committee has anything to assess about the member (P10: only what was registered). */
export function isAssessable(member: MemberBrief): boolean {
  return member.registered.includes('1') || member.selfLevels !== '';
}

/** A member's sheet as it lies in front of the committee: the grade that counts, or nothing set yet. */
export function draftOf(member: MemberBrief, grade: GradeBrief | null): Draft {
  const registered = registeredBy(member);
  if (!grade || grade.levels === '') return { ...EMPTY_DRAFT, levels: ungradedLevels(registered) };
  const reasons = splitReasons(grade.reason);
  return {
    levels: limitToRegistered(grade.levels, registered),
    reasons: reasons.criteria,
    otherReason: reasons.other,
    class: grade.class === grade.proposed ? null : grade.class,
    classReason: reasons.class,
    remark: grade.remark,
  };
}

const EMPTY_DRAFT: Draft = {
  levels: NO_LEVELS,
  reasons: {},
  otherReason: '',
  class: null,
  classReason: '',
  remark: '',
};

/** Sets one level; a reason for a level that agrees again goes away. */
export function withLevel(draft: Draft, member: MemberBrief, code: CriterionCode, level: Level): Draft {
  const place = criterionIndex(code);
  const sign = signOf(level);
  const levels = draft.levels.slice(0, place) + sign + draft.levels.slice(place + 1);
  const reasons = { ...draft.reasons };
  if (sign === selfSign(member, code)) delete reasons[code];
  return { ...draft, levels, reasons };
}

/** Takes the self-assessed level wherever the committee has set none. */
export function withRestAgreed(draft: Draft, member: MemberBrief): Draft {
  return { ...draft, levels: levelsIfAgreed(draft, member) };
}

/** The ten signs if the rest were agreed with: what the proposed class on the screen speaks of. */
export function levelsIfAgreed(draft: Draft, member: MemberBrief): PackedLevels {
  return CRITERION_CODES.map((code) => {
    const sign = signAt(draft.levels, code);
    return sign === NOT_GRADED ? selfSign(member, code) : sign;
  }).join('');
}

/** Criteria registered and not yet set. */
export function unsetCriteria(levels: PackedLevels): readonly CriterionCode[] {
  return CRITERION_CODES.filter((code) => signAt(levels, code) === NOT_GRADED);
}

/** The class proposed for the sheet as it would be saved. */
export function proposedFor(draft: Draft, member: MemberBrief, preset: Preset): ProposedClass {
  return proposeClass(levelsIfAgreed(draft, member), preset);
}

/** What still asks for a few words: criteria that differ from the self-assessment, and a class other than the proposed one. */
export function reasonsWanted(
  draft: Draft,
  member: MemberBrief,
  preset: Preset,
): { readonly criteria: readonly CriterionCode[]; readonly class: boolean } {
  const differing = member.selfLevels === '' ? [] : differingCriteria(draft.levels, member.selfLevels);
  const said = draft.otherReason.trim() !== '';
  const proposed = proposedFor(draft, member, preset).class;
  return {
    criteria: said ? [] : differing.filter((code) => (draft.reasons[code] ?? '').trim() === ''),
    class:
      member.classed &&
      draft.class !== null &&
      draft.class !== proposed &&
      draft.classReason.trim() === '' &&
      !said,
  };
}

/** The class that would be saved: none for members who are not to be classed. */
export function classFor(draft: Draft, member: MemberBrief, preset: Preset): string {
  if (!member.classed) return '';
  return draft.class ?? proposedFor(draft, member, preset).class;
}

/** What a draft becomes when it is saved. `kind` null = as the sheet says: agreement where all is as self-assessed. */
export function gradeRequest(
  draft: Draft,
  member: MemberBrief,
  view: BranchView,
  shownMs: number,
  bulk = false,
): GradeRequest {
  const proposed = proposedFor(draft, member, view.preset).class;
  const levels = draft.levels;
  const agrees =
    isFullyGraded(levels) &&
    member.selfLevels !== '' &&
    CRITERION_CODES.every((code) => signAt(levels, code) === selfSign(member, code));
  const decided = classFor(draft, member, view.preset);
  return {
    kind: kindOf(view, agrees && (decided === proposed || !member.classed), bulk),
    member: member.code,
    levels,
    class: decided,
    reason: joinReasons(draft),
    data: {
      selfClass: member.selfClass,
      ...(member.selfLevels === '' ? {} : { selfLevels: member.selfLevels }),
      submission: member.submission,
      proposed,
      ...(draft.remark.trim() === '' ? {} : { remark: draft.remark.trim() }),
      ...(shownMs > 0 ? { shownMs: Math.round(shownMs) } : {}),
    },
    lastSeen: view.lastSeen,
  };
}

function kindOf(view: BranchView, agrees: boolean, bulk: boolean): GradeKind {
  if (view.role === 'BASE') return 'gradeFor';
  if (!agrees) return 'grade';
  return bulk ? 'agreeBulk' : 'agree';
}

/** A grade on its way, shown as if it stood: what the committee did is what it sees. */
export function briefOfRequest(request: GradeRequest, by: string, at: number): GradeBrief {
  return {
    levels: request.levels,
    class: request.class,
    proposed: request.data.proposed ?? '',
    reason: request.reason,
    remark: request.data.remark ?? '',
    how: request.kind,
    by,
    at,
    seq: 0,
    operation: '',
  };
}

/** Whether two sheets would be saved as the same grade. */
export function isSameSheet(a: Draft, b: Draft): boolean {
  return (
    a.levels === b.levels &&
    a.class === b.class &&
    a.remark.trim() === b.remark.trim() &&
    joinReasons(a) === joinReasons(b)
  );
}
