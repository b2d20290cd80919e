/** What a manager may send about the library. */
import * as z from 'zod';
import { LIMITS } from '../../limits.ts';

export const kind = z.enum(['term', 'link']);
export const listing = z.enum(['forbidden', 'allowed']);
export const effect = z.enum(['hold', 'reject', 'flag']);
export const category = z.string().trim().min(1).max(LIMITS.entry.category);
export const language = z.string().regex(/^[a-z]{2,3}$/, 'Write a language such as fr.');
export const role = z.enum(['visitor', 'expert', 'moderator', 'manager']);
const note = z.string().max(LIMITS.note.codePoints).nullable();

const howFar = {
  strictness: z.enum(['normal', 'strict', 'literal']).optional(),
  exactCase: z.boolean().optional(),
  exactAccents: z.boolean().optional(),
  language: language.nullable().optional(),
  subdomains: z.boolean().optional(),
};

/** Its text is judged by what it would match, not here. */
export const newEntry = z.strictObject({
  kind,
  listing,
  text: z.string().max(LIMITS.message.codePoints),
  category,
  effect: effect.nullable(),
  note,
  ...howFar,
});

export const entryChange = z.strictObject({
  listing: listing.optional(),
  category: category.optional(),
  effect: effect.nullable().optional(),
  note: note.optional(),
  ...howFar,
});

export const id = z.string().min(1).max(64);
export const ids = z.array(id).min(1).max(LIMITS.library.entries);
export const entries = z.array(newEntry).min(1).max(LIMITS.library.entries);

export const draft = z.strictObject({
  add: z.array(newEntry).max(LIMITS.library.entries),
  change: z.array(z.strictObject({ id, entry: entryChange })).max(LIMITS.library.entries),
  remove: z.array(id).max(LIMITS.library.entries),
});
