import type { EventWithMessage } from '../../db/events-with-messages.ts';
import type { ConversationRow } from '../../db/schema.ts';
import type { ConversationEvent } from '../protocol/frames.ts';
import { messageView, type Viewer } from '../views.ts';

type State = Pick<ConversationRow, 'state' | 'accepted_message_id'>;

/** An event as this viewer may see it. @throws when the log names a message that is not there. */
export function eventView(
  { seq, kind, message }: EventWithMessage,
  conversation: State,
  viewer: Viewer,
): ConversationEvent | null {
  if (kind === 'conversation-state') return { kind, seq, ...stateOf(conversation) };
  if (!message) throw new Error(`event ${seq} names no message`);
  const view = messageView(message, viewer);
  return view && { kind, seq, message: view };
}

/** As it is now, whatever it was at the time of the event. */
const stateOf = ({ state, accepted_message_id: accepted }: State) => ({
  state,
  ...(accepted ? { acceptedMessageId: accepted } : {}),
});
