import type { Page, WebSocket } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from './member.ts';
import { openStage, type Stage } from './stage.ts';

const QUESTION = 'Dix onglets, une connexion ?';
const TABS = 10;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('[TABS20] ten real tabs hold one socket, hand it over, lose nothing and agree on what is unread', async () => {
  const product = `${stage.shop}/chaussures/crete-gtx`;
  const first = await stage.visitor();
  const sockets = new Map<Page, WebSocket[]>();
  const openTab = async (page: Page) => {
    sockets.set(page, []);
    page.on('websocket', (socket) => void sockets.get(page)?.push(socket));
    await page.goto(product);
  };
  const holders = () =>
    [...sockets].filter(([, opened]) => opened.some((one) => !one.isClosed())).map(([page]) => page);

  await openTab(first);
  await first.getByRole('button', { name: /Une question/ }).click();
  await write(first, QUESTION, 'Alice');
  await first.locator('entraide-message', { hasText: QUESTION }).waitFor();
  for (let count = 1; count < TABS; count += 1) await openTab(await first.context().newPage());
  for (const page of sockets.keys()) await page.locator('entraide-message', { hasText: QUESTION }).waitFor();
  expect(holders()).toEqual([first]);

  const other = await stage.visitor({}, '127.0.0.9');
  await other.goto(product);
  await other.getByRole('button', { name: /Une question/ }).click();
  await other.getByText(QUESTION).click();
  await write(other, 'Une seule, oui.', 'Basile');
  for (const page of sockets.keys())
    await page.locator('entraide-message', { hasText: 'Une seule' }).waitFor();

  // The tab that has the socket goes while another one writes.
  const [, second, third] = [...sockets.keys()];
  const closing = first.close();
  await write(second!, 'Et si je ferme celui-ci ?');
  await closing;
  sockets.delete(first);
  await other.locator('entraide-message', { hasText: 'Et si je ferme' }).waitFor();
  await expect.poll(() => holders().length).toBe(1);
  await write(other, 'Un autre prend la suite.');
  for (const page of sockets.keys())
    await page.locator('entraide-message', { hasText: 'la suite' }).waitFor();
  for (const page of [other, ...sockets.keys()]) {
    expect(await page.locator('entraide-message', { hasText: 'Et si je ferme' }).count()).toBe(1);
    expect(await page.locator('.pending').count()).toBe(0);
  }
  expect([...sockets.values()].flat().length).toBe(1);

  // Closed in one tab it is closed in all; what comes then is unread in all, and read in all.
  await second!.getByRole('button', { name: 'Fermer le chat' }).click();
  for (const page of sockets.keys()) await page.locator('.launcher').waitFor();
  await write(other, 'Toujours là ?');
  for (const page of sockets.keys()) await page.locator('.launcher .unread', { hasText: '1' }).waitFor();
  await stage.shot(third!, 'unread-in-every-tab');
  await third!.getByRole('button', { name: /Ouvrir le chat|Une question/ }).click();
  for (const page of sockets.keys())
    await page.locator('entraide-message', { hasText: 'Toujours' }).waitFor();
});

test('[TABS21] a page with a closed chat opens no socket, learns by a small request what is waiting, and opens on it', async () => {
  const product = `${stage.shop}/chaussures/crete-gtx`;
  const page = await stage.visitor();
  await page.goto(product);
  await page.getByRole('button', { name: /Une question/ }).click();
  await write(page, 'Qui me répondra ?', 'Chloé');
  await page.locator('entraide-message', { hasText: 'Qui me répondra' }).waitFor();
  await page.getByRole('button', { name: 'Retour aux conversations' }).click();
  await page.getByRole('button', { name: 'Fermer le chat' }).click();
  await page.goto('about:blank');

  const other = await stage.visitor({}, '127.0.0.10');
  await other.goto(product);
  await other.getByRole('button', { name: /Une question/ }).click();
  await other.getByText('Qui me répondra ?').click();
  await write(other, 'Moi.', 'Driss');
  await other.locator('entraide-message', { hasText: 'Moi.' }).waitFor();

  const opened: string[] = [];
  page.on('websocket', (socket) => opened.push(socket.url()));
  await page.goto(product);
  await page.locator('.launcher .unread', { hasText: '1' }).waitFor();
  await stage.shot(page, 'waiting-on-the-launcher');
  await page.waitForLoadState('networkidle');
  expect(opened).toEqual([]);
  await page.locator('.launcher').click();
  await page.locator('entraide-message', { hasText: 'Moi.' }).waitFor();
});

test('[TABS22] a tab the browser is about to freeze hands the connection over, and follows when it thaws', async () => {
  const product = `${stage.shop}/chaussures/crete-gtx`;
  const leader = await stage.visitor();
  await leader.goto(product);
  await leader.getByRole('button', { name: /Une question/ }).click();
  await write(leader, 'Et quand il gèle ?', 'Élise');
  await leader.locator('entraide-message', { hasText: 'quand il gèle' }).waitFor();
  const follower = await leader.context().newPage();
  await follower.goto(product);
  await follower.locator('entraide-message', { hasText: 'quand il gèle' }).waitFor();

  const opened = follower.waitForEvent('websocket');
  // A visible page is never frozen, and here every page is: the browser's word for it has to do.
  await leader.evaluate(() => document.dispatchEvent(new Event('freeze')));
  await opened;
  await write(follower, 'Il passe la main.');
  await follower.locator('entraide-message:not(.pending)', { hasText: 'passe la main' }).waitFor();
  await leader.evaluate(() => document.dispatchEvent(new Event('resume')));
  await leader.locator('entraide-message', { hasText: 'passe la main' }).waitFor();
  expect(await leader.locator('entraide-message', { hasText: 'passe la main' }).count()).toBe(1);
});
