import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { violations } from './violations.ts';

let stage: Stage;
let office: Page;
beforeAll(async () => {
  stage = await openStage();
  office = await stage.visitor();
  await office.goto(stage.links.office);
  await office.getByRole('button', { name: 'Se connecter' }).click();
  await office.waitForURL(/back-office\/demo/);
});
afterAll(() => stage?.close());

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([1280, 390])(
    '[A11Y1] the chat is clean at %i pixels: closed, list, conversation',
    async (width) => {
      const page = await stage.visitor({ colorScheme, viewport: { width, height: 800 } });
      await page.goto(`${stage.shop}/chaussures/crete-gtx`);
      await page.getByRole('button', { name: /Une question/ }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: /Une question/ }).click();
      await page.getByText('Compatibles avec').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByText('Est-ce que la Crête').click();
      await page.locator('entraide-message').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await stage.shot(page, `conversation-${colorScheme}-${width}`);
    },
  );

  test.each([
    'queue',
    'alerts',
    'conversations',
    'library',
    'blocks',
    'people',
    'recognition',
    'pages',
    'audit-log',
  ])('[A11Y2] the back office’s %s is clean', async (screen) => {
    await office.emulateMedia({ colorScheme });
    await office.goto(`${stage.chat}/back-office/demo/${screen}`);
    await office.waitForLoadState('networkidle');
    expect(await violations(office)).toEqual([]);
    await stage.shot(office, `${screen}-${colorScheme}`);
  });
});

test.each([1280, 390])(
  '[OFFICE58] the settings lead to each of their sections, at %d pixels',
  async (width) => {
    await office.setViewportSize({ width, height: 860 });
    await office.goto(`${stage.chat}/back-office/demo/pages`);
    const index = office.getByRole('navigation', { name: 'Sections des réglages' });
    await index.getByRole('button', { name: 'Modération' }).click();
    const heading = office.getByRole('heading', { name: 'Modération' });
    expect(await heading.evaluate((element) => element.matches(':focus'))).toBe(true);
    const [bar, at] = [(await index.boundingBox())!, (await heading.boundingBox())!];
    expect(bar.y).toBeLessThan(100);
    expect(at.y).toBeGreaterThan(bar.y + bar.height);
    expect(at.y).toBeLessThan(bar.y + bar.height + 60);
    await stage.shot(office, `settings-index-${width}`);
    await office.setViewportSize({ width: 1280, height: 860 });
  },
);

test('[A11Y3] Escape closes the chat and gives the focus back to the launcher; the keyboard does everything', async () => {
  const page = await stage.visitor();
  await page.goto(`${stage.shop}/chaussures/crete-gtx`);
  const launcher = page.getByRole('button', { name: /Une question/ });
  await launcher.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Compatibles avec').waitFor();
  await page.keyboard.press('Escape');
  await launcher.waitFor();
  expect(
    await launcher.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element),
  ).toBe(true);
});

test('[A11Y4] opening a conversation announces none of its history; what arrives is announced once', async () => {
  const [reader, writer] = [await stage.visitor(), await stage.visitor()];
  for (const page of [reader, writer]) {
    await page.goto(`${stage.shop}/chaussures/crete-gtx`);
    await page.getByRole('button', { name: /Une question/ }).click();
    await page.getByText('Compatibles avec').click();
    await page.locator('entraide-message').first().waitFor();
  }
  const log = reader.getByRole('log');
  expect(((await log.textContent()) ?? '').trim()).toBe('');
  await writer.getByLabel('Votre message').fill('Oui, sans souci.');
  await writer.getByLabel('Votre prénom ou pseudo').fill('Yves');
  await writer.getByLabel('Votre message').press('Enter');
  await reader.locator('entraide-message', { hasText: 'Oui, sans souci.' }).waitFor();
  await log.getByText('Oui, sans souci.').waitFor();
  expect(await log.getByText('Oui, sans souci.').count()).toBe(1);
});

test('[A11Y5] the acts on a person are one menu for the keyboard too', async () => {
  await office.goto(`${stage.chat}/back-office/demo/people`);
  const button = office.getByRole('button', { name: 'Actions sur Kevin_88' });
  await button.focus();
  await office.keyboard.press('Enter');
  const notes = office.getByRole('menuitem', { name: 'Notes' });
  await notes.waitFor();
  expect(await violations(office)).toEqual([]);
  await office.keyboard.press('ArrowDown');
  expect(await isFocused(notes)).toBe(true);
  await office.keyboard.press('Escape');
  await notes.waitFor({ state: 'hidden' });
  expect(await isFocused(button)).toBe(true);
});

const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate((found) => (found.getRootNode() as ShadowRoot).activeElement === found);
