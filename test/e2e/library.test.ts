import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from './member.ts';
import { openStage, type Stage } from './stage.ts';

const LIST =
  'texte,type,catégorie,effet\nzigoto,mot,insulte,retenir\nx,mot,insulte,\nfarfelu,mot,insulte,peut-être\n';
const INSULT = 'Espèce de t4rtignole';
const MISTAKE = 'La marque Zigoto taille petit';
const AFTER = 'Moi aussi, en marque zigoto je prends un 43';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('[STORY5] a manager imports, tries, reads back and saves; the next insult is held; a wrong one is mended from its card', async () => {
  const [manager, writer, reader] = [await stage.visitor(), await stage.visitor(), await stage.visitor()];
  await manager.goto(stage.links.office);
  await manager.getByRole('button', { name: 'Se connecter' }).click();
  await manager.waitForURL(/back-office\/demo/);
  const library = `${stage.chat}/back-office/demo/library`;

  // A file with bad lines: the good one is saved, the others are named with their reason.
  await manager.goto(`${library}?section=import`);
  await manager
    .locator('input[type=file]')
    .setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await manager.getByRole('button', { name: 'Lire' }).click();
  await manager.getByRole('button', { name: /Refusées 2/ }).waitFor();
  await manager.getByText('il faut au moins deux lettres ou chiffres').waitFor();
  await stage.shot(manager, 'library-import');
  await manager.getByRole('button', { name: 'Enregistrer 1 entrée' }).click();
  await manager.getByText('La bibliothèque est à jour').waitFor();

  // A text tried on it, then a draft read over the month and tried before it is saved.
  await manager.goto(`${library}?section=try`);
  await manager.getByLabel('Texte à essayer').fill('quel z1goto');
  await expect
    .poll(() => manager.getByLabel('Verdict').textContent())
    .toMatch(/Un modérateur le lit d’abord/);
  await manager.goto(library);
  await manager.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await manager.getByLabel('Mots ou expressions').fill('crampons');
  await manager.getByRole('button', { name: /Relire les 30 derniers jours/ }).click();
  await manager.getByText(/Aurait retenu \d+ messages?, sur \d+ messages relus/).waitFor();
  await stage.shot(manager, 'library-backtest');
  await manager.getByLabel('Mots ou expressions').fill('tartignole');
  await manager.getByLabel('Catégorie').last().selectOption('insult');
  await manager.getByRole('button', { name: 'Ajouter', exact: true }).last().click();
  await manager.getByText('1 entrée ajoutée').first().waitFor();

  // The next insult is held, for everybody but its author.
  for (const page of [writer, reader]) await openConversation(page);
  await write(writer, INSULT, 'Basile');
  await writer.locator('entraide-message', { hasText: INSULT }).waitFor();
  await write(writer, MISTAKE);
  await writer.locator('entraide-message', { hasText: MISTAKE }).waitFor();

  // The rule is mended from the card of the one held by mistake, and the next is published at once.
  await manager.goto(`${stage.chat}/back-office/demo/queue?kind=held`);
  await manager.getByText(INSULT).first().waitFor();
  await manager.getByRole('button', { name: new RegExp(MISTAKE) }).click();
  await manager.getByRole('button', { name: 'Autoriser cette expression' }).click();
  await manager.getByLabel('Expression autorisée').fill('marque Zigoto');
  await manager.getByText('Ce message passerait.').waitFor();
  await stage.shot(manager, 'library-fix');
  await manager.getByRole('button', { name: 'Appliquer' }).click();
  await manager
    .getByText(/Le message attend votre décision/)
    .first()
    .waitFor();
  await write(writer, AFTER);
  await reader.locator('entraide-message', { hasText: AFTER }).waitFor();
  expect(await reader.locator('entraide-message', { hasText: MISTAKE }).count()).toBe(0);
  await manager.getByRole('button', { name: /Publier/ }).click();
  await reader.locator('entraide-message', { hasText: MISTAKE }).waitFor();
  expect(await reader.locator('entraide-message', { hasText: INSULT }).count()).toBe(0);
});

async function openConversation(page: Page): Promise<void> {
  await page.goto(`${stage.shop}/chaussures/crete-gtx`);
  await page.getByRole('button', { name: /Une question/ }).click();
  await page.getByText('Compatibles avec').click();
  await page.locator('entraide-message').first().waitFor();
}
