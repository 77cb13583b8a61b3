import type { ConsoleView } from '../../contract/district';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { clockText, numberText } from '../parts/numbers';
import { JobQuestion } from './job-question';
import { consoleTroubleWords, problemWords, type ConsoleProps } from './props';
import { RosterPage } from './roster-page';
import type { ConsoleState } from './state';
import { Steps } from './steps';
import { UnmatchedPage } from './unmatched-page';
import { JOB_WORDS } from './words';

/** The district's console: a checklist that is always true. */
export function App({ state, dispatch }: ConsoleProps) {
  const { view } = state;
  return (
    <main class="sidebar">
      <h1 class="visually-hidden">Bảng điều khiển</h1>
      {view ? <Top state={state} dispatch={dispatch} view={view} /> : null}
      <div class="sidebar__body">
        {state.trouble ? (
          <Banner tone="bad" text={consoleTroubleWords(state.trouble)}>
            <Button look="outline" small icon="again" onPress={() => dispatch({ type: 'LOAD' })}>
              Thử lại
            </Button>
          </Banner>
        ) : null}
        {view === null && state.trouble === null ? <Loading state={state} /> : null}
        {view && state.page === 'STEPS' ? (
          <>
            <Problems view={view} />
            <Steps state={state} dispatch={dispatch} view={view} />
            <Health state={state} dispatch={dispatch} view={view} />
          </>
        ) : null}
        {view && state.page === 'ROSTER' ? <RosterPage state={state} dispatch={dispatch} /> : null}
        {view && state.page === 'UNMATCHED' ? <UnmatchedPage state={state} dispatch={dispatch} /> : null}
      </div>
      <JobQuestion state={state} dispatch={dispatch} />
    </main>
  );
}

function Loading({ state }: { readonly state: ConsoleState }) {
  const waits = state.loadingSince !== null && state.now - state.loadingSince > 5_000;
  return (
    <p class="loading" role="status">
      <Icon name="ring" turns />
      <span>
        {waits ? 'Đang đọc Sổ Quận đoàn… Google đang bận, cứ để bảng mở.' : 'Đang đọc Sổ Quận đoàn…'}
      </span>
    </p>
  );
}

function Top({ state, dispatch, view }: ConsoleProps & { readonly view: ConsoleView }) {
  const done = view.steps.filter((step) => step.state === 'DONE').length;
  return (
    <header class="top">
      <div class="head-line">
        {view.waves.length > 1 ? (
          <span class="place place--menu">
            <select
              aria-label="Đợt"
              value={view.wave}
              onChange={(event) => dispatch({ type: 'LOAD', wave: event.currentTarget.value })}
            >
              {view.waves.map((wave) => (
                <option key={wave.code} value={wave.code}>
                  {waveWords(wave)}
                </option>
              ))}
            </select>
            <Icon name="down" />
          </span>
        ) : (
          <span class="place">
            <span>{view.waves[0] ? waveWords(view.waves[0]) : view.district}</span>
          </span>
        )}
        <button
          type="button"
          class={`saved saved--${state.loadingSince === null ? 'ok' : 'busy'}`}
          title="Kiểm tra lại"
          onClick={() => dispatch({ type: 'LOAD' })}
        >
          <Icon name={state.loadingSince === null ? 'check' : 'ring'} turns={state.loadingSince !== null} />
          {state.loadingSince === null ? `Kiểm tra lúc ${clockText(view.now)}` : 'Đang kiểm tra…'}
        </button>
      </div>
      <p>{`${done} trên ${view.steps.length} bước xong. Bấm lại bước nào cũng an toàn: việc đã làm thì bỏ qua.`}</p>
      {view.isRoleAccount ? null : (
        <p class="role">{`Việc chạy bằng tài khoản ${view.roleAccount}; bấm ở đây thì việc được xếp hàng.`}</p>
      )}
    </header>
  );
}

/** Waves of two school years may share a name: the year stands in the code. */
function waveWords(wave: ConsoleView['waves'][number]): string {
  return `${wave.name} · năm ${wave.code.slice(0, 4)}`;
}

function Problems({ view }: { readonly view: ConsoleView }) {
  const sentences = [...new Set(view.problems.map(problemWords))];
  if (sentences.length === 0) return null;
  return (
    <Banner
      tone="warn"
      title={`${numberText(view.problems.length)} chỗ cần sửa.`}
      text={sentences.join(' ')}
    />
  );
}

function Health({ state, dispatch, view }: ConsoleProps & { readonly view: ConsoleView }) {
  if (view.health.length === 0) return null;
  const past = view.health.filter((line) => line.isLastRun === true);
  const now = view.health.filter((line) => line.isLastRun !== true);
  return (
    <section class="health" aria-label="Tình trạng">
      <h2>Tình trạng</h2>
      <ul>
        {now.map((line) => (
          <li key={line.text} class={line.bad ? 'is-bad' : undefined}>
            <Icon name={line.bad ? 'alert' : 'check'} />
            <span>{line.text}</span>
            {line.job ? (
              <Button
                small
                onPress={() => {
                  if (line.job) dispatch({ type: 'ASK', job: line.job });
                }}
              >
                {JOB_WORDS[line.job]}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {past.length === 0 ? null : (
        <details class="texts">
          <summary>{`Lần chạy gần nhất của từng việc (${past.length})`}</summary>
          <ul>
            {past.map((line) => (
              <li key={line.text}>
                <Icon name="check" />
                <span>{line.text}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Button
        small
        icon="person"
        busy={state.page === 'UNMATCHED'}
        onPress={() => dispatch({ type: 'PAGE', page: 'UNMATCHED' })}
      >
        Phiếu cần xử lý
      </Button>
    </section>
  );
}
