import { countByState, listHeads } from '../db/messages.ts';
import type { ConversationRow } from '../db/schema.ts';
import { listPageRules } from '../db/sites.ts';
import { obstacleToWriting } from './access.ts';
import { type Actor, mayModerate } from './actor.ts';
import type { AppContext } from './context.ts';
import { matchPageRule } from './page-rules.ts';
import type { ConversationView } from './protocol/frames.ts';
import { conversationView, type Viewer } from './views.ts';

export const viewerOf = (actor: Actor): Viewer => ({
  personId: actor.personId,
  mayModerate: mayModerate(actor),
});

/** Conversations as rows of this actor's lists, in the order given, with four queries whatever the number. */
export async function viewConversations(
  ctx: AppContext,
  actor: Actor,
  rows: ConversationRow[],
): Promise<ConversationView[]> {
  const ids = rows.map((row) => row.id);
  const [heads, counts, rules] = await Promise.all([
    listHeads(ctx.db, ids),
    countByState(ctx.db, ids),
    listPageRules(ctx.db, actor.site.id),
  ]);
  return rows.flatMap((row) => {
    const question = heads.find((head) => head.conversation_id === row.id && head.is_question === 1);
    if (!question) return [];
    const lastAnswer =
      heads.find((head) => head.conversation_id === row.id && head.is_question === 0) ?? null;
    // What the asker adds to their own question is no answer to it.
    const answers = counts.filter(
      (count) =>
        count.conversation_id === row.id && count.state === 'published' && count.author_id !== row.author_id,
    );
    const { mode } = matchPageRule(actor.site, rules, row.page_key);
    const mayWrite = obstacleToWriting(actor, row, mode) === null;
    const head = {
      question,
      lastAnswer,
      answers: answers.reduce((sum, count) => sum + Number(count.n), 0),
      mayWrite,
    };
    return [conversationView(row, head, viewerOf(actor))];
  });
}

export async function viewConversation(
  ctx: AppContext,
  actor: Actor,
  row: ConversationRow,
): Promise<ConversationView> {
  const [view] = await viewConversations(ctx, actor, [row]);
  if (!view) throw new Error(`conversation ${row.id} has no question`);
  return view;
}
