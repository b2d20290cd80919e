import type { QueueItem } from '../../../server/protocol/back-office.ts';
import type {
  AddedAnswer,
  LibraryAnswer,
  LibraryDraft,
  LibraryFix,
  LibraryFixAnswer,
  NewLibraryEntry,
  TryAnswer,
} from '../../../server/protocol/library.ts';
import type { Api } from '../api.ts';
import type { FixOffer } from '../fix-offers.ts';

/** What a fix would come to: `alsoFreed` is null where nobody counted. */
export type FixEffect = { verdict: LibraryFixAnswer['verdict']; alsoFreed: number | null };
/** A fix as it stands in the form: the text is what the manager made of it. */
export type Fix = { item: QueueItem; offer: FixOffer; text: string };

/** What would become of the message. @returns null when the entry to mend is gone. @throws ApiError */
export async function previewFix(api: Api, fix: Fix): Promise<FixEffect | null> {
  if (fix.offer.kind === 'allow-link') return await tryLink(api, fix);
  const asked = await fixOf(api, fix);
  return asked && (await sendFix(api, fix, asked, true));
}

/** Puts it in force. @returns what takes it back; null when the entry to mend is gone. @throws ApiError */
export async function applyFix(api: Api, fix: Fix): Promise<(() => Promise<unknown>) | null> {
  if (fix.offer.kind === 'allow-link') return await allowLink(api, fix);
  const asked = await fixOf(api, fix);
  if (asked === null) return null;
  const { undo: id } = await sendFix(api, fix, asked, false);
  return () => api.post('undo', { id });
}

async function fixOf(api: Api, { offer, text }: Fix): Promise<LibraryFix | null> {
  if (offer.kind !== 'whole-word')
    return offer.kind === 'trust-author' ? { kind: 'trust-author' } : { kind: 'allow-phrase', text };
  const query = { kind: 'term', listing: 'forbidden', q: offer.entry };
  const { items } = await api.get<LibraryAnswer>('library', query);
  const entry = items.find((item) => item.text === offer.entry);
  return entry ? { kind: 'whole-word', entryId: entry.id } : null;
}

function sendFix(api: Api, { item }: Fix, fix: LibraryFix, preview: boolean): Promise<LibraryFixAnswer> {
  return api.post(`messages/${encodeURIComponent(item.id)}/library-fix`, { fix, preview });
}

/** A link is an entry of its own: what it would let through is tried on the message itself. */
async function tryLink(api: Api, fix: Fix): Promise<FixEffect> {
  const { author, text } = fix.item.message;
  const draft: LibraryDraft = { add: [linkOf(fix)], change: [], remove: [] };
  const { verdict } = await api.post<TryAnswer>('library/try', { text, role: author.role, draft });
  return { verdict, alsoFreed: null };
}

async function allowLink(api: Api, fix: Fix): Promise<() => Promise<unknown>> {
  const { added } = await api.post<AddedAnswer>('library/entries', { entries: [linkOf(fix)] });
  return () => api.post('library/entries/remove', { ids: added.map(({ id }) => id) });
}

const linkOf = ({ text }: Fix): NewLibraryEntry => ({
  kind: 'link',
  listing: 'allowed',
  text,
  category: 'exception',
  effect: null,
  note: null,
});
