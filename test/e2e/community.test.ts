/** The whole way of somebody who answers: found, invited, told, thanked. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SmtpSink, startSmtpSink } from '../server/smtp-sink.ts';
import { write } from './member.ts';
import { openStage, type Stage } from './stage.ts';
import { violations } from './violations.ts';

const QUESTION = 'Peut-on ressemeler la Crête ?';
const ANSWER = 'Oui, deux fois, chez un cordonnier de montagne.';

let sink: SmtpSink;
let stage: Stage;
beforeAll(async () => {
  sink = await startSmtpSink();
  stage = await openStage({ ENTRAIDE_MAIL_URL: sink.url, ENTRAIDE_MAIL_FROM: 'chat@sentier.example' });
});
afterAll(async () => {
  await stage?.close();
  await sink?.stop();
});

test('[STORY22] invited by mail, joined on a phone, told by mail, took the question, answered, accepted, thanked', async () => {
  const office = await stage.visitor();
  await office.goto(stage.links.office);
  await office.getByRole('button', { name: 'Se connecter' }).click();
  await office.goto(`${stage.chat}/back-office/demo/people?section=invitations&many=1`);
  await office.getByLabel('Collez des adresses').fill('Ida Berg <ida@example.com>');
  await office.getByRole('button', { name: 'Lire la liste' }).click();
  await office.getByRole('button', { name: 'Inviter 1 personne' }).click();
  const invitation = await mailed('ida@example.com', '/join/');

  const ida = await stage.visitor({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await ida.goto(invitation);
  await ida.getByLabel('Nom affiché').fill('Ida');
  await ida.getByRole('button', { name: 'Rejoindre' }).click();
  await ida.getByText('Bienvenue, Ida').waitFor();
  // Away: what comes now must find her.
  await ida.goto('about:blank');

  const alice = await stage.visitor({}, '127.0.0.9');
  await alice.goto(`${stage.shop}/chaussures/crete-gtx`);
  await alice.getByRole('button', { name: /Une question/ }).click();
  await write(alice, QUESTION, 'Alice');
  await alice.locator('entraide-message', { hasText: QUESTION }).waitFor();

  const question = await mailed('ida@example.com', '/questions/');
  await ida.goto(question);
  await ida.getByRole('button', { name: 'Je m’en occupe' }).first().click();
  await alice.getByRole('status').getByText('Ida prépare une réponse').waitFor({ state: 'attached' });
  await write(ida, ANSWER);
  const answer = alice.locator('entraide-message', { hasText: ANSWER });
  await answer.getByRole('button', { name: 'C’est la réponse' }).click();
  await answer.getByText('Réponse acceptée').waitFor();
  await answer.getByRole('button', { name: 'Merci' }).click();
  await ida.locator('entraide-message', { hasText: ANSWER }).getByText('1 personne remercie').waitFor();
  await stage.shot(ida, 'thanked-on-a-phone');
  expect(await violations(ida)).toEqual([]);

  // The invitation went its whole way too.
  await office.goto(`${stage.chat}/back-office/demo/people?section=invitations`);
  await office.getByText(/^Première réponse (aujourd|il y a|à l’instant|maintenant)/).waitFor();
});

/** The link of the newest mail to somebody that leads there. */
async function mailed(address: string, where: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      () => {
        const theirs = sink.mails.filter(({ to }) => to && !Array.isArray(to) && to.text.includes(address));
        link = theirs
          .flatMap(({ text }) => text?.match(/https?:\S+/g) ?? [])
          .findLast((word) => word.includes(where) && !word.includes('/decline'));
        return link;
      },
      { timeout: 30_000 },
    )
    .toBeTruthy();
  return link!;
}
