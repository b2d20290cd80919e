/** A shop that signs identities, as its own server would. */
import { createHmac } from 'node:crypto';
import type { NewIdentitySecret } from '../../../server/protocol/identity.ts';
import type { Person } from '../harness.ts';

export type Claims = Record<string, unknown>;
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** @param now milliseconds, as the server's clock has them */
export const claimsOf = (customerId: string, now: number, site = 'demo'): Claims => ({
  aud: `entraide:${site}`,
  sub: customerId,
  name: 'Inès Faure',
  iat: Math.floor(now / 1000),
  exp: Math.floor(now / 1000) + 3600,
});

export function sign(claims: Claims, secret: string, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

export async function newSecret(manager: Person, overlapDays = 0): Promise<NewIdentitySecret> {
  const answer = await manager.post(`/api/back-office/${manager.site}/identity-secrets`, { overlapDays });
  if (answer.status !== 201) throw new Error(`no secret: ${answer.status}`);
  return (await answer.json()) as NewIdentitySecret;
}

/** Shows the shop's word, with what the browser had until now unless told otherwise. */
export async function identify(person: Person, identity: string, token = person.token): Promise<Response> {
  const headers: Record<string, string> = token ? {} : { authorization: '' };
  return await person.request('POST', '/api/widget/identify', { site: person.site, identity }, headers);
}
