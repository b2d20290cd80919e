import type { ClientFrame, PROTOCOL_VERSION } from '../../server/protocol/frames.ts';
import type { ChatParts } from './chat-parts.ts';

const VERSION: typeof PROTOCOL_VERSION = 1;

export type Hello = Extract<ClientFrame, { op: 'hello' }>;

/** The first frame of a connection: who is there, and on which page now. */
export const helloOf = async ({ options, identity }: ChatParts): Promise<Hello> => ({
  op: 'hello',
  version: VERSION,
  site: options.site,
  token: await identity.token(),
  page: options.page(),
});
