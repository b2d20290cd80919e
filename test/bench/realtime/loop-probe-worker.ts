import { parentPort } from 'node:worker_threads';

const never = new Int32Array(new SharedArrayBuffer(4));
for (;;) {
  // Not a steady beat, which might fall in with what it measures.
  Atomics.wait(never, 0, 0, 0.5 + Math.random());
  parentPort?.postMessage(Number(process.hrtime.bigint()) / 1000);
}
