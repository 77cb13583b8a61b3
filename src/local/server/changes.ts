import type { ServerResponse } from 'node:http';
import { SENT } from './router';

/** Tells every open page that something has changed. */
export interface Changes {
  /** Keeps this answer open and writes `changed` into it from now on. */
  readonly follow: (response: ServerResponse) => typeof SENT;
  readonly changed: () => void;
  readonly close: () => void;
}

/** `onChanged` is called with every change, before the pages hear of it. */
export function createChanges(onChanged: () => void): Changes {
  const followers = new Set<ServerResponse>();
  return {
    follow: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': ready\n\n');
      followers.add(response);
      response.on('close', () => followers.delete(response));
      return SENT;
    },
    changed: () => {
      onChanged();
      for (const follower of followers) follower.write('event: changed\ndata: {}\n\n');
    },
    close: () => {
      for (const follower of followers) follower.end();
    },
  };
}
