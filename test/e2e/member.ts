import type { Page } from 'playwright-core';

/** Writes in the open chat, in French; the name where it is asked. */
export async function write(page: Page, text: string, name?: string): Promise<void> {
  await page.getByLabel('Votre message').fill(text);
  if (name) await page.getByLabel('Votre prénom ou pseudo').fill(name);
  await page.getByLabel('Votre message').press('Enter');
}

/** Waits until a message with this text is on the page. */
export async function shown(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('entraide-message', { hasText: text }).first().waitFor();
}

/** Joins by the link of an invitation, as far as the welcome. */
export async function join(page: Page, link: string, name: string, email: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Nom affiché').fill(name);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Rejoindre' }).click();
  await page.getByText(`Bienvenue, ${name}`).waitFor();
}
