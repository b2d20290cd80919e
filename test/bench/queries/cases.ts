/** What is asked: everything a shopper or the back office reads, at places spread over the whole file. */
import { listAuditLog } from '../../../db/audit-log.ts';
import { describeTargets } from '../../../db/audit-targets.ts';
import { findConversation, listAllConversations, listConversations } from '../../../db/conversations.ts';
import { listEventsWithMessages } from '../../../db/events-with-messages.ts';
import { findMessage, listInConversation } from '../../../db/messages.ts';
import { listPeople } from '../../../db/people.ts';
import { countQueue, listQueue } from '../../../db/review-queue.ts';
import type { ConversationStateValue } from '../../../db/schema.ts';
import { searchConversations } from '../../../db/search.ts';
import { searchWordsOf } from '../../../db/search-words.ts';
import { listWaitingQuestions, type WaitingFilter } from '../../../db/waiting-questions.ts';
import type { Actor } from '../../../server/actor.ts';
import type { AppContext } from '../../../server/context.ts';
import { viewConversations } from '../../../server/conversation-heads.ts';
import { catchUp } from '../../../server/realtime/catch-up.ts';
import type { Hub } from '../../../server/realtime/hub.ts';
import { regularsOf } from '../../../server/regulars.ts';
import { viewQueue } from '../../../server/review-queue.ts';
import { conversationId, pageUrl, personId } from './insert-community.ts';
import type { Vocabulary } from './words.ts';

export type Case = { name: string; barMs: number | null; run: (round: number) => unknown };
type World = {
  ctx: AppContext;
  hub: Hub;
  actor: Actor;
  manager: Actor;
  conversations: number;
  people: number;
};

const READ_MS = 2;
const SEARCH_MS = 5;
/** Primes far from each other, so that rounds meet other rows. */
const spread = (round: number, of: number) => (round * 7919 + 13) % of;

export function readingCases(world: World): Case[] {
  const { ctx, actor, manager, conversations, people } = world;
  const { db } = ctx;
  const siteId = actor.site.id;
  const list = async (scope: Parameters<typeof listConversations>[1]['scope'], before: number | null) => {
    const place = before === null ? null : { lastActivityAt: before, id: '' };
    return await viewConversations(
      ctx,
      actor,
      await listConversations(db, { siteId, scope, before: place, limit: 31 }),
    );
  };
  const office = async (state: ConversationStateValue | null) =>
    await viewConversations(
      ctx,
      manager,
      await listAllConversations(db, { siteId, state, before: null, limit: 51 }),
    );
  const waiting = async (wanted: Partial<WaitingFilter>) => {
    const everything = { siteId, topic: null, language: null, before: null, limit: 31, now: Date.now() };
    return await viewConversations(ctx, actor, await listWaitingQuestions(db, { ...everything, ...wanted }));
  };
  const page = (round: number) => `${pageUrl(spread(round, 2000))}`;
  return [
    {
      name: 'the regulars, with the evidence (100 candidates)',
      barMs: null,
      run: () => regularsOf(ctx, siteId),
    },
    {
      name: 'history page (100), whole answer',
      barMs: READ_MS,
      run: (round) => history(world, round % 20),
    },
    { name: 'events after, 100, with messages', barMs: READ_MS, run: (round) => events(ctx, round % 20) },
    {
      name: 'messages of an ordinary conversation',
      barMs: READ_MS,
      run: (round) => listInConversation(db, conversationId(spread(round, conversations)), {}),
    },
    {
      name: 'one message by id',
      barMs: READ_MS,
      run: (round) => findMessage(db, siteId, `unknown-${round}`),
    },
    {
      name: 'list of a page, with heads',
      barMs: READ_MS,
      run: (round) => list({ kind: 'page', pageKey: page(round) }, null),
    },
    { name: 'list of the site, with heads', barMs: READ_MS, run: () => list({ kind: 'site' }, null) },
    {
      name: 'list of the site, a year back',
      barMs: READ_MS,
      run: (round) => list({ kind: 'site' }, Date.UTC(2025, 0, 1 + (round % 300))),
    },
    {
      name: 'list of mine, with heads',
      barMs: READ_MS,
      run: (round) => list({ kind: 'mine', authorId: personId(spread(round, people)) }, null),
    },
    ...([null, 'open', 'answered', 'closed', 'deleted'] as const).map((state) => ({
      name: `back office, ${state ?? 'all'} (51)`,
      barMs: READ_MS,
      run: () => office(state),
    })),
    { name: 'waiting questions (31), with heads', barMs: READ_MS, run: () => waiting({}) },
    {
      name: 'waiting questions, a year back',
      barMs: READ_MS,
      run: (round) => waiting({ before: { publishedAt: Date.UTC(2025, 0, 1 + (round % 300)), id: '' } }),
    },
    {
      name: 'waiting questions of a topic that never was',
      barMs: READ_MS,
      run: () => waiting({ topic: 'Parapluies' }),
    },
    { name: 'review queue, list (50)', barMs: READ_MS, run: () => listQueue(db, siteId, null, 50) },
    { name: 'review queue, whole answer (50 cards)', barMs: null, run: () => viewQueue(ctx, manager, null) },
    { name: 'review queue, count', barMs: READ_MS, run: () => countQueue(db, siteId) },
    {
      name: 'people (51)',
      barMs: READ_MS,
      run: () => listPeople(db, siteId, { q: null, role: null, before: null, limit: 51 }),
    },
    {
      name: 'people of a name',
      barMs: SEARCH_MS,
      run: () => listPeople(db, siteId, { q: 'Inès 19', role: null, before: null, limit: 51 }),
    },
    {
      name: 'people, nobody of the name',
      barMs: SEARCH_MS,
      run: () => listPeople(db, siteId, { q: 'zzzz', role: null, before: null, limit: 51 }),
    },
    { name: 'audit log', barMs: READ_MS, run: () => audit(ctx, siteId, null) },
    { name: 'audit log, one kind of act', barMs: READ_MS, run: () => audit(ctx, siteId, 'conversation.') },
    {
      name: 'audit log, an act that never was',
      barMs: READ_MS,
      run: () => audit(ctx, siteId, 'message.restored'),
    },
  ];
}

