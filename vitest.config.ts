import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], extra: object = {}) => ({
  extends: true as const,
  test: { name, include, ...extra },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', [
        'test/*.test.ts',
        'test/bench/*.test.ts',
        'test/moderation/**/*.test.ts',
        'test/db/**/*.test.ts',
        'test/web-components/**/*.test.ts',
      ]),
      project('server', ['test/server/**/*.test.ts'], { testTimeout: 20_000 }),
      project('rig', ['test/rig/**/*.test.ts'], {
        testTimeout: 120_000,
        fileParallelism: false,
        sequence: { groupOrder: 2 },
      }),
      // Servers in processes of their own, attacked hard: nothing else may run beside them.
      project('faults', ['test/faults/**/*.test.ts'], {
        testTimeout: 120_000,
        fileParallelism: false,
        sequence: { groupOrder: 3 },
      }),
      project('e2e', ['test/e2e/**/*.test.ts'], {
        testTimeout: 180_000,
        hookTimeout: 120_000,
        fileParallelism: false,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});
