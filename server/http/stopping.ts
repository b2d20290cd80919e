import type { IncomingMessage, ServerResponse } from 'node:http';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** What is sent while the server stops is refused at once, to be sent again to the one that follows. */
const BODY = JSON.stringify({
  error: { code: 'stopping', message: 'The server is restarting. Try again in a moment.', requestId: '' },
});

/** A listener that can be told to take nothing new. What it took before goes on. */
export function stoppable(listener: Listener): { listener: Listener; stop(): void } {
  let isStopping = false;
  return {
    listener: (request, response) => (isStopping ? refuse(response) : listener(request, response)),
    stop() {
      isStopping = true;
    },
  };
}

function refuse(response: ServerResponse): void {
  response.writeHead(503, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(BODY),
    'Retry-After': '2',
    Connection: 'close',
  });
  response.end(BODY);
}
