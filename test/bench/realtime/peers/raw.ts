/** `ws` as one would use it with care: each message one prepared frame's bytes, one `send` for each client. */
import { answerQuestions } from '../answering.ts';
import { startSocketServer } from './socket-server.ts';

const { clients, port } = await startSocketServer((data) => {
  for (const client of clients) client.send(data, { binary: false });
});
answerQuestions({ port }, {});
