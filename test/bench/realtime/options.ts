import { parseArgs } from 'node:util';

export const PARTS = [
  'fan-out',
  'latency',
  'durable',
  'connections',
  'idle',
  'storm',
  'queries',
  'experts',
  'import',
] as const;
export type Part = (typeof PARTS)[number];

export type Options = {
  /** The one part to run; null = all of them. */
  only: Part | null;
  /** Fewer rounds, shorter: a look, not a measurement. */
  quick: boolean;
  /** Instead of the rounds there are; null = those. */
  rounds: number | null;
  /** Prints the bars and fails when one is missed. */
  check: boolean;
  /** Where to keep tables and figures. */
  json: string | null;
};

/** What the command line asks for. @throws Error that names the parts there are */
export function optionsOf(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      json: { type: 'string' },
      rounds: { type: 'string' },
    },
  });
  const { only, json = null, quick, check } = values;
  const rounds = values.rounds === undefined ? null : Number(values.rounds);
  if (rounds !== null && !(Number.isInteger(rounds) && rounds > 0))
    throw new Error(`--rounds ${values.rounds}: a number of rounds, such as 3`);
  const part = PARTS.find((known) => known === only) ?? null;
  if (only !== undefined && part === null)
    throw new Error(`--only ${only}: choose one of ${PARTS.join(', ')}`);
  return { only: part, quick, rounds, check, json };
}

/** How much is measured. */
export type Effort = {
  rounds: number;
  seconds: number;
  /** Connections. */
  sizes: number[];
  idleSeconds: number;
  /** Clients that are cut off at once. */
  storm: number;
  /** In the database that is read from. */
  messages: number;
  /** Experts who are connected while questions are asked, for so many seconds. */
  experts: { people: number; seconds: number };
  /** On the list that is imported. */
  people: number;
};

export const FULL: Effort = {
  rounds: 5,
  seconds: 3,
  sizes: [100, 1000, 5000],
  idleSeconds: 30,
  storm: 5000,
  messages: 1_000_000,
  experts: { people: 1000, seconds: 60 },
  people: 20_000,
};
export const QUICK: Effort = {
  rounds: 1,
  seconds: 1,
  sizes: [100, 1000],
  idleSeconds: 5,
  storm: 500,
  messages: 20_000,
  experts: { people: 100, seconds: 15 },
  people: 2_000,
};
