/** The operator's command line: `npm run entraide -- COMMAND`. Everything it does is in `commands.ts`. */
import { keepCompiled } from './compile-cache.ts';

keepCompiled();
const { runCommand } = await import('./commands.ts');
await runCommand(process.argv.slice(2), process.env);
