import type { ConsoleStepView, ConsoleView, JobName, JobView } from '../../contract/district';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Fold } from '../parts/fold';
import { Icon } from '../parts/icon';
import { numberText } from '../parts/numbers';
import { Progress } from '../parts/progress';
import { problemWords, type ConsoleProps } from './props';
import { endedOfStep, isMoving, isOfStep, isShown, jobOfStep, nextStep } from './state';
import { JOB_STATE_WORDS, JOB_WORDS, STEP_STATE_WORDS, STEP_WORDS } from './words';

/** The ten steps: state, what is the case in numbers, and one filled button for the next thing. */
export function Steps({ state, dispatch, view }: ConsoleProps & { readonly view: ConsoleView }) {
  const next = nextStep(view);
  const others = state.jobs.filter((job) => !view.steps.some((step) => isOfStep(job, step)));
  return (
    <>
      <ol class="steps">
        {view.steps.map((step, index) => (
          <Step
            key={step.step}
            state={state}
            dispatch={dispatch}
            step={step}
            number={index + 1}
            isNext={next?.step === step.step}
          />
        ))}
      </ol>
      {others.map((job) => (
        <div class="run run--other" key={job.key}>
          <h2>{JOB_WORDS[job.job]}</h2>
          {isShown(job) ? (
            <Running state={state} dispatch={dispatch} job={job} />
          ) : (
            <Said text={job.sentence} />
          )}
        </div>
      ))}
    </>
  );
}

/** What a job did that has ended. */
function Said({ text }: { readonly text: string }) {
  return (
    <p class="said" role="status">
      <Icon name="check" />
      <span>{text}</span>
    </p>
  );
}

function Step({
  state,
  dispatch,
  step,
  number,
  isNext,
}: ConsoleProps & { readonly step: ConsoleStepView; readonly number: number; readonly isNext: boolean }) {
  const job = jobOfStep(state, step);
  const ended = endedOfStep(state, step);
  const isNow = isNext || job !== null || step.state === 'DOING' || step.state === 'REVIEW';
  const look = step.state === 'DONE' && !job ? 'is-done' : isNow ? 'is-now' : 'is-later';
  const ask = (): void => {
    if (step.job) dispatch({ type: 'ASK', job: step.job });
  };
  return (
    <li class={`step ${look}`} aria-current={isNext ? 'step' : undefined}>
      <span class="dot" aria-hidden="true">
        {look === 'is-done' ? <Icon name="check" /> : number}
      </span>
      <div class="what">
        <h2>
          {STEP_WORDS[step.step]}
          <span class="visually-hidden">{`: ${STEP_STATE_WORDS[step.state]}`}</span>
        </h2>
        <p>{step.sentence}</p>
        {!job && ended && ended.sentence !== '' ? <Said text={ended.sentence} /> : null}
        {step.state === 'REVIEW' ? <p class="review">{STEP_STATE_WORDS.REVIEW}</p> : null}
        {job ? <Running state={state} dispatch={dispatch} job={job} /> : null}
        {step.job && !job ? (
          <span class={look === 'is-now' ? 'go' : 'redo'}>
            <Button
              look={isNext ? 'filled' : look === 'is-now' ? 'outline' : 'plain'}
              small={look !== 'is-now'}
              isEnter={isNext}
              onPress={ask}
            >
              {look === 'is-done' ? 'Làm lại' : JOB_WORDS[step.job]}
            </Button>
          </span>
        ) : null}
        {step.step === 'ROSTER' && look !== 'is-later' ? (
          <span class="go">
            <Button small onPress={() => dispatch({ type: 'PAGE', page: 'ROSTER' })}>
              Chọn tệp danh sách
            </Button>
          </span>
        ) : null}
        {job ? null : <More jobs={step.more} dispatch={dispatch} isFolded={look !== 'is-now'} />}
        {step.step === 'FOLLOW' && look !== 'is-later' ? (
          <span class="go">
            <Button small onPress={() => dispatch({ type: 'PAGE', page: 'UNMATCHED' })}>
              Phiếu cần xử lý
            </Button>
          </span>
        ) : null}
      </div>
    </li>
  );
}

/** More than this many quiet buttons of a step that is not the next one stand folded up. */
const MOST_OPEN = 2;

/** The quieter buttons of a step. */
function More({
  jobs,
  dispatch,
  isFolded,
}: Pick<ConsoleProps, 'dispatch'> & { readonly jobs: readonly JobName[]; readonly isFolded: boolean }) {
  const buttons = jobs.map((one) => (
    <span class="go" key={one}>
      <Button small onPress={() => dispatch({ type: 'ASK', job: one })}>
        {JOB_WORDS[one]}
      </Button>
    </span>
  ));
  if (!isFolded || jobs.length <= MOST_OPEN) return <>{buttons}</>;
  return (
    <Fold title="Việc khác" hint="">
      {buttons}
    </Fold>
  );
}

/** How far a job is: a real bar, the sentence, what went wrong, and the button that mends it. */
export function Running({ state, dispatch, job }: ConsoleProps & { readonly job: JobView }) {
  const isRole = state.view?.isRoleAccount === true;
  return (
    <div class="run">
      <p class="line">
        <span>
          <b class="num">{`${numberText(job.done)}/${numberText(job.total)}`}</b>
        </span>
        <span>{JOB_STATE_WORDS[job.state]}</span>
      </p>
      <Progress label={JOB_WORDS[job.job]} done={job.done} total={job.total} />
      <p class="stay">
        {job.sentence === '' ? '' : `${job.sentence} `}
        {stayWords(job, isRole)}
      </p>
      {job.trouble !== '' || job.problems.length > 0 ? (
        <Banner
          tone="bad"
          text={[job.trouble, ...new Set(job.problems.map(problemWords))]
            .filter((text) => text !== '')
            .join(' ')}
        >
          {isMoving(job) ? null : (
            <Button
              look="outline"
              small
              icon="again"
              onPress={() =>
                dispatch(
                  job.state === 'DONE' ? { type: 'ASK', job: job.job } : { type: 'GO_ON', key: job.key },
                )
              }
            >
              {job.state === 'DONE' ? 'Làm lại' : 'Chạy tiếp'}
            </Button>
          )}
        </Banner>
      ) : null}
      <p class="run__acts">
        {job.state === 'RUNNING' ? (
          <Button small onPress={() => dispatch({ type: 'STOP', key: job.key })}>
            Dừng
          </Button>
        ) : null}
        {job.state === 'STOPPED' && job.trouble === '' && job.problems.length === 0 ? (
          <Button look="outline" small onPress={() => dispatch({ type: 'GO_ON', key: job.key })}>
            Chạy tiếp
          </Button>
        ) : null}
      </p>
    </div>
  );
}

function stayWords(job: JobView, isRole: boolean): string {
  if (job.state === 'DONE') return '';
  if (job.state === 'STOPPED') return 'Phần đã xong được giữ.';
  if (job.state === 'QUEUED' || !isRole) return 'Đóng bảng cũng được, việc vẫn chạy.';
  return 'Để bảng mở thì nhanh hơn; đóng lại thì việc vẫn chạy tiếp sau ít phút.';
}
