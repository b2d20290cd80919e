/** The event stream of frames, as a browser behind a proxy without WebSocket reads it. */
import type { ClientFrame, ServerFrame } from '../../server/protocol/frames.ts';
import { PAGE, type Person } from '../server/harness.ts';

export type RawStream = {
  send(frames: ClientFrame[]): Promise<void>;
  /** The frames since this was last asked for; everything the server had to say before now is among them. */
  fresh(): Promise<ServerFrame[]>;
};

/** Says hello. @throws where the server refuses the stream */
export async function openStream(person: Person): Promise<RawStream> {
  const hello = { op: 'hello', version: 1, site: person.site, token: person.token, page: PAGE };
  const answer = await person.request('POST', '/api/stream', hello);
  if (!answer.ok || !answer.body) throw new Error(`the stream is answered ${answer.status}`);
  const events = readEvents(answer.body);
  const { id } = JSON.parse((await events.next('stream')).data) as { id: string };
  const send = async (frames: ClientFrame[]) => {
    const { status } = await person.request('POST', `/api/stream/${id}`, frames);
    if (status !== 204) throw new Error(`frames on a stream are answered ${status}`);
  };
  return {
    send,
    async fresh() {
      await send([{ op: 'ping' }]);
      const frames: ServerFrame[] = [];
      for (;;) {
        const frame = JSON.parse((await events.next('message')).data) as ServerFrame;
        if (frame.op === 'pong') return frames;
        frames.push(frame);
      }
    },
  };
}

type SentEvent = { name: string; data: string };

/** Server-sent events, one after the other (HTML standard, section 9.2.6). */
function readEvents(body: NonNullable<Response['body']>) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    /** The next event of this name. @throws where the stream ends before */
    async next(name: string): Promise<SentEvent> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end < 0) {
          const { done, value } = await reader.read();
          if (done) throw new Error(`the stream ended: ${text.slice(-300)}`);
          text += value;
          continue;
        }
        const event = eventOf(text.slice(0, end));
        text = text.slice(end + 2);
        // A comment, which says that the connection lives, has no data and is no event.
        if (event.name === name && event.data !== '') return event;
      }
    },
  };
}

function eventOf(block: string): SentEvent {
  const field = (name: string) =>
    block.split('\n').flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : []));
  return { name: field('event')[0] ?? 'message', data: field('data').join('\n') };
}
