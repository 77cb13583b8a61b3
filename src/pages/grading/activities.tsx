import { useState } from 'preact/hooks';
import type { BranchView, CriterionBrief } from '../../contract/committee';
import { ACTIVITY_KINDS, type ActivityData, type ActivityKind } from '../../programme/events';
import { Confirm } from '../parts/dialog';
import { Button } from '../parts/button';
import { DayField } from '../parts/day-field';
import { Fold } from '../parts/fold';
import { shortDay } from '../parts/numbers';
import { ACTIVITY_WORDS } from './words';

interface ActivitiesProps {
  readonly items: BranchView['activities'];
  readonly may: boolean;
  readonly busy: boolean;
  readonly criteria: readonly CriterionBrief[];
  readonly onRecord: (data: ActivityData) => void;
}

const EMPTY: ActivityData = {
  day: '',
  name: '',
  activityKind: 'MEMBER_DAY',
  members: 0,
  others: 0,
  criteria: [],
};

/** *Hoạt động trong đợt* (P7): the list, and one form that adds or corrects. */
export function Activities({ items, may, busy, criteria, onRecord }: ActivitiesProps) {
  const [form, setForm] = useState<ActivityData | null>(null);
  return (
    <section class="sec">
      <h2>
        Hoạt động trong đợt <span class="num">({items.length})</span>
      </h2>
      <ul class="items">
        {items.map((item) => (
          <li key={item.operation}>
            <span>
              {item.name ?? ''}
              <span class="hint">
                {`${shortDay(item.day ?? '')} · ${ACTIVITY_WORDS[item.activityKind ?? 'OTHER']} · ${item.members ?? 0} đoàn viên, ${item.others ?? 0} thanh niên`}
              </span>
            </span>
            {may ? (
              <Button
                small
                onPress={() => setForm({ ...EMPTY, ...withoutOperation(item), replaces: item.operation })}
              >
                Sửa
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {may ? (
        <Button small onPress={() => setForm(EMPTY)}>
          Thêm hoạt động
        </Button>
      ) : null}
      {form ? (
        <ActivityForm
          form={form}
          busy={busy}
          criteria={criteria}
          onForm={setForm}
          onRecord={() => {
            onRecord({ ...form, name: form.name.trim() });
            setForm(null);
          }}
          onClose={() => setForm(null)}
        />
      ) : null}
    </section>
  );
}

function withoutOperation(item: ActivitiesProps['items'][number]): Partial<ActivityData> {
  const { operation: _operation, ...data } = item;
  return data;
}

function ActivityForm({
  form,
  busy,
  criteria,
  onForm,
  onRecord,
  onClose,
}: {
  readonly form: ActivityData;
  readonly busy: boolean;
  readonly criteria: readonly CriterionBrief[];
  readonly onForm: (form: ActivityData) => void;
  readonly onRecord: () => void;
  readonly onClose: () => void;
}) {
  const lacks = form.name.trim() === '' ? 'Ghi tên hoạt động' : form.day === '' ? 'Ghi ngày' : '';
  const number = (key: 'members' | 'others', label: string) => (
    <label class="para">
      <span class="label">{label}</span>
      <input
        class="field"
        type="number"
        min="0"
        value={String(form[key])}
        onInput={(event) =>
          onForm({ ...form, [key]: Math.max(0, Math.floor(Number(event.currentTarget.value) || 0)) })
        }
      />
    </label>
  );
  return (
    <Confirm
      title="Hoạt động"
      text=""
      yes="Lưu"
      no="Hủy"
      whyNot={lacks}
      busy={busy}
      onYes={onRecord}
      onNo={onClose}
    >
      <label class="para">
        <span class="label">Tên hoạt động</span>
        <input
          class="field"
          maxLength={200}
          value={form.name}
          onInput={(event) => onForm({ ...form, name: event.currentTarget.value })}
        />
      </label>
      <DayField label="Ngày" value={form.day} onDay={(day) => onForm({ ...form, day })} />
      <label class="para">
        <span class="label">Loại hoạt động</span>
        <select
          class="field"
          value={form.activityKind}
          onChange={(event) => onForm({ ...form, activityKind: event.currentTarget.value as ActivityKind })}
        >
          {ACTIVITY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {ACTIVITY_WORDS[kind]}
            </option>
          ))}
        </select>
      </label>
      <div class="two">
        {number('members', 'Đoàn viên')}
        {number('others', 'Thanh niên')}
      </div>
      <Fold
        title="Tiêu chí liên quan"
        hint={form.criteria.length === 0 ? 'không bắt buộc' : String(form.criteria.length)}
      >
        {criteria.map((one, index) => (
          <label class="tick" key={one.code}>
            <input
              type="checkbox"
              checked={form.criteria.includes(one.code)}
              onChange={(event) =>
                onForm({
                  ...form,
                  criteria: event.currentTarget.checked
                    ? [...form.criteria, one.code]
                    : form.criteria.filter((code) => code !== one.code),
                })
              }
            />
            <span>{`${index + 1} ${one.title}`}</span>
          </label>
        ))}
      </Fold>
    </Confirm>
  );
}
