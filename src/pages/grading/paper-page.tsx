import { useState } from 'preact/hooks';
import { bareName } from '../../programme/names';
import { Icon } from '../parts/icon';
import { memberStateWords } from '../parts/words';
import { AsideHead } from './aside-head';
import { PaperEntry } from './paper-entry';
import { keyOfView, type ViewProps } from './props';
import { SavingTroubles } from './saving-line';
import { SearchField } from './search-field';
import { mayRecord } from './state/list';
import { memberOf } from './state/model';
import { WindowedList } from './windowed-list';

const ROW_HEIGHT = 44;

/** *Nhập phiếu giấy*, as the menu opens it: whoever has sent no self-assessment; a press opens that member's sheet. */
export function PaperPage(props: ViewProps) {
  const { state, view, dispatch } = props;
  const [chosen, setChosen] = useState('');
  const wanted = bareName(state.search);
  const members = view.members.filter(
    (member) => member.selfLevels === '' && (wanted === '' || bareName(member.name).includes(wanted)),
  );
  const member = memberOf(view, chosen);
  const may = mayRecord(view);
  return (
    <>
      <div class="aside">
        <AsideHead state={state} dispatch={dispatch} title="Nhập phiếu giấy" />
        <p class="hint">
          {may
            ? 'Chọn đoàn viên đã nộp phiếu giấy. Người đã gửi phiếu qua mạng không có ở đây.'
            : 'Lúc này chưa nhập được: kết quả đang được giữ nguyên.'}
        </p>
        <SearchField state={state} dispatch={dispatch} members={[]} />
        <SavingTroubles state={state} dispatch={dispatch} />
      </div>
      {members.length === 0 ? (
        <p class="none">
          {state.search === ''
            ? 'Mọi đoàn viên đã có phiếu tự đánh giá.'
            : 'Không tìm thấy tên này trong số người chưa có phiếu.'}
        </p>
      ) : (
        <WindowedList
          label="Đoàn viên chưa có phiếu tự đánh giá"
          count={members.length}
          rowHeight={ROW_HEIGHT}
          open={-1}
          renderRow={(index) => {
            const one = members[index];
            return one ? (
              <button
                type="button"
                class="prow"
                aria-disabled={may ? undefined : 'true'}
                onClick={() => (may ? setChosen(one.code) : undefined)}
              >
                <span class="fade">{one.name}</span>
                <Icon name="right" />
                <span class="hint fade">{memberStateWords(one.state, view.unit.kind)}</span>
              </button>
            ) : null;
          }}
        />
      )}
      {member && may ? (
        <PaperEntry
          {...props}
          member={member}
          onRecord={(record) =>
            dispatch({ type: 'ACT', body: { kind: 'record', key: keyOfView(view), record } })
          }
          onClose={() => setChosen('')}
        />
      ) : null}
    </>
  );
}
