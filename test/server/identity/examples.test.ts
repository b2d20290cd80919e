import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IdentifyAnswer } from '../../../server/protocol/identity.ts';
import { startTestServer, type TestServer } from '../harness.ts';
import { identify, newSecret } from './shop.ts';

const GUIDE = readFileSync(join(import.meta.dirname, '../../../docs/signed-identity.md'), 'utf8');
const LANGUAGES = [
  { fence: 'js node', file: 'example.mjs', command: process.execPath },
  { fence: 'php', file: 'example.php', command: 'php' },
  { fence: 'python', file: 'example.py', command: 'python3' },
];

let server: TestServer;
let secret: string;
const folder = mkdtempSync(join(tmpdir(), 'entraide-examples-'));
beforeAll(async () => {
  server = await startTestServer();
  secret = (await newSecret(await server.person('manager'))).text;
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe('the examples of the guide', () => {
  for (const { fence, file, command } of LANGUAGES) {
    const isHere = spawnSync(command, ['--version']).status === 0;
    test.skipIf(!isHere)(
      `[IDENT13] ${command} signs what the server takes${isHere ? '' : ` (no ${command} on this machine)`}`,
      async () => {
        const example = new RegExp(`\`\`\`${fence}\n([\\s\\S]*?)\`\`\``).exec(GUIDE)?.[1] ?? '';
        writeFileSync(join(folder, file), example);
        const env = { PATH: process.env.PATH, ENTRAIDE_IDENTITY_SECRET: secret };
        const run = spawnSync(command, [join(folder, file)], { env, encoding: 'utf8' });
        expect(run.stderr).toBe('');
        const answer = await identify(await server.person(), run.stdout.trim());
        expect(answer.status).toBe(200);
        expect(((await answer.json()) as IdentifyAnswer).me).toMatchObject({
          name: 'Inès Faure',
          role: 'visitor',
        });
      },
    );
  }
});
