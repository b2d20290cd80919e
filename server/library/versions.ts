import { listTouchedIds, listVersions, statesAt } from '../../db/library-versions.ts';
import type { SiteRow } from '../../db/schema.ts';
import type { AppContext } from '../context.ts';
import { badRequest, notFound } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { LibraryVersion, Page, VersionDifference } from '../protocol/back-office.ts';
import { sameValues, valuesOf } from './entry-values.ts';

/** Who changed the library when, newest first. */
export async function viewVersions(
  ctx: AppContext,
  site: SiteRow,
  after: number | null,
): Promise<Page<LibraryVersion>> {
  const limit = LIMITS.backOffice.page;
  const rows = await listVersions(ctx.db, site.id, after, limit);
  const items = rows.map((row) => ({
    version: row.version,
    at: row.created_at,
    by: row.by,
    added: row.added,
    changed: row.changed,
    removed: row.removed,
    texts: JSON.parse(row.texts) as string[],
  }));
  return { items, next: rows.length < limit ? null : String(rows.at(-1)?.version) };
}

/** What one version says otherwise than another. @throws Refusal 404 for a version there never was */
export async function compareVersions(
  ctx: AppContext,
  site: SiteRow,
  { from, to, after }: { from: number; to: number; after: string },
): Promise<Page<VersionDifference>> {
  refuseUnknownVersion(site, from);
  refuseUnknownVersion(site, to);
  const [low, high] = from < to ? [from, to] : [to, from];
  const limit = LIMITS.backOffice.page;
  const ids = await listTouchedIds(ctx.db, site.id, { low, high, after, limit });
  const [before, now] = await Promise.all(
    [from, to].map((version) => statesAt(ctx.db, site.id, version, ids)),
  );
  const items = ids.flatMap((id) => {
    const [old, fresh] = [before?.get(id), now?.get(id)];
    const [was, is] = [old ? valuesOf(old) : null, fresh ? valuesOf(fresh) : null];
    const either = is ?? was;
    if (!either || (was && is && sameValues(was, is))) return [];
    return [{ kind: either.kind, text: either.text, before: was, after: is }];
  });
  return { items, next: ids.length < limit ? null : (ids.at(-1) ?? null) };
}

export function refuseUnknownVersion(site: SiteRow, version: number): void {
  if (!Number.isSafeInteger(version)) throw badRequest('version: not a number');
  if (version < 1 || version > site.library_version) throw notFound();
}
