/** Turns what a client of ours would send into what only an attacker, or a broken client, would. */
import { type Chance, chanceOf } from './seeded.ts';

const HUGE = 'é'.repeat(9000);

/** Values where others belong. Functions, so that a large one is made only when it is chosen. */
const ODD: ((chance: Chance) => unknown)[] = [
  () => null,
  () => [],
  () => ({}),
  () => true,
  () => 0,
  () => -1,
  () => 1e21,
  () => 9e15 + 0.5,
  () => '',
  () => ' ',
  () => '\0',
  () => '\ud800',
  () => '__proto__',
  () => 'constructor',
  () => '../../../etc/passwd',
  () => '%00%ff%2e%2e',
  () => '\u202eabc\u2066',
  () => 'a\u0301'.repeat(3000),
  () => HUGE,
  () => "' or 1=1 --",
  () => '" NEAR( * OR ^',
  () => ({ toString: 'x', valueOf: null }),
  () => ({ length: 1e9 }),
  () => Array.from({ length: 3000 }, () => 0),
  (chance) => chance.bytes(20).toString('latin1'),
  (chance) => String(chance.below(1e9)),
  () => '1e0',
  () => 'https://user:pw@[::1]:99999/%zz?#',
  () => 'javascript:alert(1)',
];

/** Texts that have the right type, and so get further in. */
const ODD_TEXTS = ODD.filter((make) => typeof make(chanceOf(0)) === 'string') as ((
  chance: Chance,
) => string)[];

/** The shape kept, one value of it another of its own type. */
export function oddInside(value: unknown, chance: Chance): unknown {
  if (typeof value === 'string') return chance.one(ODD_TEXTS)(chance);
  if (typeof value === 'number') return chance.one([0, -1, 1, 2, 1e9, 2 ** 31, 2 ** 53 - 1]);
  if (typeof value !== 'object' || value === null) return value;
  const holder = { ...(value as Record<string, unknown>) };
  const key = chance.one(Object.keys(holder).filter((name) => name !== 'op'));
  holder[key] = oddInside(holder[key], chance);
  return holder;
}

/** A value in it replaced, taken out, doubled or put one deeper, up to three times. */
export function oddValue(value: unknown, chance: Chance): unknown {
  let odd = structuredClone(value);
  for (let times = 1 + chance.below(3); times > 0; times -= 1) odd = changedOnce(odd, chance);
  return odd;
}

function changedOnce(value: unknown, chance: Chance): unknown {
  const isHolder = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isHolder || chance.below(6) === 0) return chance.one(ODD)(chance);
  const holder = value as Record<string, unknown>;
  const key = chance.one(Object.keys(holder));
  switch (chance.below(6)) {
    case 0:
      delete holder[key];
      break;
    case 1:
      holder[chance.one(['role', 'status', 'seq', 'constructor', 'toString', key.toUpperCase()])] =
        chance.one(ODD)(chance);
      break;
    case 2:
      holder[key] = [holder[key]];
      break;
    default:
      holder[key] = changedOnce(holder[key], chance);
  }
  return holder;
}

/** The JSON of an odd value, sometimes no longer JSON at all. */
export function oddJson(value: unknown, chance: Chance): string {
  if (chance.below(2) === 0) return JSON.stringify(oddInside(value, chance));
  const text = JSON.stringify(oddValue(value, chance)) ?? 'undefined';
  switch (chance.below(12)) {
    case 0:
      return text.slice(0, chance.below(text.length));
    case 1:
      return `${text.slice(0, 1)}"__proto__":{"role":"manager"},${text.slice(1)}`;
    case 2:
      return `${text.slice(0, 1)}"op":"ping","op":"hello",${text.slice(1)}`;
    case 3:
      return '['.repeat(1 + chance.below(12_000));
    case 4:
      return '{"a":'.repeat(2000) + text + '}'.repeat(2000);
    case 5: {
      const at = chance.below(text.length);
      return (
        text.slice(0, at) +
        chance.one(['"', '\\', '}', ',', '\u0000', '\\u', '\ufeff', '1e999', '-']) +
        text.slice(at + 1)
      );
    }
    case 6:
      return chance.one([
        'null',
        'NaN',
        '',
        ' ',
        '"',
        '0',
        'true',
        '[[]]',
        '\ufeff{}',
        '-0',
        '1e999',
        '{"op":"__proto__"}',
      ]);
    default:
      return text;
  }
}