async function events(ctx: AppContext, conversation: number) {
  const { last_seq: last } = await ctx.db
    .selectFrom('conversation')
    .select('last_seq')
    .where('id', '=', conversationId(conversation))
    .executeTakeFirstOrThrow();
  return await listEventsWithMessages(ctx.db, conversationId(conversation), Math.max(0, last - 100), 100);
}

/** As a client that was away for a hundred events gets them. */
async function history({ ctx, hub, actor }: World, hot: number) {
  const conversation = await findConversation(ctx.db, actor.site.id, conversationId(hot));
  if (!conversation) return;
  const lastSeq = Math.max(0, conversation.last_seq - 100);
  return await catchUp(ctx, hub, actor, { conversationId: conversation.id, lastSeq, epoch: ctx.epoch });
}

async function audit(ctx: AppContext, siteId: string, act: string | null) {
  const rows = await listAuditLog(ctx.db, siteId, { act, before: null, limit: 51 });
  return await describeTargets(ctx.db, rows);
}

/** Words by how frequent they are, and what somebody may type who means harm. */
export function searchCases({ ctx, manager }: World, { words }: Vocabulary): Case[] {
  const search = (typed: string) => async () => {
    const found = searchWordsOf(typed);
    const filter = { siteId: manager.site.id, typed, state: null, before: null, limit: 50 };
    return found && (await searchConversations(ctx.db, { ...filter, words: found }));
  };
  const rare = words.at(-10)!;
  return Object.entries({
    'a rare word': rare,
    'a middling word': words[3000]!,
    'a frequent word': 'chaussures',
    'the most frequent word': words[0]!,
    'a word that is nowhere': 'xylophage',
    'two words': `livraison ${words[400]}`,
    'two frequent words': 'de la',
    'frequent and rare': `de ${rare}`,
    'frequent and nowhere': 'de xylophage',
    'the beginning of a word': 'chauss',
    'two letters': 'ch',
    'one letter': 'd',
    'two beginnings that seldom meet': `${words[900]!.slice(0, 3)} ${words[2000]!.slice(0, 3)}`,
    'a phrase': '"la livraison"',
    'a phrase that is nowhere': '"la le de la"',
    'a name': 'Inès 19',
    'a page': 'modele-1999',
    operators: 'chaussures AND NOT (livraison OR NEAR) *',
    'unbalanced quotes': '"chaussures AND',
    'nothing but signs': '"""***',
    '% × 200': '%'.repeat(200),
  }).map(([name, typed]) => ({ name: `search: ${name}`, barMs: SEARCH_MS, run: search(typed) }));
}
