import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPeople } from '../../server/invitations/read-people.ts';
import { LIMITS } from '../../server/limits.ts';
import type { InvitationPreview, PreviewPerson } from '../../server/protocol/invitations.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';
import { type Bulk, bulk } from './inviting.ts';

const people = (text: string) =>
  [...readPeople(text)]
    .flat()
    .map(({ email, name, language, topics }) => [email, name, language, topics.join('+')].join(' · '));

describe('reading a list of people', () => {
  test.each([
    [
      'one a line',
      'lea@example.com\n\n tom@example.com \n',
      ['lea@example.com ·  ·  · ', 'tom@example.com ·  ·  · '],
    ],
    ['several a line', 'lea@example.com, tom@example.com;ada@example.com', 3],
    [
      'as mail programs copy them',
      '"Martin, Léa" <lea@example.com>',
      ['lea@example.com · Martin, Léa ·  · '],
    ],
    ['two named, with commas', 'Léa <lea@example.com>, Tom <tom@example.com>', 2],
    [
      'with what is said about them',
      'lea@example.com;Léa Martin;fr;randonnée',
      ['lea@example.com · Léa Martin · fr · randonnée'],
    ],
    [
      'behind a French header',
      'Prénom;Adresse e-mail;Langue;Sujets\nLéa;lea@example.com;français;tentes,sacs',
      ['lea@example.com · Léa · français · tentes+sacs'],
    ],
    [
      'behind an English header with tabs',
      'Email\tName\nlea@example.com\tLéa',
      ['lea@example.com · Léa ·  · '],
    ],
    [
      'quoted over two lines',
      'name,email\n"Léa\nMartin",lea@example.com',
      ['lea@example.com · Léa\nMartin ·  · '],
    ],
  ])('[BULK4] %s', (_, text, expected) => {
    if (typeof expected === 'number') expect(people(text)).toHaveLength(expected);
    else expect(people(text)).toEqual(expected);
  });

  test('[BULK4] a header alone is nobody, and a list without addresses is told line by line', () => {
    expect(people('e-mail,nom')).toEqual([]);
    expect([...readPeople('bonjour\nà tous')].flat().map(({ said, line }) => `${line} ${said}`)).toEqual([
      '1 bonjour',
      '2 à tous',
    ]);
  });
});

let server: TestServer;
let manager: Person;
let office: Bulk;
beforeAll(async () => {
  server = await startTestServer();
  manager = await server.person('manager');
  office = bulk(manager);
});
afterAll(() => server.stop());

describe('the preview of a list', () => {
  test('[BULK5] each line is good or wrong in a way that has a name, and none is lost', async () => {
    const member = await server.ctx.db.selectFrom('user').select('email').executeTakeFirstOrThrow();
    await manager.post('/api/back-office/demo/invitations', {
      role: 'expert',
      email: 'waiting@example.com',
      name: null,
    });
    const preview = await office.read(
      [
        'e-mail;nom;langue;sujets',
        'lea@example.com;Léa;fr;tentes',
        'LEA@example.com;Encore;fr;',
        'pas une adresse;;;',
        `${member.email};;;`,
        'waiting@example.com;;;',
        `tom@example.com;${'x'.repeat(300)};klingon;`,
        '"unclosed;x',
      ].join('\n'),
    );
    expect(preview).toMatchObject({ state: 'read', good: 2, done: preview.total });
    expect(preview.wrong).toEqual({
      'not-an-address': 1,
      unreadable: 1,
      twice: 1,
      waiting: 1,
      member: 1,
      declined: 0,
    });
    const all = await office.people(preview.id);
    expect(
      all.map(({ line, problem, firstLine, remarks }) => [line, problem, firstLine, ...remarks]),
    ).toEqual([
      [2, null, null],
      [3, 'twice', 2],
      [4, 'not-an-address', null],
      [5, 'member', null],
      [6, 'waiting', null],
      [7, null, null, 'unknown-language', 'name-left-out'],
      [8, 'unreadable', null],
    ]);
    expect(all[0]).toMatchObject({
      email: 'lea@example.com',
      name: 'Léa',
      language: 'fr',
      topics: ['tentes'],
    });
    const narrowed = async (only: string) => (await office.people(preview.id, only)).map(({ line }) => line);
    expect([await narrowed('good'), await narrowed('wrong')]).toEqual([
      [2, 7],
      [3, 4, 5, 6, 8],
    ]);
  });

  test('[BULK6] a corrected line is judged again, and who stood behind it too', async () => {
    const { id } = await office.read('ada@example.com\nada@example.com\nnope');
    const correct = async (index: number, email: string) => {
      const path = `${office.at}/invitation-previews/${id}/people/${index}`;
      const answer = await manager.request('PUT', path, { email });
      return (await answer.json()) as { person: PreviewPerson; preview: InvitationPreview };
    };
    expect((await correct(2, 'ada@example.com')).person.problem).toBe('twice');
    const first = await correct(0, 'grace@example.com');
    expect(first).toMatchObject({ person: { problem: null }, preview: { good: 2, wrong: { twice: 1 } } });
    expect((await correct(2, 'hedy@example.com')).preview).toMatchObject({ good: 3, wrong: { twice: 0 } });
    expect((await correct(2, 'hedy')).preview).toMatchObject({ good: 2, wrong: { 'not-an-address': 1 } });
    const emails = (await office.people(id, 'good')).map(({ email }) => email);
    expect(emails).toEqual(['grace@example.com', 'ada@example.com']);
  });

  test('[BULK6] the wrong lines come as a file that can be mended and read again', async () => {
    const { id } = await office.read('e-mail;nom\n=cmd()@x;"Léa; Martin"\nfine@example.com;Tom');
    const answer = await manager.request(
      'GET',
      `${office.at}/invitation-previews/${id}/wrong.csv`,
      undefined,
      {
        'accept-language': 'fr',
      },
    );
    const file = await answer.text();
    expect(file).toContain(`'=cmd()@x`);
    expect(file).toContain('pas une adresse e-mail');
    const again = await office.read(file.replace(`'=cmd()@x`, 'lea2@example.com'));
    expect(again).toMatchObject({ good: 1 });
    expect((await office.people(again.id))[0]).toMatchObject({
      email: 'lea2@example.com',
      name: 'Léa; Martin',
    });
  });

  test('[BULK4] a file of Windows and one of a Mac with a byte order mark are read alike', async () => {
    const text = 'e-mail;nom\nzoe@example.com;Zoé\n';
    const windows = Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    for (const bytes of [windows, utf16]) {
      const { id } = await office.read(bytes);
      expect((await office.people(id))[0]).toMatchObject({ email: 'zoe@example.com', name: 'Zoé' });
    }
  });

  test('[BULK5] what is empty or too long is said as a whole', async () => {
    expect(await office.read('\n\n')).toMatchObject({ state: 'failed', problem: 'empty' });
    const long = Array.from({ length: LIMITS.invitation.people + 1 }, (_, i) => `p${i}@example.com`).join(
      '\n',
    );
    expect(await office.read(long)).toMatchObject({ state: 'failed', problem: 'too-many-lines' });
  });
});
