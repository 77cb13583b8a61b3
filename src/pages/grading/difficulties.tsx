import { useState } from 'preact/hooks';
import type { DifficultyBrief } from '../../contract/committee';
import { Button } from '../parts/button';
import { shortDay } from '../parts/numbers';
import { dayOf } from '../../programme/dates';
import { DIFFICULTY_WORDS } from './words';

/** What of difficulties a branch and a base unit record alike. */
export type DifficultyRecord =
  | { readonly kind: 'difficulty'; readonly text: string }
  | { readonly kind: 'answer'; readonly difficulty: string; readonly text: string; readonly done: boolean }
  | { readonly kind: 'escalate'; readonly difficulty: string };

/** *Khó khăn, vướng mắc* (P8): raise one, answer one, pass one on. */
export function Difficulties({
  items,
  may,
  mayEscalate,
  busy,
  onRecord,
}: {
  readonly items: readonly DifficultyBrief[];
  readonly may: boolean;
  readonly mayEscalate: boolean;
  readonly busy: boolean;
  readonly onRecord: (record: DifficultyRecord) => void;
}) {
  const [text, setText] = useState('');
  const open = items.filter((item) => item.state !== 'DONE' && item.state !== 'ANSWERED').length;
  return (
    <section class="sec">
      <h2>
        Khó khăn, vướng mắc <span class="hint">{open > 0 ? `${open} đang chờ trả lời` : ''}</span>
      </h2>
      <ul class="items items--tall">
        {items.map((item) => (
          <DifficultyItem
            key={item.operation}
            item={item}
            may={may}
            mayEscalate={mayEscalate}
            busy={busy}
            onRecord={onRecord}
          />
        ))}
      </ul>
      {may ? (
        <>
          <label class="para">
            <span class="label">Nêu khó khăn mới</span>
            <textarea
              class="field"
              rows={2}
              maxLength={1000}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
          {text.trim() === '' ? null : (
            <div class="sec__acts">
              <Button
                look="outline"
                busy={busy}
                onPress={() => {
                  onRecord({ kind: 'difficulty', text: text.trim() });
                  setText('');
                }}
              >
                Ghi lại
              </Button>
            </div>
          )}
        </>
      ) : null}
    </section>
  );
}

function DifficultyItem({
  item,
  may,
  mayEscalate,
  busy,
  onRecord,
}: {
  readonly item: DifficultyBrief;
  readonly may: boolean;
  readonly mayEscalate: boolean;
  readonly busy: boolean;
  readonly onRecord: (record: DifficultyRecord) => void;
}) {
  const [answer, setAnswer] = useState<string | null>(null);
  const isOpen = item.state !== 'DONE';
  return (
    <li>
      <span>{item.text}</span>
      <span class="hint">{`${shortDay(dayOf(item.at))} · ${DIFFICULTY_WORDS[item.state]}`}</span>
      {item.answer === '' ? null : <span class="answer">Trả lời: {item.answer}</span>}
      {answer === null ? (
        may && isOpen ? (
          <span class="items__acts">
            <Button small onPress={() => setAnswer('')}>
              Trả lời
            </Button>
            {mayEscalate && item.state !== 'ESCALATED' ? (
              <Button
                small
                busy={busy}
                onPress={() => onRecord({ kind: 'escalate', difficulty: item.operation })}
              >
                Chuyển Quận đoàn
              </Button>
            ) : null}
          </span>
        ) : null
      ) : (
        <>
          <textarea
            class="field"
            rows={2}
            aria-label="Trả lời"
            maxLength={1000}
            value={answer}
            onInput={(event) => setAnswer(event.currentTarget.value)}
          />
          <span class="items__acts">
            <Button small onPress={() => setAnswer(null)}>
              Hủy
            </Button>
            <Button
              small
              look="outline"
              busy={busy}
              whyNot={answer.trim() === '' ? 'Ghi nội dung trả lời' : ''}
              onPress={() => {
                onRecord({ kind: 'answer', difficulty: item.operation, text: answer.trim(), done: true });
                setAnswer(null);
              }}
            >
              Lưu trả lời
            </Button>
          </span>
        </>
      )}
    </li>
  );
}
