import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodePicture } from '../../server/encode-picture.ts';
import { LIMITS } from '../../server/limits.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let own: string;
beforeAll(async () => {
  server = await startTestServer();
  own = server.ctx.config.publicUrl;
});
afterAll(() => server.stop());

const SECRET = 'canary-of-a-place';
const photo = (width = 300, height = 200) =>
  sharp({ create: { width, height, channels: 3, background: '#2266aa' } }).withExif({
    IFD0: { Copyright: SECRET, ImageDescription: SECRET },
  });

let address = 0;
async function upload(person: Person, bytes: Uint8Array | string, name = 'photo.jpg', site = 'demo') {
  const form = new FormData();
  form.set('site', site);
  form.set('picture', new File([bytes as Uint8Array<ArrayBuffer>], name));
  return await fetch(`${server.url}/account/picture`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: own, cookie: person.cookie, 'x-forwarded-for': `198.51.100.${++address % 250}` },
    body: form,
  });
}
const pictureOf = async ({ id }: Person) =>
  (
    await server.ctx.db
      .selectFrom('person')
      .select('picture_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).picture_id;
const get = (id: string | null, query = '') => fetch(`${server.url}/api/widget/pictures/${id}${query}`);
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

describe('a picture', () => {
  test('[JOIN22] of each format is encoded anew as squares, without what the file said of itself', async () => {
    const person = await server.person('expert');
    const formats = [photo().jpeg(), photo().png(), photo().webp(), photo(64, 48).avif(), photo().gif()];
    for (const format of formats) {
      expect((await upload(person, await format.toBuffer(), 'whatever.txt')).status).toBe(303);
      const id = await pictureOf(person);
      const [large, small] = [await bytesOf(await get(id)), await bytesOf(await get(id, '?size=64'))];
      expect(await sharp(large).metadata()).toMatchObject({ format: 'webp', width: 256, height: 256 });
      expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 64, height: 64 });
      expect((await sharp(large).metadata()).exif).toBeUndefined();
      expect(large.includes(SECRET) || small.includes(SECRET)).toBe(false);
    }
  });

  test('[JOIN23] is decided by its bytes: what is none, SVG before all, is refused whatever its name', async () => {
    const person = await server.person('expert');
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
    const wrong: [Uint8Array | string, number][] = [
      [svg, 415],
      [`<?xml version="1.0"?>${svg}`, 415],
      ['<html><script>alert(1)</script>', 415],
      [await sharp(Buffer.from('<svg width="9" height="9"/>')).tiff().toBuffer(), 415],
      [Buffer.concat([Buffer.from('GIF89a'), Buffer.from(svg)]), 422],
      [Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(900)]), 422],
      [(await photo().jpeg().toBuffer()).subarray(0, 400), 422],
      ['', 415],
    ];
    for (const [bytes, status] of wrong) {
      expect([String(bytes).slice(0, 12), (await upload(person, bytes, 'photo.png')).status]).toEqual([
        String(bytes).slice(0, 12),
        status,
      ]);
    }
    expect(await pictureOf(person)).toBe(null);
  });

  test('[JOIN24] too many bytes or pixels are refused before anything is decoded', async () => {
    const person = await server.person('expert');
    expect((await upload(person, new Uint8Array(LIMITS.picture.bytes + 1).fill(255))).status).toBe(413);
    expect((await upload(person, new Uint8Array(LIMITS.picture.bytes * 2))).status).toBe(413);
    // A few bytes that say they are 60,000 by 60,000 pixels.
    const bomb = await photo(8, 8).png().toBuffer();
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect([413, 422]).toContain((await upload(person, bomb)).status);
    const large = await sharp({ create: { width: 8000, height: 6000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    await expect(encodePicture(large)).rejects.toMatchObject({ code: 'picture-too-large' });
  });

  test('[JOIN25] stands upright as the camera meant it', async () => {
    const person = await server.person('expert');
    const left = sharp({ create: { width: 200, height: 200, channels: 3, background: '#ffffff' } }).composite(
      [
        {
          input: { create: { width: 200, height: 100, channels: 3, background: '#ff0000' } },
          top: 0,
          left: 0,
        },
      ],
    );
    await upload(person, await left.withMetadata({ orientation: 3 }).jpeg().toBuffer());
    const shown = await sharp(await bytesOf(await get(await pictureOf(person))))
      .raw()
      .toBuffer();
    // Turned by half: the red half is below.
    expect([shown[1]! > 200, shown.at(-2)! < 60]).toEqual([true, true]);
  });

  test('[JOIN26] is served for good, as nothing but a picture, on every page', async () => {
    const person = await server.person('expert');
    await upload(person, await photo().jpeg().toBuffer());
    const answer = await get(await pictureOf(person));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    expect((await get('unknown')).status).toBe(404);
    expect((await get('unknown')).headers.get('cache-control')).toBe('no-store');
  });

  test('[JOIN27] replaced or taken back it is erased, and nobody changes another’s', async () => {
    const [person, other] = [await server.person('expert'), await server.person('manager')];
    await upload(person, await photo().jpeg().toBuffer());
    const first = await pictureOf(person);
    await upload(other, await photo().png().toBuffer());
    expect(await pictureOf(person)).toBe(first);
    await upload(person, await photo().png().toBuffer());
    const second = await pictureOf(person);
    expect([second === first, (await get(first)).status, (await get(second)).status]).toEqual([
      false,
      404,
      200,
    ]);
    const stranger = Object.assign(await server.person(), { cookie: '' });
    expect((await upload(stranger, await photo().png().toBuffer())).status).toBe(401);
    expect((await upload(person, await photo().png().toBuffer(), 'a.png', 'elsewhere')).status).toBe(404);
    const removed = await fetch(`${server.url}/account/picture/remove`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: own, cookie: person.cookie },
      body: new URLSearchParams({ site: 'demo' }),
    });
    expect([removed.status, await pictureOf(person), (await get(second)).status]).toEqual([303, null, 404]);
  });

  test('[JOIN28] goes with its author’s messages, and a moderator takes it away for everybody', async () => {
    const [asker, expert, moderator] = [
      await server.person(),
      await server.person('expert'),
      await server.person('moderator'),
    ];
    await upload(expert, await photo().jpeg().toBuffer());
    const id = await pictureOf(expert);
    const reader = await asker.connect();
    const { conversation } = await reader.ask('Question');
    const { message } = await (await expert.connect()).write('Réponse', conversation.id, null);
    expect(message.author.picture).toBe(id);
    const path = `/api/back-office/demo/people/${expert.id}/picture`;
    expect((await expert.request('DELETE', path)).status).toBe(404);
    expect((await asker.request('DELETE', path)).status).toBe(401);
    expect((await moderator.request('DELETE', path)).status).toBe(204);
    expect((await moderator.request('DELETE', path)).status).toBe(404);
    expect((await get(id)).status).toBe(404);
    const { events } = await reader.subscribe(conversation.id);
    expect(JSON.stringify(events)).not.toContain(id);
    const entry = await server.ctx.db
      .selectFrom('audit_log')
      .select(['actor_id', 'target_id'])
      .where('act', '=', 'person.picture-removed')
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({ actor_id: moderator.id, target_id: expert.id });
  });

  test('[JOIN29] who is banned changes neither picture nor name', async () => {
    const [person, manager] = [await server.person('expert'), await server.person('manager')];
    await manager.post(`/api/back-office/demo/people/${person.id}/ban`, {
      reason: 'x',
      expiresInHours: null,
    });
    expect((await upload(person, await photo().jpeg().toBuffer())).status).toBe(403);
    const renamed = await fetch(`${server.url}/account/name`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: own, cookie: person.cookie },
      body: new URLSearchParams({ site: 'demo', name: 'Autre' }),
    });
    expect([renamed.status, await pictureOf(person)]).toEqual([403, null]);
  });
});
