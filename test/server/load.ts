/** People who write as fast as they are answered. */
import type { Pace } from '../../server/pace.ts';
import type { SendAnswer } from '../../server/protocol/widget.ts';
import { PAGE, type Person } from './harness.ts';

/** Everybody may write as much as they like. */
export const unpaced: Pace = {
  takeGesture: async () => undefined,
  takeMessage: async () => {},
  takeReport: async () => undefined,
  takeRequest: async () => {},
  takeUpgrade: async () => {},
  takeSignIn: async () => {},
  takePicture: async () => {},
  takeCode: async () => {},
  takeChallenge: async () => {},
  takeSignInMail: async () => true,
  takeConfirmation: async () => true,
};

/** What came back of one intent: the status, or null where the connection gave no answer. */
export type Sent = { id: string; status: number | null; retryAfter: string | null };

type Where = { person(): Promise<Person> };

/** A question, and `count` people who answer it over HTTP, each one message after the other, until stopped. */
export async function startWriters(server: Where, count: number) {
  const people = await Promise.all(Array.from({ length: count }, () => server.person()));
  const asked = await people[0]!.post('/api/widget/messages', intent(null));
  const conversationId = ((await asked.json()) as SendAnswer).conversation.id;
  const acknowledged: string[] = [];
  const all: Sent[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let isOver = false;
  const writing = Promise.all(
    people.map(async (person) => {
      while (!isOver) {
        const sent = await send(person, conversationId);
        all.push(sent);
        if (sent.status === 200) acknowledged.push(sent.id);
        for (const { count, resolve } of waiting) if (acknowledged.length >= count) resolve();
        // Nobody is there any more.
        if (sent.status === null) return;
      }
    }),
  );
  return {
    people,
    conversationId,
    acknowledged,
    all,
    reached: (count: number) => new Promise<void>((resolve) => waiting.push({ count, resolve })),
    /** Everybody has given up. */
    ended: () => writing,
    async stop() {
      isOver = true;
      await writing;
    },
  };
}

async function send(person: Person, conversationId: string): Promise<Sent> {
  const body = intent(conversationId);
  const sent = { id: body.clientMessageId, status: null, retryAfter: null };
  try {
    const answer = await person.post('/api/widget/messages', body);
    await answer.text();
    return { ...sent, status: answer.status, retryAfter: answer.headers.get('retry-after') };
  } catch {
    return sent;
  }
}

function intent(conversationId: string | null) {
  const clientMessageId = crypto.randomUUID();
  const text = `Je prends la taille du dessus, ${words(clientMessageId)}.`;
  return {
    site: 'demo',
    clientMessageId,
    conversationId,
    text,
    name: 'Inès',
    page: conversationId === null ? PAGE : null,
  };
}

/** No two texts alike, and nothing in them that reads as a number. */
const words = (id: string) => id.replace(/[\d-]/g, (sign) => 'abcdefghij'[Number(sign)] ?? ' ');
