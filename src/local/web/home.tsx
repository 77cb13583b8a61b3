import './tokens.css';
import './parts.css';
import './home/reading.css';
import './home.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { getJson, onChange, postJson } from './api';
import type { HomeTourStop, HomeView } from '../server/api-types';
import { Clock } from './home/clock';
import { DocumentPage } from './home/document';
import { Files } from './home/files';
import { OutboxCard, OutboxPage } from './home/outbox';
import { People } from './home/people';
import { StartOver } from './home/start-over';
import { Focus, Progress, Tour } from './home/story';
import { Icon } from './icon';

function Home() {
  const [home, setHome] = useState<HomeView | null>(null);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);

  const read = async (): Promise<void> => {
    try {
      setHome(await getJson<HomeView>('/api/home'));
      setFault('');
    } catch (error) {
      setFault((error as Error).message);
    }
  };
  const act = async (path: string, body: unknown): Promise<void> => {
    setBusy(true);
    try {
      await postJson(path, body);
      await read();
    } catch (error) {
      setFault((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    void read();
    return onChange(() => void read());
  }, []);

  const signIn = (email: string): void => void act('/api/session', { email });
  const follow = async (stop: HomeTourStop): Promise<void> => {
    if (stop.as) await postJson('/api/session', { email: stop.as });
    if (stop.link) location.href = stop.link;
  };

  if (!home) return <main class="blank">{fault && <p role="alert">{fault}</p>}</main>;
  document.title = `${home.title} · Không gian làm việc ngoại tuyến`;
  return (
    <div class="app">
      <header class="top">
        <span class="logo">
          <Icon name="people" />
        </span>
        <h1>{home.title}</h1>
        <p>{home.subtitle}</p>
        {home.canStartOver && <StartOver startOver={() => act('/api/start-over', {})} busy={busy} />}
      </header>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <main class="cols">
        <People home={home} signIn={signIn} />
        <div class="mid">
          {home.focus && <Focus focus={home.focus} />}
          <Files home={home} />
          {home.tour.length > 0 && <Tour tour={home.tour} follow={(stop) => void follow(stop)} />}
          {home.progress && <Progress progress={home.progress} />}
        </div>
        <div class="right">
          <Clock
            clock={home.clock}
            busy={busy}
            moveTo={(at) => void act('/api/clock', { to: at })}
            run={(running) => void act('/api/clock', { running })}
          />
          <OutboxCard home={home} />
        </div>
      </main>
    </div>
  );
}

function Page() {
  const document = /^\/document\/d\/([^/]+)/.exec(location.pathname)?.[1];
  if (document) return <DocumentPage id={document} />;
  return location.pathname === '/outbox' ? <OutboxPage /> : <Home />;
}

const root = document.getElementById('app');
if (root) render(<Page />, root);
