import type { BranchView, CriterionBrief } from '../contract/committee';
import type { LedgerEvent, RecogniseData } from '../programme/events';
import { eventData } from '../programme/events';
import type { BranchFold } from '../programme/fold';
import { flagsOf } from '../programme/flags';
import { CRITERION_CODES } from '../programme/criteria';
import { criterionTitlesOf, type BaseConfig } from '../workbook/base-config';
import { brokenRows, eventsOf, foldOf, type BranchBooks } from './books';
import { difficultiesIn, difficultyBrief, ofBranch } from './difficulty-brief';
import { flagWord } from './flag-words';
import { memberBriefs } from './member-brief';
import { waveBrief } from './wave-brief';

/**
 * A branch's wave as the page shows it. `lastSeen` is the last row of the ledger the person writes: the base committee's for a base committee,
 * else the branch's own; `canWrite` = in a role that writes.
 */
export function branchView(books: BranchBooks, canWrite: boolean, fold = foldOf(books)): BranchView {
  const { place, ledgers } = books;
  const { config, branch, wave } = place;
  const own = place.role === 'BASE' && ledgers.base ? ledgers.base : ledgers.branch;
  const members = memberBriefs(books, fold);
  const codes = members.map((member) => member.code);
  const difficulties = ofBranch(difficultiesIn(eventsOf(ledgers), wave.code, place.now), branch.code, codes);
  return {
    wave: waveBrief(wave, place.now),
    branch: branch.code,
    name: branch.name,
    unit: { code: config.unit.code, name: config.unit.name, kind: config.unit.kind },
    role: place.role,
    canWrite,
    state: fold.state,
    round: fold.round,
    returnReason: returnReasonOf(fold),
    sentAt: fold.sentAt,
    late: fold.late,
    reviewing: fold.reviewing,
    lockedAt: fold.lock?.at ?? null,
    takenOver: fold.takenOver,
    branchClass: fold.branchClass && { class: fold.branchClass.class, reason: fold.branchClass.reason },
    decision: decisionOf(fold),
    branchAssessment: fold.branchAssessment && {
      ...eventData(fold.branchAssessment, 'branchAssessment'),
      class: fold.branchAssessment.class,
    },
    activities: fold.activities.map(activityBrief),
    difficulties: difficulties.map((one) => difficultyBrief(one, config.unit.code)),
    flags: flagsOf(fold)
      .filter((flag) => !('member' in flag))
      .map((flag) => flagWord(flag.code)),
    missing: fold.missing,
    criteria: criteriaOf(config),
    preset: config.preset,
    members,
    lastSeen: own.end.lastSeq,
    brokenRows: brokenRows(ledgers.branch, ledgers.district),
    submissionsAt: books.asOf,
    now: place.now,
  };
}

/** The ten criteria as the district words them. */
export function criteriaOf(config: BaseConfig): readonly CriterionBrief[] {
  const titles = criterionTitlesOf(config);
  return CRITERION_CODES.map((code) => ({ code, title: titles[code] ?? code }));
}

/** An activity as pages show it. */
export function activityBrief(event: LedgerEvent) {
  return { ...eventData(event, 'activity'), operation: event.operation };
}

/** Of all rows that recognise somebody now, the newest that names a decision. */
function decisionOf(fold: BranchFold): BranchView['decision'] {
  const named = fold.members
    .flatMap(({ judgement }) => judgement ?? [])
    .filter((row) => ((row.data as Partial<RecogniseData>).decisionNumber ?? '') !== '')
    .sort((a, b) => b.at - a.at);
  const data = named[0]?.data as Partial<RecogniseData> | undefined;
  return data ? { number: data.decisionNumber ?? '', day: data.decisionDay ?? '' } : null;
}

/** What the level above asked for when it opened the round that is open now. */
function returnReasonOf(fold: BranchFold): string {
  const newest = fold.rounds[fold.rounds.length - 1];
  if (!newest || newest.send || newest.openedBy === 'START' || newest.openedBy === 'TAKE_BACK') return '';
  return newest.openers
    .map((row) => row.reason)
    .filter((reason) => reason !== '')
    .join('; ');
}
