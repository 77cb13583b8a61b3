import { Button } from '../parts/button';
import { DayField } from '../parts/day-field';
import { Fold } from '../parts/fold';
import { keyOfView, type ViewProps } from './props';
import type { OwnForm } from './state/model';

type TextKey = 'doneWell' | 'limits' | 'causes' | 'proposals' | 'lessons';

const TEXTS: readonly (readonly [TextKey, string, boolean])[] = [
  ['doneWell', 'Mặt làm được', true],
  ['limits', 'Hạn chế', true],
  ['causes', 'Nguyên nhân', false],
  ['proposals', 'Kiến nghị', false],
  ['lessons', 'Bài học kinh nghiệm', false],
];

/** The words of *Chi đoàn tự đánh giá*: meeting, those present, judgement (P10). */
export function OwnFields({
  state,
  view,
  dispatch,
  form,
  may,
}: ViewProps & { readonly form: OwnForm; readonly may: boolean }) {
  const change = (data: Partial<OwnForm['data']>): void =>
    dispatch({ type: 'OWN_FORM', form: { ...form, data: { ...form.data, ...data } } });
  const isOpen = state.ownForm !== null;
  return (
    <section class="sec">
      <h2>Nhận định của chi đoàn</h2>
      <DayField
        label="Ngày họp Ban Chấp hành"
        value={form.data.day}
        disabled={!may}
        onDay={(day) => change({ day })}
      />
      <label class="para">
        <span class="label">Thành phần dự họp (mỗi người một dòng)</span>
        <textarea
          class="field"
          rows={2}
          disabled={!may}
          value={form.data.present.join('\n')}
          onInput={(event) => change({ present: event.currentTarget.value.split('\n') })}
        />
      </label>
      {TEXTS.map(([key, label, always]) =>
        always ? (
          <Text
            key={key}
            label={label}
            value={form.data[key]}
            may={may}
            onText={(text) => change({ [key]: text })}
          />
        ) : (
          <Fold key={key} title={label} hint={form.data[key] === '' ? 'không bắt buộc' : 'đã ghi'}>
            <Text label={label} value={form.data[key]} may={may} onText={(text) => change({ [key]: text })} />
          </Fold>
        ),
      )}
      {may && isOpen ? (
        <div class="sec__acts">
          {form.class === '' ? <span class="hint">Chọn mức chi đoàn tự xếp loại trước</span> : null}
          <Button
            look="outline"
            busy={state.pending?.state === 'RUNNING'}
            whyNot={form.class === '' ? 'Chọn mức chi đoàn tự xếp loại trước' : ''}
            onPress={() =>
              dispatch({
                type: 'ACT',
                body: {
                  kind: 'record',
                  key: keyOfView(view),
                  record: { kind: 'branchAssessment', class: form.class, data: tidy(form).data },
                },
              })
            }
          >
            Lưu phần Chi đoàn tự đánh giá
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function tidy(form: OwnForm): OwnForm {
  const present = form.data.present.map((name) => name.trim()).filter((name) => name !== '');
  return { ...form, data: { ...form.data, present } };
}

function Text({
  label,
  value,
  may,
  onText,
}: {
  readonly label: string;
  readonly value: string;
  readonly may: boolean;
  readonly onText: (text: string) => void;
}) {
  return (
    <label class="para">
      <span class="label">{label}</span>
      <textarea
        class="field"
        rows={2}
        maxLength={2000}
        disabled={!may}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </label>
  );
}
