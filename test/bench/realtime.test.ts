import { describe, expect, test } from 'vitest';
import { newReport } from './filter/report.ts';
import { OURS, RAW } from './realtime/contenders.ts';
import { createCrowd } from './realtime/crowd.ts';
import { dialectOf, type Place } from './realtime/dialects.ts';
import { seqReader } from './realtime/line.ts';
import { optionsOf } from './realtime/options.ts';
import { fanOutOnce, reportSize } from './realtime/part-fan-out.ts';
import { mostWithin } from './realtime/part-storm.ts';
import { startSocketServer } from './realtime/peers/socket-server.ts';
import { publish } from './realtime/publish.ts';
import { medianRatio, times } from './realtime/stats.ts';
import { serverFrame, walkFrames } from './realtime/wire.ts';

const NOWHERE: Place = { site: '', origin: 'https://shop.test', conversation: null, writeIn: '' };

describe('the bench of the real-time core', () => {
  // What a process costs is read where Linux says it.
  test.runIf(process.platform === 'linux')(
    '[BENCH6] every server delivers every message to everybody, and the table has its columns',
    async () => {
      const few = { seconds: 60, messages: 20 };
      const ours = await fanOutOnce(OURS, 10, few);
      const raw = await fanOutOnce(RAW, 10, few);
      for (const run of [...ours, ...raw])
        expect(run).toMatchObject({ sent: 20, delivered: 200, lost: 0, missing: 0, disordered: 0 });
      expect(ours.map(({ acknowledged }) => acknowledged)).toEqual([20, 20]);

      const report = newReport();
      reportSize(
        10,
        new Map([
          [RAW, [raw]],
          [OURS, [ours]],
        ]),
        report,
      );
      const [table] = report.tables;
      expect(table!.rows.map(([name]) => name)).toEqual(['raw ws', 'ours']);
      for (const row of table!.rows) expect(row).toHaveLength(table!.head.length);
      expect(report.figures.get('fan-out to 10, lost or out of order')).toBe(0);
      expect(report.figures.has('fan-out to 10, 16 in flight')).toBe(true);
    },
    120_000,
  );

  test('[BENCH7] a message that never came and one that came twice are both counted', async () => {
    let last = 0;
    const { clients, port, close } = await startSocketServer((data) => {
      last += 1;
      const [first] = clients;
      for (const client of clients) {
        if (client === first && last === 5) continue;
        client.send(data, { binary: false });
        if (client === first && last === 6) client.send(data, { binary: false });
      }
    });
    const crowd = createCrowd();
    await crowd.open({
      ...{ port, dialect: 'ws', place: NOWHERE, tokens: ['', '', ''], lastSeq: 0, firstIndex: 0, atOnce: 1 },
    });
    const counted = await publish(crowd, {
      ...{
        seconds: 60,
        messages: 10,
        writers: 1,
        pace: { inFlight: 1 },
        until: 'delivery',
        readers: 3,
        measured: true,
      },
    });
    expect(counted).toMatchObject({ sent: 10, delivered: 30, missing: 1, disordered: 1 });
    expect(crowd.times.delivery.count).toBe(30);
    for (const client of clients) client.terminate();
    await expect(
      publish(crowd, {
        ...{
          seconds: 60,
          messages: 1,
          writers: 1,
          pace: { inFlight: 1 },
          until: 'delivery',
          readers: 3,
          measured: false,
        },
      }),
    ).rejects.toThrow(/the run broke/);
    crowd.close();
    await close();
  });

  test('[BENCH8] frames are read whole wherever they are cut', () => {
    const texts = [7, 80, 1234].map(
      (seq) => `{"op":"event","event":{"kind":"message","seq":${seq},"${'x'.repeat(120)}":1}}`,
    );
    const bytes = Buffer.concat(texts.map((text) => serverFrame(Buffer.from(text))));
    for (let cut = 0; cut <= bytes.length; cut++) {
      const seqOf = seqReader('{"op":"event"');
      const seen: number[] = [];
      const note = (_: number, part: Buffer, start: number) => void seen.push(seqOf(part, start));
      const done = walkFrames(bytes.subarray(0, cut), note);
      expect(done + walkFrames(bytes.subarray(done), note)).toBe(bytes.length);
      expect(seen).toEqual([7, 80, 1234]);
    }
    expect(seqReader('{"op":"event"')(Buffer.from('{"op":"error","seq":3}'), 0)).toBe(0);
  });

  test('[BENCH9] ratios are taken round by round; the worst second begins anywhere', () => {
    expect(medianRatio([2, 40, 6], [1, 10, 2])).toBe(3);
    expect(mostWithin([0, 900, 1100, 1850, 1899, 3000], 1000)).toBe(4);
    expect(mostWithin([0, 1000], 1000)).toBe(1);
  });

  test('[BENCH11] what was too short to be measured is no ratio', () => {
    expect([0, 1 / 0, 0 / 0, 15.3].map(times)).toEqual(['–', '–', '–', '× 15.3']);
  });

  test('[BENCH10] an acknowledgement is known by its own number', () => {
    const { heard, message } = dialectOf('ours', NOWHERE, '');
    const { clientMessageId } = JSON.parse(message(42)) as { clientMessageId: string };
    expect(heard(`{"op":"ack","clientMessageId":"${clientMessageId}","message":{`)).toEqual({
      acknowledged: 42,
    });
    expect(heard('{"op":"refused","clientMessageId":"')).toEqual({ refused: true });
    expect(heard('{"op":"presence","here":3}')).toEqual({ refused: false });
  });

  test('[BENCH5] an unknown part is refused with the names of those there are', () => {
    expect(() => optionsOf(['--only', 'fanout'])).toThrow(/choose one of fan-out, latency, .*queries/);
    expect(optionsOf(['--only', 'idle', '--json', 'f'])).toEqual({
      ...{ only: 'idle', json: 'f', quick: false, rounds: null, check: false },
    });
  });
});
