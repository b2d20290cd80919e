import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, write } from './member.ts';
import { openStage, type Stage } from './stage.ts';
import { violations } from './violations.ts';

const FIRST = 'La semelle tient-elle sur un rocher mouillé ?';
const ANSWER = 'Oui, même en descente. Évitez seulement la mousse.';
const SECOND = 'Combien de temps durent les semelles ?';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('[WAIT39] of two experts one takes the question, the other and the asker see it; answered on a phone, from the page', async () => {
  const [links, product] = [await inviteTwo(), `${stage.shop}/chaussures/crete-gtx`];
  // Malou joins on her phone and goes on to the page of waiting questions by choice.
  const malou = await stage.visitor({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await join(malou, links[0]!, 'Malou', 'malou@example.com');
  await malou.getByRole('link', { name: 'Voir les questions en attente' }).click();
  await malou.waitForURL(`${stage.chat}/questions/**`);
  await malou.getByRole('heading', { name: 'Questions en attente' }).waitFor();

  // Basile answers from the shop.
  const basile = await stage.visitor();
  await join(basile, links[1]!, 'Basile', 'basile@example.com');
  await basile.getByRole('link', { name: /Ouvrir localhost/ }).click();
  await basile.waitForURL(`${stage.shop}/**`);
  await basile.goto(product);
  await basile.getByRole('button', { name: /Une question/ }).click();

  const asker = await stage.visitor({}, '127.0.0.7');
  await ask(asker, product, FIRST, 'Alice');

  // Both are told; the keyboard alone leads Basile there and back.
  await malou.getByText(FIRST).waitFor();
  await question(malou, FIRST).getByText('Pour vous').waitFor();
  const more = basile.getByRole('button', { name: /^Plus, .* en attente$/ });
  await more.focus();
  await basile.keyboard.press('Enter');
  await focused(basile, '[role=menuitem]');
  await basile.keyboard.press('ArrowDown');
  await basile.keyboard.press('ArrowUp');
  await basile.keyboard.press('Escape');
  expect(await basile.getByRole('menu').count()).toBe(0);
  await focused(basile, 'entraide-more button');
  await basile.keyboard.press('Enter');
  await focused(basile, '[role=menuitem]');
  await stage.shot(basile, 'waiting-menu');
  await basile.keyboard.press('Enter');
  await question(basile, FIRST).waitFor();
  await stage.shot(basile, 'waiting-list');
  expect(await violations(basile)).toEqual([]);
  await basile.getByRole('button', { name: 'Retour' }).click();
  await focused(basile, 'entraide-more button');
  await basile.keyboard.press('Enter');
  await focused(basile, '[role=menuitem]');
  await basile.keyboard.press('Enter');
  await question(basile, FIRST).waitFor();

  await question(malou, FIRST).getByRole('button', { name: 'Je m’en occupe' }).click();
  await question(basile, FIRST).getByText('Malou prépare une réponse').waitFor();
  await asker.getByRole('status').getByText('Malou prépare une réponse').waitFor({ state: 'attached' });
  await stage.shot(basile, 'waiting-taken-by-another');
  await stage.shot(asker, 'waiting-asker-sees');

  // Given back, then taken by the other, who answers: it waits for nobody any more.
  await malou.getByRole('button', { name: 'Retour aux conversations' }).click();
  await malou.getByRole('button', { name: 'Laisser à d’autres' }).click();
  await question(basile, FIRST).getByRole('button', { name: 'Je m’en occupe' }).click();
  await question(malou, FIRST).getByText('Basile prépare une réponse').waitFor();
  await write(basile, ANSWER);
  await asker.locator('entraide-message', { hasText: ANSWER }).waitFor();
  await malou.locator('entraide-waiting-questions li', { hasText: FIRST }).waitFor({ state: 'detached' });

  // Without a network the page opens with what it knew, says so, and goes on when there is one.
  await ask(await stage.visitor({}, '127.0.0.8'), product, SECOND, 'Nour');
  await question(malou, SECOND).waitFor();
  expect(await violations(malou)).toEqual([]);
  await malou.reload();
  await question(malou, SECOND).waitFor();
  await malou.context().setOffline(true);
  await malou.reload();
  await malou.getByText('Hors ligne').waitFor();
  await question(malou, SECOND).waitFor();
  await stage.shot(malou, 'waiting-page-offline');
  await malou.context().setOffline(false);
  await question(malou, SECOND).getByRole('button', { name: 'Je m’en occupe' }).click();
  await write(malou, 'Deux à trois saisons, selon le terrain.');
  await malou.locator('entraide-message', { hasText: 'Deux à trois saisons' }).waitFor();
  await stage.shot(malou, 'waiting-page-answered');

  // Her availability is behind the same menu.
  await malou.getByRole('button', { name: 'Retour aux conversations' }).click();
  await malou.getByRole('button', { name: 'Plus' }).click();
  await malou.getByRole('menuitem', { name: 'Ma disponibilité' }).click();
  await malou.getByText('Heures calmes').click();
  await malou.getByText('Enregistré').waitFor();
  expect(await malou.getByLabel('De', { exact: true }).inputValue()).toBe('22:00');
  await stage.shot(malou, 'waiting-availability');
  expect(await violations(malou)).toEqual([]);
});

const question = (page: Page, text: string) =>
  page.locator('entraide-waiting-questions li', { hasText: text });

/** The focus follows what is drawn: a key pressed before it is there would go elsewhere. */
const focused = (page: Page, selector: string) => page.locator(`${selector}:focus`).first().waitFor();

/** The demo has one invitation for an expert: the second is made in the back office. */
async function inviteTwo(): Promise<string[]> {
  const manager = await stage.visitor();
  await manager.goto(stage.links.office);
  await manager.getByRole('button', { name: 'Se connecter' }).click();
  await manager.waitForURL('**/back-office/**');
  const link = await manager.evaluate(async () => {
    const response = await fetch('/api/back-office/demo/invitations', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'expert', email: null, name: null }),
    });
    return ((await response.json()) as { link: string }).link;
  });
  return [stage.links.expert, link];
}

async function ask(page: Page, url: string, text: string, name: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: /Une question/ }).click();
  await write(page, text, name);
  await page.locator('entraide-message', { hasText: text }).waitFor();
}
