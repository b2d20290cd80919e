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

/** All of them off: what is left does what a list of words and links does. */
export const NO_RULES: Rules = {
  personalData: false,
  orderNumber: null,
  repetition: false,
  pace: false,
  newcomerHeld: 0,
  newcomerLinks: false,
  shouting: false,
};
