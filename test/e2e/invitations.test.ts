import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SmtpSink, startSmtpSink } from '../server/smtp-sink.ts';
import { openStage, type Stage } from './stage.ts';
import { violations } from './violations.ts';

let sink: SmtpSink;
let stage: Stage;
let office: Page;
beforeAll(async () => {
  sink = await startSmtpSink({ refuse: ['nobody'] });
  stage = await openStage({ ENTRAIDE_MAIL_URL: sink.url, ENTRAIDE_MAIL_FROM: 'chat@sentier.example' });
  office = await stage.visitor();
  await office.goto(stage.links.office);
  await office.getByRole('button', { name: 'Se connecter' }).click();
  await office.waitForURL(/back-office\/demo/);
});
afterAll(async () => {
  await stage?.close();
  await sink?.stop();
});

test('[BULK19] a manager pastes three addresses, mends the wrong one; one who is invited joins on a phone and the funnel moves', async () => {
  await office.goto(`${stage.chat}/back-office/demo/people?section=invitations`);
  await office.getByRole('button', { name: 'Inviter plusieurs personnes' }).click();
  await office
    .getByLabel('Collez des adresses')
    .fill('Zoé Martin <zoe@example.com>\nnobody@example.com\npas une adresse');
  await stage.shot(office, 'invite-list');
  await office.getByRole('button', { name: 'Lire la liste' }).click();

  // Line by line; the wrong one is mended in its place.
  await office.getByText('Ce n’est pas une adresse e-mail.').waitFor();
  await stage.shot(office, 'invite-preview');
  expect(await violations(office)).toEqual([]);
  await office.getByLabel('Corriger l’adresse de la ligne 3').fill('ida@example.com');
  await office.getByRole('button', { name: 'Vérifier', exact: true }).click();
  await office.getByText('3 personnes peuvent être invitées').waitFor();
  await office.getByLabel('En français').fill('Bonjour, vos conseils aideraient.');
  await office.getByRole('button', { name: 'Inviter 3 personnes' }).click();
  await office.getByText('C’est parti').waitFor();
  await office.getByRole('button', { name: 'Suivre l’envoi' }).click();

  // Two leave, the mail server refuses the third in its own words.
  await office.getByText('2 e-mails partis · 1 refusé').waitFor();
  await office.getByText(/Le serveur répond\s: 550/).waitFor();
  expect(await step(office, 'E-mail parti')).toBe(2);
  const mail = sink.mails.find(({ to }) => to && !Array.isArray(to) && to.text === 'zoe@example.com');
  expect(mail?.text).toContain('Bonjour, vos conseils aideraient.');
  const link = /\S+\/join\/[\w-]+$/m.exec(mail?.text ?? '')?.[0] ?? '';
  await stage.shot(office, 'invite-sent');

  const phone = await stage.visitor({ viewport: { width: 390, height: 800 }, hasTouch: true });
  await phone.goto(link);
  await phone.locator('#name').fill('Zoé');
  await phone.getByRole('button', { name: 'Rejoindre' }).click();
  await phone.getByText(/Bienvenue/).waitFor();

  // The screen moves by itself.
  await office
    .getByText(/Inscrit/)
    .last()
    .waitFor();
  await expect.poll(() => step(office, 'Inscrits')).toBe(1);
  expect(await step(office, 'Lien ouvert')).toBe(1);
  await stage.shot(office, 'invite-funnel');
});

test('[BULK20] the trial mail tells the truth about the mail settings', async () => {
  await office.goto(`${stage.chat}/back-office/demo/people?section=invitations`);
  await office.getByRole('button', { name: 'Essayer l’e-mail' }).click();
  const to = office.getByLabel('À cette adresse');
  await to.fill('nobody@example.com');
  await office.getByRole('button', { name: 'Envoyer l’essai' }).click();
  await office.getByText('refuse cette adresse de destination').waitFor();
  await stage.shot(office, 'mail-trial');
  await to.fill('me@example.com');
  await office.getByRole('button', { name: 'Envoyer l’essai' }).click();
  await office.getByText('le serveur l’a accepté').waitFor();
  expect(sink.mails.at(-1)?.subject).toContain('Essai d’envoi');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`[BULK21] the invitations are clean in ${colorScheme} at ${width} pixels, list and form`, async () => {
      await office.emulateMedia({ colorScheme });
      await office.setViewportSize({ width, height: 900 });
      for (const query of ['', '&many=1']) {
        await office.goto(`${stage.chat}/back-office/demo/people?section=invitations${query}`);
        await office.waitForLoadState('networkidle');
        expect(await violations(office)).toEqual([]);
        const isWide = await office.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(isWide).toBe(false);
        await stage.shot(office, `invitations-${colorScheme}-${width}${query && '-many'}`);
      }
    });
  }
}

/** How many the funnel shows at a step. */
async function step(page: Page, name: string): Promise<number> {
  const row = page.locator('.funnel tr', { has: page.getByRole('rowheader', { name, exact: true }) });
  return Number(await row.locator('.count').textContent());
}
