import type { AppContext } from '../../../server/context.ts';
import { issueVisitorToken } from '../../../server/visitor-token.ts';

/** What the bench and the server it measures agree on beforehand. */
export const SITE = 'bench';
export const ORIGIN = 'https://shop.test';
/** Of the bench's own servers, which nobody but this machine can reach. */
export const SECRET = 'bench-0123456789-abcdefghijklmnopqrstuvwxyz';

export const writerId = (index: number) => `writer-${index}`;
export const expertId = (index: number) => `expert-${index}`;

/** Tokens signed here, before anything is measured, so that the server under test has not done it. */
export async function tokensFor(personIds: string[]): Promise<string[]> {
  const signer = { tokenSecret: SECRET, clock: { now: () => Date.now() } } as AppContext;
  return await Promise.all(personIds.map((id) => issueVisitorToken(signer, SITE, id)));
}

/** Visitors who only read: nobody knows them before their first message. */
export async function readerTokens(count: number): Promise<string[]> {
  return await tokensFor(Array.from({ length: count }, () => crypto.randomUUID()));
}
