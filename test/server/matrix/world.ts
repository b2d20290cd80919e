/** Two sites, somebody of each kind, and fresh things to act on for every question that is asked. */

import { insertConversation } from '../../../db/conversations.ts';
import { transaction } from '../../../db/database.ts';
import { insertMessage } from '../../../db/insert-message.ts';
import { insertPerson } from '../../../db/people.ts';
import { LIMITS } from '../../../server/limits.ts';
import { createPace, type Pace } from '../../../server/pace.ts';
import { issueVisitorToken } from '../../../server/visitor-token.ts';
import { conversationRow, messageRow, personRow } from '../../db/rows.ts';
import { addSite, Person, startTestServer, type TestServer } from '../harness.ts';

/** The columns of the matrix. `banned` and `blocked` are moderators otherwise; `expired` was one. */
export const WHO = [
  'nobody',
  'visitor',
  'expert',
  'moderator',
  'manager',
  'banned',
  'blocked',
  'expired',
  'elsewhere',
] as const;
export type Who = (typeof WHO)[number];

/**
 * What is acted on. `own`: what the actor wrote in a conversation of theirs; `asked`: somebody's answer in one of
 * theirs; `own-held`: a held question of theirs; `held`: somebody's held question, `held-answer`: a held answer in a public conversation; `elsewhere`: on the
 * other site.
 */
export const WHAT = [
  'others',
  'own',
  'asked',
  'own-held',
  'held',
  'held-answer',
  'deleted',
  'elsewhere',
] as const;
export type What = (typeof WHAT)[number];

export type Thing = { siteId: string; conversationId: string; messageId: string; authorId: string };

/** Texts nobody may be answered with who may not see what they stand in. */
export const SECRET = {
  held: 'secret-of-the-held',
  deleted: 'secret-of-the-deleted',
  elsewhere: 'secret-elsewhere',
};

export type World = {
  server: TestServer;
  people: Record<Who, Person>;
  /** A moderator who only listens. */
  listener: Person;
  make(what: What, who: Who): Promise<Thing>;
};

/** The matrix asks who may, not how often. */
const patient = Object.fromEntries(
  Object.keys(createPace()).map((name) => [name, async () => true]),
) as Record<keyof Pace, () => Promise<never>>;

export async function buildWorld(): Promise<World> {
  const server = await startTestServer({ pace: patient });
  await addSite(server.ctx, 'other');
  const people = await buildPeople(server);
  for (const site of ['demo', 'other']) {
    await addPerson(server, site, `asker-${site}`);
    await addPerson(server, site, `answerer-${site}`);
  }
  // Something of each kind that lists must leave out.
  for (const what of WHAT) await make(server, people.visitor, what);
  const listener = await server.person('moderator');
  return { server, people, listener, make: (what, who) => make(server, people[who], what) };
}

async function buildPeople(server: TestServer): Promise<Record<Who, Person>> {
  const people = {
    nobody: new Person(server.url, 'demo', '198.51.100.7'),
    visitor: await server.person(),
    expert: await server.person('expert'),
    moderator: await server.person('moderator'),
    manager: await server.person('manager'),
    banned: await server.person('moderator'),
    blocked: await server.person('moderator'),
    expired: await server.person('moderator'),
    elsewhere: await server.person('manager', 'other'),
  };
  people.nobody.office = server.ctx.config.publicUrl;
  await addPerson(server, 'demo', people.visitor.id);
  const office = '/api/back-office/demo';
  const why = { reason: 'x', expiresInHours: null };
  // Somebody who does a hundred things in a second looks like a machine.
  await people.manager.request('PATCH', `${office}/library/rules`, { pace: false, repetition: false });
  await people.manager.post(`${office}/people/${people.banned.id}/ban`, why);
  await people.manager.post(`${office}/blocks`, { range: people.blocked.address, ...why });
  await signOut(server, people.expired);
  return people;
}

/** The cookie belongs to no session any more, and the token is a visitor's of long ago. */
async function signOut(server: TestServer, person: Person): Promise<void> {
  await person.request('POST', '/api/sign-out', undefined, { origin: person.office, cookie: person.cookie });
  const longAgo = { now: () => Date.now() - LIMITS.token.visitorMs - 1000 };
  person.token = await issueVisitorToken({ ...server.ctx, clock: longAgo }, 'demo', server.ctx.random.id());
}

async function addPerson(server: TestServer, siteId: string, id: string): Promise<void> {
  const row = personRow({ id, site_id: siteId, name: `Name of ${id}`, last_seen_at: null });
  await transaction(server.ctx.db, (tx) => insertPerson(tx, row));
}

async function make(server: TestServer, person: Person, what: What): Promise<Thing> {
  const siteId = what === 'elsewhere' ? 'other' : 'demo';
  const isMine =
    (what === 'own' || what === 'asked' || what === 'own-held') && person.id !== '' && person.site === siteId;
  const asker = isMine ? person.id : `asker-${siteId}`;
  const author = what === 'own' || what === 'own-held' ? asker : `answerer-${siteId}`;
  const [conversationId, questionId, answerId] = [
    crypto.randomUUID(),
    crypto.randomUUID(),
    crypto.randomUUID(),
  ];
  const base = {
    site_id: siteId,
    conversation_id: conversationId,
    created_at: Date.now(),
    published_at: Date.now(),
  };
  const isHeld = what === 'held' || what === 'own-held';
  const secret = secretOf(what);
  await transaction(server.ctx.db, async (tx) => {
    await insertConversation(tx, {
      ...conversationRow({ id: conversationId, site_id: siteId, author_id: asker }),
      last_activity_at: Date.now(),
      ...(what === 'deleted'
        ? { state: 'deleted', state_before_delete: 'open', deleted_at: Date.now() }
        : {}),
      ...(isHeld ? { published_at: null } : {}),
    });
    const held = { state: 'held', published_at: null } as const;
    const question = {
      ...base,
      id: questionId,
      client_message_id: questionId,
      author_id: asker,
      is_question: 1,
      body: secret,
    } as const;
    await insertMessage(tx, messageRow({ ...question, ...(isHeld ? held : {}) }));
    if (isHeld) return;
    const answer = { ...base, id: answerId, client_message_id: answerId, author_id: author, body: secret };
    await insertMessage(
      tx,
      messageRow({ ...answer, ...(what === 'held-answer' ? { ...held, body: SECRET.held } : {}) }),
    );
  });
  const messageId = isHeld || what === 'own' ? questionId : answerId;
  return { siteId, conversationId, messageId, authorId: author };
}

function secretOf(what: What): string {
  if (what === 'held') return SECRET.held;
  if (what === 'deleted') return SECRET.deleted;
  return what === 'elsewhere' ? SECRET.elsewhere : 'Bonjour';
}
