import { useState } from 'preact/hooks';
import type { BranchRecord } from '../../contract/committee';
import type { IsoDay } from '../../programme/dates';
import { DayField } from '../parts/day-field';
import { Confirm } from '../parts/dialog';
import { newOperation } from '../parts/random';
import type { ViewProps } from './props';

type Proposal = 'ADD' | 'MOVE' | 'LEAVE';

const WORDS: Readonly<Record<Proposal, string>> = {
  ADD: 'Bổ sung đoàn viên chưa có tên',
  MOVE: 'Chuyển sinh hoạt sang chi đoàn khác',
  LEAVE: 'Không còn sinh hoạt ở chi đoàn',
};

/** *Đề nghị bổ sung / chuyển đi*: the roster is staff's; a member proposed here can be assessed meanwhile under a provisional code. */
export function RosterProposal({
  state,
  view,
  onRecord,
  onClose,
}: ViewProps & { readonly onRecord: (record: BranchRecord) => void; readonly onClose: () => void }) {
  const [proposal, setProposal] = useState<Proposal>('ADD');
  const [fullName, setFullName] = useState('');
  const [birthDate, setBirthDate] = useState<IsoDay>('');
  const [member, setMember] = useState(state.member);
  const [text, setText] = useState('');
  const isNew = proposal === 'ADD';
  return (
    <Confirm
      title="Đề nghị về danh sách"
      text="Quận đoàn xem và sửa danh sách. Người được đề nghị bổ sung có tên ở cuối danh sách để đánh giá trước."
      yes="Gửi đề nghị"
      no="Hủy"
      busy={state.pending?.state === 'RUNNING'}
      whyNot={lacks(isNew, fullName, birthDate, member, text)}
      onYes={() => {
        const name = isNew ? fullName.trim() : (view.members.find((one) => one.code === member)?.name ?? '');
        onRecord({
          kind: 'rosterProposal',
          member: isNew ? provisionalCode() : member,
          text: text.trim() === '' ? WORDS[proposal] : text.trim(),
          data: { proposal, fullName: name, birthDate: isNew ? birthDate : '' },
        });
        onClose();
      }}
      onNo={onClose}
    >
      <label class="para">
        <span class="label">Đề nghị</span>
        <select
          class="field"
          value={proposal}
          onChange={(event) => setProposal(event.currentTarget.value as Proposal)}
        >
          {(['ADD', 'MOVE', 'LEAVE'] as const).map((one) => (
            <option key={one} value={one}>
              {WORDS[one]}
            </option>
          ))}
        </select>
      </label>
      {isNew ? (
        <>
          <label class="para">
            <span class="label">Họ và tên</span>
            <input
              class="field"
              maxLength={100}
              value={fullName}
              onInput={(event) => setFullName(event.currentTarget.value)}
            />
          </label>
          <DayField label="Ngày sinh" value={birthDate} onDay={setBirthDate} />
        </>
      ) : (
        <label class="para">
          <span class="label">Đoàn viên</span>
          <select class="field" value={member} onChange={(event) => setMember(event.currentTarget.value)}>
            {view.members.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="para">
        <span class="label">{isNew ? 'Ghi chú (không bắt buộc)' : 'Chuyển đi đâu, từ khi nào'}</span>
        <textarea
          class="field"
          rows={2}
          maxLength={500}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
    </Confirm>
  );
}

function lacks(isNew: boolean, fullName: string, birthDate: IsoDay, member: string, text: string): string {
  if (isNew) {
    if (fullName.trim() === '') return 'Ghi họ và tên';
    return birthDate === '' ? 'Ghi ngày sinh' : '';
  }
  if (member === '') return 'Chọn đoàn viên';
  return text.trim() === '' ? 'Ghi nơi chuyển đến hoặc lý do' : '';
}

/** `TAM-` and eight signs, until staff say who it is (architecture.md 3, Without a secretary). */
function provisionalCode(): string {
  return `TAM-${newOperation().slice(0, 8).toUpperCase()}`;
}
