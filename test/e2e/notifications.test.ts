import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SmtpSink, startSmtpSink } from '../server/smtp-sink.ts';
import { write } from './member.ts';
import { openStage, type Stage } from './stage.ts';

const ADDRESS = 'alice@example.com';
const QUESTION = 'La semelle tient-elle sur le granit mouillé ?';
const ANSWER = 'Oui, tant que la gomme n’est pas usée.';

let sink: SmtpSink;
let stage: Stage;
beforeAll(async () => {
  sink = await startSmtpSink();
  process.env.ENTRAIDE_MAIL_URL = sink.url;
  process.env.ENTRAIDE_MAIL_FROM = 'Sentier <chat@sentier.example>';
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
  await sink?.stop();
  delete process.env.ENTRAIDE_MAIL_URL;
  delete process.env.ENTRAIDE_MAIL_FROM;
});

test('[NOTE60] an asker gives an address, confirms it, is written to while away, and lands on the answer', async () => {
  const [a, b] = [await stage.visitor(), await stage.visitor({}, '127.0.0.8')];
  const product = `${stage.shop}/chaussures/crete-gtx`;
  await a.goto(product);
  await a.getByRole('button', { name: /Une question/ }).click();
  await write(a, QUESTION, 'Alice');
  await a.getByText('Comment vous prévenir').waitFor();
  await stage.shot(a, 'tell-me');
  await a.getByRole('button', { name: 'Par e-mail' }).click();
  await a.getByRole('button', { name: 'Me prévenir' }).click();
  await a.getByText('Écrivez une adresse e-mail').waitFor();
  await a.getByLabel('Votre adresse e-mail').fill(ADDRESS);
  await stage.shot(a, 'tell-me-address');
  await a.getByRole('button', { name: 'Me prévenir' }).click();
  await a.getByText(`Un e-mail est parti vers ${ADDRESS}`).waitFor();
  await stage.shot(a, 'tell-me-mailed');

  // The mail asks; the page's button answers.
  const page = await a.context().newPage();
  await page.goto(await linkOf('/notify/confirm/'));
  await stage.shot(page, 'confirm-address');
  await page.getByRole('button', { name: 'Confirmer mon adresse' }).click();
  await page.getByText('C’est noté').waitFor();
  await stage.shot(page, 'confirmed');
  await page.close();
  await a.reload();
  await a.getByText('Vous recevrez un e-mail').waitFor();

  // Away from the shop, an answer comes.
  await a.goto('about:blank');
  await b.goto(product);
  await b.getByRole('button', { name: /Une question/ }).click();
  await b.getByText(QUESTION).click();
  await write(b, ANSWER, 'Basile');
  await b.locator('entraide-message', { hasText: ANSWER }).waitFor();
  sink.mails.length = 0;
  await expect.poll(makeDue).toBe(1);
  const link = await linkOf('#entraide=c/');
  expect(sink.mails[0]?.subject).toBe('Basile a répondu à votre question');

  // The link opens the chat at the answer, also in a browser that never saw it.
  const phone = await stage.visitor({ viewport: { width: 390, height: 844 } });
  await phone.goto(link);
  const answer = phone.locator('li.led-to', { hasText: ANSWER });
  await answer.waitFor();
  expect(phone.url()).not.toContain('entraide=');
  await stage.shot(phone, 'led-to-the-answer');

  // And the other link stops it.
  const stop = await stage.visitor();
  await stop.goto(await linkOf('/notify/stop/'));
  await stage.shot(stop, 'stop');
  await stop.getByRole('button', { name: 'Ne plus les recevoir' }).click();
  await stop.getByText('C’est fait').waitFor();
});

test('[NOTE61] the page for devices says what the browser allows, and its worker shows what is pushed', async () => {
  const a = await stage.visitor();
  await a.goto(`${stage.shop}/chaussures/crete-gtx`);
  await a.getByRole('button', { name: /Une question/ }).click();
  await write(a, 'Les lacets sont-ils ronds ?', 'Ariane');
  const link = a.getByRole('link', { name: 'Par notification' });
  await link.waitFor();
  const address = (await link.getAttribute('href')) ?? '';

  const denied = await stage.visitor();
  await deny(denied);
  await denied.goto(address);
  await denied.getByText('Votre navigateur bloque les notifications').waitFor();
  await stage.shot(denied, 'device-denied');

  const allowed = await stage.visitor();
  await allowed.context().grantPermissions(['notifications'], { origin: stage.chat });
  await allowed.goto(address);
  await allowed.getByRole('button', { name: 'Activer sur cet appareil' }).waitFor();
  await stage.shot(allowed, 'device');
  // No push service is to be reached from here: that is said, and may be tried again.
  await allowed.getByRole('button', { name: 'Activer sur cet appareil' }).click();
  await allowed.getByText('n’a pas répondu').waitFor();
  const url = 'https://shop.test/#entraide=c/x';
  expect(await shownByWorker(allowed)).toEqual([
    ['Basile a répondu', { body: 'Sur la page', tag: 'x', data: { url } }],
    'closed',
    url,
    'closed',
  ]);
});

/** As somebody does who answered "Block" before. */
async function deny(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const { targetInfo } = await cdp.send('Target.getTargetInfo');
  await cdp.send('Browser.setPermission', {
    permission: { name: 'notifications' },
    setting: 'denied',
    origin: stage.chat,
    ...(targetInfo.browserContextId ? { browserContextId: targetInfo.browserContextId } : {}),
  });
}

/** Hands our worker what a push service would, and taps what it shows. A headless browser shows nothing itself. */
async function shownByWorker(page: Page) {
  const context = page.context();
  const worker =
    context.serviceWorkers().find((one) => one.url().endsWith('/sw.js')) ??
    (await context.waitForEvent('serviceworker'));
  return await worker.evaluate(() => {
    const seen: unknown[] = [];
    const registration = Reflect.get(self, 'registration');
    const clients = Reflect.get(self, 'clients');
    registration.showNotification = async (...shown: unknown[]) => void seen.push(shown);
    clients.openWindow = async (url: string) => void seen.push(url);
    const event = (type: string, more: object) =>
      self.dispatchEvent(Object.assign(new Event(type), { waitUntil: () => {}, ...more }));
    const pushed = {
      title: 'Basile a répondu',
      body: 'Sur la page',
      tag: 'x',
      url: 'https://shop.test/#entraide=c/x',
    };
    event('push', { data: { json: () => pushed } });
    event('push', { data: null });
    for (const url of [pushed.url, 'javascript:alert(1)'])
      event('notificationclick', { notification: { data: { url }, close: () => seen.push('closed') } });
    return seen;
  });
}

/** What waits some minutes to be told is told now. @returns how many were to be */
function makeDue(): number {
  const db = new BetterSqlite3(join(stage.folder, 'entraide.db'), { timeout: 5000 });
  try {
    return db.prepare(`update notice set due_at = 0 where kind = 'answer' and done_at is null`).run().changes;
  } finally {
    db.close();
  }
}

/** The link with this in it, of the newest mail that has one. */
async function linkOf(part: string): Promise<string> {
  const find = () =>
    sink.mails
      .flatMap(({ text }) => text?.split(/\s+/) ?? [])
      .findLast((word) => word.startsWith('http') && word.includes(part));
  await expect.poll(find, { timeout: 10_000 }).toBeDefined();
  return find() ?? '';
}
