import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { measure } from '../size.ts';
import { join, shown, write } from './member.ts';
import { openStage, type Stage } from './stage.ts';

const B_ADDRESS = '127.0.0.9';
const QUESTION = 'La Crête convient-elle pour un pied large ?';
const ANSWER = 'Oui, le chaussant est généreux à l’avant.';
const INSULT = 'Le vendeur est un connard';
const LINK = 'Regardez plutôt sur pieds-larges.example';
const LATER = 'Je me trompais de modèle, oubliez.';
const EXPERT_ANSWER = 'Prenez une demi-pointure au-dessus.';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('[STORY1] a shopper asks, another answers, an insult never reaches her, and the manager keeps it safe', async () => {
  const product = `${stage.shop}/chaussures/crete-gtx`;
  const [a, b, manager] = [await stage.visitor(), await stage.visitor({}, B_ADDRESS), await stage.visitor()];
  const seenByA = everythingReceived(a);
  const helloOfB = framesSent(b);

  // A asks on the product page.
  await a.goto(product);
  await a.getByRole('button', { name: /Une question/ }).waitFor();
  await stage.shot(a, 'launcher');
  await a.getByRole('button', { name: /Une question/ }).click();
  await write(a, QUESTION, 'Alice');
  await shown(a, QUESTION);
  await stage.shot(a, 'asked');

  // B, elsewhere, answers; A sees it arrive.
  await b.goto(product);
  await b.getByRole('button', { name: /Une question/ }).click();
  await b.getByText(QUESTION).click();
  await write(b, ANSWER, 'Basile');
  await shown(a, ANSWER);
  await stage.shot(a, 'answered');

  // B sends an insult and a link: both held, before B's eyes only.
  await write(b, INSULT);
  await shown(b, INSULT);
  await write(b, LINK);
  await shown(b, /vérifie les liens/);
  await write(b, LATER);
  await shown(a, LATER);
  await stage.shot(b, 'held-for-b');
  for (const held of [INSULT, 'pieds-larges']) {
    expect(await visibleText(a)).not.toContain(held);
    expect(seenByA.filter((received) => received.includes(held))).toEqual([]);
  }

  // The manager finds both in the queue and releases the link.
  await manager.goto(stage.links.office);
  await manager.getByRole('button', { name: 'Se connecter' }).click();
  await manager.getByText(INSULT).first().waitFor();
  await stage.shot(manager, 'queue');
  await manager.getByText(LINK).first().click();
  await manager.getByRole('button', { name: /^Publier/ }).click();
  await shown(a, LINK);
  await stage.shot(a, 'released-for-a');

  // A moderator joins by invitation and hides another message, from the shop's page.
  const moderator = await stage.visitor();
  await join(moderator, stage.links.moderator, 'Mona', 'mona@example.com');
  await stage.shot(moderator, 'joined');
  await moderator.getByRole('link', { name: /Ouvrir localhost/ }).click();
  await moderator.waitForURL(`${stage.shop}/**`);
  expect(moderator.url()).not.toContain('entraide=');
  await moderator.goto(product);
  await openChat(moderator);
  await moderator.getByText(QUESTION).click();
  const later = moderator.locator('entraide-message', { hasText: LATER });
  await later.getByRole('button', { name: /^Modérer/ }).click();
  await later.getByRole('button', { name: 'Masquer' }).click();
  await later.getByRole('button', { name: 'Masquer' }).last().click();
  await shown(a, 'Message masqué');
  expect(await visibleText(a)).not.toContain(LATER);
  await stage.shot(a, 'hidden-for-a');

  // Invite-only: B's composer closes by itself, and a frame made by hand is refused.
  await manager.getByRole('link', { name: 'Réglages' }).click();
  await manager.getByText('Seulement les experts').first().click();
  await b.getByText(/Seuls les experts répondent ici/).waitFor();
  await stage.shot(b, 'invite-only');
  const conversationId = /"conversationId":"([^"]+)"/.exec(
    helloOfB.find((sent) => sent.includes('"op":"subscribe"')) ?? '',
  )?.[1];
  const hello = JSON.parse(helloOfB.find((sent) => sent.includes('"op":"hello"')) ?? '{}') as {
    token: string;
  };
  expect(await sendByHand(hello, conversationId ?? '')).toMatchObject({
    op: 'refused',
    code: 'only-experts-answer',
  });

  // An invited expert answers, with a badge.
  const expert = await stage.visitor({ viewport: { width: 390, height: 844 } });
  await join(expert, stage.links.expert, 'Édouard', 'edouard@example.com');
  await expert.getByRole('link', { name: /Ouvrir localhost/ }).click();
  await expert.waitForURL(`${stage.shop}/**`);
  await expert.goto(product);
  await openChat(expert);
  await expert.getByText(QUESTION).click();
  await write(expert, EXPERT_ANSWER);
  const answer = a.locator('entraide-message', { hasText: EXPERT_ANSWER });
  await answer.getByText('Expert', { exact: true }).waitFor();
  await stage.shot(expert, 'expert-on-a-phone');

  // The manager blocks B's address: the socket closes, and B does not come back.
  await manager.getByRole('link', { name: 'Adresses bloquées' }).click();
  await manager.getByRole('button', { name: 'Bloquer une adresse' }).first().click();
  await manager.getByLabel('Adresse ou plage').fill(B_ADDRESS);
  await manager.getByText(/Toucherait 1 personne/).waitFor();
  await manager.getByLabel('Raison', { exact: false }).last().fill('Insultes');
  await stage.shot(manager, 'block');
  await manager.getByRole('button', { name: 'Bloquer', exact: true }).last().click();
  await b.getByText(/n’est pas disponible/).waitFor();
  await stage.shot(b, 'blocked');
  await b.reload();
  await b.waitForLoadState('networkidle');
  expect(await b.locator('entraide-chat').count()).toBe(0);

  // The manager deletes the conversation: gone from A's page.
  await manager.getByRole('link', { name: 'Conversations' }).click();
  await manager.getByText(QUESTION).first().click();
  await manager.getByRole('button', { name: 'Supprimer…' }).first().click();
  await manager.getByRole('button', { name: 'Supprimer', exact: true }).last().click();
  await a.getByText(/n’est plus disponible/).waitFor();
  expect(await visibleText(a)).not.toContain(ANSWER);
  await stage.shot(a, 'deleted-for-a');

  // The audit log tells all of it, in order.
  await manager.getByRole('link', { name: 'Journal' }).click();
  await manager.getByText(/supprimé la conversation/).waitFor();
  const log = (await manager.getByRole('listitem').allInnerTexts()).join('\n').replace(/\s/g, ' ');
  const acts = [
    /supprimé la conversation « La Crête convient/,
    /bloqué 127\.0\.0\.9/,
    /accepté une invitation/,
    /changé qui peut répondre/,
    /Mona a masqué un message/,
    /Léa a publié un message : « Regardez plutôt/,
    /Le filtre a mis en attente un message : « Regardez plutôt/,
    /Le filtre a mis en attente un message : « Le vendeur/,
  ];
  const places = acts.map((act) => log.search(act));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  await stage.shot(manager, 'audit-log');
});

