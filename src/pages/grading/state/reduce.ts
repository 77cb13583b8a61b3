import { proposeClass } from '../../../programme/classification';
import { stepTo, andThen, type Action, type Moment, type Step } from './actions';
import { levelsIfAgreed } from './drafts';
import { memberOf, type GradingState } from './model';
import { acted, retryAct, startAct } from './reduce-act';
import {
  agreeSelected,
  edit,
  editWords,
  lookedAt,
  openCriterion,
  pressFilled,
  setLevel,
  showMember,
  toNextUngraded,
  walk,
} from './reduce-member';
import {
  askForTexts,
  branchOpened,
  go,
  greeted,
  isHere,
  keyOf,
  textsCame,
  toFirst,
  toPage,
  unitOpened,
} from './reduce-open';
import { depart, keep, leave, presenceCame, send, settle, tick, tripAnswered, undo } from './reduce-save';
import { notInBulk } from './bulk';

/** The page's whole behaviour: what an action makes of a state, and what is to be done beside it. Pure; a trip that waits is kept. */
export function reduce(state: GradingState, action: Action, at: Moment): Step {
  const timed = { ...state, now: at.now };
  const step = apply(timed, action, at);
  // Whatever changes the queue changes the second net in the same step.
  const isKept = step.effects.some((effect) => effect.kind === 'KEEP');
  return step.state.queue === state.queue || isKept || step.state.place !== state.place
    ? step
    : { state: step.state, effects: [...step.effects, ...keep(step.state)] };
}

function apply(state: GradingState, action: Action, at: Moment): Step {
  switch (action.type) {
    case 'START':
      return stepTo(
        { ...state, hasNet: action.hasNet, trouble: null, loadingSince: at.now },
        { kind: 'GREET' },
      );
    case 'GREETED':
      return greeted(state, action.result, at, action.start);
    case 'GO':
      return leave(state, action.place, at);
    case 'REOPEN':
      return state.place
        ? go(state, state.place, at)
        : stepTo({ ...state, loadingSince: at.now }, { kind: 'GREET' });
    case 'BRANCH_OPENED':
      return branchOpened(state, action.key, action.quiet, action.result, action.net, at);
    case 'UNIT_OPENED':
      return unitOpened(state, action.wave, action.result);
    case 'TEXTS':
      return textsCame(state, action.key, action.members, action.result);
    case 'SAVED':
      return tripAnswered(state, action.operation, action.result, at);
    case 'ACTED':
      return acted(state, action.act, action.result);
    case 'HISTORY':
      return state.history?.member === action.member && action.result.kind === 'VALUE'
        ? stepTo({ ...state, history: { member: action.member, view: action.result.value } })
        : stepTo({ ...state, history: null, question: null });
    case 'MOMENTS':
      return momentsCame(state, action.to, action.result);
    case 'FORM_LINK':
      return isHere(state, action.key) && action.result.kind === 'VALUE'
        ? stepTo({ ...state, formLink: action.result.value.link })
        : stepTo(state);
    case 'PRESENCE':
      return presenceCame(state, action.key, action.result);
    case 'TICK':
      return tick(state, at);
    case 'BEAT':
      return state.place && state.view
        ? stepTo(state, { kind: 'HEARTBEAT', key: keyOf(state.place), member: state.member })
        : stepTo(state);
    case 'FLUSH':
      return depart(state, at);
    case 'HIDDEN':
      return action.hidden
        ? depart({ ...lookedAt(state, at.now), shownSince: null }, at)
        : stepTo({ ...state, shownSince: at.now });
    default:
      return applyPerson(state, action, at);
  }
}

type PersonAction = Exclude<
  Action,
  {
    readonly type:
      | 'START'
      | 'GREETED'
      | 'GO'
      | 'REOPEN'
      | 'BRANCH_OPENED'
      | 'UNIT_OPENED'
      | 'TEXTS'
      | 'SAVED'
      | 'ACTED'
      | 'HISTORY'
      | 'MOMENTS'
      | 'FORM_LINK'
      | 'PRESENCE'
      | 'TICK'
      | 'BEAT'
      | 'FLUSH'
      | 'HIDDEN';
  }
>;

