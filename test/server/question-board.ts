/** A site whose shoes and tents are topics of their own, with people who ask and who answer. */

import { transaction } from '../../db/database.ts';
import type { RoleValue } from '../../db/schema.ts';
import { replacePageRules } from '../../db/sites.ts';
import type { WaitingQuestionsAnswer } from '../../server/protocol/waiting.ts';
import { type Person, SHOP, startTestServer, type TestSocket } from './harness.ts';

export const MINUTE = 60_000;

export type Board = Awaited<ReturnType<typeof openBoard>>;

export async function openBoard() {
  let now = Date.parse('2026-05-04T10:00:00Z');
  const server = await startTestServer({ clock: { now: () => now } });
  await transaction(server.ctx.db, (tx) =>
    replacePageRules(tx, 'demo', [rule(0, '/shoes', 'Chaussures'), rule(1, '/tents', 'Tentes')]),
  );
  return {
    server,
    now: () => now,
    pass(ms: number) {
      now += ms;
    },
    async member(role: RoleValue = 'expert', availability: object | null = null): Promise<Person> {
      const person = await server.person(role);
      if (availability) await person.post('/api/questions/availability', { site: 'demo', ...availability });
      return person;
    },
    /** A question of a visitor of its own. */
    async ask(text = 'Quelle pointure prendre ?', path = '/shoes/crete', language?: string) {
      const asker = await server.person();
      const socket = await asker.connect();
      const question = await askOn(socket, text, path, language);
      return { asker, socket, ...question };
    },
  };
}

export async function askOn(socket: TestSocket, text: string, path = '/shoes/crete', language?: string) {
  const clientMessageId = crypto.randomUUID();
  const page = { url: `${SHOP}${path}`, title: 'Une page', ...(language ? { language } : {}) };
  socket.send({ op: 'send', clientMessageId, conversationId: null, text, name: 'Inès', page });
  const { conversation, message } = await socket.next(
    'ack',
    (frame) => frame.clientMessageId === clientMessageId,
  );
  if (!conversation) throw new Error('a question opened no conversation');
  return { id: conversation.id, conversation, message };
}

export async function listWaiting(person: Person, query = ''): Promise<WaitingQuestionsAnswer> {
  const answer = await person.get(`/api/questions/waiting?site=${person.site}${query}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as WaitingQuestionsAnswer;
}

export const waitingIds = async (person: Person, query = '') =>
  (await listWaiting(person, query)).questions.map(({ id }) => id);

export const take = (person: Person, id: string) =>
  person.post(`/api/questions/${id}/take`, { site: person.site });

function rule(position: number, path: string, topic: string) {
  return {
    id: `rule-${position}`,
    site_id: 'demo',
    position,
    match_kind: 'contains' as const,
    match_value: path,
    show: 1 as const,
    display: 'launcher' as const,
    invitation: null,
    topic,
    mode: null,
  };
}
