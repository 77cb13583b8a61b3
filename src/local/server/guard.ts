import type { IncomingMessage, ServerResponse } from 'node:http';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Lets only the workspace's own pages act: a request under another host's name, or sent by another site's page, is refused. */
export function guarded(
  origin: () => string,
  answer: Answer,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const own = `http://${request.headers.host ?? ''}` === origin();
    const from = request.headers.origin;
    if (own && (from === undefined || from === origin())) {
      void answer(request, response);
      return;
    }
    response.writeHead(403, { 'content-type': 'application/json; charset=utf-8' });
    response.end(
      JSON.stringify({ message: 'Chỉ các trang của không gian làm việc mới được gọi địa chỉ này.' }),
    );
  };
}
