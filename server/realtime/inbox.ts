/** Frames of a connection are handled in the order they came; sends that cannot overtake each other, together. */
import { upsetsNow } from '../../db/commit-message.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { CLOSE, type ClientFrame } from '../protocol/frames.ts';
import type { Connection, Inbox } from './connection.ts';
import { handleFrame } from './frame-handlers.ts';
import type { Hub } from './hub.ts';

export function takeIn(ctx: AppContext, hub: Hub, connection: Connection, frame: ClientFrame): void {
  connection.inbox ??= { frames: [], alone: false, together: 0, upsets: 0 };
  const { frames } = connection.inbox;
  // One of them waits for the peer to read, which it does not while it goes on talking.
  if (frames.length >= LIMITS.frames.perTenSeconds) {
    hub.close(connection, CLOSE.tooSlow, 'too slow');
    return;
  }
  frames.push(frame);
  hub.underWay.add(connection);
  hub.turns(() => connection.inbox && goOn(ctx, hub, connection, connection.inbox));
}

function goOn(ctx: AppContext, hub: Hub, connection: Connection, inbox: Inbox): void {
  if (connection.state.name === 'closing') inbox.frames.length = 0;
  for (let next = inbox.frames[0]; next && mayStart(ctx, connection, inbox, next); next = inbox.frames[0]) {
    inbox.frames.shift();
    void handle(ctx, hub, connection, inbox, next);
  }
  if (inbox.frames.length > 0 || inbox.alone || inbox.together > 0) return;
  connection.inbox = null;
  hub.underWay.delete(connection);
}

function mayStart(ctx: AppContext, connection: Connection, inbox: Inbox, frame: ClientFrame): boolean {
  if (inbox.alone) return false;
  if (inbox.together === 0) return true;
  if (!mayGoTogether(connection, frame)) return false;
  // Those under way may have to be decided again, and would then be overtaken.
  return inbox.together < LIMITS.sends.together && inbox.upsets === upsetsNow(ctx.db);
}

async function handle(
  ctx: AppContext,
  hub: Hub,
  connection: Connection,
  inbox: Inbox,
  frame: ClientFrame,
): Promise<void> {
  const together = mayGoTogether(connection, frame);
  if (inbox.together === 0) inbox.upsets = upsetsNow(ctx.db);
  if (together) inbox.together += 1;
  else inbox.alone = true;
  try {
    await handleFrame(ctx, hub, connection, frame);
  } catch (error) {
    fail(ctx, hub, connection, error);
  }
  if (together) inbox.together -= 1;
  else inbox.alone = false;
  goOn(ctx, hub, connection, inbox);
}

/**
 * Messages of somebody already known, in conversations that exist, take the same steps one behind the other:
 * they share a commit instead of each waiting for its own.
 */
function mayGoTogether({ actor }: Connection, frame: ClientFrame): boolean {
  if (frame.op !== 'send' || frame.conversationId === null || !actor?.person) return false;
  return frame.name === null || frame.name === actor.person.name;
}

function fail(ctx: AppContext, hub: Hub, connection: Connection, error: unknown): void {
  if (error instanceof Refusal) {
    hub.send(connection, { op: 'error', code: error.code, message: error.message });
    return;
  }
  ctx.log.error({ err: error }, 'a frame could not be handled');
  hub.close(connection, CLOSE.overload, 'try again');
}
