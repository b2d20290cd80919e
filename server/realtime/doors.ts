/** The doors that every kind of transport goes through: a connection opens, frames arrive, it is gone. */
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { CLOSE, type ClientFrame } from '../protocol/frames.ts';
import { frameIn, parseFrame } from '../protocol/parse.ts';
import { Connection, type Handshake } from './connection.ts';
import { forget, type Hub } from './hub.ts';
import { takeIn } from './inbox.ts';
import type { Transport } from './transport.ts';

/** @throws Refusal 429 when this address has as many connections as it may. */
export function refuseTooMany(hub: Hub, address: string): void {
  if (hub.directory.fromAddress(address) < LIMITS.connections.address) return;
  throw new Refusal(429, 'too-many', 'Too many connections from this address.', 10_000);
}

/** @throws Refusal 503 while the server stops. */
export function refuseWhileStopping(hub: Hub): void {
  if (hub.stopping) throw new Refusal(503, 'restarting', 'The server is restarting.', 2000);
}

/** Takes in whoever shook hands; a hello is expected next, in time. @throws Refusal 429, 503 */
export function openConnection(hub: Hub, transport: Transport, handshake: Handshake): Connection {
  // It may have begun to stop since the first question.
  refuseWhileStopping(hub);
  refuseTooMany(hub, handshake.address);
  const connection = new Connection(transport, handshake, performance.now());
  hub.directory.add(connection);
  return connection;
}

/** A frame as it arrived: handled after those before it. */
export function receive(ctx: AppContext, hub: Hub, connection: Connection, data: string): void {
  admit(ctx, hub, connection, () => parseFrame(data));
}

/** The same of JSON that was read with others: it is not written again to be read once more. */
export function receiveJson(ctx: AppContext, hub: Hub, connection: Connection, json: unknown): void {
  admit(ctx, hub, connection, () => frameIn(json));
}

function admit(ctx: AppContext, hub: Hub, connection: Connection, read: () => ClientFrame | null): void {
  if (connection.state.name === 'closing' || hub.stopping) return;
  const inTime = connection.countFrame(performance.now());
  const frame = inTime ? read() : null;
  if (frame) takeIn(ctx, hub, connection, frame);
  else if (inTime) hub.close(connection, CLOSE.badFrame, 'not a frame');
  else hub.close(connection, CLOSE.policy, 'too many frames');
}

/** The transport has ended, whoever ended it. */
export function closed(hub: Hub, connection: Connection): void {
  forget(hub, connection);
  hub.directory.remove(connection);
  hub.underWay.delete(connection);
}
