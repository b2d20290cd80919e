import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'entraide-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('settings', () => {
  test.each([
    ['ENTRAIDE_PORT', 'http'],
    ['ENTRAIDE_PORT', '70000'],
    ['ENTRAIDE_PUBLIC_URL', '*'],
    ['ENTRAIDE_PUBLIC_URL', 'https://chat.example.com/path'],
    ['ENTRAIDE_PUBLIC_URL', 'javascript:alert(1)'],
    ['ENTRAIDE_SECRET', 'short'],
    ['ENTRAIDE_SECRET', 'changeme-changeme-changeme-changeme'],
    ['ENTRAIDE_SECRET', 'a'.repeat(64)],
    ['ENTRAIDE_TRUSTED_PROXIES', '10.0.0.0/8, everything'],
    ['ENTRAIDE_LOG_LEVEL', 'loud'],
    ['ENTRAIDE_MAIL_URL', 'http://mail'],
    ['ENTRAIDE_METRICS_PORT', 'all'],
    ['ENTRAIDE_METRICS_TOKEN', 'short'],
    ['ENTRAIDE_PROT', '4310'],
  ])('[SETUP1] %s=%s is refused by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  test('[SETUP2] without any setting the defaults are safe: loopback only, no proxy believed', () => {
    expect(readConfig({ PATH: '/bin' })).toMatchObject({
      host: '127.0.0.1',
      port: 4310,
      trustedProxies: [],
      mail: null,
      metrics: null,
    });
  });

  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['server/main.ts'], {
      cwd: root,
      encoding: 'utf8',
      timeout: 20_000,
      env: { ...process.env, ENTRAIDE_DATA: folder, ...env },
    });

  test('[SETUP3] a bad setting ends the process with one clear line and 78', () => {
    const { status, stderr } = run({ ENTRAIDE_SECRET: 'short' });
    expect(status).toBe(78);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('ENTRAIDE_SECRET');
  });

  test('[SETUP4] a folder that cannot be written ends it the same way', () => {
    writeFileSync(join(folder, 'file'), '');
    const { status, stderr } = run({ ENTRAIDE_DATA: join(folder, 'file/data') });
    expect(status).toBe(78);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('cannot be written');
  });

  test('[SETUP5] a taken port is one clear line', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    const { status, stderr } = run({ ENTRAIDE_PORT: String(port) });
    taken.close();
    expect(status).toBe(1);
    expect(stderr.trim()).toBe(
      `Port ${port} is taken. Stop what uses it, or choose another: ENTRAIDE_PORT, ENTRAIDE_SHOP_PORT.`,
    );
  });
});
