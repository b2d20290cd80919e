import type { Library, Rules } from './library.ts';

const USUAL: Rules = {
  personalData: true,
  orderNumber: null,
  repetition: true,
  pace: true,
  newcomerHeld: 0,
  newcomerLinks: true,
  shouting: true,
};

/** Every rule of a library: what it says itself, the usual for the rest. */
export function rulesOf(library: Library): Rules {
  return { ...USUAL, ...library.rules };
}
