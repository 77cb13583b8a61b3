import { useEffect, useRef } from 'preact/hooks';
import type { FrameAnswer, FrameMessage, PageView } from '../../server/api-types';

/** Google's sandbox of a script's page in an editor [facts 6]. */
const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

interface Props {
  readonly page: PageView;
  /** Hears what the page asks of its window; `answer` belongs to `ask`. */
  readonly hear: (message: FrameMessage, answer: (answer: FrameAnswer) => void) => void;
}

/** A script's page, from its own origin, in Google's sandbox. */
export function ScriptFrame({ page, hear }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => {
    const onMessage = (event: MessageEvent): void => {
      if (event.source !== frame.current?.contentWindow) return;
      const message = event.data as Partial<FrameMessage> | null;
      if (!message?.google) return;
      latest.current(message as FrameMessage, (answer) => event.ports[0]?.postMessage(answer));
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);
  return (
    <iframe
      ref={frame}
      key={page.token}
      src={page.url}
      title={page.title || 'Trang của tập lệnh'}
      sandbox={SANDBOX}
    />
  );
}
