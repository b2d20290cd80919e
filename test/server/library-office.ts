/** What the library's tests ask of the back office, as a manager. */
import type { LibraryAnswer, LibraryImport, NewLibraryEntry } from '../../server/protocol/library.ts';
import type { Person } from './harness.ts';

export const LIBRARY = '/api/back-office/demo/library';

export const term = (text: string, changes: Partial<NewLibraryEntry> = {}): NewLibraryEntry => ({
  kind: 'term',
  listing: 'forbidden',
  text,
  category: 'insult',
  effect: null,
  note: null,
  ...changes,
});

export const link = (text: string, changes: Partial<NewLibraryEntry> = {}) =>
  term(text, { kind: 'link', category: 'competitor', ...changes });

/** One request about the library. @returns status and JSON, null where there is none */
export async function ask(manager: Person, method: string, path: string, body?: unknown) {
  const answer = await manager.request(method, `${LIBRARY}${path}`, body);
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
}

export async function add(manager: Person, ...entries: NewLibraryEntry[]) {
  return (await ask(manager, 'POST', '/entries', { entries })).body;
}

/** Every entry there is, page by page. */
export async function all(manager: Person, query = ''): Promise<LibraryAnswer['items']> {
  const items: LibraryAnswer['items'] = [];
  for (let after = ''; ; ) {
    const page = (await ask(manager, 'GET', `?${query}${after && `&after=${after}`}`)).body as LibraryAnswer;
    items.push(...page.items);
    if (!page.next) return items;
    after = page.next;
  }
}

/** Sends a file. @returns what became of reading it */
export async function sendFile(manager: Person, file: string | Uint8Array, query = 'format=csv') {
  const answer = await fetch(`${manager.base}${LIBRARY}/imports?${query}`, {
    method: 'POST',
    headers: { 'x-forwarded-for': manager.address, origin: manager.office, cookie: manager.cookie },
    body: typeof file === 'string' ? file : new Uint8Array(file),
  });
  const { id } = (await answer.json()) as { id: string };
  return await settled(manager, id, 'reading');
}

/** Asks again until an import is no longer in this state. */
export async function settled(
  manager: Person,
  id: string,
  state: LibraryImport['state'],
): Promise<LibraryImport> {
  for (;;) {
    const view = (await ask(manager, 'GET', `/imports/${id}`)).body as LibraryImport;
    if (view.state !== state) return view;
  }
}
