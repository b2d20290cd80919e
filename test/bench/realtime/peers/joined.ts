/**
 * The ceiling: each message framed once, all frames of one turn of the event loop joined once, one write for
 * each client. Nobody is asked, nothing is judged or stored.
 */
import { answerQuestions } from '../answering.ts';
import { serverFrame } from '../wire.ts';
import { startSocketServer } from './socket-server.ts';

let due: Buffer[] = [];

const { sockets, port } = await startSocketServer((data) => {
  if (due.length === 0) setImmediate(flush);
  due.push(serverFrame(data));
});
answerQuestions({ port }, {});

function flush(): void {
  const joined = Buffer.concat(due);
  due = [];
  for (const socket of sockets) socket.write(joined);
}
