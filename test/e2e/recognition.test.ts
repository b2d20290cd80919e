import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from './member.ts';
import { openStage, type Stage } from './stage.ts';
import { violations } from './violations.ts';

/** Two networks: thanks from one's own are worth nothing. */
const [EXPERT_AT, ASKER_AT] = ['127.0.0.21', '127.0.0.22'];
const QUESTION = 'La semelle tient-elle sur le granit mouillé ?';
const ANSWERS = ['Oui, la gomme accroche bien.', 'Évitez juste le lichen.'];

let stage: Stage;
let asker: Page;
let expert: Page;
let manager: Page;
beforeAll(async () => {
  stage = await openStage();
  [asker, expert, manager] = [
    await stage.visitor({}, ASKER_AT),
    await stage.visitor({}, EXPERT_AT),
    await stage.visitor(),
  ];
});
afterAll(() => stage?.close());

test('[POINT60] somebody thanked sees the points and why; the same pair again is worth 0, and says so', async () => {
  const product = `${stage.shop}/chaussures/crete-gtx`;
  await join(expert, stage.links.expert);
  await expert.getByRole('link', { name: /Ouvrir localhost/ }).click();
  await expert.waitForURL(`${stage.shop}/**`);

  // One asks, the expert answers twice, and is thanked for both.
  await open(asker, product);
  await write(asker, QUESTION, 'Alice');
  await asker.locator('entraide-message', { hasText: QUESTION }).waitFor();
  await open(expert, product);
  await expert.getByText(QUESTION).click();
  for (const answer of ANSWERS) {
    await write(expert, answer);
    const message = asker.locator('entraide-message', { hasText: answer });
    await message.getByRole('button', { name: 'Merci' }).click();
    await expert.locator('entraide-message', { hasText: answer }).getByText('1 personne remercie').waitFor();
  }

  // The expert reads what it was worth.
  await contributions(expert);
  const entries = expert.locator('entraide-contributions li.entry');
  await expert.getByText('Cette personne l’a déjà fait ces dernières 24 heures.').waitFor();
  const thanks = await entries.filter({ hasText: 'On vous a remercié' }).allInnerTexts();
  expect(thanks.map((text) => text.split('\n')[0])).toEqual(['0', '+2']);
  await stage.shot(expert, 'contributions');

  // A manager gives points and a badge, each with words; the badge stands beside the name for everybody.
  await manager.goto(stage.links.office);
  await manager.getByRole('button', { name: 'Se connecter' }).click();
  await manager.waitForURL(/back-office\/demo/);
  await manager.getByRole('link', { name: 'Reconnaissance' }).click();
  await stage.shot(manager, 'thanks-of-the-month');
  await manager.getByRole('tab', { name: 'Badges' }).click();
  await manager.getByRole('button', { name: 'Ajouter un badge' }).click();
  await manager.getByLabel('Nom en français').fill('Guide de montagne');
  await manager.getByLabel('Nom en anglais').fill('Mountain guide');
  await manager.getByLabel('montagne').check();
  await stage.shot(manager, 'badge-dialog');
  await manager.getByRole('button', { name: 'Garder' }).click();
  await manager.getByRole('button', { name: 'Enregistrer les badges' }).click();
  await manager.getByText('Badges enregistrés').first().waitFor();
  await manager.getByRole('tab', { name: 'Mercis du mois' }).click();
  await manager.getByRole('link', { name: 'Édouard' }).click();
  await manager.getByRole('button', { name: 'Donner un badge…' }).click();
  await manager.getByLabel('Raison').fill('Pour le guide des semelles');
  await manager.getByRole('button', { name: 'Inscrire' }).click();
  await manager.getByText('Pour le guide des semelles').waitFor();
  await stage.shot(manager, 'ledger');

  await open(asker, product);
  await asker.locator('entraide-message').getByText('Guide de montagne').first().waitFor();
  await stage.shot(asker, 'badge-beside-a-name');
});

test.each(['light', 'dark'] as const)(
  '[POINT61] contributions, ledger, month and badges are clean by axe, wide and narrow, in %s',
  async (colorScheme) => {
    for (const width of [1280, 390]) {
      for (const page of [expert, manager]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 844 });
      }
      await open(expert, `${stage.shop}/chaussures/crete-gtx`);
      await contributions(expert);
      await expert.getByText('Pour le guide des semelles').waitFor();
      expect(await violations(expert)).toEqual([]);
      await stage.shot(expert, `contributions-${colorScheme}-${width}`);
      const screen = `${stage.chat}/back-office/demo/recognition`;
      for (const part of ['', '?section=badges']) {
        await manager.goto(screen + part);
        await manager
          .getByText(part ? 'Guide de montagne' : 'Édouard')
          .first()
          .waitFor();
        expect(await violations(manager)).toEqual([]);
        await stage.shot(manager, `recognition${part.replace('?section=', '-')}-${colorScheme}-${width}`);
      }
      await manager.goto(screen);
      await manager.getByRole('link', { name: 'Édouard' }).click();
      await manager.getByText('Pour le guide des semelles').waitFor();
      expect(await violations(manager)).toEqual([]);
      await stage.shot(manager, `ledger-${colorScheme}-${width}`);
    }
  },
);

test('[POINT62] switched off, nothing of it is left on any screen', async () => {
  await manager.setViewportSize({ width: 1280, height: 860 });
  await manager.getByRole('link', { name: 'Réglages' }).click();
  await manager.getByRole('switch', { name: /Compter les points/ }).click({ force: true });
  await manager.getByText('La reconnaissance est désactivée').first().waitFor();
  await open(expert, `${stage.shop}/chaussures/crete-gtx`);
  await expert.getByText(QUESTION).first().waitFor();
  await expert.waitForLoadState('networkidle');
  await expert.locator('entraide-more').getByRole('button').first().click();
  await expert.getByRole('menuitem').first().waitFor();
  expect(await expert.getByRole('menuitem', { name: 'Mes contributions' }).count()).toBe(0);
  expect(await expert.getByText('Guide de montagne').count()).toBe(0);
});

async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Nom affiché').fill('Édouard');
  await page.getByLabel('Adresse e-mail').fill('edouard@example.com');
  await page.getByRole('button', { name: 'Rejoindre' }).click();
  await page.getByText('Bienvenue, Édouard').waitFor();
}

/** The chat opens by itself where it was open before. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const launcher = page.getByRole('button', { name: /Une question/ });
  const panel = page.getByRole('button', { name: 'Fermer' });
  await launcher.or(panel).first().waitFor();
  if (await launcher.isVisible()) await launcher.click();
}

async function contributions(page: Page): Promise<void> {
  const back = page.getByRole('button', { name: 'Retour' });
  if (await back.isVisible()) await back.click();
  await page.locator('entraide-more').getByRole('button').first().click();
  await page.getByRole('menuitem', { name: 'Mes contributions' }).click();
}
