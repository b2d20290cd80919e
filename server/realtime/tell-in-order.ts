import type { AppContext } from '../context.ts';
import type { BrokerMessage } from './broker.ts';
import type { Teller } from './tell.ts';

/**
 * Tells what is published one burst after the other, so that what happened first is told first. What is
 * published in one turn of the loop, as by one commit of many messages, or while others are told, is one burst.
 */
export function tellInOrder(ctx: AppContext, teller: Teller): { settled(): Promise<void> } {
  let told: Promise<void> = Promise.resolve();
  let gathering: BrokerMessage[] | null = null;
  let timer: NodeJS.Timeout | undefined;

  function afterwards(work: () => Promise<void>): Promise<void> {
    told = told
      .then(work)
      .catch((error) => ctx.log.error({ err: error }, 'telling failed'))
      .then(comeBack);
    return told;
  }

  /** When something was put off, sees to it in time: what is due first may have come last. */
  function comeBack(): void {
    const delay = teller.nextIn();
    clearTimeout(timer);
    if (delay === null) return;
    timer = setTimeout(() => void afterwards(() => teller.tellDue('alone')), delay);
    timer.unref();
  }

  ctx.broker.subscribe((message) => {
    if (gathering) {
      gathering.push(message);
      return;
    }
    const burst = [message];
    gathering = burst;
    void afterwards(async () => {
      await restOfThisTurn();
      gathering = null;
      await teller.tell(burst);
    });
  });

  return { settled: () => afterwards(() => teller.tellDue('all')) };
}

/** Past all that promises settled together lead to. */
function restOfThisTurn(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
