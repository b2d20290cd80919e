import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { violations } from './violations.ts';

const QUESTION = 'La semelle accroche-t-elle sur rocher mouillé ?';
const ANSWER = 'Oui, même sur du granite trempé.';
const BETTER = 'Oui, même sur du granite trempé, testé hier.';
const SLIP = 'Attendez, je confonds avec la Vallon.';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('[EXCH60] an answer is thanked for, accepted, replied to, changed and deleted, live on both sides', async () => {
  const [asker, helper] = [await stage.visitor(), await stage.visitor({}, '127.0.0.21')];
  await ask(asker);
  await openQuestion(helper);
  await write(helper, ANSWER, 'Basile');

  // Thanks are seen by who is thanked, and can be taken back.
  const answer = messageOf(asker, ANSWER);
  await answer.getByRole('button', { name: 'Merci' }).click();
  await messageOf(helper, ANSWER).getByText('1 personne remercie').waitFor();
  await stage.shot(asker, 'thanked');

  // Accepted: marked, pinned, and told in the list.
  await answer.getByRole('button', { name: 'C’est la réponse' }).click();
  await messageOf(helper, ANSWER).getByText('Réponse acceptée').waitFor();
  const pinned = asker.getByRole('button', { name: /^Réponse acceptée Basile/ });
  await pinned.waitFor();
  await stage.shot(asker, 'accepted');

  // A reply quotes what it replies to, and leads there.
  await answer.getByRole('button', { name: 'Répondre' }).click();
  await asker.getByText('En réponse à Basile').waitFor();
  await asker.reload();
  await asker.getByText('En réponse à Basile').waitFor();
  await write(asker, 'Et sur la glace ?');
  const reply = messageOf(helper, 'Et sur la glace ?');
  await reply.getByRole('button', { name: /^En réponse à Vous/ }).click();
  expect(await focused(helper)).toContain(ANSWER);
  await stage.shot(helper, 'reply');

  // Changed in place: everybody reads the new text, and the quote with it.
  await menuOf(helper, ANSWER, 'Modifier');
  await helper.getByLabel('Modifier votre message').fill(BETTER);
  await stage.shot(helper, 'editing');
  await helper.getByRole('button', { name: 'Enregistrer' }).click();
  await messageOf(asker, BETTER).first().getByText('modifié').waitFor();
  await asker.getByRole('button', { name: `En réponse à Basile : ${BETTER}` }).waitFor();

  // What the filter would hold is refused; the text stays, also over a page load.
  await menuOf(helper, BETTER, 'Modifier');
  const field = helper.getByLabel('Modifier votre message');
  await field.fill('Oui, connard');
  await field.press('Enter');
  await helper.getByText(/Un modérateur devrait d’abord lire ce texte/).waitFor();
  await stage.shot(helper, 'edit-refused');
  await helper.reload();
  await helper.getByLabel('Modifier votre message').waitFor();
  expect(await field.inputValue()).toBe('Oui, connard');
  await field.press('Escape');
  await field.waitFor({ state: 'detached' });
  await messageOf(helper, BETTER).first().waitFor();
  expect(await asker.getByText('connard').count()).toBe(0);

  // Deleted: a tombstone for everybody.
  await write(helper, SLIP);
  await messageOf(asker, SLIP).waitFor();
  await menuOf(helper, SLIP, 'Supprimer');
  await stage.shot(helper, 'deleting');
  await messageOf(helper, SLIP).getByRole('button', { name: 'Supprimer' }).click();
  await asker.getByText('Message supprimé').waitFor();
  expect(await asker.getByText(SLIP).count()).toBe(0);
  await stage.shot(asker, 'deleted');

  await asker.getByRole('button', { name: 'Retour' }).click();
  await asker.getByText('Réponse acceptée').first().waitFor();
});

test('[EXCH61] all of it can be done by the keyboard alone, and Escape closes what was opened, not the chat', async () => {
  const page = await stage.visitor({ viewport: { width: 390, height: 844 } }, '127.0.0.22');
  await openQuestion(page);
  const own = 'Je note, merci pour la précision.';
  await write(page, own, 'Chloé');
  const message = messageOf(page, own);
  await message.waitFor();
  const more = message.getByRole('button', { name: /^Autres actions/ });
  await more.focus();
  await page.keyboard.press('Enter');
  const edit = message.getByRole('button', { name: 'Modifier' });
  await edit.waitFor();
  await expect.poll(() => focused(page)).toBe('Modifier');
  await page.keyboard.press('Escape');
  await edit.waitFor({ state: 'detached' });
  await expect
    .poll(() => more.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button))
    .toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Modifier');
  await page.keyboard.press('Enter');
  await page.getByLabel('Modifier votre message').waitFor();
  await page.keyboard.type(' Vraiment.');
  await page.keyboard.press('Enter');
  await page.getByText(`${own} Vraiment.`).first().waitFor();
  await stage.shot(page, 'edited-on-a-phone');
});

test('[EXCH62] what is under a message is clean by axe, and large enough for a finger', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme };
    const page = await stage.visitor(phone, colorScheme === 'light' ? '127.0.0.23' : '127.0.0.24');
    await openQuestion(page);
    const own = `Bien vu, en ${colorScheme}.`;
    await write(page, own, 'Chloé');
    await messageOf(page, own).waitFor();
    await messageOf(page, BETTER).first().getByRole('button', { name: 'Répondre' }).click();
    await menuOf(page, own, 'Modifier');
    await messageOf(page, BETTER)
      .first()
      .getByRole('button', { name: /^Autres actions/ })
      .click();
    await page.getByRole('button', { name: 'Signaler' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    await stage.shot(page, `everything-open-${colorScheme}`);
  }
});

async function ask(page: Page): Promise<void> {
  await page.goto(`${stage.shop}/chaussures/crete-gtx`);
  await page.getByRole('button', { name: /Une question/ }).click();
  await write(page, QUESTION, 'Alice');
  await messageOf(page, QUESTION).waitFor();
}

async function openQuestion(page: Page): Promise<void> {
  await page.goto(`${stage.shop}/chaussures/crete-gtx`);
  await page.getByRole('button', { name: /Une question/ }).click();
  await page.getByText(QUESTION).click();
}

async function write(page: Page, text: string, name?: string): Promise<void> {
  const field = page.getByLabel('Votre message');
  await field.fill(text);
  if (name) await page.getByLabel('Votre prénom ou pseudo').fill(name);
  await field.press('Enter');
}

const messageOf = (page: Page, text: string): Locator => page.locator('entraide-message', { hasText: text });

async function menuOf(page: Page, text: string, choice: string): Promise<void> {
  const message = page.locator('entraide-message', { has: page.locator('.text', { hasText: text }) });
  await message.getByRole('button', { name: /^Autres actions/ }).click();
  await message.getByRole('button', { name: choice, exact: true }).click();
}

/** Buttons of the conversation that a finger would miss, by what they say. */
async function tooSmall(page: Page): Promise<string[]> {
  const buttons = await page.locator('entraide-conversation').getByRole('button').all();
  const sizes = await Promise.all(
    buttons.map(async (button) => {
      const box = await button.boundingBox();
      return { name: (await button.textContent())?.trim() ?? '', ok: !box || box.height >= 43.5 };
    }),
  );
  return sizes.flatMap(({ name, ok }) => (ok ? [] : [name]));
}

/** The text of what has the focus, through every shadow root. */
async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const parts = active?.querySelector('entraide-message')?.shadowRoot?.textContent;
    return (parts ?? active?.textContent ?? '').trim();
  });
}
