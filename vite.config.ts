import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, 'web-components');

/** Three things for the browser: the embed, in one file of its own; the chat; the back office. */
export default defineConfig({
  root,
  base: '/static/',
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
        })
          .map(([name, file]) => [name, join(root, file)])
          .filter(([, file]) => existsSync(file!)),
      ),
      output: {
        entryFileNames: (chunk) => (chunk.name === 'embed' ? 'embed.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
      preserveEntrySignatures: 'allow-extension',
    },
  },
});
