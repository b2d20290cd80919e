import type { SiteRow } from '../../db/schema.ts';
import type { Verdict } from '../../moderation/index.ts';
import type { AppContext } from '../context.ts';
import type { LibraryDraft, TryAnswer } from '../protocol/back-office.ts';
import type { Role } from '../protocol/frames.ts';
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
export type TriedDrafts = Map<string, { key: string; prepared: Promise<Prepared> }>;

/** What the filter would say of a text now, or once a draft is saved. */
export async function tryText(ctx: AppContext, site: SiteRow, trial: Trial): Promise<TryAnswer> {
  const { text, role, language = site.locale, draft = NO_DRAFT } = trial;
  const input = { text, author: { role }, history: [], now: ctx.clock.now(), language };
  const filter = isEmptyDraft(draft) ? await ctx.filterOf(site.id) : await triedDraft(ctx, site, draft);
  const verdict: Verdict = await filter.judge(input);
  return { verdict: verdict.effect, reasons: storedReasons(verdict), version: site.library_version };
}

async function triedDraft(ctx: AppContext, site: SiteRow, draft: LibraryDraft): Promise<Prepared> {
  const key = `${site.library_version} ${JSON.stringify(draft)}`;
  const known = ctx.libraryWork.tried.get(site.id);
  if (known?.key === key) return await known.prepared;
  const prepared = prepareDraft(ctx, site, draft);
  ctx.libraryWork.tried.set(site.id, { key, prepared });
  void known?.prepared.then((old) => old.close()).catch(() => null);
  return await prepared;
}
