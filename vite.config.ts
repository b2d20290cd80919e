import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, 'web-components');

/** Templates are text to the minifier: indentation, and what style sheets have for people, goes here. */
const compactTemplates = {
  name: 'compact-templates',
  apply: 'build' as const,
  transform: (code: string, id: string) =>
    id.endsWith('.ts') && /(css|html)`/.test(code)
      ? code.replace(/css`[^`]*`/g, compactStyles).replace(/\n +/g, '\n')
      : null,
};

const compactStyles = (sheet: string): string =>
  sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?|(:) /g, '$1$2')
    .replaceAll(';}', '}');

/** What is loaded later has no style sheet of its own, so that loading it is nothing but an import. */
const plainImports = {
  name: 'plain-imports',
  apply: 'build' as const,
  configResolved({ plugins }: { plugins: readonly Plugin[] }) {
    const wrapping = plugins.find(({ name }) => name === 'native:import-analysis-build');
    if (!wrapping) throw new Error('vite.config.ts: Vite wraps imports elsewhere now; look where.');
    wrapping.applyToEnvironment = () => false;
  },
};

/** Pages of ours and of shops know these by name; each is one file. */
const AT_ONE_ADDRESS = new Set(['embed', 'notify', 'sw']);

const OPEN_CHAT = join(root, 'chat/entraide-chat.ts');

type Modules = { getModuleInfo(id: string): { importedIds: string[] } | null };

/** What an open chat is made of stays one file, whichever other page of ours uses a part of it. */
function inOpenChat(id: string, modules: Modules): string | null {
  return id.startsWith(root) && importedBy(OPEN_CHAT, modules).has(id) ? 'chat' : null;
}

function importedBy(id: string, modules: Modules, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) importedBy(imported, modules, found);
  return found;
}

/** For the browser: the embed; the chat; the back office; the account's pages; those of waiting questions and of notifications, each with its worker. */
export default defineConfig({
  root,
  base: '/static/',
  plugins: [compactTemplates, plainImports],
  build: {
    outDir: join(root, 'dist'),
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    // The chat runs on the shop's origin: what it imports must be found beside it, not on that page's server.
    modulePreload: false,
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries({
          embed: 'embed.ts',
          'entraide-chat': 'chat/entraide-chat.ts',
          'back-office': 'back-office/index.html',
          notify: 'notify/device-page.ts',
          sw: 'notify/service-worker.ts',
          account: 'account/account.ts',
          questions: 'questions/questions-page.ts',
          'questions-worker': 'questions/worker.ts',
        })
          .map(([name, file]) => [name, join(root, file)])
          .filter(([, file]) => existsSync(file!)),
      ),
      output: {
        entryFileNames: ({ name }) => (AT_ONE_ADDRESS.has(name) ? `${name}.js` : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [{ name: inOpenChat, debugName: 'chat', includeDependenciesRecursively: false }],
        },
      },
      preserveEntrySignatures: 'allow-extension',
    },
  },
});
