import { useState } from 'preact/hooks';
import type { UnitRecord, UnitView } from '../../contract/committee';
import type { DeployedData } from '../../programme/events';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { DayField } from '../parts/day-field';
import { Fold } from '../parts/fold';
import { Icon } from '../parts/icon';
import { momentText, shortDay } from '../parts/numbers';
import { Activities } from './activities';
import { Check } from './branch-checks';
import { Difficulties } from './difficulties';
import type { PageProps } from './props';
import { SavingTroubles } from './saving-line';

/** *Đoàn cơ sở*: deployment, guidance, lessons, activities, difficulties, and *Gửi về Quận đoàn* (P7, P13, P18, P19). */
export function UnitPage({ state, dispatch, unit }: PageProps & { readonly unit: UnitView }) {
  const may = unit.canWrite && state.place?.role === 'BASE' && unit.wave.step !== 'LOCKED';
  const busy = state.pending?.state === 'RUNNING';
  const record = (one: UnitRecord): void =>
    dispatch({ type: 'ACT', body: { kind: 'recordForUnit', wave: unit.wave.code, record: one } });
  return (
    <>
      <div class="sidebar__body">
        <SavingTroubles state={state} dispatch={dispatch} />
        {unit.sentAt === null ? null : (
          <Banner
            tone="ok"
            icon={unit.recognisedAt === null ? 'send' : 'done'}
            title={unit.recognisedAt === null ? 'Đã gửi về Quận đoàn.' : 'Quận đoàn đã công nhận.'}
            text={`Gửi lúc ${momentText(unit.sentAt)}.`}
          />
        )}
        <Deployment unit={unit} may={may} busy={busy} onRecord={record} />
        <Activities
          items={unit.activities}
          may={may}
          busy={busy}
          criteria={unit.criteria}
          onRecord={(data) => record({ kind: 'activity', data })}
        />
        <Difficulties
          items={unit.difficulties}
          may={unit.canWrite && state.place?.role === 'BASE'}
          mayEscalate
          busy={busy}
          onRecord={record}
        />
        <Guidance unit={unit} may={may} busy={busy} onRecord={record} />
        <Words unit={unit} may={may} busy={busy} onRecord={record} />
        <section class="sec">
          <h2>Việc khác</h2>
          <div class="sec__acts sec__acts--wrap">
            <Button small onPress={() => dispatch({ type: 'PRINT', sheet: 'RECOGNISED' })}>
              In danh sách công nhận
            </Button>
            <Button small onPress={() => dispatch({ type: 'PRINT', sheet: 'REPORT' })}>
              Lập báo cáo của đơn vị
            </Button>
            <Button small onPress={() => dispatch({ type: 'PAGE', page: 'MESSAGES' })}>
              Chép tin nhắn gửi Zalo
            </Button>
          </div>
        </section>
        <UnitChecks unit={unit} onBranches={() => dispatch({ type: 'PAGE', page: 'BRANCHES' })} />
      </div>
      {may && unit.sentAt === null ? (
        <footer class="sidebar__foot">
          <Button
            look="filled"
            wide
            icon="send"
            busy={busy}
            whyNot={waitingBranches(unit) > 0 ? 'Còn chi đoàn chưa được công nhận' : ''}
            onPress={() => dispatch({ type: 'ASK', question: { kind: 'SEND_UNIT' } })}
          >
            Gửi về Quận đoàn
          </Button>
          {waitingBranches(unit) > 0 ? (
            <p class="freeze">
              <Icon name="lock" />
              <span>{`Chưa gửi được: còn ${waitingBranches(unit)} chi đoàn chưa được công nhận.`}</span>
            </p>
          ) : null}
        </footer>
      ) : null}
    </>
  );
}

function waitingBranches(unit: UnitView): number {
  return unit.branches.filter((branch) => branch.members > 0 && branch.state !== 'RECOGNISED').length;
}

interface PartProps {
  readonly unit: UnitView;
  readonly may: boolean;
  readonly busy: boolean;
  readonly onRecord: (record: UnitRecord) => void;
}

