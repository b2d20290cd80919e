import { type Between, listBegun, listEnded, listVersions, statesAt } from '../../db/library-versions.ts';
import type { SiteRow } from '../../db/schema.ts';
import type { AppContext } from '../context.ts';
import { badRequest, notFound } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Page } from '../protocol/back-office.ts';
import type { EntryKind, LibraryVersion, VersionDifference } from '../protocol/library.ts';
import { type EntryValues, sameValues, valuesOf } from './entry-values.ts';

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

/**
 * What one version says otherwise than another: what is new or changed in the later one, then what is gone.
 * @throws Refusal 404 for a version there never was
 */
export async function compareVersions(
  ctx: AppContext,
  site: SiteRow,
  { from, to, after }: { from: number; to: number; after: string | null },
): Promise<Page<VersionDifference>> {
  refuseUnknownVersion(site, from);
  refuseUnknownVersion(site, to);
  const [low, high] = from < to ? [from, to] : [to, from];
  const place = placeOf(after);
  const told = (part: Part, where: Place['after']) =>
    partOf(ctx, site.id, part, { low, high, after: where, limit: LIMITS.backOffice.page });
  const pages = [await told(place.part, place.after)];
  if (place.part === 'begun' && pages[0]?.next === null) pages.push(await told('ended', null));
  const items = pages
    .flatMap((page) => page.items)
    .map(({ early, late, ...entry }) => ({
      ...entry,
      ...(from < to ? { before: early, after: late } : { before: late, after: early }),
    }));
  return { items, next: pages.at(-1)?.next ?? null };
}

type Part = 'begun' | 'ended';

type Place = { part: Part; after: Between['after'] };
type Told = { kind: EntryKind; text: string; early: EntryValues | null; late: EntryValues | null };

/** A page of what the later version has begun, or of what it has ended for good. */
async function partOf(
  ctx: AppContext,
  siteId: string,
  part: Part,
  between: Between,
): Promise<{ items: Told[]; next: string | null }> {
  const { low, high, limit } = between;
  const isBegun = part === 'begun';
  const rows = await (isBegun ? listBegun : listEnded)(ctx.db, siteId, between);
  const ids = rows.map((row) => row.id);
  const others = await statesAt(ctx.db, siteId, isBegun ? low : high, ids);
  const items = rows.flatMap((row): Told[] => {
    const [values, other] = [valuesOf(row), others.get(row.id)];
    const { kind, text } = row;
    if (!isBegun) return other ? [] : [{ kind, text, early: values, late: null }];
    const early = other ? valuesOf(other) : null;
    return early && sameValues(early, values) ? [] : [{ kind, text, early, late: values }];
  });
  const last = rows.length < limit ? undefined : rows.at(-1);
  return {
    items,
    next: last ? `${part} ${isBegun ? last.since_version : last.until_version} ${last.id}` : null,
  };
}

function placeOf(after: string | null): Place {
  if (after === null) return { part: 'begun', after: null };
  const [part, version, id] = after.split(' ');
  const isPlace = (part === 'begun' || part === 'ended') && Number.isSafeInteger(Number(version)) && id;
  if (!isPlace) throw badRequest('after: not a place in this list');
  return { part, after: { version: Number(version), id } };
}

export function refuseUnknownVersion(site: SiteRow, version: number): void {
  if (!Number.isSafeInteger(version)) throw badRequest('version: not a number');
  if (version < 1 || version > site.library_version) throw notFound();
}
