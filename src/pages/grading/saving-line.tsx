import { clockText } from '../parts/numbers';
import { Icon } from '../parts/icon';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { nameIn, type PageProps } from './props';
import { unsavedMembers } from './state/queue';
import { saveTroubleWords, troubleWords } from './words';

/** The saving state in the head: said, never in the way. */
export function SavingLine({ state, dispatch }: PageProps) {
  const { queue, conflicts } = state;
  if (queue.trouble && queue.flight)
    return queue.trouble.fault === null && queue.trouble.problems.length === 0 ? (
      <Line tone="busy" icon="ring" turns text="Đang lưu…" />
    ) : (
      <button
        type="button"
        class="saved saved--bad"
        title="Chưa lưu được, bấm để thử lại"
        aria-label="Chưa lưu được, bấm để thử lại"
        onClick={() => dispatch({ type: 'FLUSH' })}
      >
        <Icon name="offline" />
        Chưa lưu
      </button>
    );
  if (queue.flight) return <Line tone="busy" icon="ring" turns text="Đang lưu…" />;
  if (conflicts.length > 0) return <Line tone="busy" icon="people" text="Chờ chọn" />;
  if (queue.waiting.length > 0)
    return <Line tone="busy" icon="clock" text={`Chờ lưu ${queue.waiting.length}`} />;
  if (state.pending?.state === 'RUNNING') return <Line tone="busy" icon="ring" turns text="Đang lưu…" />;
  if (queue.savedAt === null) return <span class="saved" role="status" />;
  return (
    <Line
      tone="ok"
      icon="check"
      text={`Đã lưu ${clockText(queue.savedAt)}`}
      title={`Đã lưu lúc ${clockText(queue.savedAt)}`}
    />
  );
}

function Line({
  tone,
  icon,
  text,
  title,
  turns = false,
}: {
  readonly tone: 'busy' | 'ok';
  readonly title?: string;
  readonly icon: 'ring' | 'people' | 'clock' | 'check';
  readonly text: string;
  readonly turns?: boolean;
}) {
  return (
    <span class={`saved saved--${tone}`} role="status" title={title}>
      <Icon name={icon} turns={turns} />
      {text}
    </span>
  );
}

/** What did not arrive and what was refused, with what to do: it stays until it is mended. */
export function SavingTroubles({ state, dispatch }: PageProps) {
  const { trouble, flight } = state.queue;
  const names = nameIn(state);
  const unsaved = unsavedMembers(state.queue).length;
  const isTold = trouble && flight && (trouble.fault !== null || trouble.problems.length > 0);
  const again = trouble?.retryAt ?? null;
  return (
    <>
      {isTold ? (
        <Banner tone="bad" icon="offline" text={saveTroubleWords(trouble, unsaved, names)}>
          <Button look="outline" small icon="again" onPress={() => dispatch({ type: 'FLUSH' })}>
            Thử lại
          </Button>
          {again === null ? null : <span class="hint">Tự thử lại lúc {clockText(again)}</span>}
        </Banner>
      ) : null}
      {state.hasNet || unsaved === 0 ? null : (
        <Banner
          tone="warn"
          text="Trình duyệt này không giữ được bản dự phòng. Hãy đợi hiện Đã lưu rồi mới đóng bảng."
        />
      )}
      {state.pending?.state === 'FAILED' && state.pending.trouble ? (
        <Banner tone="bad" text={troubleWords(state.pending.trouble, names)}>
          <Button look="outline" small icon="again" onPress={() => dispatch({ type: 'RETRY_ACT' })}>
            Thử lại
          </Button>
          <Button small onPress={() => dispatch({ type: 'DROP_ACT' })}>
            Đóng
          </Button>
        </Banner>
      ) : null}
      {state.refused.map((problem) => (
        <Banner
          key={problem.at}
          tone="warn"
          title={`${names(problem.at)}:`}
          text={troubleWords({ fault: null, problems: [problem] }, names)}
        >
          <Button small onPress={() => dispatch({ type: 'SHOW', member: problem.at })}>
            Mở
          </Button>
          <Button small onPress={() => dispatch({ type: 'FORGET_REFUSED', member: problem.at })}>
            Đóng
          </Button>
        </Banner>
      ))}
    </>
  );
}