function Deployment({ unit, may, busy, onRecord }: PartProps) {
  const saved: DeployedData = {
    day: unit.deployed?.day ?? '',
    how: unit.deployed?.how ?? '',
    document: unit.deployed?.document ?? '',
    branches: unit.deployed?.branches ?? [],
  };
  const [form, setForm] = useState<DeployedData | null>(null);
  const shown = form ?? saved;
  const text = (key: 'how' | 'document', label: string) => (
    <label class="para">
      <span class="label">{label}</span>
      <input
        class="field"
        maxLength={200}
        disabled={!may}
        value={shown[key]}
        onInput={(event) => setForm({ ...shown, [key]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <section class="sec">
      <h2>Triển khai</h2>
      <DayField
        label="Ngày triển khai"
        value={shown.day}
        disabled={!may}
        onDay={(day) => setForm({ ...shown, day })}
      />
      {text('how', 'Hình thức triển khai')}
      {text('document', 'Số văn bản')}
      <Fold title="Chi đoàn đã triển khai" hint={`${shown.branches.length}/${unit.branches.length}`}>
        {unit.branches.map((branch) => (
          <label class="tick" key={branch.code}>
            <input
              type="checkbox"
              disabled={!may}
              checked={shown.branches.includes(branch.code)}
              onChange={(event) =>
                setForm({
                  ...shown,
                  branches: event.currentTarget.checked
                    ? [...shown.branches, branch.code]
                    : shown.branches.filter((code) => code !== branch.code),
                })
              }
            />
            <span>{branch.name}</span>
          </label>
        ))}
      </Fold>
      {may && form ? (
        <div class="sec__acts">
          <Button
            look="outline"
            busy={busy}
            whyNot={form.day === '' ? 'Ghi ngày triển khai' : ''}
            onPress={() => {
              onRecord({ kind: 'deployed', data: form });
              setForm(null);
            }}
          >
            Lưu phần triển khai
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Guidance({ unit, may, busy, onRecord }: PartProps) {
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  return (
    <section class="sec">
      <h2>Hướng dẫn cho các chi đoàn</h2>
      <ul class="items items--tall">
        {unit.guidance.map((one, index) => (
          <li key={index}>
            <span>{one.text}</span>
            {one.link.startsWith('https://') ? (
              <a href={one.link} target="_blank" rel="noopener">
                Mở tài liệu
              </a>
            ) : null}
          </li>
        ))}
      </ul>
      {may ? (
        <>
          <label class="para">
            <span class="label">Nội dung</span>
            <textarea
              class="field"
              rows={2}
              maxLength={1000}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
          {text.trim() === '' ? null : (
            <>
              <label class="para">
                <span class="label">Đường dẫn tài liệu (không bắt buộc)</span>
                <input
                  class="field"
                  type="url"
                  placeholder="https://"
                  value={link}
                  onInput={(event) => setLink(event.currentTarget.value)}
                />
              </label>
              <div class="sec__acts">
                <Button
                  look="outline"
                  busy={busy}
                  onPress={() => {
                    onRecord({ kind: 'guidance', text: text.trim(), link: link.trim() });
                    setText('');
                    setLink('');
                  }}
                >
                  Ghi hướng dẫn
                </Button>
              </div>
            </>
          )}
        </>
      ) : null}
    </section>
  );
}

function Words({ unit, may, busy, onRecord }: PartProps) {
  const [text, setText] = useState<string | null>(null);
  return (
    <section class="sec">
      <h2>Rút kinh nghiệm</h2>
      <label class="para">
        <span class="visually-hidden">Rút kinh nghiệm</span>
        <textarea
          class="field"
          rows={3}
          maxLength={2000}
          disabled={!may}
          value={text ?? unit.lessons}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {may && text !== null && text.trim() !== '' && text !== unit.lessons ? (
        <div class="sec__acts">
          <Button
            look="outline"
            busy={busy}
            onPress={() => {
              onRecord({ kind: 'lessons', text: text.trim() });
              setText(null);
            }}
          >
            Lưu rút kinh nghiệm
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function UnitChecks({ unit, onBranches }: { readonly unit: UnitView; readonly onBranches: () => void }) {
  const waiting = waitingBranches(unit);
  const due = unit.wave.recognitionDue === '' ? '' : `Hạn ${shortDay(unit.wave.recognitionDue)}`;
  return (
    <section class="sec">
      <h2>Trước khi gửi</h2>
      <ul class="checks">
        {waiting > 0 ? (
          <Check tone="stop" title={`Còn ${waiting} chi đoàn chưa được công nhận`} hint={due}>
            <Button small onPress={onBranches}>
              Xem
            </Button>
          </Check>
        ) : (
          <Check tone="good" title={`Đã công nhận ${unit.branches.length} chi đoàn`} />
        )}
        {unit.deployed?.day ? (
          <Check tone="good" title="Đã ghi phần triển khai" />
        ) : (
          <Check tone="note" title="Chưa ghi phần triển khai" hint="Vẫn gửi được" />
        )}
      </ul>
    </section>
  );
}
