/** A load generator: opens connections, writes, counts. Asked over IPC by the bench. */
import { answerQuestions } from './answering.ts';
import { createCrowd, type Opening } from './crowd.ts';
import { type Publishing, publish } from './publish.ts';

const crowd = createCrowd();
// As the browser's client does.
crowd.keepPinging(25_000);

answerQuestions(null, {
  open: async (opening: Opening) => await crowd.open(opening),
  publish: async (publishing: Publishing) => await publish(crowd, publishing),
  failure: () => crowd.failure(),
  close: () => crowd.close(),
});
