import * as z from 'zod';
import { LIMITS } from '../limits.ts';
import type { ClientFrame, PageView } from './frames.ts';

const id = z.string().min(1).max(64);
const httpUrl = z
  .string()
  .max(LIMITS.page.urlLength)
  .regex(/^https?:\/\//i);
/** Twice the limit in UTF-16 units lets every text of the allowed length in; the action counts exactly. */
const text = z.string().max(2 * LIMITS.message.codePoints + 100);

export const pageSchema = z.strictObject({
  url: httpUrl,
  title: z.string().max(LIMITS.page.titleLength),
  productName: z.string().max(LIMITS.page.titleLength).optional(),
  imageUrl: httpUrl.optional(),
  language: z.string().max(LIMITS.page.languageLength).optional(),
});

const sendFields = {
  clientMessageId: z.uuid(),
  conversationId: id.nullable(),
  text,
  name: z
    .string()
    .max(LIMITS.name.codePoints * 2)
    .nullable(),
  page: pageSchema.nullable(),
  replyTo: id.optional(),
};

export const sendSchema = z.strictObject({ site: id, ...sendFields });

const frameSchema = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('hello'),
    version: z.int(),
    site: id,
    token: z.string().max(2000),
    page: pageSchema,
  }),
  z.strictObject({
    op: z.literal('subscribe'),
    conversationId: id,
    lastSeq: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    epoch: z.string().max(64).nullable(),
  }),
  z.strictObject({ op: z.literal('unsubscribe'), conversationId: id }),
  z.strictObject({ op: z.literal('send'), ...sendFields }),
  z.strictObject({ op: z.literal('typing'), conversationId: id }),
  z.strictObject({ op: z.literal('page'), page: pageSchema }),
  z.strictObject({ op: z.literal('ping') }),
]);

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
/** A frame that the contract and the parser do not agree on is a compile error here. */
const agreed: Same<z.infer<typeof frameSchema>, ClientFrame> & Same<z.infer<typeof pageSchema>, PageView> =
  true;

/** A frame from JSON that was read already; null for anything that is not one. */
export function frameIn(json: unknown): ClientFrame | null {
  const result = frameSchema.safeParse(json);
  return result.success && agreed ? result.data : null;
}

/** A frame from its bytes; null for anything that is not one. */
export function parseFrame(data: string): ClientFrame | null {
  try {
    return frameIn(JSON.parse(data));
  } catch {
    // Not JSON, so not a frame.
    return null;
  }
}
