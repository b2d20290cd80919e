import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { violations } from './violations.ts';

const DAY = 24 * 60 * 60 * 1000;
const QUESTION = 'La Crête convient-elle pour un pied large ?';
const ANSWER = 'Oui, le chaussant est généreux à l’avant.';

let stage: Stage;
let office: Page;
let product: string;
beforeAll(async () => {
  stage = await openStage();
  product = `${stage.shop}/chaussures/crete-gtx`;
  office = await stage.visitor();
  await office.goto(stage.links.office);
  await office.getByRole('button', { name: 'Se connecter' }).click();
  await office.waitForURL(/back-office\/demo/);
});
afterAll(() => stage?.close());

test('[STORY20] a visitor who answers often is asked, joins from the chat, keeps name and history; the old token is dead', async () => {
  const asker = await stage.visitor();
  await openChat(asker);
  await write(asker, QUESTION, 'Alice');

  const basile = await stage.visitor({ viewport: { width: 390, height: 844 } });
  await openChat(basile);
  await basile.getByText(QUESTION).click();
  await write(basile, ANSWER, 'Basile');
  const old = await tokenOf(basile);
  answersBefore('Basile', 'Alice', 11);

  // The manager sees the evidence and asks with one click.
  await office.goto(`${stage.chat}/back-office/demo/people?section=regulars`);
  const row = office.getByRole('row', { name: /Basile/ });
  await row.getByText('12', { exact: true }).first().waitFor();
  await clean(office);
  await stage.shot(office, 'regulars');
  await row.getByRole('button', { name: 'Proposer expert à Basile' }).click();
  await office.getByText('Basile verra la proposition dans le chat').first().waitFor();
  await office.getByText('en attente').waitFor();
  await stage.shot(office, 'offered');

  // It stands in the open chat at once, and is answered there by keyboard.
  const offer = basile.locator('entraide-asked');
  await offer.getByRole('heading', { name: /vous propose de devenir expert/ }).waitFor();
  await clean(basile);
  await stage.shot(basile, 'offer');
  await offer.getByRole('button', { name: 'Rejoindre' }).focus();
  await basile.keyboard.press('Enter');
  await offer.getByLabel('Votre adresse e-mail').waitFor();
  expect(await offer.getByLabel('Votre nom dans la communauté').inputValue()).toBe('Basile');
  await clean(basile);
  await stage.shot(basile, 'join-form');
  await offer.getByLabel('Votre adresse e-mail').fill('basile@example.com');
  await basile.keyboard.press('Enter');

  // A member now, on the same page, with the same conversation as their own.
  await offer.waitFor({ state: 'detached' });
  const answer = asker.locator('entraide-message', { hasText: ANSWER });
  await write(basile, 'Et la semelle accroche bien.');
  const second = asker.locator('entraide-message', { hasText: 'Et la semelle accroche bien.' });
  await second.getByText('Expert', { exact: true }).waitFor();
  await second.getByText('Basile').waitFor();
  expect(await basile.locator('entraide-message .mine').count()).toBe(2);
  expect(await answer.count()).toBe(1);
  expect(basile.url()).not.toContain('entraide=');
  await stage.shot(basile, 'expert');

  // What the visitor had shows nothing any more.
  expect(await tokenOf(basile)).not.toBe(old);
  const asOld = await fetch(`${stage.chat}/api/widget/conversations?site=demo&scope=mine`, {
    headers: { authorization: `Bearer ${old}` },
  });
  expect(asOld.status).toBe(401);
  await office.reload();
  await office.getByText('acceptée', { exact: true }).waitFor();
});

