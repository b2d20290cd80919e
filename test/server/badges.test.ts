import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import type {
  BadgeDraft,
  BadgeSettings,
  ContributionsAnswer,
  LedgerAnswer,
  MonthAnswer,
  ThanksAnswer,
} from '../../server/protocol/recognition.ts';
import { creditThanks } from '../../server/recognition/credit.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';

const OFFICE = '/api/back-office/demo';
let server: TestServer;
let manager: Person;
let now = Date.UTC(2030, 4, 10, 12);
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  manager = await server.person('manager');
});
afterAll(() => server.stop());

const draft = (changes: Partial<BadgeDraft>): BadgeDraft => ({
  id: null,
  name: { fr: 'Guide', en: 'Guide' },
  icon: 'star',
  colour: 'green',
  rule: 'hand',
  needed: null,
  topic: null,
  ...changes,
});

async function saveBadges(...badges: BadgeDraft[]): Promise<BadgeSettings[]> {
  const answer = await manager.request('PUT', `${OFFICE}/recognition/badges`, { badges });
  expect([answer.status, answer.status === 200 ? '' : await answer.clone().text()]).toEqual([200, '']);
  return ((await answer.json()) as { items: BadgeSettings[] }).items;
}

const own = async (person: Person, query = '') =>
  (await (await person.get(`/api/widget/contributions?site=demo${query}`)).json()) as ContributionsAnswer;
const said = ({ items }: ContributionsAnswer) =>
  items.map(({ source, why, points }) => `${source} ${why} ${points}`);
const give = (to: Person, points: number, reason = 'Merci pour le guide') =>
  manager.post(`${OFFICE}/people/${to.id}/points`, { points, reason });

/** Somebody new thanks for an answer of `expert`, from an address of their own. */
async function thanked(expert: Person, topic: string | null = null): Promise<void> {
  const asker = await server.person();
  const { conversation } = await (await asker.connect()).ask('Une question');
  if (topic)
    await server.ctx.db
      .updateTable('conversation')
      .set({ topic })
      .where('id', '=', conversation.id)
      .execute();
  const { message } = await (await expert.connect()).write('Une réponse', conversation.id, null);
  // First answers are credited every few seconds: not amid a test about something else.
  await server.ctx.db.updateTable('first_answer').set({ settled_at: now }).execute();
  const row = await server.ctx.db
    .selectFrom('message')
    .selectAll()
    .where('id', '=', message.id)
    .executeTakeFirstOrThrow();
  const by = { personId: asker.id, address: asker.address };
  await transaction(server.ctx.db, (tx) => creditThanks(server.ctx, tx, by, row));
}

describe('a ledger in the open', () => {
  test('[POINT14] a person reads every entry with its reason, and what a manager gave with the manager’s words', async () => {
    const expert = await server.person('expert');
    await thanked(expert);
    expect((await give(expert, 10)).status).toBe(204);
    expect((await give(expert, -3, 'Compté deux fois')).status).toBe(204);
    const answer = await own(expert);
    expect(said(answer)).toEqual(['manager taken -3', 'manager given 10', 'thanks credited 2']);
    expect(answer.items.map(({ note }) => note)).toEqual(['Compté deux fois', 'Merci pour le guide', null]);
    expect(answer).toMatchObject({ points: 9, month: '2030-05', thanks: 1, accepted: 0, next: null });
    expect(answer.items.at(-1)?.conversation?.question).toBe('Une question');
    const audit = await (await manager.get(`${OFFICE}/audit-log?act=points.`)).json();
    expect(audit).toMatchObject({
      items: [{ reason: 'Compté deux fois' }, { reason: 'Merci pour le guide' }],
    });
  });

  test('[POINT15] points need a reason and a number, and nobody gives themselves any', async () => {
    const expert = await server.person('expert');
    expect((await give(expert, 5, '  ')).status).toBe(400);
    expect((await give(expert, 0)).status).toBe(400);
    expect((await give(expert, 100_000)).status).toBe(400);
    expect((await give(manager, 5)).status).toBe(422);
    expect((await own(expert)).items).toEqual([]);
  });

  test('[POINT16] a long ledger is read page by page, each entry once', async () => {
    const expert = await server.person('expert');
    for (let i = 0; i < 60; i++) await give(expert, 1, `Fois ${i}`);
    const first = await own(expert);
    const second = await own(expert, `&after=${first.next}`);
    const notes = [...first.items, ...second.items].map(({ note }) => note);
    expect(notes).toEqual(Array.from({ length: 60 }, (_, i) => `Fois ${59 - i}`));
    expect(second.next).toBe(null);
  });

  test('[POINT17] a manager reads who thanked; the person does not', async () => {
    const expert = await server.person('expert');
    await thanked(expert);
    const ledger = (await (await manager.get(`${OFFICE}/people/${expert.id}/points`)).json()) as LedgerAnswer;
    expect(ledger.items[0]).toMatchObject({ by: 'Inès', why: 'credited' });
    expect(JSON.stringify(await own(expert))).not.toContain('Inès');
  });

  test('[POINT18] a question that is no longer public is not named in a ledger', async () => {
    const expert = await server.person('expert');
    await thanked(expert);
    const id = (await own(expert)).items[0]?.conversation?.id;
    await manager.request('DELETE', `${OFFICE}/conversations/${id}`, { reason: null });
    expect((await own(expert)).items.map(({ conversation }) => conversation)).toEqual([null, null]);
  });
});

