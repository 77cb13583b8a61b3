import { formatDay } from '../programme/dates';
import type { UnmatchedReason } from '../programme/matching';
import type { Member } from '../programme/organisation';
import { submissionId, type Submission } from '../programme/submission';
import { fittingText, momentCell, momentOfCell, textOfCell } from './cells';
import type { TableRow, TabRecord } from './tab';
import { UNMATCHED_WORDS } from './words';

/** What staff choose for a sheet of somebody who is no member of the district. */
export const NOT_OURS = 'Không thuộc quận';

/** A sheet that was tied to nobody, with the three nearest members. */
export interface UnmatchedSheet {
  readonly submission: Submission;
  readonly reason: UnmatchedReason;
  readonly nearest: readonly Member[];
}

/** What staff decided: a member's code, or 'NOT_OURS'. */
export interface UnmatchedDecision {
  /** `submissionId` of the sheet, its time to the second. */
  readonly submission: string;
  /** Member code; null = not a member of the district. */
  readonly member: string | null;
  readonly decidedBy: string;
  /** 0-based row of the sheet. */
  readonly row: number;
}

/** A sheet as a row of *Phiếu cần xử lý*; the decision is left to staff. */
export function unmatchedRow({ submission, reason, nearest }: UnmatchedSheet): TabRecord {
  const [near1, near2, near3] = nearest.map(nearMemberCell);
  return {
    responseId: submission.responseId,
    sentAt: momentCell(submission.sentAt),
    linkBranch: fittingText(submission.linkBranch),
    typedName: fittingText(submission.typedName),
    typedBirthDate: fittingText(submission.typedBirthDate),
    reason: UNMATCHED_WORDS.wordOf(reason),
    near1: near1 ?? '',
    near2: near2 ?? '',
    near3: near3 ?? '',
    wave: submission.wave,
  };
}

/** A member as staff choose from: 'DV-000123 · Nguyễn Thị Ánh · 05/09/1998'. */
export function nearMemberCell(member: Member): string {
  return [member.code, member.fullName, formatDay(member.birthDate)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The decision of a row; null while there is none. A person may type the figure 1, 2, 3, a member's code, or take over one of the three. */
export function unmatchedDecision({ row, cells }: TableRow): UnmatchedDecision | null {
  const decision = textOfCell(cells.decision);
  const sentAt = momentOfCell(cells.sentAt ?? '');
  if (decision === '' || sentAt === null) return null;
  const chosen = /^[123]$/.test(decision) ? textOfCell(cells[`near${decision}`]) : decision;
  const member = chosen.split(' · ')[0]?.trim() ?? '';
  if (member === '') return null;
  return {
    submission: submissionId({ responseId: textOfCell(cells.responseId), sentAt }),
    member: chosen.toLowerCase() === NOT_OURS.toLowerCase() ? null : member,
    decidedBy: textOfCell(cells.decidedBy),
    row,
  };
}

/** The cells by which staff decide: the member chosen (null = not a member of the district), and who chose. */
export function decisionRecord(member: Member | null, decidedBy: string): TabRecord {
  return { decision: member === null ? NOT_OURS : nearMemberCell(member), decidedBy };
}

/** Sheets with what staff decided about the unmatched ones: the rows of the submissions workbook are never changed. */
export function withDecisions<S extends Submission>(
  submissions: readonly S[],
  decisions: readonly UnmatchedDecision[],
): readonly S[] {
  const bySubmission = new Map(decisions.map((decision) => [decision.submission, decision.member]));
  return submissions.map((submission) => {
    const member = bySubmission.get(submissionId(submission));
    return submission.member === '' && member
      ? { ...submission, member, matchedHow: 'PERSON' as const }
      : submission;
  });
}