function applyPerson(state: GradingState, action: PersonAction, at: Moment): Step {
  switch (action.type) {
    case 'PAGE':
      // The tab of all branches leads out of the one that is open.
      return action.page === 'BRANCHES' && state.place && state.place.branch !== ''
        ? leave(state, { ...state.place, branch: '' }, at)
        : toMembers(toPage(state, action.page), at);
    case 'SCREEN':
      return stepTo(
        { ...state, page: 'MEMBERS', screen: action.screen, criterion: null, unfolded: '' },
        { kind: 'FOCUS', on: action.screen === 'LIST' ? 'SEARCH' : 'PAGE' },
      );
    case 'SHOW':
      return andThen(showMember({ ...state, page: 'MEMBERS' }, action.member, at), askForTexts);
    case 'WALK':
      return walk(state, action.steps, at);
    case 'NEXT_UNGRADED':
      return toNextUngraded({ ...state, page: 'MEMBERS' }, at);
    case 'CRITERION':
      return openCriterion(state, action.code);
    case 'LEVEL':
      return setLevel(state, action.code, action.level);
    case 'REASON':
      return editWords(state, (draft) => ({
        ...draft,
        reasons: { ...draft.reasons, [action.code]: action.text },
      }));
    case 'CLASS':
      return chooseClass(state, action.class);
    case 'CLASS_REASON':
      return editWords(state, (draft) => ({ ...draft, classReason: action.text }));
    case 'REMARK':
      return editWords(state, (draft) => ({ ...draft, remark: action.text }));
    case 'FILLED':
      return pressFilled(state, at);
    case 'UNDO':
      return undo(state, at);
    case 'FILTER':
      return stepTo({ ...state, filter: action.filter, selected: [] });
    case 'SEARCH':
      return stepTo({ ...state, search: action.text });
    case 'UNFOLD':
      return unfold(state, action.member);
    case 'SELECT':
      return select(state, action.member, action.on);
    case 'AGREE_SELECTED':
      return agreeSelected(state, at);
    case 'SETTLE':
      return settle(state, action.member, action.grade, at);
    case 'FORGET_REFUSED':
      return stepTo({ ...state, refused: state.refused.filter((one) => one.at !== action.member) });
    case 'OWN_FORM':
      return stepTo({ ...state, ownForm: action.form });
    case 'ASK':
      return ask(state, action.question);
    case 'ACT':
      return startAct(state, action.body, at);
    case 'PRINT':
      return stepTo(state, { kind: 'PRINT', sheet: action.sheet });
    case 'SEND':
      return send(state, at);
    case 'RETRY_ACT':
      return retryAct(state);
    case 'DROP_ACT':
      return stepTo({ ...state, pending: null });
  }
}

/** A branch taken over a moment ago has nobody in front yet. */
function toMembers(step: Step, at: Moment): Step {
  const { page, member, view } = step.state;
  if (page !== 'MEMBERS' || member !== '' || !view) return step;
  return andThen(step, (next) => andThen(toFirst(next, view, at), askForTexts));
}

/** A class equal to the proposed one is no change: it follows the levels again. */
function chooseClass(state: GradingState, chosen: string | null): Step {
  const { view } = state;
  return edit(state, (draft, member) => {
    const proposed = view ? proposeClass(levelsIfAgreed(draft, member), view.preset).class : '';
    return { ...draft, class: chosen === proposed ? null : chosen };
  });
}

/** Evidence on the screen counts as read only once it has come. */
function unfold(state: GradingState, code: string): Step {
  const isOpen = state.unfolded !== code;
  const isRead = isOpen && state.texts[code] !== undefined && !state.read.includes(code);
  return stepTo({
    ...state,
    unfolded: isOpen ? code : '',
    read: isRead ? [...state.read, code] : state.read,
  });
}

function select(state: GradingState, code: string, on: boolean): Step {
  const member = memberOf(state.view, code);
  const rest = state.selected.filter((one) => one !== code);
  const may = on && state.view && member && notInBulk(state, state.view, member) === null;
  return stepTo({ ...state, selected: may ? [...rest, code] : rest });
}

function ask(state: GradingState, question: GradingState['question']): Step {
  if (question?.kind === 'RESTORE' && state.place) {
    const moments = question.to === '' ? null : state.moments;
    const asked = { ...state, question, moments: moments && { ...moments, preview: null } };
    return stepTo(asked, { kind: 'MOMENTS', key: keyOf(state.place), to: question.to });
  }
  if (question?.kind !== 'HISTORY' || !state.place) return stepTo({ ...state, question, history: null });
  const asked = { ...state, question, history: { member: question.member, view: null } };
  return isHere(state, state.place)
    ? stepTo(asked, { kind: 'HISTORY', key: keyOf(state.place), member: question.member })
    : stepTo(asked);
}

/** Only the moment that is looked at is shown; what cannot be read closes the question, and the head says why. */
function momentsCame(
  state: GradingState,
  to: string,
  result: Extract<Action, { readonly type: 'MOMENTS' }>['result'],
): Step {
  if (state.question?.kind !== 'RESTORE' || state.question.to !== to) return stepTo(state);
  return result.kind === 'VALUE'
    ? stepTo({ ...state, moments: result.value })
    : stepTo({ ...state, question: null, moments: null });
}
