import { useState } from 'preact/hooks';
import type { BranchRecord, MemberBrief } from '../../contract/committee';
import { CRITERION_CODES, type CriterionCode } from '../../programme/criteria';
import type { IsoDay } from '../../programme/dates';
import { LEVELS, NO_LEVELS, NOT_GRADED, signOf, ungradedLevels } from '../../programme/levels';
import type { Commitment } from '../../programme/submission';
import { DayField } from '../parts/day-field';
import { Confirm } from '../parts/dialog';
import { LEVEL_WORDS } from '../parts/words';
import type { ViewProps } from './props';
import { registeredBy } from './state/drafts';

type Paper = 'REGISTRATION' | 'SELF_ASSESSMENT';

interface Sheet {
  readonly paper: Paper;
  readonly commitments: Readonly<Partial<Record<CriterionCode, Commitment>>>;
  readonly levels: string;
  readonly ownClass: string;
  readonly signedOn: IsoDay;
  readonly consent: boolean;
}

/** *Nhập phiếu giấy*: what a member wrote on paper, typed in by the committee; the member's consent goes with it. */
export function PaperEntry({
  state,
  view,
  member,
  onRecord,
  onClose,
}: ViewProps & {
  readonly member: MemberBrief;
  readonly onRecord: (record: BranchRecord) => void;
  readonly onClose: () => void;
}) {
  const [sheet, setSheet] = useState<Sheet>({
    paper: member.registered.includes('1') ? 'SELF_ASSESSMENT' : 'REGISTRATION',
    commitments: {},
    // What was registered has no level until one is chosen: a line that was overlooked is no "không đăng ký".
    levels: ungradedLevels(registeredBy(member)),
    ownClass: '',
    signedOn: '',
    consent: false,
  });
  const isRegistration = sheet.paper === 'REGISTRATION';
  return (
    <Confirm
      title="Nhập phiếu giấy"
      text={`Ghi đúng như phiếu của ${member.name}. Khi đoàn viên gửi phiếu qua mạng, phiếu đó được tính thay phiếu giấy.`}
      yes="Lưu phiếu"
      no="Hủy"
      busy={state.pending?.state === 'RUNNING'}
      whyNot={lacks(sheet)}
      onYes={() => {
        onRecord(recordOf(sheet, member.code));
        onClose();
      }}
      onNo={onClose}
    >
      <label class="para">
        <span class="label">Loại phiếu</span>
        <select
          class="field"
          value={sheet.paper}
          onChange={(event) => setSheet({ ...sheet, paper: event.currentTarget.value as Paper })}
        >
          <option value="REGISTRATION">Phiếu đăng ký</option>
          <option value="SELF_ASSESSMENT">Phiếu tự đánh giá</option>
        </select>
      </label>
      {view.criteria.map(({ code, title }, index) =>
        isRegistration ? (
          <Registered
            key={code}
            label={`${index + 1} ${title}`}
            code={code}
            sheet={sheet}
            onSheet={setSheet}
          />
        ) : (
          <SelfLevel
            key={code}
            label={`${index + 1} ${title}`}
            code={code}
            sheet={sheet}
            onSheet={setSheet}
          />
        ),
      )}
      {isRegistration ? null : (
        <label class="para">
          <span class="label">Tự xếp loại</span>
          <select
            class="field"
            value={sheet.ownClass}
            onChange={(event) => setSheet({ ...sheet, ownClass: event.currentTarget.value })}
          >
            <option value="">Không ghi</option>
            {view.preset.classes.map((one) => (
              <option key={one.code} value={one.code}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
      )}
      <DayField
        label="Ngày ký phiếu"
        value={sheet.signedOn}
        onDay={(signedOn) => setSheet({ ...sheet, signedOn })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={sheet.consent}
          onChange={(event) => setSheet({ ...sheet, consent: event.currentTarget.checked })}
        />
        <span>Phiếu giấy có ghi đồng ý cho xử lý dữ liệu cá nhân</span>
      </label>
    </Confirm>
  );
}

interface FieldProps {
  readonly label: string;
  readonly code: CriterionCode;
  readonly sheet: Sheet;
  readonly onSheet: (sheet: Sheet) => void;
}

function Registered({ label, code, sheet, onSheet }: FieldProps) {
  const commitment = sheet.commitments[code];
  const set = (next: Commitment | undefined): void => {
    const commitments = { ...sheet.commitments };
    if (next) commitments[code] = next;
    else delete commitments[code];
    onSheet({ ...sheet, commitments });
  };
  return (
    <>
      <label class="tick">
        <input
          type="checkbox"
          checked={commitment !== undefined}
          onChange={(event) => set(event.currentTarget.checked ? { kind: 'SUGGESTED', text: '' } : undefined)}
        />
        <span>{label}</span>
      </label>
      {commitment ? (
        <input
          class="field"
          aria-label={`Nội dung đăng ký: ${label}`}
          placeholder="Nội dung; để trống là như gợi ý"
          maxLength={500}
          value={commitment.text}
          onInput={(event) => {
            const text = event.currentTarget.value;
            set(text.trim() === '' ? { kind: 'SUGGESTED', text: '' } : { kind: 'OWN', text });
          }}
        />
      ) : null}
    </>
  );
}

function SelfLevel({ label, code, sheet, onSheet }: FieldProps) {
  const place = CRITERION_CODES.indexOf(code);
  return (
    <label class="para">
      <span class="label">{label}</span>
      <select
        class="field"
        value={sheet.levels[place] ?? '0'}
        onChange={(event) => {
          const sign = event.currentTarget.value;
          onSheet({ ...sheet, levels: sheet.levels.slice(0, place) + sign + sheet.levels.slice(place + 1) });
        }}
      >
        {sheet.levels[place] === NOT_GRADED ? <option value={NOT_GRADED}>Chọn mức</option> : null}
        <option value="0">Không đăng ký tiêu chí này</option>
        {LEVELS.map((level) => (
          <option key={level} value={signOf(level)}>
            {LEVEL_WORDS[level]}
          </option>
        ))}
      </select>
    </label>
  );
}

function lacks(sheet: Sheet): string {
  if (sheet.paper === 'REGISTRATION' && Object.keys(sheet.commitments).length === 0)
    return 'Chọn ít nhất một tiêu chí đã đăng ký';
  if (sheet.paper === 'SELF_ASSESSMENT' && (sheet.levels === NO_LEVELS || sheet.levels.includes(NOT_GRADED)))
    return 'Chọn mức cho từng tiêu chí';
  if (sheet.signedOn === '') return 'Ghi ngày ký phiếu';
  return sheet.consent ? '' : 'Phiếu giấy không ghi đồng ý thì không nhập vào đây';
}

function recordOf(sheet: Sheet, member: string): BranchRecord {
  const { paper, signedOn } = sheet;
  return paper === 'REGISTRATION'
    ? { kind: 'paperEntry', member, levels: '', data: { paper, signedOn, commitments: sheet.commitments } }
    : {
        kind: 'paperEntry',
        member,
        levels: sheet.levels,
        data: { paper, signedOn, ...(sheet.ownClass === '' ? {} : { ownClass: sheet.ownClass }) },
      };
}
