/** Somebody who has answered others for days, as rows. */
import { transaction } from '../../../db/database.ts';
import { insertMessage } from '../../../db/insert-message.ts';
import { PLAIN_CONVERSATION, PLAIN_MESSAGE } from '../../../db/plain-rows.ts';
import type { ConversationRow, MessageRow } from '../../../db/schema.ts';
import type { AppContext } from '../../../server/context.ts';

const DAY = 24 * 60 * 60 * 1000;
let made = 0;

type Work = {
  askerId: string;
  authorId: string;
  answers: number;
  /** The last answer is from now, those before it a day earlier each. */
  now: number;
  thanks?: number;
  accepted?: number;
  rejected?: number;
};

/** Each answer stands in a question of its own. */
export async function answerOften(ctx: AppContext, work: Work): Promise<void> {
  const { answers, rejected = 0, thanks = 0, accepted = 0, now } = work;
  await transaction(ctx.db, async (tx) => {
    for (let at = 0; at < answers + rejected; at++) {
      const id = `regular-${++made}`;
      const isRejected = at >= answers;
      const created_at = now - Math.min(at, answers - 1) * DAY;
      await tx
        .insertInto('conversation')
        .values({
          ...conversation(id, work.askerId, created_at),
          accepted_message_id: at < accepted ? `m-${id}` : null,
        })
        .execute();
      const state = isRejected ? ('rejected' as const) : ('published' as const);
      const changes = { state, thanks: at < thanks ? 1 : 0 };
      await insertMessage(tx, { ...message(id, work.authorId, created_at), ...changes });
    }
    await tx.updateTable('person').set({ last_seen_at: now }).where('id', '=', work.authorId).execute();
  });
}

function conversation(id: string, author_id: string, created_at: number): ConversationRow {
  return {
    ...PLAIN_CONVERSATION,
    id,
    site_id: 'demo',
    state: 'open',
    state_before_delete: null,
    author_id,
    page_url: 'https://shop.test/a',
    page_key: 'https://shop.test/a',
    page_title: 'A',
    product_name: null,
    image_url: null,
    created_at,
    published_at: created_at,
    last_activity_at: created_at,
    last_seq: 1,
    deleted_at: null,
    deleted_by: null,
  };
}

function message(id: string, author_id: string, created_at: number): MessageRow {
  return {
    ...PLAIN_MESSAGE,
    id: `m-${id}`,
    site_id: 'demo',
    conversation_id: id,
    author_id,
    client_message_id: `c-${id}`,
    state: 'published',
    seq: 1,
    is_question: 0,
    body: 'Une réponse',
    reasons: '[]',
    library_version: 1,
    state_reason: null,
    address: null,
    created_at,
    published_at: created_at,
  };
}
