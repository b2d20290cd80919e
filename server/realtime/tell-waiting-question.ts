import type { BrokerMessage } from './broker.ts';
import type { Hub } from './hub.ts';
import { Outgoing } from './outgoing.ts';

type WaitingQuestion = Extract<BrokerMessage, { topic: 'waiting-question' }>;

/** That a question waits, to those of the people named who are here. */
export function tellWaitingQuestion(
  hub: Hub,
  { siteId, personIds, conversationId, wave }: WaitingQuestion,
): void {
  const frame = new Outgoing(JSON.stringify({ op: 'waiting-question', conversationId, wave }));
  for (const connection of personIds.flatMap((id) => hub.directory.ofPerson(id))) {
    if (connection.actor?.site.id === siteId) hub.flusher.push(connection, frame);
  }
}
