import type { ComponentChildren } from 'preact';
import type { Greeting } from '../../contract/committee';
import { Icon } from '../parts/icon';
import { shortDay } from '../parts/numbers';
import { Progress } from '../parts/progress';
import type { PageProps } from './props';
import { SavingLine } from './saving-line';
import { progressOf } from './state/list';
import { tabOf, type GradingState, type Page, type Place } from './state/model';
import { placesOf } from './state/reduce-open';

/** The pinned head: progress, place, due day, pages, saving state. */
export function Head({ state, dispatch }: PageProps) {
  const { place, greeting } = state;
  if (!place || !greeting) return null;
  const wave = greeting.waves.find((one) => one.code === place.wave);
  const isBase = place.role !== 'BRANCH';
  const due = isBase ? (wave?.recognitionDue ?? '') : (wave?.gradingDue ?? '');
  return (
    <header class="sidebar__head">
      <HeadBar state={state} isBase={isBase} />
      <div class="head-line">
        <PlaceMenu state={state} greeting={greeting} place={place} dispatch={dispatch} />
        <span class="head-end">
          {due === '' ? null : <span class="hint">hạn {shortDay(due)}</span>}
          <button
            type="button"
            class="btn btn--icon btn--help"
            aria-label="Trợ giúp"
            title="Trợ giúp (?)"
            aria-pressed={state.page === 'HELP'}
            onClick={() => dispatch({ type: 'PAGE', page: state.page === 'HELP' ? tabOf(state) : 'HELP' })}
          >
            ?
          </button>
        </span>
      </div>
      <div class="head-line head-tabs">
        <Tabs state={state} isBase={isBase} dispatch={dispatch} />
        <SavingLine state={state} dispatch={dispatch} />
      </div>
    </header>
  );
}

function HeadBar({ state, isBase }: { readonly state: GradingState; readonly isBase: boolean }) {
  if (isBase && state.view?.takenOver !== true) {
    const { done, total } = branchesDone(state);
    return <Progress label="Chi đoàn đã công nhận" done={done} total={total} />;
  }
  const { done, total } = progressOf(state);
  return <Progress label="Đoàn viên đã đánh giá" done={done} total={total} />;
}

function branchesDone(state: GradingState): { readonly done: number; readonly total: number } {
  const branches = state.unit?.branches ?? [];
  return {
    done: branches.filter((branch) => branch.state === 'RECOGNISED').length,
    total: branches.length,
  };
}

function Tabs({ state, isBase, dispatch }: PageProps & { readonly isBase: boolean }) {
  const page = tabOf(state);
  const { done, total } = progressOf(state);
  const branches = branchesDone(state);
  const tab = (key: Page, words: ComponentChildren) => (
    <button
      type="button"
      aria-current={page === key ? 'page' : undefined}
      onClick={() => dispatch({ type: 'PAGE', page: key })}
    >
      {words}
    </button>
  );
  return (
    <nav class="tabs" aria-label="Các trang">
      {isBase ? (
        <>
          {tab(
            'BRANCHES',
            <>
              Các chi đoàn{' '}
              {branches.total === 0 ? null : <span class="num">{`${branches.done}/${branches.total}`}</span>}
            </>,
          )}
          {state.view?.takenOver === true ? tab('MEMBERS', 'Đoàn viên') : tab('UNIT', 'Đoàn cơ sở')}
        </>
      ) : (
        <>
          {tab(
            'MEMBERS',
            <>Đoàn viên {total === 0 ? null : <span class="num">{`${done}/${total}`}</span>}</>,
          )}
          {tab('BRANCH', 'Chi đoàn')}
        </>
      )}
    </nav>
  );
}

function PlaceMenu({
  state,
  greeting,
  place,
  dispatch,
}: PageProps & { readonly greeting: Greeting; readonly place: Place }) {
  const places = greeting.waves.flatMap((wave) => placesOf(greeting, wave.code));
  // A base committee looks into branches that are not in its own list of roles.
  const shown = places.some((one) => isSame(one, place)) ? place : { ...place, branch: '' };
  const words = (one: Place): string => {
    const wave = greeting.waves.find(({ code }) => code === one.wave)?.name ?? '';
    const role = greeting.roles.find(({ branch }) => branch === one.branch);
    const name = one.branch === '' ? greeting.unit.name : (role?.name ?? state.view?.name ?? '');
    return `${wave} · ${name}`;
  };
  if (places.length < 2)
    return (
      <span class="place">
        <span>{words(shown)}</span>
      </span>
    );
  return (
    <span class="place place--menu">
      <select
        aria-label="Đợt và nơi làm việc"
        value={String(places.findIndex((one) => isSame(one, shown)))}
        onChange={(event) => {
          const chosen = places[Number(event.currentTarget.value)];
          if (chosen) dispatch({ type: 'GO', place: chosen });
        }}
      >
        {places.map((one, index) => (
          <option key={`${one.wave}|${one.branch}`} value={String(index)}>
            {words(one)}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}

function isSame(a: Place, b: Place): boolean {
  return a.wave === b.wave && a.branch === b.branch && a.role === b.role;
}
