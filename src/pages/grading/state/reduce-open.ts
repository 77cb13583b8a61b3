import type { BranchKey, BranchView, Greeting, TextsView, UnitView } from '../../../contract/committee';
import type { Called } from '../../parts/call';
import { stepTo, andThen, type Moment, type Step } from './actions';
import { isAssessable } from './drafts';
import { isUngraded, mayGrade, mayWrite, nextUngraded, progressOf } from './list';
import { FRESH_PLACE, tabOf, type GradingState, type Page, type Place, type Trouble } from './model';
import type { Net } from './net';
import { fromNet } from './queue';
import { showMember } from './reduce-member';

/** Members whose texts come with the first call, and with each one after it. */
export const FIRST_TEXTS = 8;
export const MORE_TEXTS = 60;

/** The failure of a call as a page shows it; null = it was none. */
export function troubleOf(result: Called<unknown>): Trouble | null {
  if (result.kind === 'VALUE') return null;
  return result.kind === 'FAULT'
    ? { fault: result.fault, problems: [] }
    : { fault: null, problems: result.problems };
}

/** First answer: who is at the keyboard; opens the first place that person may work in. */
export function greeted(state: GradingState, result: Called<Greeting>, at: Moment, start = ''): Step {
  const trouble = troubleOf(result);
  if (trouble || result.kind !== 'VALUE') return stepTo({ ...state, trouble, loadingSince: null });
  const greeting = result.value;
  const [first] = placesOf(greeting, greeting.currentWave);
  const known = { ...state, greeting, trouble: null };
  if (greeting.email === '' || !first) return stepTo({ ...known, loadingSince: null });
  const step = go(known, first, at);
  const page = startPage(start, first);
  return page ? andThen(step, (opened) => toPage(opened, page)) : step;
}

/** Goes to a page, and asks for what it shows and the state has not yet. */
export function toPage(state: GradingState, page: Page): Step {
  const before = tabOf(state);
  const next = { ...state, page, before, criterion: null };
  const needsUnit = (page === 'BRANCHES' || page === 'UNIT') && state.unit === null && state.place;
  const { place } = state;
  if (page === 'MESSAGES' && place?.role === 'BRANCH' && state.formLink === '')
    return stepTo(next, { kind: 'FORM_LINK', key: keyOf(place) });
  return needsUnit ? stepTo(next, { kind: 'OPEN_UNIT', wave: needsUnit.wave }) : stepTo(next);
}

/** The page a menu item asked for; paper sheets are a branch's work. */
function startPage(start: string, place: Place): Page | null {
  if (start === 'MESSAGES') return 'MESSAGES';
  return start === 'PAPER' && place.role === 'BRANCH' ? 'PAPER' : null;
}

/** Every place the person may work in, in a wave: the base unit first. */
export function placesOf(greeting: Greeting, wave: string): readonly Place[] {
  if (wave === '') return [];
  const places = greeting.roles.map(({ role, branch }) => ({ wave, branch, role }));
  return [...places.filter((place) => place.branch === ''), ...places.filter((place) => place.branch !== '')];
}

/** Goes to a place: what was in hand of another one is saved or in the net by then. */
export function go(state: GradingState, place: Place, at: Moment): Step {
  const isBranch = place.branch !== '';
  const page: Page = place.role === 'BRANCH' ? 'MEMBERS' : 'BRANCHES';
  const next: GradingState = {
    ...state,
    place,
    page,
    before: page,
    screen: 'MEMBER',
    loadingSince: at.now,
    trouble: null,
    view: null,
    unit: place.role === 'BRANCH' ? null : state.unit,
    ...FRESH_PLACE,
    ownForm: null,
    sendWhenSaved: false,
    goWhenSaved: null,
    question: null,
    history: null,
    moments: null,
    formLink: '',
  };
  return isBranch
    ? stepTo(next, { kind: 'OPEN_BRANCH', key: keyOf(place), quiet: false })
    : stepTo(next, { kind: 'OPEN_UNIT', wave: place.wave });
}

/** What a request names: the place, and in which of several roles the person is there. */
export function keyOf(place: BranchKey): BranchKey {
  return place.role === undefined
    ? { wave: place.wave, branch: place.branch }
    : { wave: place.wave, branch: place.branch, role: place.role };
}

