import { useState } from 'preact/hooks';
import type { MemberBrief } from '../../contract/committee';
import { becauseWords } from '../../programme/because-words';
import { Button } from '../parts/button';
import { ClassPill } from '../parts/class-pill';
import { Icon } from '../parts/icon';
import type { ViewProps } from './props';
import { classFor, isAssessable, proposedFor } from './state/drafts';
import { filledAct } from './state/filled-act';
import { mayGrade } from './state/list';
import type { Draft } from './state/model';
import { remarkBank } from './state/phrases';
import { filledWords } from './words';
import { whyClosed } from './why-closed';

interface FootProps extends ViewProps {
  readonly member: MemberBrief;
  readonly draft: Draft;
}

/** The pinned foot: the proposed class and why, the remark, the one filled button. */
export function MemberFoot(props: FootProps) {
  const { state, view, member, draft, dispatch } = props;
  const [isChanging, setChanging] = useState('');
  const [isRemarking, setRemarking] = useState('');
  const may = mayGrade(view, member) && isAssessable(member);
  const proposed = proposedFor(draft, member, view.preset);
  const isChanged = draft.class !== null;
  const chooses = may && (isChanging === member.code || isChanged);
  const act = filledAct(state);
  return (
    <footer class="sidebar__foot" aria-label="Kết quả của đoàn viên này">
      <div class="propose">
        <span class="label">
          {member.classed ? isChanged ? 'Xếp loại' : <ProposedLabel /> : 'Chỉ nhận xét'}
        </span>
        {member.classed ? (
          <ClassPill preset={view.preset} code={classFor(draft, member, view.preset)} />
        ) : null}
        <span class="propose__acts">
          {may ? (
            <span class="add">
              <Button small onPress={() => setRemarking(member.code)}>
                Nhận xét
              </Button>
            </span>
          ) : null}
          {may && member.classed && !chooses ? (
            <Button small onPress={() => setChanging(member.code)}>
              Đổi…
            </Button>
          ) : null}
        </span>
      </div>
      {member.classed && isAssessable(member) ? (
        <p class="because">{becauseWords(proposed.because)}</p>
      ) : null}
      {chooses ? <ClassChange {...props} proposed={proposed.class} onClose={() => setChanging('')} /> : null}
      {may ? <Remark {...props} isOpen={isRemarking === member.code || draft.remark !== ''} /> : null}
      {may || !isAssessable(member) ? null : <p class="hint why-closed">{whyClosed(view, member)}</p>}
      {act.kind === 'NONE' ? null : (
        <div class="acts">
          <Button
            look="filled"
            isEnter
            icon={act.kind === 'AGREE' ? 'check' : undefined}
            onPress={() => dispatch({ type: 'FILLED' })}
          >
            <span class="fit">{filledWords(act)}</span>
          </Button>
        </div>
      )}
    </footer>
  );
}

function ProposedLabel() {
  return (
    <>
      Đề nghị<span class="label__more"> xếp loại</span>
    </>
  );
}

function ClassChange({
  view,
  draft,
  proposed,
  dispatch,
  onClose,
}: FootProps & { readonly proposed: string; readonly onClose: () => void }) {
  return (
    <div class="change">
      <span class="select">
        <select
          aria-label="Xếp loại khác đề nghị"
          value={draft.class ?? proposed}
          onChange={(event) => dispatch({ type: 'CLASS', class: event.currentTarget.value })}
        >
          {view.preset.classes.map((one) => (
            <option key={one.code} value={one.code}>
              {one.label}
            </option>
          ))}
          <option value="">Chưa đủ cơ sở xếp loại</option>
        </select>
        <Icon name="down" />
      </span>
      <Button
        small
        onPress={() => {
          dispatch({ type: 'CLASS', class: null });
          onClose();
        }}
      >
        Theo đề nghị
      </Button>
      {draft.class === null ? null : (
        <input
          class="field"
          id="class-reason"
          aria-label="Lý do đổi xếp loại"
          placeholder="Vì sao khác đề nghị?"
          maxLength={200}
          value={draft.classReason}
          onInput={(event) => dispatch({ type: 'CLASS_REASON', text: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

function Remark({ state, draft, dispatch, isOpen }: FootProps & { readonly isOpen: boolean }) {
  const bank = remarkBank(state);
  return (
    <div class={isOpen ? 'remark remark--open' : 'remark'}>
      <input
        class="field"
        aria-label="Nhận xét"
        placeholder="Nhận xét (không bắt buộc)"
        maxLength={300}
        value={draft.remark}
        onInput={(event) => dispatch({ type: 'REMARK', text: event.currentTarget.value })}
      />
      <span class="select">
        <select
          aria-label="Câu mẫu: nhận xét Ban Chấp hành đã dùng"
          value=""
          onChange={(event) => {
            if (event.currentTarget.value !== '')
              dispatch({ type: 'REMARK', text: event.currentTarget.value });
            event.currentTarget.value = '';
            event.currentTarget.blur();
          }}
        >
          <option value="">Câu mẫu</option>
          {bank.length === 0 ? <option disabled>Nhận xét đã dùng sẽ hiện ở đây</option> : null}
          {bank.map((phrase) => (
            <option key={phrase} value={phrase}>
              {phrase}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </div>
  );
}
