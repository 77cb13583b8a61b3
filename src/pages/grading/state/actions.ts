import type {
  BranchKey,
  BranchView,
  Greeting,
  HistoryView,
  MomentsView,
  Presence,
  Saved,
  TextsView,
  UnitView,
} from '../../../contract/committee';
import type { CriterionCode } from '../../../programme/criteria';
import type { EpochMs } from '../../../programme/dates';
import type { Level } from '../../../programme/levels';
import type { GradeRequest } from '../../../programme/plan-branch';
import type { Called } from '../../parts/call';
import type { Act, ActBody, Effect } from './effects';
import type { Filter, GradingState, MembersScreen, OwnForm, Page, Place, Question } from './model';
import type { Net } from './net';

/** What the page is told: by the person, by Google's answers, by the clock. */
export type Action =
  | { readonly type: 'START'; readonly hasNet: boolean }
  | { readonly type: 'GREETED'; readonly result: Called<Greeting>; readonly start?: string }
  | { readonly type: 'GO'; readonly place: Place }
  | { readonly type: 'REOPEN' }
  | {
      readonly type: 'BRANCH_OPENED';
      readonly key: BranchKey;
      readonly quiet: boolean;
      readonly result: Called<BranchView>;
      readonly net: Net | null;
    }
  | { readonly type: 'UNIT_OPENED'; readonly wave: string; readonly result: Called<UnitView> }
  | {
      readonly type: 'TEXTS';
      readonly key: BranchKey;
      readonly members: readonly string[];
      readonly result: Called<TextsView>;
    }
  | { readonly type: 'SAVED'; readonly operation: string; readonly result: Called<Saved> }
  | { readonly type: 'ACTED'; readonly act: Act; readonly result: Called<BranchView | UnitView> }
  | { readonly type: 'HISTORY'; readonly member: string; readonly result: Called<HistoryView> }
  | { readonly type: 'MOMENTS'; readonly to: string; readonly result: Called<MomentsView> }
  | {
      readonly type: 'FORM_LINK';
      readonly key: BranchKey;
      readonly result: Called<{ readonly link: string }>;
    }
  | { readonly type: 'PRESENCE'; readonly key: BranchKey; readonly result: Called<Presence> }
  | { readonly type: 'TICK' }
  | { readonly type: 'BEAT' }
  | { readonly type: 'FLUSH' }
  | { readonly type: 'HIDDEN'; readonly hidden: boolean }
  | { readonly type: 'PAGE'; readonly page: Page }
  | { readonly type: 'SCREEN'; readonly screen: MembersScreen }
  | { readonly type: 'SHOW'; readonly member: string }
  | { readonly type: 'WALK'; readonly steps: 1 | -1 }
  | { readonly type: 'NEXT_UNGRADED' }
  | { readonly type: 'CRITERION'; readonly code: CriterionCode | null }
  | { readonly type: 'LEVEL'; readonly code: CriterionCode; readonly level: Level }
  | { readonly type: 'REASON'; readonly code: CriterionCode; readonly text: string }
  | { readonly type: 'CLASS'; readonly class: string | null }
  | { readonly type: 'CLASS_REASON'; readonly text: string }
  | { readonly type: 'REMARK'; readonly text: string }
  | { readonly type: 'FILLED' }
  | { readonly type: 'UNDO' }
  | { readonly type: 'FILTER'; readonly filter: Filter }
  | { readonly type: 'SEARCH'; readonly text: string }
  | { readonly type: 'UNFOLD'; readonly member: string }
  | { readonly type: 'SELECT'; readonly member: string; readonly on: boolean }
  | { readonly type: 'AGREE_SELECTED' }
  | { readonly type: 'SETTLE'; readonly member: string; readonly grade: GradeRequest | null }
  | { readonly type: 'FORGET_REFUSED'; readonly member: string }
  | { readonly type: 'OWN_FORM'; readonly form: OwnForm }
  | { readonly type: 'ASK'; readonly question: Question | null }
  | { readonly type: 'ACT'; readonly body: ActBody }
  | { readonly type: 'PRINT'; readonly sheet: string }
  | { readonly type: 'SEND' }
  | { readonly type: 'RETRY_ACT' }
  | { readonly type: 'DROP_ACT' };

/** What the reducer cannot know of itself: the time, and one fresh operation id. */
export interface Moment {
  readonly now: EpochMs;
  readonly operation: string;
}

/** What an action leads to. */
export interface Step {
  readonly state: GradingState;
  readonly effects: readonly Effect[];
}

/** A state, and what is to be done beside it. */
export function stepTo(state: GradingState, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

/** Another step on top of one. */
export function andThen(step: Step, next: (state: GradingState) => Step): Step {
  const after = next(step.state);
  return { state: after.state, effects: [...step.effects, ...after.effects] };
}
