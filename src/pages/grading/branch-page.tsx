import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { momentText } from '../parts/numbers';
import { classWords } from '../parts/words';
import { Activities } from './activities';
import { BranchChecks } from './branch-checks';
import { ClassChoice } from './class-choice';
import { Difficulties } from './difficulties';
import { OwnFields } from './own-fields';
import { keyOfView, type ViewProps } from './props';
import { SavingTroubles } from './saving-line';
import { isUngraded, mayRecord, maySpeak, mayWrite } from './state/list';
import { branchProposal, maySend, ownFormOf, sendBlocks } from './state/own-form';
import { branchFiguresWords } from './words';
import { whyClosed } from './why-closed';

/** *Chi đoàn*: own assessment, activities, difficulties, what is missing, and *Gửi*. */
export function BranchPage(props: ViewProps) {
  const { state, view, dispatch } = props;
  const form = ownFormOf(state, view);
  const proposal = branchProposal(state, view);
  const may = mayWrite(view);
  const blocks = sendBlocks(state, view, (member) => isUngraded(state, member));
  const key = keyOfView(view);
  const busy = state.pending?.state === 'RUNNING' || state.sendWhenSaved;
  return (
    <>
      <div class="sidebar__body">
        <SavingTroubles state={state} dispatch={dispatch} />
        <BranchStateBanner {...props} />
        <section class="sec">
          <h2 id="own-class">Chi đoàn tự xếp loại</h2>
          <ClassChoice
            labelledBy="own-class"
            preset={view.preset}
            value={form.class}
            disabled={!may}
            onPick={(code) => dispatch({ type: 'OWN_FORM', form: { ...form, class: code } })}
          />
          <p class="data">
            Theo số liệu:{' '}
            <b>{proposal.class === '' ? 'chưa đủ cơ sở' : classWords(view.preset, proposal.class)}</b>.{' '}
            {branchFiguresWords(proposal)}
          </p>
        </section>
        <OwnFields {...props} form={form} may={may} />
        <Activities
          items={view.activities}
          may={mayRecord(view)}
          criteria={view.criteria}
          busy={busy}
          onRecord={(data) =>
            dispatch({ type: 'ACT', body: { kind: 'record', key, record: { kind: 'activity', data } } })
          }
        />
        <Difficulties
          items={view.difficulties}
          may={maySpeak(view)}
          mayEscalate={false}
          busy={busy}
          onRecord={(record) => dispatch({ type: 'ACT', body: { kind: 'record', key, record } })}
        />
        <section class="sec">
          <h2>Việc khác</h2>
          <div class="sec__acts sec__acts--wrap">
            <Button small onPress={() => dispatch({ type: 'PAGE', page: 'PROGRESS' })}>
              Theo dõi thực hiện
            </Button>
            <Button small onPress={() => dispatch({ type: 'PAGE', page: 'MESSAGES' })}>
              Chép tin nhắn gửi Zalo
            </Button>
            <Button small onPress={() => dispatch({ type: 'PRINT', sheet: 'MINUTES' })}>
              In biên bản
            </Button>
            {may && view.members.some((member) => member.grade !== null) ? (
              <Button
                small
                icon="again"
                onPress={() => dispatch({ type: 'ASK', question: { kind: 'RESTORE', to: '' } })}
              >
                Khôi phục…
              </Button>
            ) : null}
          </div>
        </section>
        {may ? <BranchChecks {...props} blocks={blocks} /> : null}
      </div>
      <BranchFoot {...props} canSend={maySend(blocks)} busy={busy} />
    </>
  );
}

function BranchStateBanner({ view }: ViewProps) {
  if (view.state === 'RETURNED')
    return (
      <Banner
        tone="warn"
        icon="undo"
        title="Trả lại để bổ sung:"
        text={view.returnReason === '' ? 'xem từng đoàn viên được trả lại.' : view.returnReason}
      />
    );
  if (view.sentAt === null) return null;
  const late = view.late ? ' Trễ hạn.' : '';
  const judged = view.branchClass
    ? ` Cấp trên xếp loại chi đoàn: ${classWords(view.preset, view.branchClass.class)}.`
    : '';
  return (
    <Banner
      tone="ok"
      icon={view.state === 'RECOGNISED' ? 'done' : 'send'}
      title={view.state === 'RECOGNISED' ? 'Đã công nhận.' : 'Đã gửi.'}
      text={`Gửi lúc ${momentText(view.sentAt)}.${late}${judged}`}
    />
  );
}

function BranchFoot({
  state,
  view,
  dispatch,
  canSend,
  busy,
}: ViewProps & { readonly canSend: boolean; readonly busy: boolean }) {
  const toDistrict = view.unit.kind === 'BASE_BRANCH';
  const above = toDistrict ? 'Quận đoàn' : 'Đoàn cơ sở';
  if (view.sentAt !== null && (view.state === 'SENT' || view.state === 'RECOGNISED'))
    return view.lockedAt === null && view.canWrite && view.role === 'BRANCH' ? (
      <footer class="sidebar__foot">
        <Button
          look="outline"
          wide
          icon="undo"
          busy={busy}
          whyNot={view.reviewing ? `${above} đã bắt đầu xem xét nên không rút lại được nữa` : ''}
          onPress={() =>
            dispatch({
              type: 'ACT',
              body: { kind: 'takeBack', key: keyOfView(view) },
            })
          }
        >
          Rút lại
        </Button>
        <p class="freeze">
          <Icon name="lock" />
          <span>
            {view.reviewing
              ? `${above} đã bắt đầu xem xét. Muốn sửa, đề nghị ${above} trả lại để bổ sung.`
              : `Số liệu đang được giữ nguyên. Còn rút lại được cho đến khi ${above} bắt đầu xem xét.`}
          </span>
        </p>
      </footer>
    ) : null;
  if (!mayWrite(view))
    return (
      <footer class="sidebar__foot">
        <p class="freeze">
          <Icon name="lock" />
          <span>{whyClosed(view, null)}</span>
        </p>
      </footer>
    );
  return (
    <footer class="sidebar__foot">
      <Button
        look="filled"
        wide
        icon="send"
        isEnter={canSend}
        busy={busy || state.sendWhenSaved}
        whyNot={canSend ? '' : 'Còn việc chưa xong ở phần Trước khi gửi'}
        onPress={() => dispatch({ type: 'ASK', question: { kind: 'SEND' } })}
      >
        {`Gửi về ${above}`}
      </Button>
      <p class="freeze">
        <Icon name="lock" />
        <span>
          {canSend
            ? `Gửi xong, số liệu được giữ nguyên; còn rút lại được cho đến khi ${above} bắt đầu xem xét.`
            : 'Chưa gửi được: làm xong các dòng đỏ ở phần Trước khi gửi.'}
        </span>
      </p>
    </footer>
  );
}
