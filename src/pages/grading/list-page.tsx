import { useState } from 'preact/hooks';
import type { MemberBrief } from '../../contract/committee';
import { Button, IconButton } from '../parts/button';
import { ClassPill } from '../parts/class-pill';
import { memberStateWords } from '../parts/words';
import { BulkTick } from './bulk-tick';
import { EvidenceLines } from './evidence-lines';
import { FilterMenu } from './filter-menu';
import { keyOfView, type ViewProps } from './props';
import { SearchField } from './search-field';
import { RosterProposal } from './roster-proposal';
import { SavingTroubles } from './saving-line';
import { gradeShown, isUngraded, listed, maySpeak } from './state/list';
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
        <SearchField state={state} dispatch={dispatch} members={members} />
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
  const isOpen = state.unfolded === member.code;
  const waits = isUngraded(state, member);
  return (
    <>
      <div class={isOpen ? 'mrow mrow--open' : 'mrow'}>
        <BulkTick state={state} view={view} member={member} dispatch={dispatch} />
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
      {isOpen ? <EvidenceLines state={state} view={view} member={member} dispatch={dispatch} /> : null}
    </>
  );
}

function stateLine(view: ViewProps['view'], member: MemberBrief, waits: boolean): string {
  if (!waits && member.grade === null && member.selfLevels !== '') return 'Chờ lưu';
  const [flag] = member.flags;
  return flag ?? memberStateWords(member.state, view.unit.kind);
}
