import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../server/limits.ts';
import { isPushEndpoint, publicLookup } from '../../server/notifications/push-endpoint.ts';
import { signLink } from '../../server/notifications/signed-link.ts';
import type { NotificationsAnswer } from '../../server/protocol/notifications.ts';
import { addSite, type Person } from './harness.ts';
import { devicePage, here, openStage, type Stage, subscribe } from './notice-stage.ts';
import { newBrowser } from './push-service.ts';

let stage: Stage;
let expert: Person;
beforeEach(async () => {
  stage = await openStage();
  expert = await stage.person('expert');
});
afterEach(() => stage.close());

/** The unsubscribe link of a mail about a waiting question. */
async function stopLink(): Promise<string> {
  const asker = await (await stage.person()).connect();
  const { conversation } = await asker.ask('Taillent-elles grand ?');
  await stage.notice(expert, { conversation_id: conversation.id });
  await stage.tell();
  const text = stage.sink.mails.at(-1)?.text ?? '';
  return here(expert, /https?:\/\/\S+\/notify\/stop\/\S+/.exec(text)![0]);
}

const oneClick = (link: string, body = 'List-Unsubscribe=One-Click') =>
  fetch(link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });

const preferences = async (person = expert) =>
  (await (await person.get('/api/widget/notifications?site=demo')).json()) as NotificationsAnswer;

describe('unsubscribing', () => {
  test('[NOTE40] is one request without a cookie, a page or an origin, and may be made again', async () => {
    const link = await stopLink();
    expect((await oneClick(link)).status).toBe(200);
    expect((await oneClick(link)).status).toBe(200);
    expect((await preferences()).refused).toEqual(['questions']);
    const before = stage.sink.mails.length;
    await stopLink().catch(() => null);
    expect(stage.sink.mails).toHaveLength(before);
  });

  test('[NOTE41] opening the link changes nothing; the page can take it back', async () => {
    const link = await stopLink();
    const page = await fetch(link, { headers: { 'accept-language': 'fr' } });
    expect(await page.text()).toContain('Ne plus les recevoir');
    expect((await preferences()).refused).toEqual([]);
    await oneClick(link);
    await oneClick(link, 'again=1');
    expect((await preferences()).refused).toEqual([]);
  });

  test('[NOTE42] a link that was altered, or signed for another use, stops nothing', async () => {
    const link = await stopLink();
    const token = link.slice(link.lastIndexOf('/') + 1);
    const claims = { person: expert.id, site: 'demo', subject: 'questions' };
    const [payload, signature] = token.split('.') as [string, string];
    const wrong = [
      `${payload}.${signature.slice(0, -2)}AA`,
      `${Buffer.from(JSON.stringify({ ...claims, subject: 'alerts' })).toString('base64url')}.${signature}`,
      signLink(stage.ctx, 'confirm', claims),
      signLink({ tokenSecret: 'another server' }, 'stop', claims),
      `${token}.${signature}`,
      'x',
    ];
    for (const one of wrong) {
      expect((await oneClick(`${expert.base}/notify/stop/${one}`)).status).toBe(410);
      expect((await fetch(`${expert.base}/notify/stop/${one}`)).status).toBe(410);
    }
    expect((await preferences()).refused).toEqual([]);
  });
});

