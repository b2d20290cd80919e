import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, shown, write } from './member.ts';
import { openStage, type Stage } from './stage.ts';
import { violations } from './violations.ts';

const QUESTION = 'La semelle tient-elle sur le granit mouillé ?';
const BAD = 'Quiconque achète ça n’y connaît rien du tout.';
const BETTER = 'Je ne la conseille pas pour débuter.';

let stage: Stage;
let manager: Page;
let moderator: Page;
let expertPage: Page;
beforeAll(async () => {
  stage = await openStage();
  [manager, moderator, expertPage] = [await stage.visitor(), await stage.visitor(), await stage.visitor()];
  await manager.goto(stage.links.office);
  await manager.getByRole('button', { name: 'Se connecter' }).click();
  await manager.waitForURL(/back-office\/demo/);
  await joinAtShop(moderator, stage.links.moderator, 'Mona', 'mona@example.com');
  await joinAtShop(expertPage, stage.links.expert, 'Édith', 'edith@example.com');
});
afterAll(() => stage?.close());

test('[TRUST26] a moderator alerts from the chat, a manager sees it live and answers, the moderator reads the answer', async () => {
  await openChat(moderator);
  await moderator.getByText('Est-ce que la Crête').click();
  const message = moderator.locator('entraide-message').nth(1);
  await message.getByRole('button', { name: /^Modérer/ }).click();
  await stage.shot(moderator, 'moderator-acts');
  await message.getByRole('button', { name: 'Auteur' }).click();
  await message.getByText(/publié/).waitFor();
  await message.getByLabel('Une note pour les autres modérateurs').fill('Toujours très sûr de lui');
  await message.getByRole('button', { name: 'Noter' }).click();
  await message.getByRole('listitem').getByText('Toujours très sûr de lui').waitFor();
  await stage.shot(moderator, 'moderator-record');
  await message.getByRole('button', { name: 'Fermer' }).click();
  await message.getByRole('button', { name: /^Modérer/ }).click();
  await message.getByRole('button', { name: 'Alerter' }).click();
  await message.getByLabel(/Que doivent savoir/).fill('Il donne un conseil dangereux');
  await message.getByLabel('Maintenant').check();
  expect(await violations(moderator)).toEqual([]);
  await stage.shot(moderator, 'moderator-alert');
  await message.getByRole('button', { name: 'Alerter' }).click();
  await message.getByText('Les community managers sont alertés.').waitFor();

  // The manager, on another screen, hears of it at once.
  await manager.getByText('Alerte urgente de Mona').first().waitFor();
  await manager.getByRole('link', { name: /^Alertes/ }).click();
  await manager.getByText('Il donne un conseil dangereux').waitFor();
  await stage.shot(manager, 'alerts');
  expect(await violations(manager)).toEqual([]);
  await manager.getByRole('button', { name: 'Je m’en occupe' }).click();
  await manager.locator('article').getByText('Vous vous en occupez').waitFor();
  await manager.getByRole('button', { name: 'Répondre', exact: true }).click();
  await manager.getByLabel('Réponse à Mona').fill('Merci, je lui écris.');
  await stage.shot(manager, 'alert-answer');
  await manager.getByRole('button', { name: 'Répondre sans clore' }).click();
  await manager.locator('blockquote').getByText('Merci, je lui écris.').waitFor();

  await moderator.getByRole('button', { name: 'Retour' }).click();
  await moderator.getByRole('button', { name: /^Plus/ }).click();
  await moderator.getByRole('menuitem', { name: /^À relire/ }).click();
  await moderator.getByRole('button', { name: /^Vos alertes/ }).waitFor();
  await stage.shot(moderator, 'to-review');
  await moderator.getByRole('button', { name: /^Vos alertes/ }).click();
  await moderator.getByText('Merci, je lui écris.').waitFor();
  await stage.shot(moderator, 'own-alerts');
  expect(await violations(moderator)).toEqual([]);
});

test('[TRUST27] reports hide a message by themselves, and its author says it another way, once', async () => {
  await change({ reportThreshold: 1 });
  const [author, reader] = [await stage.visitor(), await stage.visitor({}, '127.0.0.21')];
  await openChat(author);
  await write(author, QUESTION, 'Alban');
  await shown(author, QUESTION);
  await write(author, BAD);
  await shown(author, BAD);
  await openChat(reader);
  await reader.getByText(QUESTION).click();
  await shown(reader, BAD);

  await openChat(expertPage);
  await expertPage.getByText(QUESTION).click();
  const reported = expertPage.locator('entraide-message', { hasText: BAD });
  await openReport(reported);
  await reported.getByRole('button', { name: 'Insulte' }).click();
  await shown(author, 'Votre message a été masqué');
  await shown(reader, 'Message masqué');
  await stage.shot(author, 'reported-author');
  expect(await violations(author)).toEqual([]);

  await author.getByRole('button', { name: 'Dire autrement' }).click();
  await author.getByLabel('Votre message, autrement').fill('Le vendeur est un connard');
  await author.getByRole('button', { name: 'Publier ainsi' }).click();
  await author.getByText(/ne passent pas non plus/).waitFor();
  await author.getByLabel('Votre message, autrement').fill(BETTER);
  await stage.shot(author, 'reported-edit');
  await author.getByRole('button', { name: 'Publier ainsi' }).click();
  await shown(reader, BETTER);
  await openReport(expertPage.locator('entraide-message', { hasText: BETTER }));
  await expertPage
    .locator('entraide-message', { hasText: BETTER })
    .getByRole('button', { name: 'Insulte' })
    .click();
  await shown(author, /Plusieurs personnes l’ont encore signalé/);
  expect(await author.getByRole('button', { name: 'Dire autrement' }).count()).toBe(0);
});

/** Settings as the manager's own page would save them. */
async function change(settings: object): Promise<void> {
  const status = await manager.evaluate(async (body) => {
    const answer = await fetch('/api/back-office/demo/site', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.status;
  }, settings);
  expect(status).toBe(200);
}

async function openReport(message: ReturnType<Page['locator']>): Promise<void> {
  await message.getByRole('button', { name: /^Autres actions/ }).click();
  await message.getByRole('button', { name: 'Signaler' }).click();
}

async function openChat(page: Page): Promise<void> {
  await page.goto(`${stage.shop}/chaussures/crete-gtx`);
  await page.getByRole('button', { name: /Une question/ }).click();
  await page.getByText('Est-ce que la Crête').waitFor();
}

/** Joins by invitation and comes to the shop signed in. */
async function joinAtShop(page: Page, link: string, name: string, email: string): Promise<void> {
  await join(page, link, name, email);
  await page.getByRole('link', { name: /Ouvrir localhost/ }).click();
  await page.waitForURL(`${stage.shop}/**`);
}
