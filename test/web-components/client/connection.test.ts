import { describe, expect, test } from 'vitest';
import { CLOSE } from '../../../server/protocol/frames.ts';
import { backOffDelay } from '../../../web-components/client/back-off.ts';
import { FakeWorld } from './fake-server.ts';
import { settle } from './fake-world.ts';

describe('connection', () => {
  test('[CLIENT1] waits a random part of a bound that grows with the time away, up to a cap', () => {
    const bounds = [0, 3600, 6000, 12_000, 60_000].map((away) => backOffDelay(away, 1006, false, () => 1));
    expect(bounds).toEqual([3600, 3600, 6000, 12_000, 15_000]);
    expect(backOffDelay(8000, 1006, false, () => 0)).toBe(0);
    expect(backOffDelay(8000, 1006, false, () => 0.25)).toBe(2000);
  });

  test('[CLIENT94] who has something to send goes first, unless the server told everybody to go', () => {
    const bounds = [0, 2000, 6000, 60_000].map((away) => backOffDelay(away, 1006, true, () => 1));
    expect(bounds).toEqual([2000, 2000, 6000, 15_000]);
    for (const code of [CLOSE.restart, CLOSE.overload]) {
      expect(backOffDelay(0, code, true, () => 1)).toBe(6000);
    }
  });

  test('[CLIENT95] what is written meanwhile brings the next attempt nearer, and never further', async () => {
    const world = new FakeWorld();
    const { client } = await world.connected();
    world.socket.cut();
    await world.clock.pass(500);
    client.send('Le 42 ?', 'k1', 'Inès');
    await world.clock.pass(900);
    // Would have them wait longer than the first does.
    client.send('Ou le 43 ?', 'k1', null);
    await world.clock.pass(99);
    expect(world.sockets).toHaveLength(1);
    await world.clock.pass(1);
    expect(world.sockets).toHaveLength(2);
    world.socket.welcome();
    expect(world.socket.of('send').map(({ text }) => text)).toEqual(['Le 42 ?', 'Ou le 43 ?']);
    expect(client.state.connection).toBe('ready');
    await world.clock.pass(20_000);
    expect(world.sockets).toHaveLength(2);
  });

  test('[CLIENT2] comes back for ever after the network failed, later each time', async () => {
    const world = new FakeWorld();
    const { client } = await world.connected();
    world.answer = () => {
      throw new TypeError('failed to fetch');
    };
    for (const wait of [1800, 1800, 1800, 2700, 4050, 6075, 7500, 7500]) {
      world.socket.cut();
      const before = world.sockets.length;
      expect(client.state.connection).toBe('offline');
      await world.clock.pass(wait - 1);
      expect(world.sockets).toHaveLength(before);
      await world.clock.pass(1);
      expect(world.sockets).toHaveLength(before + 1);
    }
    world.socket.welcome();
    world.socket.cut();
    await world.clock.pass(1800);
    expect(world.sockets).toHaveLength(10);
  });

  test('[CLIENT3] comes back after a restart, an overload and slowness, not after a refusal', async () => {
    for (const [code, returns] of [
      [CLOSE.restart, true],
      [CLOSE.overload, true],
      [CLOSE.tooSlow, true],
      [CLOSE.helloTimeout, true],
      [CLOSE.forbidden, false],
      [CLOSE.unknownSite, false],
      [CLOSE.unsupportedVersion, false],
    ] as const) {
      const world = new FakeWorld();
      const { client } = await world.connected();
      world.socket.cut(code);
      await world.clock.pass(60_000);
      expect([code, world.sockets.length > 1]).toEqual([code, returns]);
      expect([code, client.state.connection === 'refused']).toEqual([code, !returns]);
    }
  });

  test('[CLIENT4] a token refused is replaced once, then believed', async () => {
    const world = new FakeWorld();
    const { client } = await world.connected();
    world.socket.cut(CLOSE.badToken);
    await settle();
    world.socket.open();
    expect(world.socket.of('hello')[0]?.token).toBe('t2');
    world.socket.cut(CLOSE.badToken);
    await world.clock.pass(60_000);
    expect(world.sockets).toHaveLength(2);
    expect(client.state.connection).toBe('refused');
  });

  test('[CLIENT5] asks whether anybody is there every 25 s, and gives a silent socket up after 45 s', async () => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    await world.clock.pass(25_000);
    expect(socket.of('ping')).toHaveLength(1);
    socket.say({ op: 'pong', heads: [] });
    await world.clock.pass(44_999);
    expect(client.state.connection).toBe('ready');
    await world.clock.pass(1);
    expect(socket.closedByClient).toBe(true);
    expect(client.state.connection).toBe('offline');
  });

  test('[CLIENT6] a server that answers nothing is asked again, and the token it gave is kept', async () => {
    const world = new FakeWorld();
    const usual = world.answer;
    world.answer = () => {
      throw new TypeError('failed to fetch');
    };
    const client = world.page();
    await client.connect();
    await settle();
    expect(client.state.connection).toBe('offline');
    world.answer = usual;
    await world.clock.pass(1800);
    world.socket.welcome();
    expect(world.socket.of('hello')[0]?.token).toBe('t1');
    await world.connect(world.page());
    expect(world.socket.of('hello')[0]?.token).toBe('t1');
  });

  test('[CLIENT7] a one-time code is exchanged for the token of a member, a used one changes nobody', async () => {
    const world = new FakeWorld();
    await world.connect(world.page({ code: 'once' }));
    expect(world.socket.of('hello')[0]?.token).toBe('member');
    const usual = world.answer;
    world.answer = (path) =>
      path.endsWith('/exchange')
        ? Response.json({ error: { code: 'bad-token', message: 'Used.' } }, { status: 401 })
        : usual(path, null);
    await world.connect(world.page({ code: 'once' }));
    expect(world.socket.of('hello')[0]?.token).toBe('member');
  });

  test('[CLIENT8] a token that grows old is replaced by the one the welcome brings', async () => {
    const world = new FakeWorld();
    const { socket } = await world.connected();
    socket.say({
      op: 'welcome',
      epoch: 'e1',
      me: { id: 'me', name: null, role: 'visitor', mayModerate: false, mayRelease: false },
      mode: 'open',
      mayAsk: true,
      token: 'renewed',
      serverTime: 0,
    });
    await world.connect(world.page());
    expect(world.socket.of('hello')[0]?.token).toBe('renewed');
  });
});
