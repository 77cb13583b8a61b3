import { CRITERION_CODES, criterionIndex } from '../../../programme/criteria';
import { LEVELS, levelOfSign, signAt, type Level } from '../../../programme/levels';
import type { Action } from './actions';
import { draftShown, filledAct } from './filled-act';
import { registeredBy, selfSign } from './drafts';
import { memberOf, tabOf, type GradingState } from './model';

/** What of a key press the page looks at. `inText` = the cursor stands in a field. */
export interface KeyPress {
  readonly code: string;
  /** Only for the two signs whose place differs from keyboard to keyboard: / and ?. */
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly composing: boolean;
  readonly inText: boolean;
  /** The key is being held down. */
  readonly held: boolean;
  /** Whether the focus stands on a button or link, which has its own Enter. */
  readonly onControl: boolean;
}

const LEVEL_OF_KEY: Readonly<Record<string, Level>> = {
  KeyT: 'DONE_WELL',
  KeyH: 'DONE',
  KeyC: 'NOT_FINISHED',
  KeyK: 'NOT_STARTED',
};

/**
 * What a key does (pages.md 2). Keys go by their place (`event.code`): input methods rewrite letters. While one composes nothing happens, and in a
 * field only Enter, Esc and Ctrl+Enter do.
 */
export function actionOfKey(state: GradingState, press: KeyPress): Action | null {
  if (press.composing || state.question !== null) return null;
  if (press.ctrl) return press.code === 'KeyZ' && !press.inText && !press.shift ? { type: 'UNDO' } : null;
  if (press.alt) return null;
  if (state.page === 'HELP')
    return press.code === 'Escape' || isHelp(press) ? { type: 'PAGE', page: state.before } : null;
  if (!press.inText && isHelp(press)) return { type: 'PAGE', page: 'HELP' };
  if (press.code === 'Escape' && !press.inText && tabOf(state) !== state.page)
    return { type: 'PAGE', page: state.before };
  if (state.page !== 'MEMBERS' || state.conflicts.length > 0) return null;
  if (!press.inText && press.key === '/') return { type: 'SCREEN', screen: 'LIST' };
  if (!press.inText && press.code === 'KeyN') return { type: 'NEXT_UNGRADED' };
  return state.screen === 'MEMBER' ? memberKey(state, press) : otherKey(state, press);
}

function isHelp(press: KeyPress): boolean {
  return press.key === '?';
}

function otherKey(state: GradingState, press: KeyPress): Action | null {
  if (press.code === 'Escape' && state.member !== '') return { type: 'SCREEN', screen: 'MEMBER' };
  if (!isEnter(press) || press.onControl) return null;
  if (state.screen === 'DONE') return { type: 'PAGE', page: 'BRANCH' };
  return state.selected.length > 0 ? { type: 'ASK', question: { kind: 'AGREE_BULK' } } : null;
}

function isEnter(press: KeyPress): boolean {
  return press.code === 'Enter' || press.code === 'NumpadEnter';
}

function memberKey(state: GradingState, press: KeyPress): Action | null {
  // A key held down would agree with one member after the other, unread.
  if (isEnter(press)) {
    const isOwn = press.onControl || press.shift || press.held;
    return isOwn || filledAct(state).kind === 'NONE' ? null : { type: 'FILLED' };
  }
  if (press.code === 'Escape') return { type: 'CRITERION', code: null };
  if (press.inText || press.shift) return null;
  if (press.code === 'ArrowDown') return { type: 'WALK', steps: 1 };
  if (press.code === 'ArrowUp') return { type: 'WALK', steps: -1 };
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  if (digit !== undefined) return criterionKey(state, Number(digit));
  return levelKey(state, press.code);
}

function criterionKey(state: GradingState, digit: number): Action | null {
  const code = CRITERION_CODES[digit === 0 ? 9 : digit - 1];
  const member = memberOf(state.view, state.member);
  return code && member && registeredBy(member).includes(code) ? { type: 'CRITERION', code } : null;
}

function levelKey(state: GradingState, key: string): Action | null {
  const { criterion } = state;
  const member = memberOf(state.view, state.member);
  if (!criterion || !member) return null;
  const chosen = LEVEL_OF_KEY[key];
  if (chosen) return { type: 'LEVEL', code: criterion, level: chosen };
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const sign = signAt(draftShown(state, member).levels, criterion);
  const from = levelOfSign(sign) ?? levelOfSign(selfSign(member, criterion));
  const at = from === null ? -1 : LEVELS.indexOf(from);
  const level = LEVELS[at < 0 ? 0 : at + (key === 'ArrowRight' ? 1 : -1)];
  return level ? { type: 'LEVEL', code: criterion, level } : null;
}

/** The number a criterion has on the screen and under the fingers. */
export function criterionNumber(code: (typeof CRITERION_CODES)[number]): number {
  return criterionIndex(code) + 1;
}
