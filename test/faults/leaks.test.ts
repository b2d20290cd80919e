import { describe, expect, test } from 'vitest';
import type { Sabotage } from '../rig/sabotage.ts';
import { leaks } from './experiments/leaks.ts';

test('[I5a] two hundred marked texts leak by no path through their whole lives', async () => {
  const { faults, searched } = await leaks({ canaries: 200 });
  expect(faults).toEqual([]);
  expect(searched).toBeGreaterThan(100_000);
});

describe('the search finds the leaks that are made on purpose', () => {
  const cases: [what: string, found: RegExp, broken: Sabotage[]][] = [
    [
      'held texts shown, what was hidden still carried by the event of its hiding, texts logged',
      /expert, while texts are held(.*)frames, (visitor|expert|asker), after step(.*)the log:/,
      [
        {
          file: 'server/views.ts',
          find: "      return insider ? { ...base, state: 'held'",
          replace: "      return row ? { ...base, state: 'held'",
        },
        {
          file: 'server/views.ts',
          find: '...(insider ? { text',
          replace: '...(row ? { text',
        },
        {
          file: 'server/actions/send-message.ts',
          find: '  tell(ctx, message, verdict.effect',
          replace: "  ctx.log.info({ message: message.body }, 'sent'); tell(ctx, message, verdict.effect",
        },
        {
          file: 'server/realtime/catch-up.ts',
          find: "states: ['held', 'rejected'], ...where",
          replace: "states: ['held', 'rejected']",
        },
      ],
    ],
    [
      'a number taken by a held message, another answer for what is held, texts left after they were erased',
      /sees .*conversations.* move while texts are held(.*)a held id answers(.*)the database, erased/,
      [
        {
          file: 'db/sqlite/commit-message.ts',
          find: 'sums.count(rowOf(columns), place, seq);',
          replace: 'sums.count(rowOf(columns), place, seq ?? place.lastSeq + 1);',
        },
        {
          file: 'server/access.ts',
          find: 'if (!message || !maySeeMessage(actor, message)) throw notFound();',
          replace:
            "if (!message) throw notFound(); if (!maySeeMessage(actor, message)) throw forbidden('Not yours.');",
        },
        {
          file: 'db/conversations.ts',
          find: "  await tx.deleteFrom('message').where('conversation_id', '=', id).execute();\n  await tx.deleteFrom('conversation').where('id', '=', id).execute();",
          replace: '',
        },
      ],
    ],
  ];
  test.each(cases)('[I5b] %s', async (_, found, sabotage) => {
    const { faults } = await leaks({ canaries: 12, sabotage });
    expect(faults.join(' ').replaceAll('\n', ' ')).toMatch(found);
  });
});
