import { findEntries } from '../../db/library.ts';
import { countPublishedOf, listHeld, type MessageWithAuthor } from '../../db/messages.ts';
import { findPerson } from '../../db/people.ts';
import type { LibraryEntryRow } from '../../db/schema-library.ts';
import type { JudgeInput, Verdict } from '../../moderation/index.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { ReasonView } from '../protocol/frames.ts';
import type { LibraryDraft, LibraryFix, LibraryFixAnswer, NewLibraryEntry } from '../protocol/library.ts';
import { createSlices } from '../slices.ts';
import { changedEntry, completeEntry, valuesOf } from './entry-values.ts';
import { NO_DRAFT, prepareDraft } from './library-draft.ts';
import type { Prepared } from './prepare-moderator.ts';

/** Held messages a preview looks at: the ones that wait longest. */
const LOOKED_AT = 500;

/** What a fix would change: the verdict on this message, and how many others would pass. */
export async function previewFix(
  ctx: AppContext,
  actor: Actor,
  message: MessageWithAuthor,
  fix: LibraryFix,
): Promise<Omit<LibraryFixAnswer, 'undo'>> {
  const draft = await draftOf(ctx, actor, fix);
  const then = await prepareDraft(ctx, actor.site, draft);
  try {
    const now = await ctx.filterOf(actor.site.id);
    const trusted = fix.kind === 'trust-author' ? message.author_id : null;
    const { effect } = await judgeAgain(ctx, actor, then, message, trusted);
    const others = await listHeld(ctx.db, actor.site.id, LOOKED_AT);
    let alsoFreed = 0;
    const slice = createSlices();
    for (const other of others) {
      await slice();
      if (other.id === message.id || !heldByText(other)) continue;
      if (trusted !== null && other.author_id !== trusted) continue;
      const isFreed =
        passes(await judgeAgain(ctx, actor, then, other, trusted)) &&
        !passes(await judgeAgain(ctx, actor, now, other, null));
      if (isFreed) alsoFreed += 1;
    }
    return { verdict: effect, alsoFreed };
  } finally {
    then.close();
  }
}

const passes = ({ effect }: Verdict) => effect === 'allow' || effect === 'flag';

/** What was held for how often or how fast it came is not freed by any word. */
function heldByText(message: MessageWithAuthor): boolean {
  const reasons = JSON.parse(message.reasons) as ReasonView[];
  return !reasons.some(({ kind }) => kind === 'repetition' || kind === 'pace' || kind === 'filter-error');
}

async function judgeAgain(
  ctx: AppContext,
  actor: Actor,
  prepared: Pick<Prepared, 'judge'>,
  message: MessageWithAuthor,
  trusted: string | null,
): Promise<Verdict> {
  const person = await findPerson(ctx.db, actor.site.id, message.author_id);
  const isTrusted = message.author_id === trusted || person?.trusted === 1;
  const role = isTrusted && message.author_role === 'visitor' ? 'expert' : message.author_role;
  const author: JudgeInput['author'] = isTrusted
    ? { role }
    : { role, published: await countPublishedOf(ctx.db, message.author_id, LIMITS.library.newcomerHeld) };
  const { body: text, created_at: now } = message;
  return await prepared.judge({ text, author, history: [], now, language: actor.site.locale });
}

async function draftOf(ctx: AppContext, actor: Actor, fix: LibraryFix): Promise<LibraryDraft> {
  switch (fix.kind) {
    case 'trust-author':
      return NO_DRAFT;
    case 'allow-phrase':
      return { ...NO_DRAFT, add: [allowedPhrase(fix.text)] };
    case 'whole-word': {
      const row = await entryToMend(ctx, actor, fix.entryId);
      return { ...NO_DRAFT, remove: [row.id], add: [wholeWord(row)] };
    }
  }
}

export const allowedPhrase = (text: string): NewLibraryEntry => ({
  kind: 'term',
  listing: 'allowed',
  text,
  category: 'exception',
  effect: null,
  note: null,
});

/** @throws Refusal 404 for what is no term of this library */
export async function entryToMend(ctx: AppContext, actor: Actor, id: string): Promise<LibraryEntryRow> {
  const [row] = await findEntries(ctx.db, actor.site.id, actor.site.library_version, [id]);
  if (row?.kind !== 'term') throw notFound();
  return row;
}

/** Without `*` it no longer matches inside longer words; without `*` already, only as it is written. */
export function wholeWord(row: LibraryEntryRow) {
  const values = valuesOf(row);
  return values.text.includes('*')
    ? completeEntry({ ...values, text: values.text.replace(/\*/g, '') })
    : changedEntry(values, { strictness: 'literal' });
}
