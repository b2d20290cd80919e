/** What can be seen through to find a term or a link, said in a few words. */
export const DISGUISES = [
  'unusual letters',
  'lookalike letters',
  'styled letters',
  'full-width letters',
  'invisible characters',
  'digits or symbols for letters',
  'repeated letters',
  'separated letters',
  'masked letters',
  'reversed',
  'misspelt',
  'spelt as it sounds',
  'split word',
  'glued to other words',
  'spelt-out dots',
  'broken dots',
  'spaced letters',
  'encoded',
  'numeric address',
  'redirect',
  'user information',
] as const;

export type Disguise = (typeof DISGUISES)[number];
