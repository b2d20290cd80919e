import { atEndOfTurn } from '../end-of-turn.ts';
import { LIMITS } from '../limits.ts';

/** Things done for very many, so many of them in a turn of the loop that nobody else waits long, nor they. */
export type Rounds = {
  /** @param done after the last of them, also where it failed for some and the rest were left out */
  begin<One>(those: ReadonlySet<One>, work: (some: One[]) => void, done: () => void): void;
  /** What can wait: behind all the others, but for a slice after each of them. */
  beginLast<One>(those: ReadonlySet<One>, work: (some: One[]) => void): void;
  /** Whether these are being gone through, or will be. */
  isUnderWay(those: ReadonlySet<unknown>): boolean;
  readonly isEmpty: boolean;
  /** Resolves when none is left of those begun so far, nor of what they lead to. */
  ended(): Promise<void>;
};

type Round = {
  those: ReadonlySet<unknown>;
  /** @returns whether there may be more */
  goOn: () => boolean;
  done: () => void;
};

/** @param failed is told what was thrown */
export function createRounds(
  failed: (error: unknown) => void,
  now: () => number = () => performance.now(),
): Rounds {
  const rounds: Round[] = [];
  const last: Round[] = [];
  let waiting: (() => void)[] = [];
  let isLastsTurn = false;
  let isAskedFor = false;
  /** When everybody else's time began. */
  let left = 0;

  const isEmpty = () => rounds.length === 0 && last.length === 0;

  function askForTurn(): void {
    if (isAskedFor) return;
    isAskedFor = true;
    left = now();
    atEndOfTurn('bulk', turn);
  }

  function turn(): void {
    const { share, mostMs } = LIMITS.bulk;
    const began = now();
    const until = began + Math.min(mostMs, share * (began - left));
    do slice();
    while (!isEmpty() && now() < until);
    isAskedFor = false;
    if (isEmpty()) sayEnded();
    else askForTurn();
  }

  function slice(): void {
    const some = last.length > 0 && (isLastsTurn || rounds.length === 0) ? last : rounds;
    isLastsTurn = false;
    if (some[0] && !goesOn(some[0])) {
      isLastsTurn = some === rounds;
      end(some.shift()!);
    }
  }

  function sayEnded(): void {
    const ended = waiting;
    waiting = [];
    for (const resolve of ended) resolve();
  }

  function goesOn({ goOn }: Round): boolean {
    try {
      return goOn();
    } catch (error) {
      failed(error);
      return false;
    }
  }

  function end({ done }: Round): void {
    try {
      done();
    } catch (error) {
      failed(error);
    }
  }

  function put(some: Round[], round: Round): void {
    some.push(round);
    askForTurn();
  }

  return {
    begin: (those, work, done) => put(rounds, { those, goOn: inSlices(those, work), done }),
    beginLast: (those, work) => put(last, { those, goOn: inSlices(those, work), done: () => {} }),
    isUnderWay: (those) => rounds.some((round) => round.those === those),
    get isEmpty() {
      return isEmpty();
    },
    ended: () => (isEmpty() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}

/** Who joins while it goes on comes last, who leaves is left out. */
function inSlices<One>(those: ReadonlySet<One>, work: (some: One[]) => void): () => boolean {
  const each = those.values();
  return () => {
    const some: One[] = [];
    while (some.length < LIMITS.bulk.slice) {
      const next = each.next();
      if (next.done) break;
      some.push(next.value);
    }
    work(some);
    return some.length === LIMITS.bulk.slice;
  };
}
