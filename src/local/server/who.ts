import type { IncomingMessage, ServerResponse } from 'node:http';

const COOKIE = 'workspace-person';

/** The e-mail that this browser is signed in as; '' for nobody. */
export function signedIn(request: IncomingMessage): string {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === COOKIE && value) return decodeURIComponent(value);
  }
  return '';
}

/** Signs this browser in as that person; '' signs out. */
export function signIn(response: ServerResponse, email: string): void {
  const life = email === '' ? '; Max-Age=0' : '';
  response.setHeader(
    'set-cookie',
    `${COOKIE}=${encodeURIComponent(email)}; Path=/; HttpOnly; SameSite=Lax${life}`,
  );
}
