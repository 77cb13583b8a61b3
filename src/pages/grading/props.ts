import type { BranchKey, BranchView } from '../../contract/committee';
import type { GradingState } from './state/model';
import type { Dispatch } from './store';

/** What every part of the page is given: all it shows comes from the state, all it does goes through `dispatch`. */
export interface PageProps {
  readonly state: GradingState;
  readonly dispatch: Dispatch;
}

/** The same with the branch that is open. */
export interface ViewProps extends PageProps {
  readonly view: BranchView;
}

/** What a request about the branch that is open names. */
export function keyOfView(view: BranchView): BranchKey {
  return { wave: view.wave.code, branch: view.branch, role: view.role };
}

/** The name a code stands for, so that no code is read by a person. */
export function nameIn(state: GradingState): (code: string) => string {
  return (code) =>
    state.view?.members.find((member) => member.code === code)?.name ??
    state.unit?.branches.find((branch) => branch.code === code)?.name ??
    (state.view?.branch === code ? state.view.name : 'Mục này');
}
