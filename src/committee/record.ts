import type { BranchKey, BranchRecord, BranchView, Operation } from '../contract/committee';
import type { Services } from '../google/services';
import { planRecording, type RecordKind, type RecordRow } from '../programme/plan-records';
import { planAnsweringLook } from '../programme/plan-second-look';
import type { Problem, Result } from '../programme/result';
import { eventsOf } from './books';
import { branchAct } from './branch-act';
import { difficultiesIn } from './difficulty-brief';

/** One record beside grades (P7, P8, P10). Problems also: those of `planRecording`. */
export function record(
  services: Services,
  request: BranchKey & Operation & { readonly record: BranchRecord },
): Result<BranchView, Problem> {
  return branchAct(services, request, { watch: false }, (facts, act, books) => {
    const { wave, now, config, role } = books.place;
    if (request.record.kind === 'answerLook')
      return planAnsweringLook(facts, { ...request.record, agreed: false }, act);
    const known = difficultiesIn(eventsOf(books.ledgers), wave.code, now).map((one) => one.id);
    const row = rowOf(request.record, role === 'BASE' ? 'BASE' : 'BRANCH');
    return planRecording(facts, row, config.preset, new Set(known), act);
  });
}

function rowOf(
  record: Exclude<BranchRecord, { kind: 'answerLook' }>,
  raisedBy: 'BRANCH' | 'BASE',
): RecordRow<RecordKind> {
  switch (record.kind) {
    case 'difficulty':
      return { kind: record.kind, text: record.text, data: { raisedBy, ...dueOf(record) } };
    case 'answer':
      return {
        kind: record.kind,
        text: record.text,
        difficulty: record.difficulty,
        data: { done: record.done },
      };
    case 'progress':
      return {
        kind: record.kind,
        member: record.member,
        text: record.text,
        data: { attended: record.attended },
      };
    default:
      return record;
  }
}

/** The day a difficulty should be answered by, where one was given. */
export function dueOf({ due }: { readonly due?: string }): { readonly due?: string } {
  return due === undefined || due === '' ? {} : { due };
}