describe('a device', () => {
  test('[NOTE43] is subscribed only at a push service of the public internet', () => {
    const wrong = [
      'http://push.example.com/x',
      'https://localhost/x',
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://[::ffff:10.0.0.1]/x',
      'https://10.0.0.8/x',
      'https://169.254.169.254/latest/meta-data',
      'https://192.168.1.1/x',
      'https://0x7f.1/x',
      'https://2130706433/x',
      'https://push.internal/x',
      'https://intranet/x',
      'https://push.example.com:8443/x',
      'https://user:password@push.example.com/x',
      'https://[64:ff9b::7f00:1]/x',
      'ftp://push.example.com/x',
      `https://push.example.com/${'x'.repeat(1000)}`,
    ];
    expect(wrong.filter((endpoint) => isPushEndpoint(endpoint))).toEqual([]);
    expect(isPushEndpoint('https://updates.push.services.mozilla.com/wpush/v2/x')).toBe(true);
    expect(isPushEndpoint('https://web.push.apple.com/x')).toBe(true);
  });

  test('[NOTE44] a name that leads to this machine is not called', async () => {
    const found = await new Promise((resolve) =>
      publicLookup('localhost', { all: false }, (error, address) => resolve(error?.message ?? address)),
    );
    expect(found).toBe('leads to no public address');
  });

  test('[NOTE45] the link of its page is its owner’s, for a while, and no other link', async () => {
    const browser = newBrowser(`${stage.service.origin}/push/x`);
    const page = await devicePage(expert);
    const [payload = '', signature = ''] = page.slice(page.lastIndexOf('/') + 1).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, string>;
    const other = await stage.person('expert');
    const forged = `${Buffer.from(JSON.stringify({ ...claims, person: other.id })).toString('base64url')}.${signature}`;
    for (const token of [forged, signLink(stage.ctx, 'stop', claims), 'x']) {
      expect((await subscribe(`/${token}`, browser.subscription, expert)).status).toBe(410);
    }
    await stage.pass(LIMITS.notices.deviceLinkMs + 1);
    expect((await subscribe(page, browser.subscription, expert)).status).toBe(410);
    expect((await fetch(here(expert, page))).status).toBe(410);
    expect((await preferences()).devices).toBe(0);
  });

  test('[NOTE46] where it cannot be told of anything it is refused: a private address, a foreign page, a banned person', async () => {
    const page = await devicePage(expert);
    const inside = newBrowser('https://169.254.169.254/x');
    expect((await subscribe(page, inside.subscription, expert)).status).toBe(400);
    const browser = newBrowser(`${stage.service.origin}/push/x`);
    const elsewhere = Object.assign(Object.create(expert), { office: 'https://evil.test' }) as Person;
    expect((await subscribe(page, browser.subscription, elsewhere)).status).toBe(403);
    const manager = await stage.person('manager');
    await manager.post(`/api/back-office/demo/people/${expert.id}/ban`, {
      reason: 'x',
      expiresInHours: null,
    });
    expect((await subscribe(page, browser.subscription, expert)).status).toBe(403);
  });

  test('[NOTE47] the same browser again is one device; the oldest goes where there are too many', async () => {
    const page = await devicePage(expert);
    const browser = newBrowser(`${stage.service.origin}/push/x`);
    for (let n = 0; n < 2; n += 1) await subscribe(page, browser.subscription, expert);
    expect((await preferences()).devices).toBe(1);
    for (let n = 0; n < LIMITS.notices.devices + 3; n += 1) {
      await subscribe(page, newBrowser(`${stage.service.origin}/push/${n}`).subscription, expert);
    }
    expect((await preferences()).devices).toBe(LIMITS.notices.devices);
    await subscribe(page, newBrowser(`${stage.service.origin}/push/5`).subscription, expert, false);
    expect((await preferences()).devices).toBe(LIMITS.notices.devices - 1);
  });
});

describe('how one is told', () => {
  const set = (person: Person, wishes: object, site = 'demo') =>
    person.post('/api/widget/notifications', { site, ...wishes });

  test('[NOTE48] is a member’s own to choose, and no visitor’s', async () => {
    expect(
      await (await set(expert, { mail: 'digest', push: false, refused: ['alerts'] })).json(),
    ).toMatchObject({
      mail: 'digest',
      push: false,
      refused: ['alerts'],
    });
    const visitor = await stage.person();
    await (await visitor.connect()).ask('Taillent-elles grand ?');
    expect((await set(visitor, { mail: 'digest' })).status).toBe(404);
    expect((await visitor.get('/api/widget/notifications?site=demo')).status).toBe(404);
    await addSite(stage.ctx, 'other');
    expect((await set(expert, { mail: 'none' }, 'other')).status).toBe(401);
    expect((await set(expert, { mail: 'sometimes' })).status).toBe(400);
  });

  test('[NOTE49] choosing it makes no manager one who is told of questions', async () => {
    const manager = await stage.person('manager');
    await set(manager, { mail: 'immediate' });
    const profile = await stage.ctx.db
      .selectFrom('expert_profile')
      .selectAll()
      .where('person_id', '=', manager.id)
      .executeTakeFirst();
    expect(profile).toMatchObject({ mail: 'immediate', available: 0 });
  });
});
