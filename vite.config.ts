import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, 'web-components');

/** Templates are text to the minifier: indentation, and the white space of style sheets, goes here. */
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
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?|(:) /g, '$1$2')
    .replaceAll(';}', '}');

/** What is loaded later has no style sheet of its own, so that loading it is nothing but an import. */
const plainImports = {
  name: 'plain-imports',
  apply: 'build' as const,
  enforce: 'pre' as const,
  load: (id: string) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
};

/** Pages of ours and of shops know these by name; each is one file. */
const AT_ONE_ADDRESS = new Set(['embed', 'notify', 'sw']);

/** For the browser: the embed; the chat; the back office; the page that asks for notifications, and its worker. */
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
        })
          .map(([name, file]) => [name, join(root, file)])
          .filter(([, file]) => existsSync(file!)),
      ),
      output: {
        entryFileNames: ({ name }) => (AT_ONE_ADDRESS.has(name) ? `${name}.js` : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
      preserveEntrySignatures: 'allow-extension',
    },
  },
});
