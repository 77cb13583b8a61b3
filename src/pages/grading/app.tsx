import { BranchPage } from './branch-page';
import { BranchesPage } from './branches-page';
import { ConflictPage } from './conflict-page';
import { Head } from './head';
import { HelpPage } from './help-page';
import { ListPage } from './list-page';
import { MemberPage } from './member-page';
import { MessagesPage } from './messages-page';
import { PaperPage } from './paper-page';
import { ProgressPage } from './progress-page';
import type { PageProps } from './props';
import { Questions } from './questions';
import { ReviewPage } from './review-page';
import { DonePage, LoadingPage, NobodyPage, NotYetPage, TroublePage, WrongAccountPage } from './states';
import { useWide } from './use-wide';
import { WidePage } from './wide-page';
import { UnitPage } from './unit-page';

/** The whole sidebar: which screen a state is. */
export function App({ state, dispatch }: PageProps) {
  const { greeting, trouble } = state;
  const isWide = useWide();
  return (
    <main class="sidebar">
      <h1 class="visually-hidden">Đánh giá đoàn viên</h1>
      {greeting && state.place ? <Head state={state} dispatch={dispatch} /> : null}
      {trouble ? (
        <TroublePage state={state} trouble={trouble} dispatch={dispatch} />
      ) : (
        <Screen state={state} dispatch={dispatch} isWide={isWide} />
      )}
      <Questions state={state} dispatch={dispatch} />
    </main>
  );
}

function Screen({ state, dispatch, isWide }: PageProps & { readonly isWide: boolean }) {
  const props = { state, dispatch };
  const { greeting, view, unit } = state;
  if (state.page === 'HELP' && greeting) return <HelpPage {...props} />;
  if (greeting && !state.place) return <WrongAccountPage greeting={greeting} dispatch={dispatch} />;
  switch (state.page) {
    case 'BRANCHES':
      if (state.place?.branch !== '' && state.place)
        return view ? <ReviewPage {...props} view={view} /> : <LoadingPage state={state} />;
      return unit ? <BranchesPage {...props} unit={unit} /> : <LoadingPage state={state} />;
    case 'UNIT':
      return unit ? <UnitPage {...props} unit={unit} /> : <LoadingPage state={state} />;
    case 'BRANCH':
      return view ? <BranchPage {...props} view={view} /> : <LoadingPage state={state} />;
    case 'MESSAGES':
      return view || unit ? <MessagesPage {...props} /> : <LoadingPage state={state} />;
    case 'PROGRESS':
      return view ? <ProgressPage {...props} view={view} /> : <LoadingPage state={state} />;
    case 'PAPER':
      return view ? <PaperPage {...props} view={view} /> : <LoadingPage state={state} />;
    case 'MEMBERS':
    case 'HELP':
      break;
  }
  if (!view) return <LoadingPage state={state} />;
  if (state.conflicts[0]) return <ConflictPage {...props} view={view} conflict={state.conflicts[0]} />;
  if (view.members.length === 0) return <NobodyPage />;
  const isBefore =
    !view.wave.isGradingOpen && view.lockedAt === null && !view.members.some((one) => one.grade);
  if (isBefore && state.screen !== 'LIST') return <NotYetPage {...props} view={view} />;
  if (isWide)
    return (
      <WidePage {...props} view={view}>
        {state.screen === 'DONE' ? (
          <DonePage {...props} view={view} />
        ) : (
          <MemberPage {...props} view={view} />
        )}
      </WidePage>
    );
  if (state.screen === 'LIST') return <ListPage {...props} view={view} />;
  return state.screen === 'DONE' ? (
    <DonePage {...props} view={view} />
  ) : (
    <MemberPage {...props} view={view} />
  );
}
