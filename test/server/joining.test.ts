import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSite } from '../../db/sites.ts';
import { createInvitation } from '../../server/actions/invite-person.ts';
import { houseRulesOf } from '../../server/house-rules.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let own: string;
let manager: Person;
beforeAll(async () => {
  server = await startTestServer();
  own = server.ctx.config.publicUrl;
  manager = await server.person('manager');
});
afterAll(() => server.stop());

const siteNow = async () => (await findSite(server.ctx.db, 'demo'))!;
const setRules = async (fr: string | null, en: string | null) =>
  await manager.request('PATCH', '/api/back-office/demo/site', { community: { houseRules: { fr, en } } });
async function invite(): Promise<string> {
  const invitation = { role: 'expert' as const, email: null, name: null };
  return new URL((await createInvitation(server.ctx, await siteNow(), invitation, null)).link).pathname;
}

let people = 0;
async function join(path: string, fields: Record<string, string | File> = {}, language = 'fr') {
  const form = new FormData();
  people += 1;
  const all = { name: `Malik ${people}`, email: `malik${people}@example.com`, ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return await fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: own, 'accept-language': language, 'x-forwarded-for': `198.51.100.${people}` },
    body: form,
  });
}
const page = async (path: string, language = 'fr') =>
  await (await fetch(server.url + path, { headers: { 'accept-language': language } })).text();
const hashIn = (text: string) => /name="rules" value="([\w-]+)"/.exec(text)?.[1] ?? '';
const accepted = async () =>
  await server.ctx.db.selectFrom('rules_acceptance').selectAll().orderBy('accepted_at').execute();

describe('joining', () => {
  test('[JOIN30] with rules of the house, nobody joins without agreeing to the ones in force', async () => {
    await setRules('Soyez bref.', null);
    const path = await invite();
    const shown = await page(path);
    expect(shown).toContain('Soyez bref.');
    expect((await join(path)).status).toBe(422);
    expect((await join(path, { agreed: '1' })).status).toBe(422);
    expect((await join(path, { rules: hashIn(shown) })).status).toBe(422);
    await setRules('Soyez bref et bon.', null);
    const changed = await join(path, { agreed: '1', rules: hashIn(shown) });
    const again = await changed.text();
    expect([changed.status, again.includes('Soyez bref et bon.')]).toEqual([422, true]);
    expect(await accepted()).toEqual([]);
    const now = Date.now();
    expect((await join(path, { agreed: '1', rules: hashIn(again) })).status).toBe(200);
    const [acceptance] = await accepted();
    expect(acceptance).toMatchObject({
      rules_hash: houseRulesOf(await siteNow(), 'fr')!.hash,
      locale: 'fr',
      site_id: 'demo',
    });
    expect(acceptance!.accepted_at).toBeGreaterThanOrEqual(now);
  });

  test('[JOIN31] rules written in one language are shown in it to who reads the other', async () => {
    await setRules(null, 'Be kind.');
    const path = await invite();
    const shown = await page(path);
    expect(shown).toContain('lang="en">Be kind.');
    expect((await join(path, { agreed: '1', rules: hashIn(shown) })).status).toBe(200);
    expect((await accepted()).at(-1)).toMatchObject({ locale: 'en' });
    await setRules(null, null);
    expect(await page(await invite())).not.toContain('name="agreed"');
  });

  test('[JOIN32] a picture comes along, and one that is none keeps nobody’s words from them', async () => {
    const path = await invite();
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'me.png', { type: 'image/png' });
    const refused = await join(path, { picture: svg, name: 'Inès', email: 'ines@example.com' });
    const text = await refused.text();
    expect([
      refused.status,
      text.includes('value="Inès"'),
      text.includes('value="ines@example.com"'),
    ]).toEqual([415, true, true]);
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#f00' } })
      .png()
      .toBuffer();
    const joined = await join(path, {
      picture: new File([new Uint8Array(bytes)], 'me'),
      email: 'ines@example.com',
    });
    const shown = /\/api\/widget\/pictures\/[\w-]+/.exec(await joined.text())![0];
    expect((await fetch(server.url + shown)).headers.get('content-type')).toBe('image/webp');
  });

  test('[JOIN33] no rule, name or picture makes a page more than words', async () => {
    await setRules('</div><script>alert(1)</script>', null);
    const path = await invite();
    const shown = await page(path);
    expect(shown.match(/<script/g)).toHaveLength(1);
    const answer = await fetch(server.url + path);
    expect(answer.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; style-src 'self'; img-src 'self' data: blob:; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'/,
    );
    await setRules(null, null);
  });
});
