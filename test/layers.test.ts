import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Who may import whom among our own folders. The longest matching folder decides. A new edge is a decision. */
const MAY_IMPORT: Record<string, string[]> = {
  moderation: ['moderation'],
  db: ['db'],
  'server/protocol/frames.ts': [],
  'server/protocol/back-office.ts': ['server/protocol/frames.ts'],
  'server/protocol/joining.ts': [],
  'server/protocol/identity.ts': ['server/protocol/frames.ts'],
  'server/protocol/promotion.ts': ['server/protocol/frames.ts'],
  'server/protocol/invitations.ts': ['server/protocol/frames.ts', 'server/protocol/back-office.ts'],
  'server/protocol/library.ts': ['server/protocol/frames.ts', 'server/protocol/back-office.ts'],
  'server/protocol/recognition.ts': ['server/protocol/frames.ts', 'server/protocol/back-office.ts'],
  'server/protocol/exchange.ts': [],
  'server/protocol/moderators.ts': ['server/protocol/frames.ts', 'server/protocol/back-office.ts'],
  'server/protocol/waiting.ts': ['server/protocol/frames.ts'],
  'server/protocol/widget.ts': ['server/protocol/frames.ts'],
  'server/quiet-hours.ts': [],
  'server/told-of-questions.ts': ['db', 'server/protocol', 'server/quiet-hours.ts'],
  'server/protocol': ['server/protocol', 'server/limits.ts'],
  'server/limits.ts': [],
  'server/errors.ts': [],
  'server/page-rules.ts': ['db', 'server/protocol'],
  'server/actions': [
    'db',
    'moderation',
    'server/protocol',
    'server/actions',
    'server/access.ts',
    'server/actor.ts',
    'server/authenticate.ts',
    'server/client-address.ts',
    'server/community-settings.ts',
    'server/context.ts',
    'server/encode-picture.ts',
    'server/errors.ts',
    'server/author-name.ts',
    'server/house-rules.ts',
    'server/identity',
    'server/judge-message.ts',
    'server/invitations',
    'server/library',
    'server/limits.ts',
    'server/mail',
    'server/metrics.ts',
    'server/notifications',
    'server/one-time-code.ts',
    'server/page-rules.ts',
    'server/passkey-party.ts',
    'server/recovery-codes.ts',
    'server/network.ts',
    'server/page-rules.ts',
    'server/recognition',
    'server/promotion',
    'server/permissions.ts',
    'server/report-weight.ts',
    'server/standing.ts',
    'server/quiet-hours.ts',
    'server/told-of-questions.ts',
    'server/single-use-token.ts',
    'server/slices.ts',
    'server/text.ts',
    'server/visitor-token.ts',
  ],
  'server/library': [
    'db',
    'moderation',
    'server/library',
    'server/protocol',
    'server/actor.ts',
    'server/context.ts',
    'server/errors.ts',
    'server/limits.ts',
    'server/slices.ts',
  ],
  'server/recognition': [
    'db',
    'server/recognition',
    'server/protocol',
    'server/community-settings.ts',
    'server/context.ts',
    // Cells that no spreadsheet runs.
    'server/library/spreadsheet-cell.ts',
    'server/limits.ts',
    'server/network.ts',
  ],
  server: ['server', 'db', 'moderation'],
  'web-components': [
    'web-components',
    'server/protocol/frames.ts',
    'server/protocol/back-office.ts',
    'server/protocol/identity.ts',
    'server/protocol/invitations.ts',
    'server/protocol/library.ts',
    'server/protocol/joining.ts',
    'server/protocol/recognition.ts',
    'server/protocol/promotion.ts',
    'server/protocol/exchange.ts',
    'server/protocol/moderators.ts',
    'server/protocol/waiting.ts',
    'server/protocol/widget.ts',
    'server/protocol/notifications.ts',
    'server/protocol/exchange.ts',
  ],
};

/** The back office and the embedded chat share a contract and the drawings of badges, no other code. */
const NEVER: [from: string, to: string][] = [
  ['web-components/chat', 'web-components/back-office'],
  ['web-components/back-office', 'web-components/chat'],
  ['web-components/badges', 'web-components/back-office'],
  ['web-components/badges', 'web-components/chat'],
  ['web-components/icons', 'web-components/back-office'],
  ['web-components/icons', 'web-components/chat'],
  ['web-components/client', 'web-components/chat'],
  ['web-components/account', 'web-components/back-office'],
  ['web-components/account', 'web-components/chat'],
  ['server/actions', 'server/http'],
  ['server/actions', 'server/views.ts'],
  ['server/realtime', 'server/http'],
];

const sources = ['moderation', 'db', 'server', 'web-components'].flatMap((folder) => filesIn(folder));

describe('layers', () => {
  test('[LAYER1] every import among our folders is one that the table allows', () => {
    expect(sources.length).toBeGreaterThan(50);
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => !mayImport(file, target) || isForbidden(file, target))
        .map((target) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('[LAYER2] only server/config.ts reads the environment', () => {
    const readers = sources.filter((file) => /process\.env/.test(readFileSync(join(root, file), 'utf8')));
    expect(
      readers.filter((file) => !['server/config.ts', 'server/cli.ts', 'server/main.ts'].includes(file)),
    ).toEqual([]);
  });

  test('[LAYER3] the browser never carries the validation library', () => {
    const guilty = sources
      .filter((file) => file.startsWith('web-components/'))
      .filter((file) => /from ['"]zod/.test(readFileSync(join(root, file), 'utf8')));
    expect(guilty).toEqual([]);
  });

  test('[POINT1] the ledger of points is written by one file, which changes no entry and erases only what must be', () => {
    const wrote = (verb: string) =>
      sources
        .filter((file) => !file.startsWith('db/migrations/'))
        .filter((file) =>
          new RegExp(`${verb}\\('point_entry'\\)`).test(readFileSync(join(root, file), 'utf8')),
        );
    expect(wrote('insertInto')).toEqual(['db/point-entries.ts']);
    expect(wrote('deleteFrom')).toEqual(['db/point-entries.ts']);
    expect(wrote('updateTable')).toEqual(['db/point-entries.ts']);
    const text = readFileSync(join(root, 'db/point-entries.ts'), 'utf8');
    expect(text.match(/updateTable\('point_entry'\)\s*\.set\(([^)]*)\)/g)).toHaveLength(1);
    expect(text).toMatch(/updateTable\('point_entry'\)\s*\.set\(\{ network: null \}\)/);
    expect(text.match(/deleteFrom\('point_entry'\)\.where\('conversation_id'/g)).toHaveLength(1);
  });

  test('[LAYER4] the audit log can be added to and read, not changed', () => {
    const writers = sources
      .filter((file) => !file.startsWith('db/migrations/'))
      .filter((file) =>
        /(updateTable|deleteFrom)\('audit_log'\)/.test(readFileSync(join(root, file), 'utf8')),
      );
    expect(writers).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('/dist/'));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g);
  return [...found].map((match) => relative(root, resolve(root, dirname(file), match[1]!)));
}

function mayImport(file: string, target: string): boolean {
  const [, allowed] = Object.entries(MAY_IMPORT)
    .filter(([folder]) => isUnder(file, folder))
    .reduce(
      (longest, entry) => (entry[0].length > longest[0].length ? entry : longest),
      ['', [] as string[]],
    );
  return allowed.some((folder) => isUnder(target, folder));
}

function isForbidden(file: string, target: string): boolean {
  return NEVER.some(([from, to]) => isUnder(file, from) && isUnder(target, to));
}

function isUnder(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}
