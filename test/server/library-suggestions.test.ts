import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { starterTerms } from '../../moderation/index.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';
import { add, ask, term } from './library-office.ts';

let server: TestServer;
let manager: Person;
beforeAll(async () => {
  server = await startTestServer();
  manager = await server.person('manager');
});
afterAll(() => server.stop());

describe('forms and languages', () => {
  test('[LIB30] the forms of a word are suggested, without those the library has', async () => {
    await add(manager, term('gougnafiers'));
    const { body } = await ask(manager, 'GET', '/suggestions?text=gougnafier&language=fr');
    expect(body.forms).toContain('gougnafière');
    expect(body.forms).not.toContain('gougnafiers');
    expect((await ask(manager, 'GET', '/suggestions?text=gougnafier&language=xx')).status).toBe(400);
  });

  test('[LIB31] a word of a starter vocabulary that is ordinary elsewhere is ordinary there', async () => {
    const retard = starterTerms('en').find(({ text }) => text === 'retard');
    expect(retard?.language).toBe('en');
    await ask(manager, 'POST', '/vocabularies/en', { accept: ['retard'] });
    const [shopper, other] = [await server.person(), await server.person()];
    const french = await (await shopper.connect()).ask('Le colis a un retard de livraison, est-ce normal ?');
    expect(french.message.state).toBe('published');
    const english = await (await other.connect()).ask('You are such a retard and the shop is too');
    expect(english.message.state).toBe('held');
  });

  test('[LIB32] an order number’s pattern that would match ordinary words is refused', async () => {
    for (const orderNumber of ['AA9', 'AAAA', '.*']) {
      expect((await ask(manager, 'PATCH', '/rules', { orderNumber })).status).toBe(400);
    }
    expect((await ask(manager, 'PATCH', '/rules', { orderNumber: 'CMD-9999' })).body.orderNumber).toBe(
      'CMD-9999',
    );
    const socket = await (await server.person()).connect();
    expect((await socket.ask('Où en est cmd-4821 ?')).message.state).toBe('held');
  });
});
