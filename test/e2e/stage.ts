/** The stage of a story: the real server and shop in a process of their own, and real browsers before them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { startForwardProxy } from './forward-proxy.ts';

const root = resolve(import.meta.dirname, '../..');
const pictures = join(root, 'test/e2e/screenshots');

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** @param settings of the server (ENTRAIDE_…) */
export async function openStage(settings: Record<string, string> = {}) {
  mkdirSync(pictures, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'entraide-e2e-'));
  const [port, shopPort] = [await freePort(), await freePort()];
  let demo = await startDemo({ folder, port, shopPort, settings });
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const proxies: Proxy[] = [];
  let shots = 0;
  return {
    shop: `http://localhost:${shopPort}`,
    chat: `http://localhost:${port}`,
    port,
    /** Where the server keeps its data. */
    folder,
    links: demo.links,
    browser,
    /** A browser of one's own; with an address, its connections come from there. */
    async visitor(options: BrowserContextOptions = {}, address?: string): Promise<Page> {
      const proxy = address ? await startForwardProxy(address) : null;
      return await newPage(browser, options, proxy, proxies);
    },
    /** A browser on a network that lets no WebSocket through. */
    async behindProxy(address: string): Promise<Page> {
      return await newPage(browser, {}, await startForwardProxy(address, { refusesTunnels: true }), proxies);
    },
    /** Stops the server as an operator does, and starts it again on the same data. */
    async restart(): Promise<void> {
      await stop(demo.child);
      demo = await startDemo({ folder, port, shopPort, settings });
    },
    async shot(page: Page, name: string): Promise<void> {
      shots += 1;
      await page.screenshot({ path: join(pictures, `${String(shots).padStart(2, '0')}-${name}.png`) });
    },
    async close(): Promise<void> {
      await browser.close();
      for (const proxy of proxies) proxy.close();
      await stop(demo.child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

type Proxy = Awaited<ReturnType<typeof startForwardProxy>>;

async function newPage(
  browser: Browser,
  options: BrowserContextOptions,
  proxy: Proxy | null,
  proxies: Proxy[],
): Promise<Page> {
  if (proxy) proxies.push(proxy);
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    // Chromium would go round a proxy for loopback addresses.
    ...(proxy ? { proxy: { server: `http://127.0.0.1:${proxy.port}`, bypass: '<-loopback>' } } : {}),
    ...options,
  });
  context.setDefaultTimeout(15_000);
  return await context.newPage();
}

type Links = { office: string; expert: string; moderator: string };

/** Runs what `npm start` runs and reads the links it prints. */
async function startDemo(options: {
  folder: string;
  port: number;
  shopPort: number;
  settings: Record<string, string>;
}) {
  const child: ChildProcess = spawn(process.execPath, ['server/cli.ts', 'demo'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...options.settings,
      LANG: 'fr_FR.UTF-8',
      LC_ALL: '',
      ENTRAIDE_DATA: options.folder,
      ENTRAIDE_PORT: String(options.port),
      ENTRAIDE_SHOP_PORT: String(options.shopPort),
    },
  });
  let printed = '';
  const links = await new Promise<Links>((done, failed) => {
    child.once('exit', (code) => failed(new Error(`the demo stopped with ${code}: ${printed}`)));
    child.stdout?.on('data', (data) => {
      printed += data;
      if (!printed.includes('Ctrl-C')) return;
      const joins = [...printed.matchAll(/\S+\/join\/\S+/g)].map(([link]) => link);
      const office = /\S+\/sign-in\/\S+/.exec(printed)?.[0];
      if (office && joins[0] && joins[1]) done({ office, expert: joins[0], moderator: joins[1] });
      else failed(new Error(`links are missing: ${printed}`));
    });
  });
  return { child, links };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
