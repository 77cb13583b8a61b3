import { useState } from 'preact/hooks';
import type { MemberBrief } from '../../contract/committee';
import { Button, IconButton } from '../parts/button';
import { ClassPill } from '../parts/class-pill';
import { Icon } from '../parts/icon';
import { memberStateWords } from '../parts/words';
import { FilterMenu } from './filter-menu';
import { keyOfView, type ViewProps } from './props';
import { RosterProposal } from './roster-proposal';
import { SavingTroubles } from './saving-line';
import { notInBulk } from './state/bulk';
import { hasEvidence, registeredBy } from './state/drafts';
import { criterionNumber } from './state/keys';
import { gradeShown, isUngraded, listed, maySpeak } from './state/list';
import { NOT_IN_BULK_WORDS } from './words';
import { WindowedList } from './windowed-list';
import { Toast } from './toast';

const ROW_HEIGHT = 40;

/** The branch's members: search, filter, and agreeing with many at once after reading their evidence. */
export function ListPage(props: ViewProps) {
  const { state, view, dispatch } = props;
  const [isProposing, setProposing] = useState(false);
  const members = listed(state);
  const chosen = state.selected.length;
  const renderRow = (index: number) => {
    const member = members[index];
    return member ? <MemberRow {...props} key={member.code} member={member} /> : null;
  };
  return (
    <>
      <div class="list-head">
        <label class="search">
          <Icon name="search" />
          <input
            class="field"
            id="search"
            type="search"
            autocomplete="off"
            placeholder="Tìm tên, không cần gõ dấu"
            aria-label="Tìm tên, không cần gõ dấu"
            value={state.search}
            onInput={(event) => dispatch({ type: 'SEARCH', text: event.currentTarget.value })}
            onKeyDown={(event) => {
              const [only] = members;
              if (event.key !== 'Enter' || event.isComposing || !only || state.search === '') return;
              event.preventDefault();
              dispatch({ type: 'SHOW', member: only.code });
            }}
          />
        </label>
        <FilterMenu state={state} dispatch={dispatch} />
        {state.member === '' ? null : (
          <IconButton
            icon="close"
            label="Về đoàn viên đang xem (Esc)"
            onPress={() => dispatch({ type: 'SCREEN', screen: 'MEMBER' })}
          />
        )}
      </div>
      <SavingTroubles state={state} dispatch={dispatch} />
      {members.length === 0 ? (
        <p class="none">
          {state.search === '' ? 'Không có ai trong mục này.' : 'Không tìm thấy tên này trong chi đoàn.'}
        </p>
      ) : (
        <WindowedList
          label="Đoàn viên của chi đoàn"
          count={members.length}
          rowHeight={ROW_HEIGHT}
          open={members.findIndex((member) => member.code === state.unfolded)}
          renderRow={renderRow}
        />
      )}
      <Toast state={state} dispatch={dispatch} />
      {chosen === 0 && maySpeak(view) ? (
        <footer class="sidebar__foot sidebar__foot--thin">
          <Button small onPress={() => setProposing(true)}>
            Đề nghị bổ sung / chuyển đi
          </Button>
        </footer>
      ) : null}
      {isProposing ? (
        <RosterProposal
          {...props}
          onRecord={(record) =>
            dispatch({ type: 'ACT', body: { kind: 'record', key: keyOfView(view), record } })
          }
          onClose={() => setProposing(false)}
        />
      ) : null}
      {chosen === 0 ? null : (
        <footer class="sidebar__foot">
          <div class="acts">
            <Button
              look="filled"
              isEnter
              onPress={() => dispatch({ type: 'ASK', question: { kind: 'AGREE_BULK' } })}
            >
              {`Thống nhất những người đã chọn (${chosen})`}
            </Button>
          </div>
        </footer>
      )}
    </>
  );
}

function MemberRow({ state, view, member, dispatch }: ViewProps & { readonly member: MemberBrief }) {
  const grade = gradeShown(state, member);
  const whyNot = notInBulk(state, view, member);
  const isOpen = state.unfolded === member.code;
  const waits = isUngraded(state, member);
  const canChoose = whyNot === null || whyNot === 'NOT_READ';
  return (
    <>
      <div class={isOpen ? 'mrow mrow--open' : 'mrow'}>
        {canChoose ? (
          <label class="mrow__tick" title={whyNot ? NOT_IN_BULK_WORDS[whyNot] : undefined}>
            <input
              type="checkbox"
              aria-label={
                whyNot ? `${member.name}: ${NOT_IN_BULK_WORDS[whyNot].toLowerCase()}` : `Chọn ${member.name}`
              }
              checked={state.selected.includes(member.code)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                // The evidence first: the press unfolds it, the next one chooses.
                if (whyNot === 'NOT_READ') {
                  event.currentTarget.checked = false;
                  if (!isOpen) dispatch({ type: 'UNFOLD', member: member.code });
                } else dispatch({ type: 'SELECT', member: member.code, on });
              }}
            />
          </label>
        ) : (
          <span />
        )}
        <button
          type="button"
          class="mrow__name"
          aria-current={state.member === member.code ? 'true' : undefined}
          onClick={() => dispatch({ type: 'SHOW', member: member.code })}
        >
          <span class="fade">{member.name}</span>
          <span class="hint fade">{stateLine(view, member, waits)}</span>
        </button>
        {member.classed || grade ? (
          <ClassPill preset={view.preset} code={grade ? grade.class : null} short />
        ) : (
          <span class="hint">–</span>
        )}
        {waits ? (
          <IconButton
            icon={isOpen ? 'up' : 'clip'}
            label={`Minh chứng của ${member.name}`}
            expanded={isOpen}
            onPress={() => dispatch({ type: 'UNFOLD', member: member.code })}
          />
        ) : (
          <span />
        )}
      </div>
      {isOpen ? <Evidence state={state} view={view} member={member} dispatch={dispatch} /> : null}
    </>
  );
}

function stateLine(view: ViewProps['view'], member: MemberBrief, waits: boolean): string {
  if (!waits && member.grade === null && member.selfLevels !== '') return 'Chờ lưu';
  const [flag] = member.flags;
  return flag ?? memberStateWords(member.state, view.unit.kind);
}

function Evidence({ state, view, member }: ViewProps & { readonly member: MemberBrief }) {
  const texts = state.texts[member.code];
  const why = notInBulk(state, view, member);
  return (
    <div class="mrow__proof">
      {texts ? (
        <ul>
          {registeredBy(member).map((code) => (
            <li key={code} class={hasEvidence(member, code) ? undefined : 'lack'}>
              <span class="n num">{criterionNumber(code)}</span>
              <span>{hasEvidence(member, code) ? (texts.evidence[code] ?? '') : 'Không có minh chứng'}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="hint">Đang tải minh chứng…</p>
      )}
      {why === null || why === 'NOT_READ' ? null : <p class="hint">{NOT_IN_BULK_WORDS[why]}</p>}
    </div>
  );
}
