import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = import.meta.dirname;

test('[SPEC1] every rule has a test and every numbered test a rule', () => {
  const rules = new Set(
    [...readFileSync(join(root, 'SPEC.md'), 'utf8').matchAll(/^- \*\*([A-Z0-9-]+[a-z]?)\*\*/gm)].map(
      (m) => m[1],
    ),
  );
  const tested = new Set(
    testFiles().flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\[([A-Z][A-Z0-9-]*\d+[A-Za-z]?)\] /g)].map((m) => m[1]),
    ),
  );
  expect(rules.size).toBeGreaterThan(100);
  expect([...rules].filter((rule) => !tested.has(rule))).toEqual([]);
  expect([...tested].filter((rule) => !rules.has(rule))).toEqual([]);
});

function testFiles(): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/node_modules/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name));
}
