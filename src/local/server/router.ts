import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that cannot be granted, with a sentence for the person who made it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** One request as handlers see it. */
export interface Ask {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  /** The part of the path that a `:name` of the pattern stands for. */
  readonly param: (name: string) => string;
  /** The JSON that came with it; `{}` when none did. */
  readonly body: () => Promise<Readonly<Record<string, unknown>>>;
}

/** Gives what is sent as JSON, or a `Sent` when it has answered by itself. */
export type Handler = (ask: Ask) => unknown;

/** Says that the handler has written the answer. */
export const SENT = Symbol('sent');

/** `'GET /api/forms/:id'` → its handler. */
export type Routes = Readonly<Record<string, Handler>>;

const MOST_BYTES = 5_000_000;

/** Answers requests by the first route that fits; a `:name` stands for one part of the path. */
export function router(
  routes: Routes,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const table = Object.entries(routes).map(([key, handler]) => {
    const [method = '', pattern = ''] = key.split(' ');
    return { method, parts: pattern.split('/'), handler };
  });
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://workspace');
    const parts = url.pathname.split('/');
    const found = table.find((route) => route.method === request.method && fits(route.parts, parts));
    try {
      if (!found) throw new Refusal(404, 'Không có trang này. Hãy về trang đầu của không gian làm việc.');
      const param = (name: string): string => {
        const place = found.parts.indexOf(`:${name}`);
        return decodeURIComponent(parts[place] ?? '');
      };
      const body = (): Promise<Record<string, unknown>> => readJson(request);
      const answer = await found.handler({ request, response, query: url.searchParams, param, body });
      if (answer !== SENT) sendJson(response, 200, answer ?? {});
    } catch (error) {
      if (error instanceof Refusal) return sendJson(response, error.status, { message: error.message });
      console.error(error);
      sendJson(response, 500, {
        message: 'Không gian làm việc gặp lỗi. Việc vừa làm có thể chưa xong; hãy tải lại trang rồi thử lại.',
      });
    }
  };
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((part, at) => (part.startsWith(':') ? parts[at] !== '' : part === parts[at]))
  );
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Refusal(413, 'Nội dung gửi lên quá dài.');
    chunks.push(chunk);
  }
  if (size === 0) return {};
  try {
    const read: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (typeof read === 'object' && read !== null && !Array.isArray(read))
      return read as Record<string, unknown>;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new Refusal(400, 'Nội dung gửi lên không đọc được.');
}

/** A text of a request's JSON; '' when it holds none of that name. */
export function textIn(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

/** Writes an answer that nobody may keep a copy of. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  text: string | Buffer,
): typeof SENT {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
  return SENT;
}