describe('badges', () => {
  const shown = async (person: Person) => {
    const { message } = await (await person.connect()).ask('Une question de plus', 'Inès');
    return message.author.badge;
  };

  test('[BADGE1] a badge is given by hand, shown beside the name, and taken back with a reason', async () => {
    const expert = await server.person('expert');
    const [badge] = await saveBadges(draft({}));
    const path = `${OFFICE}/people/${expert.id}/badges`;
    expect((await manager.post(path, { badgeId: badge!.id, reason: null })).status).toBe(204);
    expect((await manager.post(path, { badgeId: badge!.id, reason: null })).status).toBe(409);
    expect(await shown(expert)).toBe(badge!.id);
    expect((await own(expert)).badges.map(({ id }) => id)).toEqual([badge!.id]);
    const take = (reason: string) => manager.request('DELETE', `${path}/${badge!.id}`, { reason });
    expect((await take('')).status).toBe(400);
    expect((await take('Par erreur')).status).toBe(204);
    expect((await take('Par erreur')).status).toBe(409);
    expect(await shown(expert)).toBe(undefined);
    const { items, badges } = await own(expert);
    expect(badges).toEqual([]);
    expect(items.slice(0, 2)).toMatchObject([
      { source: 'badge', why: 'taken', note: 'Par erreur', badge: { name: { fr: 'Guide' } } },
      { source: 'badge', why: 'given' },
    ]);
  });

  test('[BADGE2] a badge comes by itself with its points, answers or thanks under a topic', async () => {
    const expert = await server.person('expert');
    const [, boots] = await saveBadges(
      draft({ rule: 'points', needed: 6 }),
      draft({ rule: 'thanks', needed: 2, topic: 'boots', name: { fr: 'Bottes', en: 'Boots' } }),
    );
    await thanked(expert, 'boots');
    await thanked(expert, 'tents');
    expect((await own(expert)).badges).toEqual([]);
    await thanked(expert, 'boots');
    const { badges, items } = await own(expert);
    expect(badges.map(({ name }) => name.en)).toEqual(['Guide', 'Boots']);
    expect(items.slice(0, 2).map(({ why }) => why)).toEqual(['earned', 'earned']);
    expect(items.some(({ badge }) => badge?.id === boots!.id)).toBe(true);
  });

  test('[BADGE3] one that was taken by hand does not come back by its rule', async () => {
    const expert = await server.person('expert');
    const [badge] = await saveBadges(draft({ rule: 'points', needed: 2 }));
    await give(expert, 2);
    await manager.request('DELETE', `${OFFICE}/people/${expert.id}/badges/${badge!.id}`, { reason: 'Non' });
    await give(expert, 2);
    expect((await own(expert)).badges).toEqual([]);
  });

  test('[BADGE4] the order of the list decides which badge is shown; a new rule also counts what was done before', async () => {
    const expert = await server.person('expert');
    await give(expert, 50);
    const gold = draft({ rule: 'points', needed: 50, name: { fr: 'Or', en: 'Gold' } });
    const bronze = draft({ rule: 'points', needed: 5, name: { fr: 'Bronze', en: 'Bronze' } });
    const [first, second] = await saveBadges(bronze, gold);
    await expect.poll(async () => (await own(expert)).badges.length).toBe(2);
    expect(await shown(expert)).toBe(first!.id);
    await saveBadges({ ...gold, id: second!.id }, { ...bronze, id: first!.id });
    expect(await shown(expert)).toBe(second!.id);
  });

  test('[BADGE5] a badge that ends goes from everybody, with an entry that says so', async () => {
    const expert = await server.person('expert');
    const [badge] = await saveBadges(draft({}));
    await manager.post(`${OFFICE}/people/${expert.id}/badges`, { badgeId: badge!.id, reason: null });
    await saveBadges();
    expect((await own(expert)).items[0]).toMatchObject({ why: 'taken', badge: { id: badge!.id } });
    expect(await shown(expert)).toBe(undefined);
  });

  test('[BADGE6] a badge of another site, an unknown icon, a rule without its number are refused', async () => {
    const wrong = [
      { ...draft({}), id: 'elsewhere' },
      { ...draft({}), icon: '../../evil' },
      { ...draft({}), colour: 'red;}' },
      draft({ rule: 'points', needed: null }),
      draft({ rule: 'points', needed: 5, topic: 'boots' }),
    ];
    const answers = await Promise.all(
      wrong.map((badge) => manager.request('PUT', `${OFFICE}/recognition/badges`, { badges: [badge] })),
    );
    expect(answers.map(({ status }) => status)).toEqual([409, 400, 400, 400, 400]);
  });
});

