/** Thrown when the server cannot be reached or answers with a fault; the message is for people. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const UNREACHABLE =
  'Không nối được với không gian làm việc. Kiểm tra cửa sổ dòng lệnh còn chạy rồi tải lại trang.';

async function request<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin' });
  } catch (cause) {
    throw new ApiError(UNREACHABLE, 0, { cause });
  }
  const text = await response.text();
  const body: unknown = text ? JSON.parse(text) : null;
  if (response.ok) return body as T;
  const message = (body as { message?: string } | null)?.message ?? UNREACHABLE;
  throw new ApiError(message, response.status);
}

/** Reads one JSON answer of the server. */
export function getJson<T>(path: string): Promise<T> {
  return request<T>(path, { method: 'GET' });
}

/** Asks the server to do something and gives its JSON answer. */
export function postJson<T>(path: string, body: unknown = {}): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Calls `changed` whenever something in the workspace has changed, a little after; gives a function that stops it. */
export function onChange(changed: () => void): () => void {
  const source = new EventSource('/api/events');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = true;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, 60);
  };
  source.addEventListener('changed', soon);
  // The server may have gone and come back with other data: what is on the screen may be old.
  source.addEventListener('open', () => {
    if (!first) soon();
    first = false;
  });
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
