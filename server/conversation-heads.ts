import { type HeadRow, listHeads } from '../db/conversation-heads.ts';
import { listClaimsOf } from '../db/question-claims.ts';
import type { ConversationRow } from '../db/schema.ts';
import { listPageRules } from '../db/sites.ts';
import { obstacleToWriting } from './access.ts';
import { type Actor, mayModerate } from './actor.ts';
import type { AppContext } from './context.ts';
import { matchPageRule } from './page-rules.ts';
import { may } from './permissions.ts';
import type { ConversationView } from './protocol/frames.ts';
import { conversationView, type Viewer } from './views.ts';

export const viewerOf = (actor: Actor): Viewer => ({
  personId: actor.personId,
  mayModerate: mayModerate(actor),
  seesMatches: may(actor, 'see-matches'),
});

/** Conversations as rows of this actor's lists, in the order given. What each costs does not grow with its messages. */
export async function viewConversations(
  ctx: AppContext,
  actor: Actor,
  rows: ConversationRow[],
): Promise<ConversationView[]> {
  const viewFor = await readViews(ctx, actor.site.id, rows);
  return rows.flatMap((row) => viewFor(actor, row) ?? []);
}

/** @returns what views any of these rows for anybody of their site; null for one without a question. */
export async function readViews(
  ctx: AppContext,
  siteId: string,
  rows: ConversationRow[],
): Promise<(actor: Actor, row: ConversationRow) => ConversationView | null> {
  const [heads, rules] = await Promise.all([
    listHeads(
      ctx.db,
      rows.map((row) => row.id),
    ),
    listPageRules(ctx.db, siteId),
  ]);
  const byId = new Map(heads.map((head) => [head.conversation_id, head]));
  const takers = await takersOf(ctx, heads);
  return (actor, row) => {
    const head = byId.get(row.id);
    if (!head) return null;
    const { mode } = matchPageRule(actor.site, rules, row.page_key);
    const mayWrite = obstacleToWriting(actor, row, mode) === null;
    return conversationView(row, { ...headOf(head), mayWrite, takenBy: takers.get(row.id) }, viewerOf(actor));
  };
}

/** Who is on which of the questions nobody answered. */
async function takersOf(ctx: AppContext, heads: HeadRow[]) {
  const ids = heads.filter(({ answers }) => answers === 0).map((head) => head.conversation_id);
  const claims = await listClaimsOf(ctx.db, ids);
  return new Map(
    claims
      .filter(({ until }) => until > ctx.clock.now())
      .map(({ conversation_id, person_id: id, name, until }) => [conversation_id, { id, name, until }]),
  );
}

function headOf(row: HeadRow) {
  const { last_author_name: authorName, last_author_role: role, last_text: text } = row;
  const hasAnswer = authorName !== null && role !== null && text !== null;
  return {
    question: row,
    lastAnswer: hasAnswer ? { authorName, role, text } : null,
    answers: row.answers,
  };
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
