/** Each way in which something is taken from somebody, and what must be over once that was answered. */
import type { Person, TestSocket } from '../../server/harness.ts';
import { anyLetters } from '../seeded.ts';

export type Race = {
  manager: Person;
  asker: Person;
  target: Person;
  conversationId: string;
  messageId: string;
};

export type Kind = {
  name: string;
  role: 'visitor' | 'expert' | 'moderator';
  /** What takes it away. */
  act(race: Race): Promise<Response>;
  /** What a message sent afterwards is refused with; null where sending is not what is taken. */
  code: string | null;
  /** The code open connections of the target are closed with; null where they stay. */
  closes: number | null;
  /** What must be refused afterwards, each with its status. */
  over(race: Race): Promise<[what: string, status: number, wanted: number][]>;
  /** Gives back what others need as well. */
  undo?(race: Race): Promise<Response>;
};

const OFFICE = '/api/back-office/demo';
const SITE = { site: 'demo' };

export const KINDS: Kind[] = [
  {
    name: 'block',
    role: 'visitor',
    act: ({ manager, target }) =>
      manager.post(`${OFFICE}/blocks`, { range: target.address, reason: 'x', expiresInHours: null }),
    code: 'blocked',
    closes: 4403,
    over: async ({ target, messageId }) => [
      ['list', (await target.get('/api/widget/conversations?site=demo&scope=site')).status, 403],
      ['report', (await report(target, messageId)).status, 403],
      ['token', (await target.post('/api/widget/token', SITE)).status, 403],
    ],
  },
  {
    name: 'ban',
    role: 'visitor',
    act: ({ manager, target }) =>
      manager.post(`${OFFICE}/people/${target.id}/ban`, { reason: 'x', expiresInHours: null }),
    code: 'banned',
    closes: null,
    over: async ({ target, messageId }) => [['report', (await report(target, messageId)).status, 403]],
  },
  {
    name: 'role',
    role: 'moderator',
    act: ({ manager, target }) => manager.post(`${OFFICE}/people/${target.id}/role`, { role: 'visitor' }),
    code: null,
    closes: null,
    over: async ({ target, messageId }) => [
      ['hide', (await hide(target, messageId)).status, 404],
      [
        'alert',
        (
          await target.post('/api/moderation/alerts', {
            ...SITE,
            about: { kind: 'message', id: messageId },
            note: 'n',
            degree: 'look',
          })
        ).status,
        404,
      ],
      ['queue', (await target.get(`${OFFICE}/queue`)).status, 404],
    ],
  },
  {
    name: 'sign-out',
    role: 'moderator',
    act: ({ target }) =>
      target.request('POST', '/api/sign-out', {}, { origin: target.office, cookie: target.cookie }),
    code: null,
    closes: 4601,
    over: async ({ target }) => [
      ['queue', (await target.get(`${OFFICE}/queue`)).status, 401],
      ['session', (await target.get('/api/back-office/session')).status, 401],
    ],
  },
  {
    name: 'mode',
    role: 'visitor',
    act: ({ manager }) => manager.request('PATCH', `${OFFICE}/site`, { mode: 'invite-only' }),
    code: 'only-experts-answer',
    closes: null,
    over: async () => [],
    undo: ({ manager }) => manager.request('PATCH', `${OFFICE}/site`, { mode: 'open' }),
  },
  {
    name: 'closed',
    role: 'visitor',
    act: ({ manager, conversationId }) => manager.post(`${OFFICE}/conversations/${conversationId}/close`, {}),
    code: 'conversation-closed',
    closes: null,
    over: async () => [],
  },
  {
    name: 'deleted',
    role: 'visitor',
    act: ({ manager, conversationId }) =>
      manager.request('DELETE', `${OFFICE}/conversations/${conversationId}`, { reason: null }),
    code: 'not-found',
    closes: null,
    over: async ({ target, messageId, conversationId }) => [
      ['report', (await report(target, messageId)).status, 404],
      ['list', await listed(target, conversationId), 404],
    ],
  },
];

const report = (person: Person, id: string) =>
  person.post(`/api/widget/messages/${id}/report`, { ...SITE, reason: 'spam' });

const hide = (person: Person, id: string) =>
  person.post(`/api/moderation/messages/${id}`, { ...SITE, act: 'hide', reason: null });

async function listed(person: Person, conversationId: string): Promise<number> {
  const answer = await person.get('/api/widget/conversations?site=demo&scope=site');
  return (await answer.text()).includes(conversationId) ? 200 : 404;
}

/** What the target does until it is stopped: each a send, or for a moderator also an act. */
export async function keepBusy(
  socket: TestSocket,
  { target, conversationId, messageId }: Race,
  times: number,
) {
  for (let i = 0; i < times; i += 1) {
    if (socket.socket.readyState === socket.socket.OPEN)
      socket.post(`encore ${anyLetters()}`, conversationId);
    if (i === 1 && target.cookie) void hide(target, messageId).catch(() => {});
    await new Promise((done) => setImmediate(done));
  }
}
