import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { numberText } from '../parts/numbers';
import { Progress } from '../parts/progress';
import type { ConsoleProps } from './props';
import { TEMPLATE_NAME, templateFile } from './roster-template-file';

/** *Nhập danh sách*: a file is read here, what is needed of it is handed over, and what taking it over will do is shown before anything changes. */
export function RosterPage({ state, dispatch }: ConsoleProps) {
  const { roster } = state;
  const isBusy = roster.phase === 'READING' || (roster.phase === 'SENDING' && roster.words === '');
  return (
    <>
      <div class="un-head">
        <Button small icon="back" onPress={() => dispatch({ type: 'PAGE', page: 'STEPS' })}>
          Bảng điều khiển
        </Button>
        <h2>Nhập danh sách đoàn viên</h2>
      </div>
      <p class="hint">
        Chọn tệp .xlsx hoặc .csv: tệp mẫu, hoặc tệp xuất từ phần mềm quản lý đoàn viên, để nguyên. Chỉ lấy họ
        tên, mã, ngày sinh, chi đoàn, đối tượng, chức vụ, email; các cột khác không rời máy này.
      </p>
      <label class="para para--check">
        <input
          type="checkbox"
          checked={roster.identifier}
          disabled={isBusy}
          onChange={(event) => dispatch({ type: 'ROSTER_IDENTIFIER', use: event.currentTarget.checked })}
        />
        <span>
          Ai không có Số thẻ Đoàn thì dùng Mã định danh làm mã (có thể là số căn cước; chỉ chọn khi cần)
        </span>
      </label>
      <label class="btn btn--outline btn--wide file-pick">
        <Icon name="people" />
        Chọn tệp danh sách
        <input
          class="file-pick__input"
          type="file"
          accept=".xlsx,.csv,.txt,.tsv,.xls"
          disabled={isBusy}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) dispatch({ type: 'ROSTER_FILE', file });
            // The same file, mended, may be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </label>
      <Progressing state={state} dispatch={dispatch} />
      <p class="go">
        <Button small onPress={saveTemplate}>
          Tải tệp mẫu
        </Button>
      </p>
      <p class="hint">Hoặc dán danh sách, cả dòng tên cột, vào trang Nhập danh sách của sổ này.</p>
      <p class="go">
        <Button
          look={roster.phase === 'SENT' ? 'filled' : 'outline'}
          busy={isBusy}
          onPress={() => dispatch({ type: 'ASK', job: 'roster' })}
        >
          Xem trước khi nhập
        </Button>
      </p>
    </>
  );
}

function Progressing({ state, dispatch }: ConsoleProps) {
  const { phase, file, rows, sent, kept, dropped, words } = state.roster;
  if (words !== '')
    return (
      <Banner tone="bad" title={file} text={words}>
        {phase === 'SENDING' ? (
          <Button look="outline" small icon="again" onPress={() => dispatch({ type: 'ROSTER_SEND' })}>
            Gửi tiếp
          </Button>
        ) : null}
      </Banner>
    );
  if (phase === 'CHOOSE') return null;
  if (phase === 'READING')
    return (
      <p class="loading" role="status">
        <Icon name="ring" turns />
        <span>{`Đang đọc ${file}…`}</span>
      </p>
    );
  const other = dropped === 0 ? '' : ` Bỏ qua ${numberText(dropped)} cột khác.`;
  return (
    <div class="run" role="status">
      <p class="line">
        <span>
          <b class="num">{`${numberText(sent)}/${numberText(rows.length)}`}</b>
        </span>
        <span>{phase === 'SENT' ? 'Đã nhận, chưa nhập' : 'Đang đưa vào trang Nhập danh sách'}</span>
      </p>
      <Progress label="Đưa vào trang Nhập danh sách" done={sent} total={rows.length} />
      <p class="stay">{`${file}: lấy các cột ${kept.join(', ')}.${other}`}</p>
    </div>
  );
}

function saveTemplate(): void {
  const address = URL.createObjectURL(templateFile());
  const link = document.createElement('a');
  link.href = address;
  link.download = TEMPLATE_NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
