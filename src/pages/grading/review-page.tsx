import { useState } from 'preact/hooks';
import { Banner } from '../parts/banner';
import { Button, IconButton } from '../parts/button';
import { classTone } from '../parts/class-pill';
import { Confirm } from '../parts/dialog';
import { Icon } from '../parts/icon';
import { momentText } from '../parts/numbers';
import { BRANCH_STATE_WORDS, classShort, classWords } from '../parts/words';
import { ClassChoice } from './class-choice';
import { keyOfView, type ViewProps } from './props';
import { ReviewGroup } from './review-rows';
import { SavingTroubles } from './saving-line';
import { branchProposal } from './state/own-form';
import { classFigures, notRecognised, reviewGroups } from './state/review';

/** A branch under review: self, committee and rule side by side; recognise, adjust, return, class of the branch (P11). */
export function ReviewPage(props: ViewProps) {
  const { state, view, dispatch } = props;
  const groups = reviewGroups(view);
  const may = view.role === 'BASE' && view.canWrite && view.lockedAt === null;
  const maySpeak = may && view.sentAt !== null && view.state !== 'RETURNED';
  const busy = state.pending?.state === 'RUNNING';
  return (
    <>
      <div class="sidebar__body">
        <SavingTroubles state={state} dispatch={dispatch} />
        <ReviewHead {...props} />
        <Figures view={view} />
        {view.sentAt === null ? <NotSent {...props} may={may} /> : <BranchClass {...props} may={maySpeak} />}
        <ReviewGroup {...props} title="Cần xem" members={groups.look} may={maySpeak} busy={busy} isOpen />
        <ReviewGroup {...props} title="Ba cột giống nhau" members={groups.same} may={maySpeak} busy={busy} />
        <ReviewGroup {...props} title="Chưa đánh giá" members={groups.ungraded} may={false} busy={busy} />
        {view.members.some((member) => member.recognised !== null) ? (
          <div class="sec__acts">
            <Button small onPress={() => dispatch({ type: 'PRINT', sheet: 'RECOGNISED' })}>
              In danh sách công nhận
            </Button>
          </div>
        ) : null}
      </div>
      {maySpeak ? <ReviewFoot {...props} /> : null}
    </>
  );
}

function ReviewHead({ state, view, dispatch }: ViewProps) {
  const branches = state.unit?.branches ?? [];
  const at = branches.findIndex((branch) => branch.code === view.branch);
  const go = (branch: string): void =>
    dispatch({ type: 'GO', place: { wave: view.wave.code, branch, role: view.role } });
  const before = branches[at - 1];
  const after = branches[at + 1];
  return (
    <div class="unit">
      <Button small icon="back" onPress={() => go('')}>
        Các chi đoàn
      </Button>
      <div class="walk" role="group" aria-label="Chuyển chi đoàn">
        <IconButton
          icon="left"
          label="Chi đoàn trước"
          off={!before}
          onPress={() => before && go(before.code)}
        />
        <span class="num">{at < 0 ? '' : `${at + 1}/${branches.length}`}</span>
        <IconButton icon="right" label="Chi đoàn sau" off={!after} onPress={() => after && go(after.code)} />
      </div>
      <h2 class="fade">{view.name}</h2>
      <p class="hint sent">
        <Icon name={view.sentAt === null ? 'clock' : 'done'} />
        {view.sentAt === null
          ? BRANCH_STATE_WORDS[view.state]
          : `Gửi ${momentText(view.sentAt)} · ${view.late ? 'trễ hạn' : 'đúng hạn'}${view.state === 'SENT' ? '' : ` · ${BRANCH_STATE_WORDS[view.state].toLowerCase()}`}`}
      </p>
    </div>
  );
}

function Figures({ view }: { readonly view: ViewProps['view'] }) {
  const figures = classFigures(view);
  const words = figures
    .map(({ code, count }) => `${count} ${code === '' ? 'chưa xếp loại' : classWords(view.preset, code)}`)
    .join(', ');
  return (
    <div class="dist" role="img" aria-label={`Xếp loại: ${words}`}>
      {figures.map(({ code, count }) => (
        <span key={code} class={`class--${classTone(view.preset, code)}`} style={{ flex: count }}>
          {`${code === '' ? '–' : classShort(view.preset, code)} ${count}`}
        </span>
      ))}
    </div>
  );
}

