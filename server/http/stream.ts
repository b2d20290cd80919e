/** Where WebSocket does not get through: frames as server-sent events, and back as requests. */
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { AppContext } from '../context.ts';
import { badRequest, notFound } from '../errors.ts';
import type { Connection } from '../realtime/connection.ts';
import { closed, openConnection, receive, receiveJson } from '../realtime/doors.ts';
import type { Hub } from '../realtime/hub.ts';
import { StreamTransport } from '../realtime/stream-transport.ts';
import { createHandshakes } from '../realtime/upgrade.ts';
import { addressOf, type Env } from './request.ts';
import { siteCors } from './site-cors.ts';

/** A stream goes through the doors of a socket: the same questions, limits, closings and order of frames. */
export function streamRoutes(ctx: AppContext, hub: Hub) {
  const app = new Hono<Env>();
  const handshakeOf = createHandshakes(ctx, hub);
  /** By their secret: whoever knows it is who opened the stream. */
  const open = new Map<string, Connection>();
  app.use(siteCors(ctx));

  app.post('/', async (c) => {
    const handshake = await handshakeOf(c.env.incoming);
    const hello = await c.req.text();
    if (c.env.outgoing.destroyed) throw badRequest('Whoever asked is gone.');
    const transport = new StreamTransport(c.env.outgoing);
    const connection = openConnection(hub, transport, handshake);
    const id = ctx.random.secret();
    open.set(id, connection);
    c.env.outgoing.once('close', () => {
      open.delete(id);
      closed(hub, connection);
    });
    transport.open({ id });
    receive(ctx, hub, connection, hello);
    return RESPONSE_ALREADY_SENT;
  });

  app.post('/:id', async (c) => {
    const connection = open.get(c.req.param('id'));
    if (!connection) {
      await ctx.pace.takeRequest(addressOf(ctx, c));
      throw notFound();
    }
    for (const frame of await framesOf(c)) receiveJson(ctx, hub, connection, frame);
    return c.body(null, 204);
  });

  return app;
}

async function framesOf(c: Context<Env>): Promise<unknown[]> {
  const frames: unknown = await c.req.json().catch(() => null);
  if (!Array.isArray(frames)) throw badRequest('The body is not a list of frames.');
  return frames;
}
