import { transaction } from '../../../db/database.ts';
import { insertPerson } from '../../../db/people.ts';
import { PLAIN_PERSON } from '../../../db/plain-rows.ts';
import { updateSite } from '../../../db/sites.ts';
import { createSite } from '../../../server/actions/create-site.ts';
import { sendMessage } from '../../../server/actions/send-message.ts';
import { authenticate } from '../../../server/authenticate.ts';
import type { AppContext } from '../../../server/context.ts';
import { issueVisitorToken } from '../../../server/visitor-token.ts';
import { expertId, ORIGIN, SITE, writerId } from './site.ts';

/** What a run needs to know of the site: positions to resume from, and where to write. */
export type Filled = { epoch: string; conversations: { id: string; lastSeq: number }[] };

export type Wanted = { writers: number; conversations: number; messages: number; experts?: number };

/**
 * A site with the library every new site has, writers who have written before, and conversations of some
 * messages. One writer here says what hundreds would, so the rules against hurry and repetition are off.
 */
export async function fill(
  ctx: AppContext,
  { writers, conversations, messages, experts = 0 }: Wanted,
): Promise<Filled> {
  await createSite(ctx, { id: SITE, name: 'Bench', origins: [ORIGIN] });
  await transaction(ctx.db, async (tx) => {
    await updateSite(tx, SITE, { library_rules: JSON.stringify({ pace: false, repetition: false }) });
    for (let index = 0; index < writers; index++) await insertPerson(tx, writer(ctx, writerId(index)));
    for (let index = 0; index < experts; index++)
      await insertPerson(tx, { ...writer(ctx, expertId(index)), role: 'expert', name: `Malou ${index}` });
  });
  const filled: Filled = { epoch: ctx.epoch, conversations: [] };
  for (let i = 0; i < conversations; i++)
    filled.conversations.push(await converse(ctx, writerId(i % writers), messages));
  return filled;
}

function writer(ctx: AppContext, id: string): Parameters<typeof insertPerson>[1] {
  return {
    id,
    site_id: SITE,
    role: 'visitor',
    name: 'Inès',
    account_id: null,
    address: null,
    ...PLAIN_PERSON,
    created_at: ctx.clock.now(),
    last_seen_at: null,
  };
}

async function converse(
  ctx: AppContext,
  personId: string,
  messages: number,
): Promise<Filled['conversations'][0]> {
  const token = await issueVisitorToken(ctx, SITE, personId);
  const actor = await authenticate(ctx, SITE, { token }, '127.0.0.1');
  let id: string | null = null;
  for (let i = 0; i < messages; i++) {
    const { message: sent } = await sendMessage(ctx, actor, {
      clientMessageId: crypto.randomUUID(),
      conversationId: id,
      text: i === 0 ? 'Elles taillent comment, ces chaussures ?' : `Plutôt juste, prenez au-dessus (${i}).`,
      name: null,
      page: id === null ? { url: `${ORIGIN}/shoes/crete`, title: 'Crête GTX' } : null,
    });
    if (sent.state !== 'published') throw new Error(`the filter did not publish: ${sent.reasons}`);
    id = sent.conversation_id;
  }
  if (id === null) throw new Error('a conversation of no message');
  return { id, lastSeq: messages };
}
