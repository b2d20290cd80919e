/** `ws` as most first versions use it: the message parsed, and serialised again for each client. */
import { answerQuestions } from '../answering.ts';
import { startSocketServer } from './socket-server.ts';

const { clients, port } = await startSocketServer((data) => {
  const message: unknown = JSON.parse(data.toString());
  for (const client of clients) client.send(JSON.stringify(message));
});
answerQuestions({ port }, {});
