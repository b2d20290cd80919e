import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeFile } from '../../server/library/decode-file.ts';
import { readCsv, readJson } from '../../server/library/read-file.ts';
import { csvCell, plainCell, safeCell } from '../../server/library/spreadsheet-cell.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';
import { sendFile } from './library-office.ts';

let server: TestServer;
let manager: Person;
beforeEach(async () => {
  server = await startTestServer();
  manager = await server.person('manager');
});
afterEach(() => server.stop());

const MB = 1024 * 1024;

describe('a file made to do harm', () => {
  test('[REV10] whatever a file says, it is read in short turns, and in time', async () => {
    const turns = (format: 'csv' | 'json', text: string) =>
      [...(format === 'csv' ? readCsv(text) : readJson(text))].map((batch) => batch.length);
    // No turn reads more than a few hundred lines, empty or not.
    expect(turns('csv', `terme;note\n${'\n'.repeat(MB)}x;y\n`).length).toBeGreaterThan(MB / 500);
    expect(turns('csv', `x\n${'\n'.repeat(MB)}y\n`).length).toBeGreaterThan(MB / 500);
    expect(Math.max(...turns('csv', 'terme\nœuf dur\n'.repeat(200_000)))).toBeLessThanOrEqual(200);
    // What is too long to be meant is not looked into.
    const told = [...readCsv(`terme,note\n${'"'.repeat(16 * MB)}\nmalotru,\n`)].flat();
    expect(told.map(({ line, text, problem }) => [line, text.length, problem?.code])).toEqual([
      [2, 200, 'unreadable'],
      [3, 7, undefined],
    ]);
    const columns = [...readCsv(`terme,${'note,'.repeat(MB)}\nmalotru\n`)].flat();
    expect(columns.map(({ problem }) => problem?.code)).toEqual(['unreadable', undefined]);
    expect(Math.max(...turns('json', `[\n${'"a",\n'.repeat(MB)}"b"\n]\n`))).toBeLessThanOrEqual(200);
  });

  test('[REV11] a value that is no text costs its own line only', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const file = `[{"text": {"toString": 1, "valueOf": 1}}, {"text": ${deep}}, ${deep}, {"__proto__": "x"}, {"text": "malotru"}]`;
    const read = await sendFile(manager, file, 'format=json');
    expect(read).toMatchObject({ state: 'read', counts: { new: 1, refused: 4 } });
    const pretty = JSON.stringify([{ text: 'pignouf' }, { text: 'malotru' }], null, 2);
    expect(await sendFile(manager, pretty, 'format=json')).toMatchObject({ counts: { new: 2, refused: 0 } });
  });

  test('[REV12] a line end that is cut in two by reading in parts is one', async () => {
    const bytes = new TextEncoder().encode(`${'a'.repeat(64 * 1024 - 1)}\r\nb\r\rc`);
    expect((await decodeFile(bytes)).slice(64 * 1024 - 1)).toBe('\nb\n\nc');
  });

  test('[REV17] no separator makes a formula of a cell’s inside, and what is written is read back', () => {
    const texts = [
      'a;=1+1;b',
      'a\t@x',
      'a, -b',
      ';=1',
      '＝1',
      "a;'=1",
      ';;;;=1',
      'a;"=1',
      '\n=1',
      "''=1",
      'a;b - c',
    ];
    for (const text of texts) {
      const cell = csvCell(text);
      for (const separator of [';', ',', '\t', '\n']) {
        const cells = cell.split(separator).map((part) => part.replace(/^["\s]+/, ''));
        expect([text, cells.filter((part) => /^[=+\-@＝＋－＠]/.test(part))]).toEqual([text, []]);
      }
      expect(plainCell(safeCell(text))).toBe(text);
    }
    const any = fc.string({ unit: fc.constantFrom(...';,=+-@\'"\t\n a＝') });
    fc.assert(
      fc.property(any, (text) => plainCell(safeCell(text)) === text),
      { numRuns: 5000 },
    );
  });
});
