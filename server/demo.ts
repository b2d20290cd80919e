/** The demo: the server, the shop on another origin, and links for everybody, with one command. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transaction } from '../db/database.ts';
import { revokeOperatorInvitations } from '../db/invitations.ts';
import { DEMO_SITE, seedDemo } from '../db/seed.ts';
import { findSite, updateSite } from '../db/sites.ts';
import { starterTerms } from '../moderation/index.ts';
import { createManager } from './actions/create-manager.ts';
import { createInvitation } from './actions/invite-person.ts';
import { readConfig } from './config.ts';
import type { AppContext } from './context.ts';
import { startDemoShop } from './demo-shop.ts';
import { usable } from './explain.ts';
import { createLog } from './log.ts';
import { stopOnSignal } from './process.ts';
import { startServer } from './start.ts';

const ROOT = resolve(import.meta.dirname, '..');
const DIST = join(ROOT, 'web-components/dist/.vite/manifest.json');

export async function runDemo(env: NodeJS.ProcessEnv): Promise<void> {
  const config = usable(readConfig(env));
  buildComponents({ ...env, NODE_ENV: 'production' });
  const log = createLog(env.ENTRAIDE_LOG_LEVEL ? config.logLevel : 'warn');
  const server = await startServer({ config, log, command: 'demo' });
  const shopOrigin = `http://localhost:${config.shopPort}`;
  const shop = await startDemoShop({
    host: config.host,
    port: config.shopPort,
    chatOrigin: config.publicUrl,
  }).catch(async (error) => {
    await server.close();
    throw error;
  });
  const { ctx } = server;
  const terms = [...starterTerms('fr'), ...starterTerms('en')];
  await seedDemo(ctx.db, { now: ctx.clock.now(), id: ctx.random.id, shopOrigin, terms });
  await allowOrigin(ctx, shopOrigin);
  console.log(await welcome(ctx, { shopOrigin, french: /^fr/i.test(env.LC_ALL || env.LANG || '') }));
  stopOnSignal(async () => {
    shop.close();
    shop.closeAllConnections();
    await server.close();
  });
}

/** Builds what the browser loads, when its sources are newer than the last build. */
function buildComponents(env: NodeJS.ProcessEnv): void {
  if (existsSync(DIST) && newest(join(ROOT, 'web-components')) <= statSync(DIST).mtimeMs) return;
  console.error('Building the components…');
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const build = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  });
  if (build.status !== 0) throw new Error('The components could not be built: see the lines above.');
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(join(folder, 'dist')))
    .reduce((time, entry) => Math.max(time, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

/** The shop's port may have changed since the last start. */
async function allowOrigin(ctx: AppContext, origin: string): Promise<void> {
  const site = await findSite(ctx.db, DEMO_SITE);
  const origins = JSON.parse(site?.allowed_origins ?? '[]') as string[];
  if (origins.includes(origin)) return;
  await transaction(ctx.db, (tx) =>
    updateSite(tx, DEMO_SITE, { allowed_origins: JSON.stringify([...origins, origin]) }),
  );
}

type Welcome = { shopOrigin: string; french: boolean };

async function welcome(ctx: AppContext, { shopOrigin, french }: Welcome): Promise<string> {
  const site = await findSite(ctx.db, DEMO_SITE);
  if (!site) throw new Error('the demo site is missing');
  const office = await createManager(ctx, { siteId: site.id, email: 'lea@sentier.example', name: 'Léa' });
  await transaction(ctx.db, (tx) => revokeOperatorInvitations(tx, site.id, ctx.clock.now()));
  const expert = await createInvitation(ctx, site, { role: 'expert', email: null, name: null }, null);
  const moderator = await createInvitation(ctx, site, { role: 'moderator', email: null, name: null }, null);
  const rows: [string, string][] = french
    ? [
        ['La boutique', `${shopOrigin}/chaussures/crete-gtx`],
        ['Le back office', `${office}  (une fois, 15 min)`],
        ['Inviter un expert', expert.link],
        ['Inviter un modérateur', moderator.link],
        ['Les données', ctx.config.dataFolder],
        ['Arrêter', 'Ctrl-C'],
      ]
    : [
        ['The shop', `${shopOrigin}/chaussures/crete-gtx`],
        ['The back office', `${office}  (once, 15 min)`],
        ['Invite an expert', expert.link],
        ['Invite a moderator', moderator.link],
        ['The data', ctx.config.dataFolder],
        ['To stop', 'Ctrl-C'],
      ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const title = french ? 'Entraide est prête.' : 'Entraide is ready.';
  return [
    '',
    `  ${title}`,
    '',
    ...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    '',
  ].join('\n');
}
