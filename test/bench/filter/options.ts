import { parseArgs } from 'node:util';

export type Options = {
  /** A folder of texts; the bench's own small set when null. */
  corpus: string | null;
  /** The part or the filter to keep: a part's name, or `ours` for no peers. */
  only: string | null;
  /** Fewer rounds and samples: a look, not a measurement. */
  quick: boolean;
  /** Prints the bars and fails when one is missed. */
  check: boolean;
  /** Prints each text ours got wrong. */
  misses: boolean;
  /** Where to keep the tables. */
  json: string | null;
};

export const PARTS = [
  'evasions',
  'innocents',
  'links',
  'contacts',
  'comments',
  'semantics',
  'speed',
  'compile',
  'hostile',
] as const;

export type Part = (typeof PARTS)[number];

/** What the command line asks for; a word it does not know is an error that names the words it does. */
export function optionsOf(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      corpus: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const { corpus = null, only = null, json = null, quick, check, misses } = values;
  if (only !== null && !['ours', ...PARTS].some((known) => known === only))
    throw new Error(`--only ${only}: choose ours or one of ${PARTS.join(', ')}`);
  return { corpus, only, quick, check, misses, json };
}

/** Whether this part is asked for. */
export function wants({ only }: Options, part: Part): boolean {
  return only === null || only === 'ours' || only === part;
}
