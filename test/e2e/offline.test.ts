import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from './member.ts';
import { openStage, type Stage } from './stage.ts';

const QUESTION = 'Et sans réseau ?';
const KEPT = /Gardé ici/;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('[STORY6] a network that goes is said at once, what is written meanwhile is kept, and sent when it is back', async () => {
  const page = await stage.visitor();
  await page.goto(`${stage.shop}/chaussures/crete-gtx`);
  await page.locator('.launcher').click();
  await write(page, QUESTION, 'Alice');
  await page.locator('entraide-message', { hasText: QUESTION }).waitFor();
  expect(await page.locator('.bar').textContent()).toBe('');

  // The socket stays open and says nothing: only the browser's word tells.
  await page.context().setOffline(true);
  await page.locator('.bar', { hasText: 'Reconnexion' }).waitFor();
  await write(page, 'Écrit sans réseau.');
  await page.locator('.pending', { hasText: KEPT }).waitFor();
  await page.getByRole('button', { name: 'Retour aux conversations' }).click();
  await write(page, 'Une autre, sans réseau ?');
  await page.locator('entraide-list .row', { hasText: KEPT }).waitFor();
  await stage.shot(page, 'kept-without-network');

  await page.context().setOffline(false);
  await page.locator('entraide-message', { hasText: 'Une autre, sans réseau' }).waitFor();
  await page.locator('.bar', { hasText: /^$/ }).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Retour aux conversations' }).click();
  await page.getByText(QUESTION).click();
  await page.locator('entraide-message', { hasText: 'Écrit sans réseau.' }).waitFor();
  expect(await page.locator('.pending').count()).toBe(0);
});