function NotSent({ view, dispatch, may, state }: ViewProps & { readonly may: boolean }) {
  const key = keyOfView(view);
  return (
    <Banner
      tone="info"
      text={
        view.takenOver
          ? 'Đoàn cơ sở đang đánh giá thay chi đoàn này.'
          : 'Chi đoàn chưa gửi kết quả nên chưa công nhận được. Có thể xem trước, hoặc nhắc chi đoàn gửi.'
      }
    >
      {may && view.takenOver ? (
        <>
          <Button small look="outline" onPress={() => dispatch({ type: 'PAGE', page: 'MEMBERS' })}>
            Đánh giá
          </Button>
          <Button
            small
            busy={state.pending?.state === 'RUNNING'}
            onPress={() =>
              dispatch({ type: 'ACT', body: { kind: 'judge', key, judgement: { kind: 'handBack' } } })
            }
          >
            Giao lại
          </Button>
          <Button
            small
            icon="again"
            onPress={() => dispatch({ type: 'ASK', question: { kind: 'RESTORE', to: '' } })}
          >
            Khôi phục…
          </Button>
        </>
      ) : null}
      {may && !view.takenOver ? (
        <Button small onPress={() => dispatch({ type: 'ASK', question: { kind: 'TAKE_OVER' } })}>
          Nhận đánh giá thay
        </Button>
      ) : null}
    </Banner>
  );
}

function BranchClass({ state, view, dispatch, may }: ViewProps & { readonly may: boolean }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const proposal = branchProposal(state, view).class;
  const own = view.branchAssessment?.class ?? '';
  const words = (code: string): string => (code === '' ? 'chưa có' : classWords(view.preset, code));
  return (
    <div class="branch">
      <span>
        Xếp loại chi đoàn: <b>{words(view.branchClass?.class ?? '')}</b>
      </span>
      <span>{`Chi đoàn tự xếp ${words(own)} · số liệu: ${words(proposal)}`}</span>
      {may ? (
        <Button small onPress={() => setChosen(view.branchClass?.class ?? (own || proposal))}>
          {view.branchClass ? 'Đổi…' : 'Xếp loại chi đoàn'}
        </Button>
      ) : null}
      {chosen === null ? null : (
        <Confirm
          title="Xếp loại chi đoàn"
          text={`${view.name}: chi đoàn tự xếp ${words(own)}, theo số liệu ${words(proposal)}.`}
          yes="Xếp loại chi đoàn"
          no="Hủy"
          whyNot={
            chosen === ''
              ? 'Chọn một mức'
              : chosen !== own && reason.trim() === ''
                ? 'Khác mức chi đoàn tự xếp: ghi lý do'
                : ''
          }
          onYes={() => {
            dispatch({
              type: 'ACT',
              body: {
                kind: 'judge',
                key: keyOfView(view),
                judgement: { kind: 'branchClass', class: chosen, reason: reason.trim() },
              },
            });
            setChosen(null);
          }}
          onNo={() => setChosen(null)}
        >
          <span class="visually-hidden" id="branch-class">
            Xếp loại chi đoàn
          </span>
          <ClassChoice labelledBy="branch-class" preset={view.preset} value={chosen} onPick={setChosen} />
          <label class="para">
            <span class="label">Nhận xét, lý do</span>
            <textarea
              class="field"
              rows={2}
              maxLength={500}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </label>
        </Confirm>
      )}
    </div>
  );
}

function ReviewFoot({ view, dispatch, state }: ViewProps) {
  const groups = reviewGroups(view);
  const all = notRecognised(view.members).length;
  const look = notRecognised(groups.look);
  const same = notRecognised(groups.same).length;
  const recognised = view.members.filter((member) => member.recognised !== null).length;
  const busy = state.pending?.state === 'RUNNING';
  const ask = (exceptions: readonly string[]) => (): void =>
    dispatch({ type: 'ASK', question: { kind: 'RECOGNISE_ALL', exceptions } });
  return (
    <footer class="sidebar__foot">
      <div class="acts acts--wrap">
        {all > 0 && same > 0 && look.length > 0 ? (
          <Button look="filled" icon="check" busy={busy} onPress={ask(look.map((member) => member.code))}>
            {`Công nhận ${same} người ba cột giống nhau`}
          </Button>
        ) : null}
        {all > 0 ? (
          <Button
            look={same > 0 && look.length > 0 ? 'plain' : 'filled'}
            icon={same > 0 && look.length > 0 ? undefined : 'check'}
            busy={busy}
            onPress={ask([])}
          >
            {`Công nhận cả chi đoàn (${all})`}
          </Button>
        ) : null}
        {recognised > 0 ? (
          <Button
            icon="undo"
            busy={busy}
            onPress={() => dispatch({ type: 'ASK', question: { kind: 'UNRECOGNISE', members: [] } })}
          >
            {`Bỏ công nhận (${recognised})`}
          </Button>
        ) : null}
        <Button look="bad" onPress={() => dispatch({ type: 'ASK', question: { kind: 'RETURN_ALL' } })}>
          Trả lại cả chi đoàn…
        </Button>
      </div>
    </footer>
  );
}