/** A branch has come: shows the first member who waits, and takes up what an earlier page could not save. */
export function branchOpened(
  state: GradingState,
  key: BranchKey,
  quiet: boolean,
  result: Called<BranchView>,
  net: Net | null,
  at: Moment,
): Step {
  if (!isHere(state, key)) return stepTo(state);
  const trouble = troubleOf(result);
  if (trouble || result.kind !== 'VALUE')
    return quiet ? stepTo(state) : stepTo({ ...state, trouble, loadingSince: null });
  const view = withRights(state, result.value);
  if (quiet && state.view) return stepTo({ ...state, view });
  const queue = net ? fromNet(state.queue, net, at.now) : state.queue;
  const opened: GradingState = { ...state, view, queue, trouble: null, loadingSince: null };
  if (view.role !== 'BRANCH' && !view.takenOver) return andThen(stepTo(opened), askForTexts);
  return andThen(
    andThen(stepTo(opened), (next) => toFirst(next, view, at)),
    askForTexts,
  );
}

/** The greeting asked Google whether the tab may be written; a view only knows the person's role. */
function withRights({ greeting }: GradingState, view: BranchView): BranchView {
  const held = greeting?.roles.find(
    ({ role, branch }) => role === view.role && (branch === '' || branch === view.branch),
  );
  return { ...view, canWrite: view.canWrite && held?.canWrite !== false };
}

/** Puts the first member who waits in front; whoever has assessed all is told so. */
export function toFirst(state: GradingState, view: BranchView, at: Moment): Step {
  const { done, total } = progressOf(state);
  if (total > 0 && done === total && mayGrade(view, view.members[0] ?? NOBODY))
    return stepTo({ ...state, screen: 'DONE', filter: 'ALL' });
  const member = nextUngraded(state) ?? view.members.find(isAssessable) ?? view.members[0];
  const filter = member && mayWrite(view) && isUngraded(state, member) ? 'UNGRADED' : 'ALL';
  return member ? showMember({ ...state, filter }, member.code, at) : stepTo(state);
}

const NOBODY = { state: 'NOT_REGISTERED' } as BranchView['members'][number];

/** The base unit has come. */
export function unitOpened(state: GradingState, wave: string, result: Called<UnitView>): Step {
  if (!state.place || state.place.wave !== wave) return stepTo(state);
  const trouble = troubleOf(result);
  if (trouble || result.kind !== 'VALUE')
    return stepTo({ ...state, trouble: state.unit ? state.trouble : trouble, loadingSince: null });
  return stepTo({ ...state, unit: result.value, trouble: null, loadingSince: null });
}

/** Asks for the texts that are still missing, the nearest to the member in front first; one call at a time. */
export function askForTexts(state: GradingState): Step {
  const { view, place } = state;
  if (!view || !place || state.textsAsked.length > 0 || state.textsTrouble) return stepTo(state);
  const at = Math.max(
    0,
    view.members.findIndex((member) => member.code === state.member),
  );
  const missing = view.members
    .map((member, index) => ({ member, far: Math.abs(index - at) + (index < at ? 0.5 : 0) }))
    .filter(({ member }) => isAssessable(member) && state.texts[member.code] === undefined)
    .sort((a, b) => a.far - b.far);
  const none = Object.keys(state.texts).length === 0;
  const members = missing.slice(0, none ? FIRST_TEXTS : MORE_TEXTS).map(({ member }) => member.code);
  if (members.length === 0) return stepTo(state);
  return stepTo({ ...state, textsAsked: members }, { kind: 'LOAD_TEXTS', key: keyOf(place), members });
}

/** Texts have come; goes on asking until all are there. */
export function textsCame(
  state: GradingState,
  key: BranchKey,
  members: readonly string[],
  result: Called<TextsView>,
): Step {
  if (!isHere(state, key)) return stepTo(state);
  const trouble = troubleOf(result);
  if (trouble || result.kind !== 'VALUE') return stepTo({ ...state, textsAsked: [], textsTrouble: trouble });
  const texts = { ...state.texts };
  // Who has no texts is not asked for again.
  for (const code of members) texts[code] = { code, commitments: {}, evidence: {}, difficulties: '' };
  for (const one of result.value.members) texts[one.code] = one;
  return askForTexts({ ...state, texts, textsAsked: [], textsTrouble: null });
}

/** Whether an answer is about the place the page is at. */
export function isHere(state: GradingState, key: BranchKey): boolean {
  const { place } = state;
  return place?.wave === key.wave && place.branch === key.branch && place.role === key.role;
}
