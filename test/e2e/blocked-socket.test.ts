import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from './member.ts';
import { openStage, type Stage } from './stage.ts';

const QUESTION = 'Le chat passe-t-il par ici ?';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('[STREAM20] where no WebSocket gets through, one asks, is answered, sees changes and survives a restart', async () => {
  const product = `${stage.shop}/chaussures/crete-gtx`;
  const page = await stage.behindProxy('127.0.0.11');
  const opened: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', () => void opened.push(socket.url())));
  await page.goto(product);
  await page.getByRole('button', { name: /Une question/ }).click();
  await write(page, QUESTION, 'Alice');
  await page.locator('entraide-message', { hasText: QUESTION }).waitFor();
  await stage.shot(page, 'asked-without-websocket');

  const other = await stage.visitor({}, '127.0.0.12');
  await other.goto(product);
  await other.getByRole('button', { name: /Une question/ }).click();
  await other.getByText(QUESTION).click();
  await write(other, 'Oui, par un autre chemin.', 'Basile');
  await page.locator('entraide-message', { hasText: 'autre chemin' }).waitFor();

  // A manager takes the answer away: gone here too.
  const manager = await stage.visitor();
  await manager.goto(stage.links.office);
  await manager.getByRole('button', { name: 'Se connecter' }).click();
  await manager.getByRole('link', { name: 'Conversations' }).click();
  await manager.getByText(QUESTION).first().click();
  await manager
    .getByRole('button', { name: 'Fermer…' })
    .or(manager.getByRole('button', { name: 'Fermer', exact: true }))
    .first()
    .click();
  await page.getByText(/Cette conversation est fermée/).waitFor();
  await manager.getByRole('button', { name: 'Rouvrir' }).first().click();
  await page.getByLabel('Votre message').waitFor();

  await stage.restart();
  await write(page, 'Et après un redémarrage ?');
  await page.locator('entraide-message', { hasText: 'après un redémarrage' }).waitFor();
  await other.locator('entraide-message', { hasText: 'après un redémarrage' }).waitFor();
  await write(other, 'Toujours.');
  await page.locator('entraide-message', { hasText: 'Toujours.' }).waitFor();
  for (const one of [page, other]) {
    expect(await one.locator('entraide-message').count()).toBe(4);
  }
  expect(opened).toEqual([]);
  await stage.shot(page, 'answered-without-websocket');
});