describe('thanks of the month', () => {
  test('[POINT19] a month has what was earned in it and still stands, most thanked first', async () => {
    now = Date.UTC(2030, 7, 31, 23, 59);
    const [one, two] = [await server.person('expert'), await server.person('expert')];
    await thanked(one);
    now = Date.UTC(2030, 8, 1);
    await thanked(one);
    await thanked(two);
    await thanked(two);
    const month = async (text: string) => {
      const answer = await manager.get(`${OFFICE}/recognition/thanks?month=${text}`);
      return ((await answer.json()) as MonthAnswer).items.map(({ personId, thanks }) => [personId, thanks]);
    };
    expect(await month('2030-08')).toEqual([[one.id, 1]]);
    expect(await month('2030-09')).toEqual([
      [two.id, 2],
      [one.id, 1],
    ]);
    const members = (await (await one.get('/api/widget/thanks?site=demo')).json()) as ThanksAnswer;
    expect(members.people.map(({ thanks, mine }) => [thanks, mine])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect((await manager.get(`${OFFICE}/recognition/thanks?month=2030-13`)).status).toBe(400);
  });

  test('[POINT20] a name that begins like a formula stays a name in the exported month', async () => {
    now = Date.UTC(2030, 9, 3);
    const expert = await server.person('expert');
    await server.ctx.db
      .updateTable('person')
      .set({ name: '=cmd|x!A1' })
      .where('id', '=', expert.id)
      .execute();
    await thanked(expert);
    const csv = await (await manager.get(`${OFFICE}/recognition/thanks.csv?month=2030-10`)).text();
    expect(csv).toContain(`\r\n'=cmd|x!A1,expert,1,0,2\r\n`);
  });

  test('[POINT21] switched off there is no ledger, no badge and no list, for nobody', async () => {
    const expert = await server.person('expert');
    const [badge] = await saveBadges(draft({}));
    const set = (recognition: boolean) =>
      manager.request('PATCH', `${OFFICE}/site`, { community: { recognition } });
    await set(false);
    expect((await expert.get('/api/widget/contributions?site=demo')).status).toBe(404);
    expect((await expert.get('/api/widget/thanks?site=demo')).status).toBe(404);
    expect(await (await expert.get('/api/widget/badges?site=demo')).json()).toEqual({ badges: [] });
    expect((await give(expert, 5)).status).toBe(404);
    const path = `${OFFICE}/people/${expert.id}/badges`;
    expect((await manager.post(path, { badgeId: badge!.id, reason: null })).status).toBe(404);
    await set(true);
    expect((await give(expert, 5)).status).toBe(204);
  });
});
