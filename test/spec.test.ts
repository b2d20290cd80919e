import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = import.meta.dirname;

test('[SPEC1] every rule has a test and every numbered test a rule', () => {
  const rules = new Set(numbers());
  const tested = new Set(
    testFiles().flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\[([A-Z][A-Z0-9-]*\d+[A-Za-z]?)\] /g)].map((m) => m[1]),
    ),
  );
  expect(rules.size).toBeGreaterThan(100);
  expect([...rules].filter((rule) => !tested.has(rule))).toEqual([]);
  expect([...tested].filter((rule) => !rules.has(rule))).toEqual([]);
});

test('[SPEC2] no two rules have one number', () => {
  expect(numbers().filter((number, i, all) => all.indexOf(number) < i)).toEqual([]);
});

function numbers(): (string | undefined)[] {
  const rules = readFileSync(join(root, 'SPEC.md'), 'utf8').matchAll(/^- \*\*([A-Z0-9-]+[a-z]?)\*\*/gm);
  return [...rules].map(([, number]) => number);
}

function testFiles(): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/node_modules/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name));
}
