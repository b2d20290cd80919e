import type { SiteRow } from '../../db/schema.ts';
import type { Verdict } from '../../moderation/index.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import type { Role } from '../protocol/frames.ts';
import type { LibraryDraft, TryAnswer } from '../protocol/library.ts';
import { isEmptyDraft, NO_DRAFT, prepareDraft } from './library-draft.ts';
import type { Prepared } from './prepare-moderator.ts';
import { storedReasons } from './reasons.ts';

export type Trial = {
  text: string;
  role: Role;
  language?: string | null | undefined;
  draft?: LibraryDraft | undefined;
};

/** The draft each site's manager is trying, so that it is prepared once for all that is typed. */
export type TriedDrafts = Map<string, TriedDraft>;
type TriedDraft = { key: string; prepared: Promise<Prepared>; forget: NodeJS.Timeout };

/** How long a draft stays prepared after it was last tried. */
const KEPT_MS = 5 * 60 * 1000;

/** What the filter would say of a text now, or once a draft is saved. */
export async function tryText(ctx: AppContext, site: SiteRow, trial: Trial): Promise<TryAnswer> {
  const { text, role, language = site.locale, draft = NO_DRAFT } = trial;
  const input = { text, author: { role }, history: [], now: ctx.clock.now(), language };
  const filter = isEmptyDraft(draft) ? await ctx.filterOf(site.id) : await triedDraft(ctx, site, draft);
  const verdict: Verdict = await filter.judge(input);
  return { verdict: verdict.effect, reasons: storedReasons(verdict), version: verdict.libraryVersion };
}

async function triedDraft(ctx: AppContext, site: SiteRow, draft: LibraryDraft): Promise<Prepared> {
  const { tried } = ctx.libraryWork;
  const key = `${site.library_version} ${JSON.stringify(draft)}`;
  const known = tried.get(site.id);
  if (known?.key === key) {
    known.forget.refresh();
    return await known.prepared;
  }
  if (known) close(known);
  const isLast = () => tried.get(site.id)?.key === key;
  const prepared = prepareInTurn(ctx, site, draft, { earlier: known?.prepared, isLast });
  const current = { key, prepared, forget: setTimeout(() => forget(), KEPT_MS).unref() };
  const forget = () => {
    close(current);
    if (tried.get(site.id) === current) tried.delete(site.id);
  };
  tried.set(site.id, current);
  prepared.catch(forget);
  return await prepared;
}

type Turn = { earlier: Promise<Prepared> | undefined; isLast(): boolean };

/**
 * One after the other, and only the last one asked for: a large library takes a thread and much memory each.
 * @throws Refusal 409 when another draft was asked for meanwhile
 */
async function prepareInTurn(
  ctx: AppContext,
  site: SiteRow,
  draft: LibraryDraft,
  { earlier, isLast }: Turn,
): Promise<Prepared> {
  // Whether it could be prepared is told to who asked for it.
  await earlier?.catch(() => null);
  if (!isLast()) throw conflict('Another change is being tried already. Try again in a moment.');
  return await prepareDraft(ctx, site, draft);
}

function close({ prepared, forget }: TriedDraft): void {
  clearTimeout(forget);
  prepared.then(
    (draft) => draft.close(),
    // It could not be prepared, which who tried it was told: there is nothing to close.
    () => undefined,
  );
}
