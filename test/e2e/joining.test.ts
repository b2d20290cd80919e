/** Joining on a phone, a passkey, signing in again, the picture in the shop, one-time codes: in a real browser. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOfStep } from '../../server/one-time-code.ts';
import { openStage, type Stage } from './stage.ts';
import { violations } from './violations.ts';

let stage: Stage;
let expert: Page;
let boss: Page;
beforeAll(async () => {
  stage = await openStage();
  boss = await stage.visitor();
  // Whoever joins uses a keyboard and a phone; `bypassCSP` is for axe alone.
  expert = await stage.visitor({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  await withPasskeys(expert);
});
afterAll(() => stage?.close());

async function withPasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const photo = async () => ({
  name: 'moi.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 400, height: 300, channels: 3, background: '#c86428' } })
    .jpeg()
    .toBuffer(),
});

test('[JOIN42] a manager writes the rules, an expert accepts them and joins with a picture and a passkey', async () => {
  await boss.goto(stage.links.office);
  await boss.getByRole('button', { name: 'Se connecter' }).click();
  await boss.goto(`${stage.chat}/back-office/demo/pages`);
  await boss.getByLabel('En français').fill('Répondez comme à un ami.');
  await boss.getByRole('button', { name: 'Enregistrer les règles' }).click();
  await boss.getByText('Règles enregistrées').first().waitFor();

  await expert.goto(stage.links.expert);
  expect(await violations(expert)).toEqual([]);
  await expert.getByLabel('Nom affiché').fill('Malik');
  await expert.getByLabel('Photo').setInputFiles(await photo());
  await expert.locator('img[data-picture]').waitFor();
  await expert.getByLabel('Adresse e-mail').fill('malik@example.com');
  await expert.getByRole('button', { name: 'Rejoindre' }).click();
  // Held back by the rules that were not accepted.
  expect(await expert.locator('#agreed:invalid').count()).toBe(1);
  await expert.getByLabel('Je les ai lues').check();
  await stage.shot(expert, 'joining-form');
  await expert.getByRole('button', { name: 'Rejoindre' }).click();
  await expert.getByRole('heading', { name: 'Bienvenue, Malik' }).waitFor();
  expect(await violations(expert)).toEqual([]);
  await stage.shot(expert, 'joining-welcome');
  await expert.getByRole('button', { name: 'Ajouter une passkey' }).click();
  await expert.getByText('La passkey est ajoutée.').waitFor();
  expect(await violations(expert)).toEqual([]);
  await stage.shot(expert, 'joining-account');
});

test('[JOIN43] the picture stands beside what they write in the shop', async () => {
  await expert.getByRole('button', { name: /^Ouvrir localhost/ }).click();
  await expert.waitForURL(`${stage.shop}/**`);
  await expert.goto(`${stage.shop}/chaussures/crete-gtx`);
  await expert.getByRole('button', { name: /Une question/ }).click();
  const chat = expert.locator('entraide-chat');
  await chat
    .getByText(/taille/)
    .first()
    .click();
  await chat.getByRole('textbox').fill('Prenez votre pointure habituelle.');
  await chat.getByRole('textbox').press('Enter');
  const picture = chat.locator('.mine img').last();
  await picture.waitFor();
  const isShown = (image: Element) =>
    (image as HTMLImageElement).decode().then(
      () => true,
      () => false,
    );
  expect(await picture.evaluate(isShown)).toBe(true);
  await stage.shot(expert, 'joining-picture-in-chat');
});

test('[JOIN44] signed out, the passkey signs in again; and signing out everywhere is one button', async () => {
  await expert.goto(`${stage.chat}/account`);
  expect(await expert.locator('#sessions ~ ul > li').count()).toBe(2);
  // This authenticator needs nobody and would answer the list below the field by itself, sooner or later.
  await expert.addInitScript('delete PublicKeyCredential.isConditionalMediationAvailable');
  await expert.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
  await expert.getByRole('heading', { name: 'Se connecter' }).waitFor();
  expect(await expert.getByLabel('Adresse e-mail').getAttribute('autocomplete')).toBe('username webauthn');
  await expert.getByRole('button', { name: 'passkey' }).click();
  await expert.getByRole('heading', { name: 'Votre compte' }).waitFor();
  await expert.getByRole('button', { name: 'Se déconnecter partout' }).click();
  await expert.getByLabel('Adresse e-mail').waitFor();
});

test('[JOIN51] the page of waiting questions is opened by the passkey where it stands', async () => {
  await expert.goto(`${stage.chat}/questions/demo/`);
  await expert.getByRole('heading', { name: 'Connectez-vous pour répondre' }).waitFor();
  expect(await violations(expert)).toEqual([]);
  await stage.shot(expert, 'questions-sign-in');
  await expert.getByRole('button', { name: 'passkey' }).click();
  await expert.getByRole('heading', { name: 'Questions en attente' }).waitFor();
  expect(expert.url()).toBe(`${stage.chat}/questions/demo/`);
});

test('[JOIN45] a manager takes the picture away, and switches on one-time codes', async () => {
  await boss.goto(`${stage.chat}/back-office/demo/people`);
  const malik = boss.getByRole('row').filter({ hasText: 'malik@example.com' });
  await malik.getByRole('button', { name: 'Actions sur Malik' }).click();
  await boss.getByRole('menuitem', { name: 'Retirer la photo' }).click();
  await boss.getByText('Photo de Malik retirée').first().waitFor();
  await boss.locator('a[href="/account"]').click();
  await boss.getByRole('button', { name: 'Activer' }).click();
  const secret = (await boss.locator('.secret').textContent())!.replaceAll(' ', '');
  await boss.getByLabel('Code à six chiffres').fill(codeOfStep(secret, Math.floor(Date.now() / 30_000)));
  await boss.getByRole('button', { name: 'Activer les codes' }).click();
  expect(await boss.locator('.codes li').count()).toBe(10);
  await boss.getByRole('link', { name: 'Je les ai gardés' }).click();
  await boss.getByText('Codes de secours restants : 10').waitFor();
  await stage.shot(boss, 'joining-codes');
});
