import { readConfig } from './config.ts';
import type { AppContext } from './context.ts';
import { orExplain, usable } from './explain.ts';

const HELP = `npm run entraide -- COMMAND

  demo                               the server, a demo shop and a seeded community
  start                              the server alone
  create-site ID NAME ORIGIN…        a new site, for the pages of these origins
  create-manager SITE EMAIL [NAME]   a community manager; prints a sign-in link
  sign-in-link EMAIL                 a single-use sign-in link for a member
  one-time-codes-off EMAIL           for a member who has lost the device that shows them
  migrate                            brings the database to this version
  backup FILE                        copies the database to a new file, while the server runs or not
  restore FILE                       puts a backup in the place of the database, which is kept aside
  verify FILE                        reads a backup through and says whether it is whole
  help                               this text

Settings are in the environment: see README.md.`;

type Command = (args: string[], env: NodeJS.ProcessEnv) => Promise<void> | void;

/** Each loads what it needs: a backup does not wait for the server's code. */
const COMMANDS: Record<string, Command> = {
  demo: async (_, env) => (await import('./demo.ts')).runDemo(env),
  start: async (_, env) => (await import('./process.ts')).runServer(env),
  'create-site': (args, env) =>
    withDatabase('create-site', env, async (ctx) => {
      const [id, name, ...origins] = args;
      if (!id || !name) return usage('create-site ID NAME ORIGIN…');
      const { createSite } = await import('./actions/create-site.ts');
      await createSite(ctx, { id, name, origins });
      console.log(`Site ${id} created.`);
    }),
  'create-manager': (args, env) =>
    withDatabase('create-manager', env, async (ctx) => {
      const [siteId, email, name = email?.split('@')[0]] = args;
      if (!siteId || !email?.includes('@') || !name) return usage('create-manager SITE EMAIL [NAME]');
      const { createManager } = await import('./actions/create-manager.ts');
      console.log(await createManager(ctx, { siteId, email, name }));
    }),
  'sign-in-link': (args, env) =>
    withDatabase('sign-in-link', env, async (ctx) => {
      const accountId = args[0] ? await ctx.signIn.accountIdByEmail(args[0]) : null;
      if (!accountId) return usage('sign-in-link EMAIL (of a member)');
      const { signInAddress } = await import('./actions/create-sign-in-link.ts');
      console.log(signInAddress(ctx, await ctx.signIn.issueLink(accountId, 'back-office')));
    }),
  'one-time-codes-off': (args, env) =>
    withDatabase('one-time-codes-off', env, async (ctx) => {
      const accountId = args[0] ? await ctx.signIn.accountIdByEmail(args[0]) : null;
      if (!accountId) return usage('one-time-codes-off EMAIL (of a member)');
      const { switchCodesOffByOperator } = await import('./actions/switch-one-time-codes.ts');
      await switchCodesOffByOperator(ctx, accountId);
      console.log(`${args[0]} signs in without a one-time code.`);
    }),
  migrate: (_, env) =>
    withDatabase('migrate', env, async () => console.log('The database is at this version.')),
  backup: async ([file], env) => {
    if (!file) return usage('backup FILE');
    await (await import('./backup/commands.ts')).backupCommand(readConfig(env), file);
  },
  restore: async ([file], env) => {
    if (!file) return usage('restore FILE');
    await (await import('./backup/commands.ts')).restoreCommand(usable(readConfig(env)), file);
  },
  verify: async ([file]) => {
    if (!file) return usage('verify FILE');
    (await import('./backup/commands.ts')).verifyCommand(file);
  },
  help: () => console.log(HELP),
};

export async function runCommand([name = 'help', ...args]: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return usage(`no command “${name}”\n\n${HELP}`);
  await orExplain(async () => command(args, env));
}

async function withDatabase(
  command: string,
  env: NodeJS.ProcessEnv,
  work: (ctx: AppContext) => Promise<void>,
): Promise<void> {
  const config = usable(readConfig(env));
  const { createLog } = await import('./log.ts');
  const { closeContext, createContext } = await import('./start.ts');
  const { Refusal } = await import('./errors.ts');
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