test('[STORY21] a customer the shop signs is one person in two browsers, verified, with what was asked before signing in', async () => {
  await office.goto(`${stage.chat}/back-office/demo/pages`);
  await office.getByRole('button', { name: 'Créer un secret' }).click();
  const secret = await office.getByRole('textbox', { name: 'Secret' }).inputValue();
  await stage.shot(office, 'secret');
  await office.getByRole('button', { name: 'Terminé' }).click();
  await office.getByText('en service').waitFor();
  await clean(office);

  // Asked as nobody, then signed in at the shop without a page load.
  const [first, second] = [
    await stage.visitor(),
    await stage.visitor({ viewport: { width: 390, height: 844 } }),
  ];
  await openChat(first);
  await write(first, 'Livrez-vous à La Réunion ?', 'Anonyme');
  await first.evaluate((jwt) => Entraide.identify(jwt), identity(secret, 'c-42'));
  await first.getByText('Livrez-vous').first().waitFor();
  const author = first.locator('entraide-message', { hasText: 'Livrez-vous' });
  await author.getByText('Client vérifié').waitFor();
  await stage.shot(first, 'verified');

  // Another browser, where the shop writes it into the page.
  await signedPage(second, identity(secret, 'c-42'));
  await openChat(second);
  await second.getByRole('tab', { name: 'Les miennes' }).click();
  await second.getByText('Livrez-vous à La Réunion').click();
  await second
    .locator('entraide-message', { hasText: 'Livrez-vous' })
    .getByText('Vous', { exact: true })
    .waitFor();
  await clean(second);
  await stage.shot(second, 'verified-elsewhere');

  // Signed out at the shop: the browser knows nothing of the customer any more.
  await first.evaluate(() => Entraide.identify(null));
  await openChat(first, false);
  await first.getByRole('tab', { name: 'Les miennes' }).click();
  await first.getByText(/Posez votre première question/).waitFor();
  expect(await first.evaluate(() => Object.keys(localStorage).join())).not.toContain('customer');
});

/** What the shop's own server would sign. */
function identity(secret: string, customerId: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = { aud: 'entraide:demo', sub: customerId, name: 'Zoé Martin', iat: now, exp: now + 3600 };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** As if the shop's server had written it into its page: before deferred scripts run. */
async function signedPage(page: Page, jwt: string): Promise<void> {
  await page.addInitScript((identity) => {
    document.addEventListener('readystatechange', () => {
      document.querySelector('script[data-site]')?.setAttribute('data-identity', identity);
    });
  }, jwt);
}

/** Earlier answers of theirs, each on a day of its own, in questions of somebody else: as rows. */
function answersBefore(author: string, asker: string, count: number): void {
  const db = new Database(join(stage.folder, 'entraide.db'));
  const idOf = (name: string) =>
    (db.prepare('select id from person where name = ?').get(name) as { id: string }).id;
  const copy = (table: string, from: object, changes: object) => {
    const row: Record<string, unknown> = { ...from, ...changes };
    delete row.number;
    const names = Object.keys(row);
    db.prepare(
      `insert into ${table} (${names.join()}) values (${names.map((name) => `@${name}`).join()})`,
    ).run(row);
  };
  const [authorId, askerId] = [idOf(author), idOf(asker)];
  const question = db.prepare('select * from conversation where author_id = ?').get(askerId) as object;
  const answer = db.prepare('select * from message where author_id = ?').get(authorId) as object;
  for (let at = 1; at <= count; at++) {
    const id = `earlier-${at}`;
    copy('conversation', question, { id, messages: 0, answers: 0, created_at: Date.now() - at * DAY });
    const place = { id: `m-${id}`, conversation_id: id, client_message_id: `c-${id}` };
    copy('message', answer, { ...place, created_at: Date.now() - at * DAY });
    db.prepare('update conversation set messages = 1, answers = 1 where id = ?').run(id);
  }
  db.prepare('update person set published = published + ? where id = ?').run(count, authorId);
  db.close();
}

async function openChat(page: Page, loads = true): Promise<void> {
  if (loads) await page.goto(product);
  const launcher = page.getByRole('button', { name: /Une question|Ouvrir le chat/ });
  const panel = page.getByRole('dialog');
  await launcher.or(panel).first().waitFor();
  if (await launcher.isVisible()) await launcher.click();
  await page.getByRole('tab').first().waitFor();
}

async function write(page: Page, text: string, name?: string): Promise<void> {
  await page.getByLabel('Votre message').fill(text);
  if (name) await page.getByLabel(/Votre prénom ou pseudo/).fill(name);
  await page.getByLabel('Votre message').press('Enter');
  await page.locator('entraide-message', { hasText: text }).locator('time').waitFor();
}

const tokenOf = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('entraide:demo:token') ?? '""'));

async function clean(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}