test('[STORY2] open panel, conversation, draft and unsent message come back on the next page and after a reload', async () => {
  const page = await stage.visitor();
  await page.goto(`${stage.shop}/chaussures/crete-gtx`);
  await openChat(page);
  await write(page, 'Quel lacet pour la Crête ?', 'Zoé');
  await shown(page, 'Quel lacet');
  await page.getByLabel('Votre message').fill('Un brouillon en cours');
  await page.reload();
  await shown(page, 'Quel lacet');
  expect(await page.getByLabel('Votre message').inputValue()).toBe('Un brouillon en cours');
  await page.getByRole('link', { name: 'Questions' }).click();
  await shown(page, 'Quel lacet');
  expect(await page.getByLabel('Votre message').inputValue()).toBe('Un brouillon en cours');

  // Written while the line is down, it waits through a page load and leaves when the line is back.
  await page.context().setOffline(true);
  await page.getByLabel('Votre message').press('Enter');
  await page.locator('entraide-conversation').getByText('Un brouillon').first().waitFor();
  await stage.shot(page, 'offline');
  await page.context().setOffline(false);
  await page.reload();
  await shown(page, 'Un brouillon en cours');
  await page.goto(stage.shop);
  expect(await page.locator('entraide-chat').count()).toBe(0);
});

test('[STORY3] a page without chat downloads the embed and nothing else of ours', async () => {
  const page = await stage.visitor();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(stage.shop);
  await page.waitForLoadState('networkidle');
  const ours = requests.filter((url) => url.startsWith(stage.chat));
  expect(ours.map((url) => new URL(url).pathname)).toEqual(['/embed.js', '/api/widget/embed']);
  const others = requests.filter((url) => !url.startsWith(stage.chat) && !url.startsWith(stage.shop));
  expect(others.filter((url) => !url.startsWith('data:'))).toEqual([]);
});

test('[STORY4] opening the chat downloads what the budget counts, and no conversation view before one is opened', async () => {
  const page = await stage.visitor();
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.goto(`${stage.shop}/chaussures/crete-gtx`);
  await openChat(page);
  await page.getByText('Compatibles avec').waitFor();
  await page.waitForLoadState('networkidle');
  const counted = measure().openChat.map(({ name }) =>
    name === 'embed.js' ? '/embed.js' : `/static/${name}`,
  );
  expect(new Set(scripts)).toEqual(new Set(counted));
  await page.getByText('Compatibles avec').click();
  await page.locator('entraide-message').first().waitFor();
  expect(scripts.some((script) => script.includes('/conversation-'))).toBe(true);
});

async function openChat(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Une question/ }).click();
}

/** Every text a page received: frames and answers alike. */
function everythingReceived(page: Page): string[] {
  const received: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => void received.push(String(payload))),
  );
  page.on('response', (response) => {
    // A body that is gone with its page was not read by the page either.
    response.text().then(
      (text) => received.push(text),
      () => undefined,
    );
  });
  return received;
}

function framesSent(page: Page): string[] {
  const sent: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => void sent.push(String(payload))));
  return sent;
}

/** What is on the page, through every shadow root. */
async function visibleText(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const read = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map((element) => {
          const own = [...element.childNodes]
            .filter((node) => node.nodeType === 3)
            .map((node) => node.textContent);
          return own.join('') + (element.shadowRoot ? read(element.shadowRoot) : '');
        })
        .join(' ');
    return read(document).replace(/\s+/g, ' ');
  });
}

/** A frame nobody's composer would send, with B's own token. */
async function sendByHand(hello: object, conversationId: string): Promise<unknown> {
  const socket = new WebSocket(`ws://127.0.0.1:${stage.port}/api/socket`, {
    headers: { origin: stage.shop },
  });
  const answer = new Promise((resolve) => {
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as { op: string };
      if (frame.op === 'welcome') socket.send(JSON.stringify(forged(conversationId)));
      if (frame.op === 'refused' || frame.op === 'ack') resolve(frame);
    });
  });
  socket.on('open', () => socket.send(JSON.stringify(hello)));
  const frame = await answer;
  socket.close();
  return frame;
}

function forged(conversationId: string) {
  const clientMessageId = crypto.randomUUID();
  return { op: 'send', clientMessageId, conversationId, text: 'De force', name: 'Basile', page: null };
}
