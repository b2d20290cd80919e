import { expect, test } from 'vitest';
import { about } from '../../../web-components/chat/about-wait.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('[EXCH54] a wait is said in words that are never shorter than it is', () => {
  const said = [20_000, 3.2 * MINUTE, 11 * MINUTE, 56 * MINUTE, 1.2 * HOUR, 23.5 * HOUR, 40 * HOUR];
  expect(said.map((ms) => about(ms, 'fr'))).toEqual([
    'moins d’une minute',
    '4\u00a0min',
    'environ 15\u00a0min',
    'environ 1\u00a0h',
    'environ 2\u00a0h',
    'environ 1\u00a0jour',
    'environ 2\u00a0jours',
  ]);
  expect(about(40 * HOUR, 'en')).toBe('about 2\u00a0days');
});
