import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { updateSite } from '../../db/sites.ts';
import { addSite, PAGE, startTestServer, type TestServer, TestSocket } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await transaction(server.ctx.db, (tx) =>
    updateSite(tx, 'demo', { accent: '#c2410c', name: 'L’<Atelier>' }),
  );
  await addSite(server.ctx, 'de');
});
afterAll(() => server.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers, redirect: 'manual' });

describe('the page of waiting questions', () => {
  test('[WAIT35] loads from its own server alone, runs nothing written into it, and is of one site', async () => {
    const page = await get('/questions/demo/', { 'accept-language': 'fr' });
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy.replaceAll(/connect-src 'self' ws:\/\/\S+|img-src 'self' data:/g, '')).not.toMatch(
      /[a-z]+:/,
    );
    const text = await page.text();
    expect(text).toContain('lang="fr"');
    expect(text).not.toContain('<Atelier>');
    expect(text).not.toMatch(/<script(?![^>]*src=")/);
    expect((await get('/questions/nothing/')).status).toBe(404);
    const without = await get('/questions/de');
    expect([without.status, without.headers.get('location')]).toEqual([302, '/questions/de/']);
  });

  test('[WAIT36] is installable in the brand’s colour, and what is installed is that page alone', async () => {
    const answer = await get('/questions/demo/manifest.webmanifest');
    expect(answer.headers.get('content-type')).toBe('application/manifest+json');
    const manifest = (await answer.json()) as { icons: { src: string; sizes: string; type: string }[] };
    expect(manifest).toMatchObject({
      scope: '/questions/demo/',
      start_url: '/questions/demo/',
      display: 'standalone',
      theme_color: '#c2410c',
      short_name: 'L’<Atelier>',
    });
    for (const { src, sizes, type } of manifest.icons) {
      const icon = await get(src);
      expect(icon.headers.get('content-type')).toBe(type);
      const { data, info } = await sharp(await icon.arrayBuffer())
        .raw()
        .toBuffer({ resolveWithObject: true });
      if (sizes !== 'any') expect(`${info.width}x${info.height}`).toBe(sizes);
      expect([...data.subarray(0, 3)]).toEqual([0xc2, 0x41, 0x0c]);
    }
    const worker = await get('/questions/demo/sw.js');
    // Where nothing was built there is none; where there is one, no header widens its scope.
    expect(worker.headers.get('service-worker-allowed')).toBeNull();
  });

  test('[WAIT37] is spoken to by the session’s cookie, from no other origin', async () => {
    const expert = await server.person('expert');
    const { cookie, office } = expert;
    const read = (headers: Record<string, string>) => get('/api/questions/waiting?site=demo', headers);
    expect((await read({ cookie })).status).toBe(200);
    expect((await read({ cookie, origin: office })).status).toBe(200);
    expect((await read({ cookie, origin: 'https://shop.test' })).status).toBe(403);
    expect((await read({})).status).toBe(401);
    const change = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/questions/availability`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, ...headers },
        body: JSON.stringify({ site: 'demo', available: false }),
      });
    expect((await change({ origin: 'https://shop.test' })).status).toBe(403);
    expect((await change({})).status).toBe(403);
    expect((await change({ origin: office })).status).toBe(200);
    const socket = new TestSocket(server.url, { origin: office, cookie });
    await socket.opened;
    socket.send({
      op: 'hello',
      version: 1,
      site: 'demo',
      token: '',
      page: { ...PAGE, url: `${office}/questions/demo/` },
    });
    expect((await socket.next('welcome')).me).toMatchObject({ id: expert.id, role: 'expert' });
  });
});
