/** The server's process, for production. Everything it does is in `process.ts`. */
import { runServer } from './process.ts';

await runServer(process.env);
