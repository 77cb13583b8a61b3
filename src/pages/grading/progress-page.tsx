import { useState } from 'preact/hooks';
import type { MemberBrief } from '../../contract/committee';
import { CRITERION_CODES } from '../../programme/criteria';
import { bareName } from '../../programme/names';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { AsideHead } from './aside-head';
import { keyOfView, type ViewProps } from './props';
import { SavingTroubles } from './saving-line';
import { SearchField } from './search-field';
import { registeredBy } from './state/drafts';
import { criterionNumber } from './state/keys';
import { maySpeak } from './state/list';
import { WindowedList } from './windowed-list';

const ROW_HEIGHT = 44;

/** *Theo dõi thực hiện* (P8): between registering and assessing, what each member promised and how it is going; no *Gửi* closes it. */
export function ProgressPage(props: ViewProps) {
  const { state, view, dispatch } = props;
  const [open, setOpen] = useState('');
  const wanted = bareName(state.search);
  const members = view.members.filter(
    (member) => member.registered.includes('1') && (wanted === '' || bareName(member.name).includes(wanted)),
  );
  const followed = members.filter((member) => member.followed > 0).length;
  const renderRow = (index: number) => {
    const member = members[index];
    return member ? (
      <ProgressRow
        {...props}
        key={member.code}
        member={member}
        isOpen={open === member.code}
        onToggle={() => setOpen(open === member.code ? '' : member.code)}
      />
    ) : null;
  };
  return (
    <>
      <div class="aside">
        <AsideHead state={state} dispatch={dispatch} title="Theo dõi thực hiện" />
        <p class="hint">{`Đã theo dõi ${followed}/${members.length} đoàn viên có đăng ký.`}</p>
        <SearchField state={state} dispatch={dispatch} members={[]} />
        <SavingTroubles state={state} dispatch={dispatch} />
      </div>
      {members.length === 0 ? (
        <p class="none">
          {state.search === ''
            ? 'Chưa có phiếu nào. Phiếu của đoàn viên sẽ hiện ở đây trong khoảng 15 phút sau khi gửi.'
            : 'Không tìm thấy tên này trong chi đoàn.'}
        </p>
      ) : (
        <WindowedList
          label="Đoàn viên đã đăng ký"
          count={members.length}
          rowHeight={ROW_HEIGHT}
          open={members.findIndex((member) => member.code === open)}
          renderRow={renderRow}
        />
      )}
    </>
  );
}

interface RowProps extends ViewProps {
  readonly member: MemberBrief;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function ProgressRow(props: RowProps) {
  const { member, isOpen, onToggle } = props;
  const times = member.followed === 0 ? 'chưa theo dõi' : `đã theo dõi ${member.followed} lần`;
  return (
    <>
      <button type="button" class="prow" aria-expanded={isOpen} onClick={onToggle}>
        <span class="fade">{member.name}</span>
        <Icon name={isOpen ? 'up' : 'down'} />
        <span class="hint fade">{`Đăng ký ${registeredBy(member).length}/10 · ${times}`}</span>
      </button>
      {isOpen ? <ProgressForm {...props} /> : null}
    </>
  );
}

function ProgressForm({ state, view, member, dispatch, onToggle }: RowProps) {
  const [text, setText] = useState('');
  const [attended, setAttended] = useState(false);
  const promised = state.texts[member.code]?.commitments ?? {};
  const busy = state.pending?.state === 'RUNNING';
  return (
    <div class="prow__form">
      {maySpeak(view) ? (
        <>
          <label class="para">
            <span class="label">Tình hình thực hiện</span>
            <textarea
              class="field"
              rows={2}
              maxLength={500}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
          <label class="tick">
            <input
              type="checkbox"
              checked={attended}
              onChange={(event) => setAttended(event.currentTarget.checked)}
            />
            <span>Có tham gia ngày đoàn viên</span>
          </label>
          <div class="sec__acts">
            <Button
              small
              icon="clock"
              onPress={() => dispatch({ type: 'ASK', question: { kind: 'HISTORY', member: member.code } })}
            >
              Lịch sử
            </Button>
            <Button
              small
              look="outline"
              busy={busy}
              whyNot={text.trim() === '' && !attended ? 'Ghi tình hình hoặc đánh dấu có tham gia' : ''}
              onPress={() => {
                const record = {
                  kind: 'progress',
                  member: member.code,
                  text: text.trim(),
                  attended,
                } as const;
                dispatch({ type: 'ACT', body: { kind: 'record', key: keyOfView(view), record } });
                onToggle();
              }}
            >
              Ghi lại
            </Button>
          </div>
        </>
      ) : null}
      <ul class="prow__promised">
        {CRITERION_CODES.filter((code) => promised[code]).map((code) => (
          <li key={code}>
            <b class="num">{criterionNumber(code)}</b> {promised[code]?.text}
          </li>
        ))}
      </ul>
    </div>
  );
}
