import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { updatePerson } from '../../db/people.ts';
import { updateSite } from '../../db/sites.ts';
import { startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

/** Runs `act` at the worst moment: after this text was judged, before it is committed. */
function onceJudged(text: string, act: () => Promise<unknown>): void {
  const sound = server.ctx.filterOf;
  server.ctx.filterOf = async (siteId) => {
    const filter = await sound(siteId);
    return {
      ...filter,
      async judge(input) {
        const verdict = await filter.judge(input);
        if (input.text !== text) return verdict;
        server.ctx.filterOf = sound;
        await act();
        return verdict;
      },
    };
  };
}

const LINK = 'Voir shop.test/crete et autre.example/crete';

describe('what was changed while a message was judged', () => {
  test('[REV13] a role taken before the commit judges the message again', async () => {
    const asker = await (await server.person()).connect();
    const { conversation } = await asker.ask('Une question');
    const expert = await server.person('expert');
    const socket = await expert.connect();
    expect((await socket.write(`${LINK} ici`, conversation.id, null)).message.state).toBe('published');
    onceJudged(LINK, () =>
      transaction(server.ctx.db, (tx) => updatePerson(tx, expert.id, { role: 'visitor' })),
    );
    expect((await socket.write(LINK, conversation.id, null)).message.state).toBe('held');
  });

  test('[REV16] a domain that is the shop’s no longer before the commit judges the message again', async () => {
    const socket = await (await server.person()).connect();
    const { conversation } = await socket.ask('Une question');
    expect((await socket.write('Voir shop.test/a', conversation.id)).message.state).toBe('published');
    const text = 'Voir shop.test/b';
    onceJudged(text, () =>
      transaction(server.ctx.db, (tx) =>
        updateSite(tx, 'demo', { allowed_origins: '["https://other.test"]' }),
      ),
    );
    expect((await socket.write(text, conversation.id)).message.state).toBe('held');
  });

  test('[REV14] trust taken back before the commit judges the message again', async () => {
    const person = await server.person();
    const socket = await person.connect();
    const { conversation } = await socket.ask('Une question');
    await transaction(server.ctx.db, (tx) => updatePerson(tx, person.id, { trusted: 1 }));
    expect((await socket.write(LINK, conversation.id)).message.state).toBe('published');
    const again = `${LINK} encore`;
    onceJudged(again, () => transaction(server.ctx.db, (tx) => updatePerson(tx, person.id, { trusted: 0 })));
    expect((await socket.write(again, conversation.id)).message.state).toBe('held');
  });

  test('[REV15] only a held message may do without a version of the library', async () => {
    server.ctx.filterOf = async () => ({
      version: 0,
      judge: async () => ({ effect: 'allow', reasons: [], libraryVersion: 0 }),
    });
    const socket = await (await server.person()).connect();
    expect((await socket.ask('Jugé par rien')).message.state).toBe('held');
  });
});
