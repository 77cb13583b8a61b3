import type { ComponentChildren } from 'preact';
import type { MemberBrief } from '../../contract/committee';
import { CRITERION_CODES } from '../../programme/criteria';
import { levelOfSign, signAt } from '../../programme/levels';
import { Button, IconButton } from '../parts/button';
import { ClassPill } from '../parts/class-pill';
import { Icon } from '../parts/icon';
import { LevelTile } from '../parts/level-tiles';
import { memberStateWords, signLetter } from '../parts/words';
import { BulkTick } from './bulk-tick';
import { EvidenceLines } from './evidence-lines';
import { FilterMenu } from './filter-menu';
import type { ViewProps } from './props';
import { SearchField } from './search-field';
import { classFor, hasEvidence, registeredBy, selfSign } from './state/drafts';
import { draftShown } from './state/filled-act';
import { criterionNumber } from './state/keys';
import { isUngraded, listed } from './state/list';
import { gradeOnItsWay } from './state/queue';
import { WindowedList } from './windowed-list';

const ROW_HEIGHT = 34;

/** The wide window: a row a member, beside the member in front as the sidebar shows it. The same state, keys and queue. */
export function WidePage({ children, ...props }: ViewProps & { readonly children: ComponentChildren }) {
  const { state, view, dispatch } = props;
  const members = listed(state);
  const renderRow = (index: number) => {
    const member = members[index];
    return member ? (
      <WideRow {...props} key={member.code} member={member} place={view.members.indexOf(member) + 1} />
    ) : null;
  };
  return (
    <div class="wide">
      <section class="wide__grid" aria-label="Cả chi đoàn">
        <div class="wide__tools">
          <SearchField state={state} dispatch={dispatch} members={members} />
          <FilterMenu state={state} dispatch={dispatch} />
          {state.selected.length === 0 ? null : (
            <Button look="quiet" onPress={() => dispatch({ type: 'ASK', question: { kind: 'AGREE_BULK' } })}>
              {`Thống nhất những người đã chọn (${state.selected.length})`}
            </Button>
          )}
        </div>
        <div class="wrow wrow--head" aria-hidden="true">
          <span />
          <span>STT</span>
          <span>Đoàn viên</span>
          <span>Tự xếp</span>
          {CRITERION_CODES.map((code) => (
            <span key={code} title={view.criteria.find((one) => one.code === code)?.title}>
              {criterionNumber(code)}
            </span>
          ))}
          <span>Minh chứng</span>
          <span>Đề nghị</span>
          <span>Nhận xét</span>
          <span>Tình trạng</span>
          <span />
        </div>
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
      </section>
      <div class="wide__side">{children}</div>
    </div>
  );
}

function WideRow({
  state,
  view,
  member,
  place,
  dispatch,
}: ViewProps & { readonly member: MemberBrief; readonly place: number }) {
  const draft = draftShown(state, member);
  const registered = registeredBy(member);
  const proved = registered.filter((code) => hasEvidence(member, code)).length;
  const waits = isUngraded(state, member);
  const isInFront = state.member === member.code;
  const isOpen = state.unfolded === member.code;
  const show = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest('[data-place]') : null;
    const code = CRITERION_CODES[Number(cell?.getAttribute('data-place') ?? '-1')];
    dispatch({ type: 'SHOW', member: member.code });
    if (code && registered.includes(code)) dispatch({ type: 'CRITERION', code });
  };
  return (
    <>
      <div class={isInFront ? 'wrow wrow--front' : 'wrow'}>
        <BulkTick state={state} view={view} member={member} dispatch={dispatch} />
        <button
          type="button"
          class="wrow__cells"
          aria-current={isInFront ? 'true' : undefined}
          onClick={show}
        >
          <span class="num hint">{place}</span>
          <span class="wrow__name fade">{member.name}</span>
          <ClassPill preset={view.preset} code={member.selfClass === '' ? null : member.selfClass} short />
          {CRITERION_CODES.map((code, index) => (
            <span class="wcell" key={code} data-place={index}>
              {registered.includes(code) ? (
                <WideTile sign={signAt(draft.levels, code)} self={selfSign(member, code)} />
              ) : (
                <span class="hint">–</span>
              )}
            </span>
          ))}
          <span class="num hint">{member.selfLevels === '' ? '–' : `${proved}/${registered.length}`}</span>
          {member.classed ? (
            <ClassPill preset={view.preset} code={classFor(draft, member, view.preset)} short />
          ) : (
            <span class="hint">–</span>
          )}
          <span class="hint fade">{draft.remark}</span>
          <span class={waits ? 'wrow__state' : 'wrow__state wrow__state--done'}>
            {waits ? null : <Icon name={gradeOnItsWay(state.queue, member.code) ? 'clock' : 'check'} />}
            <span class="fade">{stateText(state, view, member, waits)}</span>
          </span>
        </button>
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

/** A tile; where the committee differs, the self-assessed letter stands before it. */
function WideTile({ sign, self }: Parameters<typeof LevelTile>[0]) {
  const differs = levelOfSign(sign) !== null && levelOfSign(self) !== null && sign !== self;
  return (
    <>
      {differs ? <span class="wcell__was">{signLetter(self)}</span> : null}
      <LevelTile sign={sign} self={self} />
    </>
  );
}

function stateText(
  state: ViewProps['state'],
  view: ViewProps['view'],
  member: MemberBrief,
  waits: boolean,
): string {
  if (gradeOnItsWay(state.queue, member.code)) return 'Chờ lưu';
  return waits || member.grade ? memberStateWords(member.state, view.unit.kind) : 'Chưa đăng ký';
}
