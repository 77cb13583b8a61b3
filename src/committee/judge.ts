import type { BranchKey, BranchView, Judgement, Operation } from '../contract/committee';
import type { Services } from '../google/services';
import type { EventDraft } from '../programme/events';
import {
  planAdjusting,
  planBranchClass,
  planHandingBack,
  planRecognising,
  planRecognisingAll,
  planReturning,
  planReviewing,
  planTakingOver,
} from '../programme/plan-above';
import { planAnsweringLook } from '../programme/plan-second-look';
import { planUnrecognising } from '../programme/plan-unrecognising';
import type { Act, ActFacts } from '../programme/planning';
import type { Problem, Result } from '../programme/result';
import { eventsOf, type BranchBooks } from './books';
import { branchAct } from './branch-act';

/**
 * What a base committee says of one of its branches (P11); the branch's ledger is read on inside the lock, so that *Rút lại* and *Bắt đầu xem xét*
 * exclude each other. Problems also: those of the plan asked. 15 calls.
 */
export function judge(
  services: Services,
  request: BranchKey & Operation & { readonly judgement: Judgement },
): Result<BranchView, Problem> {
  return branchAct(services, request, { watch: true, as: 'BASE' }, (facts, act, books) =>
    planOf(request.judgement, facts, act, books),
  );
}

function planOf(
  judgement: Judgement,
  facts: ActFacts,
  act: Act,
  books: BranchBooks,
): Result<EventDraft | readonly EventDraft[], Problem> {
  const { preset } = books.place.config;
  switch (judgement.kind) {
    case 'reviewing':
      return planReviewing(facts, act);
    case 'recogniseAll': {
      const { decisionNumber = '', decisionDay = '' } = judgement;
      const decision = decisionNumber === '' ? undefined : { decisionNumber, decisionDay };
      return planRecognisingAll(facts, judgement.exceptions, act, decision);
    }
    case 'recognise':
      return planRecognising(facts, judgement.member, act);
    case 'adjust': {
      const change = { class: judgement.class, reason: judgement.reason };
      return planAdjusting(facts, judgement.member, change, preset, act);
    }
    case 'unrecognise':
      return planUnrecognising(facts, judgement.members, eventsOf(books.ledgers), act);
    case 'return':
      return planReturning(facts, judgement.members, judgement.reason, act);
    case 'branchClass':
      return planBranchClass(facts, judgement.class, judgement.reason, preset, act);
    case 'answerLook':
      return planAnsweringLook(facts, judgement, act);
    case 'takeOver':
      return planTakingOver(facts, judgement.reason, act);
    case 'handBack':
      return planHandingBack(facts, act);
  }
}
