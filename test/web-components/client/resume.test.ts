import { describe, expect, test } from 'vitest';
import { CLOSE } from '../../../server/protocol/frames.ts';
import { event, FakeWorld, message, subscribed } from './fake-server.ts';
import { settle } from './fake-world.ts';

/** A connection whose clock was moved while nothing ran: the machine slept. */
async function asleep(ms: number) {
  const world = new FakeWorld();
  const { client, socket } = await world.connected();
  world.clock.jump(ms);
  return { world, client, socket };
}

describe('resume', () => {
  test('[CLIENT70] a last event that was lost is noticed by how far the server says it has come', async () => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    client.openConversation('k1');
    socket.say(subscribed([message(1), message(2)]));
    socket.say({ op: 'pong', heads: [{ conversationId: 'k1', lastSeq: 2 }] });
    expect(socket.of('subscribe')).toHaveLength(1);
    socket.say({ op: 'pong', heads: [{ conversationId: 'k1', lastSeq: 4 }] });
    socket.say({ op: 'pong', heads: [{ conversationId: 'k1', lastSeq: 4 }] });
    expect(socket.of('subscribe').slice(1)).toEqual([
      { op: 'subscribe', conversationId: 'k1', lastSeq: 2, epoch: 'e1' },
    ]);
    socket.say(subscribed([message(3), message(4)]));
    expect(client.state.current?.messages).toHaveLength(4);
  });

  test('[CLIENT71] told to come back at once it does, but the second time in ten seconds later', async () => {
    const world = new FakeWorld();
    await world.connected();
    world.socket.cut(CLOSE.tooSlow);
    await settle();
    expect(world.sockets).toHaveLength(2);
    world.socket.welcome();
    world.socket.cut(CLOSE.signedOut);
    await settle();
    expect(world.sockets).toHaveLength(2);
    await world.clock.pass(10_000);
    expect(world.sockets).toHaveLength(3);
    world.socket.welcome();
    world.socket.cut(4699);
    await settle();
    expect(world.sockets).toHaveLength(4);
  });

  test('[CLIENT72] after a restart all clients come back in 20 s, never more than 40 % in one second', async () => {
    const world = new FakeWorld();
    // Dice that fall the same each run.
    let dice = 1;
    const random = () => {
      dice = (dice * 48_271) % 2_147_483_647;
      return dice / 2_147_483_647;
    };
    const attempts: number[] = [];
    for (const [client, page] of Array.from(
      { length: 200 },
      (_, at) => [at, world.page({ random })] as const,
    )) {
      await world.connect(page);
      expect(world.sockets).toHaveLength(client + 1);
    }
    const before = world.clock.now();
    const up = before + 2_000;
    const usual = world.answer;
    world.answer = (path, body) => {
      if (world.clock.now() < up) throw new TypeError('failed to fetch');
      return usual(path, body);
    };
    const cut = [...world.sockets];
    const seen = new Set(cut);
    for (const socket of cut) socket.cut(CLOSE.restart);
    for (let passed = 0; passed < 20_000; passed += 100) {
      await world.clock.pass(100);
      for (const socket of world.sockets.filter((one) => !seen.has(one))) {
        seen.add(socket);
        attempts.push(world.clock.now() - before);
        if (world.clock.now() > up) socket.welcome();
        else socket.cut();
      }
    }
    const perSecond = new Map<number, number>();
    for (const at of attempts)
      perSecond.set(Math.floor(at / 1000), (perSecond.get(Math.floor(at / 1000)) ?? 0) + 1);
    expect(world.sockets.filter(({ readyState }) => readyState === 1)).toHaveLength(200);
    expect(Math.max(...perSecond.values()) / attempts.length).toBeLessThan(0.4);
  });

  test('[CLIENT73] a tab that wakes asks whether the connection lives, and has a new one within a second', async () => {
    const { world, socket } = await asleep(3_600_000);
    const woken = await connectionAfterWaking(world);
    expect(socket.of('ping').length).toBeGreaterThan(0);
    expect(socket.closedByClient).toBe(true);
    expect(woken).toBeLessThanOrEqual(1000);
  });

  test('[CLIENT73] a page whose timers were held back asks before it gives a connection up', async () => {
    const { world, client, socket } = await asleep(70_000);
    await world.clock.pass(0);
    socket.say({ op: 'pong', heads: [] });
    await world.clock.pass(2000);
    expect(world.sockets).toHaveLength(1);
    expect(client.state.connection).toBe('ready');
  });

  test('[CLIENT74] an answer in time keeps the connection', async () => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    client.wake();
    client.wake();
    expect(socket.of('ping')).toHaveLength(1);
    await world.clock.pass(600);
    socket.say({ op: 'pong', heads: [] });
    await world.clock.pass(5000);
    expect(world.sockets).toHaveLength(1);
    expect(client.state.connection).toBe('ready');
  });

  test('[CLIENT75] a link known to be slow is given twice the time', async () => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    await world.clock.pass(25_000);
    await world.clock.pass(600);
    socket.say({ op: 'pong', heads: [] });
    client.wake();
    await world.clock.pass(1_399);
    expect(world.sockets).toHaveLength(1);
    await world.clock.pass(1);
    expect(world.sockets).toHaveLength(2);
  });

  test('[CLIENT76] somebody who is back does not wait for the next attempt', async () => {
    const world = new FakeWorld();
    const { client } = await world.connected();
    world.socket.cut();
    await settle();
    expect(world.sockets).toHaveLength(1);
    client.wake();
    await settle();
    expect(world.sockets).toHaveLength(2);
  });

  test('[CLIENT96] also after the clock was set back', async () => {
    const world = new FakeWorld();
    const { client } = await world.connected();
    client.wake();
    world.clock.jump(-86_400_000);
    world.socket.cut();
    client.wake();
    await settle();
    expect(world.sockets).toHaveLength(2);
  });

  test('[CLIENT77] a socket that dies just after waking is replaced at once', async () => {
    const world = new FakeWorld();
    const { client } = await world.connected();
    client.wake();
    await world.clock.pass(300);
    world.socket.cut();
    await settle();
    expect(world.sockets).toHaveLength(2);
  });

  test('[CLIENT78] an interruption is told after a second, not before', async () => {
    const world = new FakeWorld();
    const { client } = await world.connected();
    world.socket.cut();
    await world.clock.pass(999);
    expect(client.state.interrupted).toBe(false);
    await world.clock.pass(1);
    expect(client.state.interrupted).toBe(true);
    await world.clock.pass(1000);
    world.socket.welcome();
    expect(client.state.interrupted).toBe(false);
  });

  test('[CLIENT79] what another epoch says is not taken for a continuation', async () => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    client.openConversation('k1');
    socket.say(subscribed([message(1)]));
    socket.say(subscribed([message(2)], { epoch: 'e2' }));
    expect(client.state.current?.messages.map(({ id }) => id)).toEqual(['m1']);
    socket.say(event(message(2)));
    expect(client.state.current?.messages.map(({ id }) => id)).toEqual(['m1', 'm2']);
  });
});

/** Milliseconds until a new connection is tried, once the machine runs again. */
async function connectionAfterWaking(world: FakeWorld): Promise<number> {
  for (let passed = 0; passed < 10_000; passed += 50) {
    if (world.sockets.length > 1) return passed;
    await world.clock.pass(50);
  }
  return Number.POSITIVE_INFINITY;
}
