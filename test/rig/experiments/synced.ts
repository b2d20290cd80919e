import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withRig } from '../rig.ts';
import type { RigClient } from '../rig-client.ts';
import { waitUntil } from '../wait-until.ts';

/** Why system calls cannot be counted on this machine; null where they can. */
export function whyNoTrace(): string | null {
  const tried = spawnSync('strace', ['-f', '-c', '-e', 'trace=fsync,fdatasync', 'true'], {
    encoding: 'utf8',
  });
  if (tried.error) return 'strace is not installed';
  return tried.status === 0 ? null : `strace may not run here: ${tried.stderr.trim().split('\n')[0]}`;
}

/** I1: how often the disk is synced while `messages` are sent one after the other. */
export async function countSyncs(messages: number): Promise<{ messages: number; syncs: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-trace-'));
  const output = join(folder, 'syscalls');
  const under = ['strace', '-D', '-f', '--seccomp-bpf', '-e', 'trace=fsync,fdatasync', '-o', output];
  const syncs = () => (readFileSync(output, 'utf8').match(/\bf(data)?sync\(\d+/g) ?? []).length;
  try {
    return await withRig({ under }, async (rig) => {
      const clients = await rig.joinAll(Math.ceil(messages / 10));
      const conversationId = await rig.question(clients[0]!);
      const before = syncs();
      for (let sent = 0; sent < messages; sent++) {
        await writeOne(clients[sent % clients.length]!, conversationId, sent);
      }
      return { messages, syncs: syncs() - before };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeOne(client: RigClient, conversationId: string, sent: number): Promise<void> {
  client.write(conversationId, `Message ${sent} : la Crête taille un peu petit.`);
  await waitUntil(() => client.watch.open.size === 0, 'a message is answered');
}
