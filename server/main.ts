/** The server's process, for production. Everything it does is in `process.ts`. */
import { keepCompiled } from './compile-cache.ts';

keepCompiled();
const { runServer } = await import('./process.ts');
await runServer(process.env);
