import { listSelfAccepted } from '../../db/conversations.ts';
import type { Tx } from '../../db/database.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { findMessage } from '../../db/messages.ts';
import type { PersonRow } from '../../db/schema.ts';
import { dropAcceptance } from '../actions/accept-answer.ts';
import type { AppContext } from '../context.ts';
import { ownCreditsGone } from '../recognition/take-back.ts';

/**
 * Two people turn out to be one. What one gave the other is given to oneself now, and taken back: thanks, points,
 * and the acceptance of an answer to one's own question, which is as open as if its asker had taken it back.
 * @returns how many messages went over
 */
export async function becomeOne(ctx: AppContext, tx: Tx, from: PersonRow, into: PersonRow): Promise<number> {
  const messages = await mergePeople(tx, from, into, ctx.clock.now());
  for (const id of await listSelfAccepted(tx, into.id)) {
    const answer = await findMessage(tx, into.site_id, id);
    if (answer) await dropAcceptance(ctx, tx, answer);
  }
  await ownCreditsGone(ctx, tx, into.site_id, into.id);
  return messages;
}
