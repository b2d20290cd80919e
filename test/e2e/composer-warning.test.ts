import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('[WARN3] the warning comes with the number, goes with it, and keeps nobody from sending', async () => {
  const page = await stage.visitor();
  await page.goto(`${stage.shop}/chaussures/crete-gtx`);
  await page.getByRole('button', { name: /Une question/ }).click();
  const draft = page.getByRole('textbox', { name: 'Votre message' });
  const warning = page.locator('entraide-composer [role="status"]');
  await draft.fill('Rappelez-moi au 06 39 98 12');
  expect(await warning.textContent()).toBe('');
  await draft.fill('Rappelez-moi au 06 39 98 12 34');
  await warning.getByText('Tout le monde le lira. Retirer votre numéro de téléphone').waitFor();
  await stage.shot(page, 'warned');
  await draft.fill('Écrivez à lea@mail.example');
  await warning.getByText('Retirer votre adresse e-mail').waitFor();
  await draft.fill('Rappelez-moi');
  await expect.poll(() => warning.textContent()).toBe('');
  await draft.fill('Rappelez-moi au 06 39 98 12 34');
  await page.getByLabel('Votre prénom ou pseudo').fill('Alice');
  await draft.press('Enter');
  await page.getByText(/semble contenir une information personnelle/).waitFor();
});
