import type { UnmatchedSheet } from '../../contract/district';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { momentText } from '../parts/numbers';
import type { ConsoleProps } from './props';

/** *Phiếu cần xử lý*: sheets that were matched to nobody, each with the three nearest members; one press decides. */
export function UnmatchedPage({ state, dispatch }: ConsoleProps) {
  const { unmatched } = state;
  return (
    <>
      <div class="un-head">
        <Button small icon="back" onPress={() => dispatch({ type: 'PAGE', page: 'STEPS' })}>
          Bảng điều khiển
        </Button>
        <h2>Phiếu cần xử lý {unmatched ? <span class="num">({unmatched.sheets.length})</span> : null}</h2>
      </div>
      {unmatched ? (
        <ul class="un">
          {unmatched.sheets.map((sheet) => (
            <Sheet
              key={`${sheet.responseId}@${sheet.sentAt}`}
              state={state}
              dispatch={dispatch}
              sheet={sheet}
            />
          ))}
        </ul>
      ) : (
        <p class="loading" role="status">
          <Icon name="ring" turns />
          <span>Đang đọc phiếu chưa khớp…</span>
        </p>
      )}
      {unmatched?.sheets.length === 0 ? (
        <p class="un-none">
          <Icon name="done" /> Mọi phiếu đã khớp với một đoàn viên.
        </p>
      ) : null}
    </>
  );
}

function Sheet({ state, dispatch, sheet }: ConsoleProps & { readonly sheet: UnmatchedSheet }) {
  const busy = state.deciding !== '';
  const isThis = state.deciding === sheet.responseId;
  const decide = (member: string): void =>
    dispatch({ type: 'DECIDE', responseId: sheet.responseId, sentAt: sheet.sentAt, member });
  const branch = sheet.linkBranch === '' ? '' : ` · đường dẫn ${sheet.linkBranch}`;
  return (
    <li aria-busy={isThis}>
      <h3>{sheet.typedName === '' ? 'Không ghi tên' : sheet.typedName}</h3>
      <p class="hint">
        {`${sheet.typedBirthDate === '' ? 'Không ghi ngày sinh' : sheet.typedBirthDate} · ${sheet.kind === 'REGISTRATION' ? 'Đăng ký' : 'Tự đánh giá'} · ${momentText(sheet.sentAt)}${branch}`}
      </p>
      <p class="why">
        <Icon name="warning" />
        <span>{sheet.reason}</span>
      </p>
      <div class="near" role="group" aria-label={`Phiếu của ${sheet.typedName} là của ai`}>
        {sheet.nearest.map((near) => (
          <Button key={near.member} look="outline" wide busy={busy} onPress={() => decide(near.member)}>
            <span class="near__label">{near.label}</span>
          </Button>
        ))}
        <Button small busy={busy} onPress={() => decide('')}>
          Không thuộc quận
        </Button>
      </div>
    </li>
  );
}
