import { startServer } from '../../../src/local/server/start-server';
import type { RunningServer, ServerOptions } from '../../../src/local/server/start-server';
import { plainHome } from './duty-book';

/** An answer of the server: its status and its JSON. */
export interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- what a test reads of an answer, it checks
  readonly body: any;
}

/** A browser as far as a server can tell: it keeps its cookie. */
export interface Visitor {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body?: unknown) => Promise<Answer>;
  readonly signIn: (email: string) => Promise<Answer>;
}

/** A browser that has just come to that origin. */
export function visitor(origin: string): Visitor {
  let cookie = '';
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { ...(init.headers as Record<string, string> | undefined), cookie };
    const response = await fetch(new URL(path, origin), { ...init, headers });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return { status: response.status, body: await response.json() };
  };
  const post = (path: string, body: unknown = {}): Promise<Answer> =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { get: (path) => ask(path, {}), post, signIn: (email) => post('/api/session', { email }) };
}

/** Runs `act` with a server of that workspace, and stops it whatever happens. */
export async function withServer(
  options: Pick<ServerOptions, 'workspace'> & Partial<ServerOptions>,
  act: (server: RunningServer) => Promise<void>,
): Promise<void> {
  const server = await startServer({ port: 0, home: plainHome, ...options });
  try {
    await act(server);
  } finally {
    await server.close();
    options.workspace.close();
  }
}
