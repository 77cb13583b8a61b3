import type { ComponentChildren } from 'preact';
import type { BranchView, Greeting } from '../../contract/committee';
import { Button } from '../parts/button';
import { ClassPill } from '../parts/class-pill';
import { Icon, type IconName } from '../parts/icon';
import { shortDay } from '../parts/numbers';
import { nameIn, type PageProps, type ViewProps } from './props';
import { gradeShown } from './state/list';
import { isAssessable } from './state/drafts';
import type { GradingState, Trouble } from './state/model';
import type { Dispatch } from './store';
import { Toast } from './toast';
import { troubleWords } from './words';

/** One thing to say in the middle of the page: what is the case, and what to do now. */
function Says({
  icon,
  tone,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly tone: 'ok' | 'warn' | 'bad' | 'quiet';
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="sidebar__body says">
      <div class={`says__icon says__icon--${tone}`}>
        <Icon name={icon} />
      </div>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** The frame with grey lines while the branch is being read; after five seconds one more sentence. */
export function LoadingPage({ state }: { readonly state: GradingState }) {
  const waits = state.loadingSince !== null && state.now - state.loadingSince > 5_000;
  return (
    <div class="sidebar__body" aria-busy="true">
      <p class="loading" role="status">
        <Icon name="ring" turns />
        <span>
          {state.greeting ? 'Đang đọc phiếu của đoàn viên…' : 'Đang hỏi Google ai đang mở sổ…'}
          {waits ? ' Google đang bận, thường xong trong nửa phút. Cứ để bảng mở.' : ''}
        </span>
      </p>
      <div class="bones" aria-hidden="true">
        {Array.from({ length: 9 }, (_, index) => (
          <span class="bone" key={index} />
        ))}
      </div>
    </div>
  );
}

/** Something keeps the page from being shown. */
export function TroublePage({ state, trouble, dispatch }: PageProps & { readonly trouble: Trouble }) {
  if (trouble.fault?.class === 'SEVERAL_ACCOUNTS') return <SeveralAccounts dispatch={dispatch} />;
  const noWave = trouble.problems.some(({ code }) => code === 'NO_WAVE');
  return (
    <Says
      icon={noWave ? 'clock' : 'alert'}
      tone={noWave ? 'quiet' : 'bad'}
      title={noWave ? 'Chưa có đợt nào' : 'Chưa mở được'}
    >
      <p>{troubleWords(trouble, nameIn(state))}</p>
      <Button look="filled" isEnter icon="again" onPress={() => dispatch({ type: 'REOPEN' })}>
        Thử lại
      </Button>
    </Says>
  );
}

function SeveralAccounts({ dispatch }: { readonly dispatch: Dispatch }) {
  return (
    <Says icon="person" tone="warn" title="Trình duyệt đang đăng nhập nhiều tài khoản Google">
      <p>Vì vậy bảng đánh giá không mở được. Cách làm:</p>
      <OutSteps />
      <Button look="quiet" icon="again" onPress={() => dispatch({ type: 'REOPEN' })}>
        Thử lại
      </Button>
    </Says>
  );
}

function OutSteps() {
  return (
    <ol class="out">
      <li>Mở một cửa sổ ẩn danh</li>
      <li>Chỉ đăng nhập tài khoản đã đăng ký với Quận đoàn</li>
      <li>Mở lại sổ này</li>
    </ol>
  );
}

/** Google names nobody, or somebody who is on no committee of this workbook; or there is no wave yet. */
export function WrongAccountPage({
  greeting,
  dispatch,
}: {
  readonly greeting: Greeting;
  readonly dispatch: Dispatch;
}) {
  const again = (
    <Button look="quiet" icon="again" onPress={() => dispatch({ type: 'REOPEN' })}>
      Thử lại
    </Button>
  );
  if (greeting.email === '')
    return (
      <Says icon="person" tone="warn" title="Google chưa cho biết ai đang mở sổ">
        <p>Thường là do trình duyệt đang mở nhiều tài khoản Google. Cách làm:</p>
        <OutSteps />
        {again}
      </Says>
    );
  if (greeting.roles.length === 0)
    return (
      <Says icon="person" tone="warn" title={`Google đang nhận tài khoản ${greeting.email}`}>
        <p>
          Tài khoản này chưa có trong danh sách Ban Chấp hành của {greeting.unit.name}. Hãy nhờ{' '}
          {greeting.officer === '' ? 'cán bộ phụ trách' : greeting.officer} bổ sung, hoặc mở sổ bằng tài khoản
          đã đăng ký:
        </p>
        <OutSteps />
        {again}
      </Says>
    );
  return (
    <Says icon="clock" tone="quiet" title="Chưa có đợt nào">
      <p>Khi Quận đoàn mở đợt, danh sách đoàn viên sẽ hiện ở đây.</p>
      {again}
    </Says>
  );
}

/** A branch without members. */
export function NobodyPage() {
  return (
    <Says icon="people" tone="quiet" title="Chi đoàn chưa có đoàn viên trong danh sách">
      <p>Danh sách đoàn viên do Quận đoàn nhập. Hãy báo cán bộ phụ trách, rồi đóng và mở lại bảng.</p>
    </Says>
  );
}

/** Before grading begins: why there is nothing to do, until when, and what helps meanwhile. */
export function NotYetPage({ view, dispatch }: ViewProps) {
  const registered = view.members.filter((member) => member.registered.includes('1')).length;
  const self = view.members.filter((member) => member.selfLevels !== '').length;
  const total = view.members.length;
  return (
    <Says icon="clock" tone="quiet" title="Chưa đến lúc đánh giá">
      <p>{notYetWords(view)}</p>
      <p>
        <b class="num">{`${registered}/${total}`}</b> đoàn viên đã đăng ký,{' '}
        <b class="num">{`${self}/${total}`}</b> đã tự đánh giá.
      </p>
      {registered === 0 ? (
        <p>Chưa có phiếu nào. Phiếu của đoàn viên sẽ hiện ở đây trong khoảng 15 phút sau khi gửi.</p>
      ) : null}
      {registered > 0 ? (
        <Button look="filled" isEnter onPress={() => dispatch({ type: 'PAGE', page: 'PROGRESS' })}>
          Theo dõi thực hiện
        </Button>
      ) : null}
      <Button look="quiet" onPress={() => dispatch({ type: 'PAGE', page: 'MESSAGES' })}>
        Chép tin nhắn gửi Zalo
      </Button>
      <Button look="quiet" onPress={() => dispatch({ type: 'SCREEN', screen: 'LIST' })}>
        Xem danh sách
      </Button>
    </Says>
  );
}

function notYetWords({ wave }: BranchView): string {
  const due = wave.gradingDue === '' ? '' : ` Hạn chi đoàn đánh giá: ${shortDay(wave.gradingDue)}.`;
  if (wave.step === 'PREPARATION' || wave.step === 'REGISTRATION')
    return `Đoàn viên đang đăng ký, đến hết ${shortDay(wave.registrationCloses)}. Chi đoàn đánh giá từ ${shortDay(wave.selfOpens)}.${due}`;
  return `Đoàn viên tự đánh giá từ ${shortDay(wave.selfOpens)} đến hết ${shortDay(wave.selfCloses)}.${due}`;
}

/** Everybody is assessed: what came out, and the next job. */
export function DonePage({ state, view, dispatch }: ViewProps) {
  const members = view.members.filter(isAssessable);
  const counts = view.preset.classes
    .map((one) => ({
      code: one.code,
      count: members.filter((member) => member.classed && gradeShown(state, member)?.class === one.code)
        .length,
    }))
    .filter(({ count }) => count > 0);
  const isSent = view.state === 'SENT' || view.state === 'RECOGNISED';
  return (
    <>
      <Says icon="done" tone="ok" title={`Đã đánh giá hết ${members.length} đoàn viên`}>
        <p class="tally">
          {counts.map(({ code, count }) => (
            <span key={code}>
              <ClassPill preset={view.preset} code={code} /> <span class="num">{count}</span>
            </span>
          ))}
        </p>
        <p>
          {isSent ? 'Kết quả đã gửi.' : 'Bước tiếp theo: Chi đoàn tự đánh giá.'}
          {!isSent && view.wave.gradingDue !== '' ? ` Hạn gửi: ${shortDay(view.wave.gradingDue)}.` : ''}
        </p>
        <Button look="filled" isEnter onPress={() => dispatch({ type: 'PAGE', page: 'BRANCH' })}>
          Sang phần Chi đoàn
        </Button>
        <Button onPress={() => dispatch({ type: 'SCREEN', screen: 'LIST' })}>Xem lại từng người</Button>
      </Says>
      <Toast state={state} dispatch={dispatch} />
    </>
  );
}
