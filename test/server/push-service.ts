/** A push service on the loopback that verifies, decrypts and keeps what it is sent, as a browser maker's would. */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { PushContent, PushNetwork } from '../../server/notifications/push-sender.ts';

export type Pushed = {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  /** Of the VAPID token, whose signature was right. */
  claims: { aud: string; exp: number; sub: string };
  publicKey: string;
  content: PushContent;
};

/** A browser's side of a subscription: what it tells the server, and what it keeps to itself. */
export type Browser = ReturnType<typeof newBrowser>;

export function newBrowser(endpoint: string) {
  const curve = createECDH('prime256v1');
  const auth = randomBytes(16);
  curve.generateKeys();
  return {
    curve,
    auth,
    subscription: {
      endpoint,
      keys: { p256dh: curve.getPublicKey('base64url', 'uncompressed'), auth: auth.toString('base64url') },
    },
  };
}

/** A shared secret in place of certificates: nothing here proves who is who, both ends are this test. */
const psk = Buffer.alloc(32, 7);
const tls = { ciphers: 'PSK', maxVersion: 'TLSv1.2' } as const;

export async function startPushService() {
  const pushed: Pushed[] = [];
  const browsers = new Map<string, Browser>();
  const state = { status: 201 };
  const server = createServer({ ...tls, pskCallback: () => psk }, async (request, response) => {
    const path = request.url ?? '';
    const body = await buffer(request);
    if (state.status === 201) {
      const { claims, publicKey } = verified(String(request.headers.authorization));
      const content = decrypted(browsers.get(path)!, body);
      pushed.push({ path, headers: request.headers, claims, publicKey, content });
    }
    response.writeHead(state.status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const network: PushNetwork = {
    accepts: (endpoint) => endpoint.startsWith(origin),
    agent: new Agent({
      ...tls,
      pskCallback: () => ({ psk, identity: 'test' }),
      checkServerIdentity: () => undefined,
    }),
  };
  return {
    origin,
    pushed,
    network,
    /** What is answered from now on. */
    answer: (status: number) => {
      state.status = status;
    },
    browser(path: string): Browser {
      const browser = newBrowser(origin + path);
      browsers.set(path, browser);
      return browser;
    },
    stop: async () => {
      network.agent.destroy();
      server.closeAllConnections();
      await new Promise((stopped) => server.close(stopped));
    },
  };
}

/** The claims of `vapid t=JWT, k=KEY` (RFC 8292, 3). @throws where the key did not sign them */
function verified(authorization: string): Pick<Pushed, 'claims' | 'publicKey'> {
  const [, token, publicKey] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [header, payload, signature] = (token ?? '').split('.');
  const point = Buffer.from(publicKey!, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: encoded(point.subarray(1, 33)), y: encoded(point.subarray(33)) };
  const isRight = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature!, 'base64url'),
  );
  const { alg } = JSON.parse(Buffer.from(header!, 'base64url').toString()) as { alg: string };
  if (!isRight || alg !== 'ES256') throw new Error('the VAPID token is not signed');
  return {
    publicKey: publicKey!,
    claims: JSON.parse(Buffer.from(payload!, 'base64url').toString()) as Pushed['claims'],
  };
}

/** One record of aes128gcm (RFC 8188) under the keys of RFC 8291, section 3.4. */
function decrypted({ curve, auth }: Browser, body: Buffer): PushContent {
  const salt = body.subarray(0, 16);
  const senderKey = body.subarray(21, 21 + body[20]!);
  const record = body.subarray(21 + body[20]!);
  const own = curve.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, senderKey]);
  const secret = derive(curve.computeSecret(senderKey), auth, info, 32);
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString()) as PushContent;
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));
const encoded = (bytes: Buffer): string => bytes.toString('base64url');
