import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BUDGET, measure, sum } from '../size.ts';

const dist = mkdtempSync(join(tmpdir(), 'entraide-size-'));

describe('weight', () => {
  beforeAll(() => {
    // A process of its own: what is built inside a test runner is not what is shipped.
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', dist], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: 'ignore',
    });
    return () => rmSync(dist, { recursive: true });
  }, 60_000);

  test('[SIZE1] the embed, all there is on a page without chat, stays within its budget', () => {
    expect(measure(dist).embed.bytes).toBeLessThanOrEqual(BUDGET.embed);
  });

  test('[SIZE2] an open chat, in its heavier language, stays within its budget', () => {
    expect(sum(measure(dist).openChat)).toBeLessThanOrEqual(BUDGET.openChat);
  });

  test('[SIZE3] the embed is one file of its own', () => {
    expect(readFileSync(join(dist, 'embed.js'), 'utf8')).not.toMatch(/from\s*["']|import\s*["']/);
  });

  test('[SIZE4] nothing a shopper downloads carries the validation library', () => {
    const { openChat, conversation } = measure(dist);
    for (const { name } of [...openChat, ...conversation]) {
      expect(readFileSync(join(dist, name), 'utf8')).not.toMatch(/zod|invalid_type/i);
    }
  });
});
