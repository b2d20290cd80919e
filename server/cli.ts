/** The operator's command line: `npm run entraide -- COMMAND`. */
import { createManager } from './actions/create-manager.ts';
import { signInAddress } from './actions/create-sign-in-link.ts';
import { createSite } from './actions/create-site.ts';
import { backupCommand, restoreCommand, verifyCommand } from './backup/commands.ts';
import { readConfig } from './config.ts';
import type { AppContext } from './context.ts';
import { runDemo } from './demo.ts';
import { Refusal } from './errors.ts';
import { createLog } from './log.ts';
import { orExplain, runServer, usable } from './process.ts';
import { closeContext, createContext } from './start.ts';

const HELP = `npm run entraide -- COMMAND

  demo                               the server, a demo shop and a seeded community
  start                              the server alone
  create-site ID NAME ORIGIN…        a new site, for the pages of these origins
  create-manager SITE EMAIL [NAME]   a community manager; prints a sign-in link
  sign-in-link EMAIL                 a single-use sign-in link for a member
  migrate                            brings the database to this version
  backup FILE                        copies the database to a new file, while the server runs or not
  restore FILE                       puts a backup in the place of the database, which is kept aside
  verify FILE                        reads a backup through and says whether it is whole
  help                               this text

Settings are in the environment: see README.md.`;

const [command = 'help', ...args] = process.argv.slice(2);

await orExplain(async () => {
  switch (command) {
    case 'demo':
      return await runDemo(process.env);
    case 'start':
      return await runServer(process.env);
    case 'create-site':
      return await withDatabase(async (ctx) => {
        const [id, name, ...origins] = args;
        if (!id || !name) return usage('create-site ID NAME ORIGIN…');
        await createSite(ctx, { id, name, origins });
        console.log(`Site ${id} created.`);
      });
    case 'create-manager':
      return await withDatabase(async (ctx) => {
        const [siteId, email, name = email?.split('@')[0]] = args;
        if (!siteId || !email?.includes('@') || !name) return usage('create-manager SITE EMAIL [NAME]');
        console.log(await createManager(ctx, { siteId, email, name }));
      });
    case 'sign-in-link':
      return await withDatabase(async (ctx) => {
        const accountId = args[0] ? await ctx.signIn.accountIdByEmail(args[0]) : null;
        if (!accountId) return usage('sign-in-link EMAIL (of a member)');
        console.log(signInAddress(ctx, await ctx.signIn.issueLink(accountId, 'back-office')));
      });
    case 'migrate':
      return await withDatabase(async () => console.log('The database is at this version.'));
    case 'backup':
      return args[0] ? await backupCommand(readConfig(process.env), args[0]) : usage('backup FILE');
    case 'restore':
      return args[0] ? await restoreCommand(usable(readConfig(process.env)), args[0]) : usage('restore FILE');
    case 'verify':
      return args[0] ? verifyCommand(args[0]) : usage('verify FILE');
    case 'help':
      return console.log(HELP);
    default:
      return usage(`no command “${command}”\n\n${HELP}`);
  }
});

async function withDatabase(work: (ctx: AppContext) => Promise<void>): Promise<void> {
  const config = usable(readConfig(process.env));
  const ctx = await createContext(config, createLog('warn'), command);
  try {
    await work(ctx);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    usage(error.message);
  } finally {
    await closeContext(ctx);
  }
}

function usage(line: string): void {
  console.error(line);
  process.exitCode = 2;
}
