/** Which sentence an audit log entry is told with, and what fills it. No DOM. */
import type { AuditLogEntry } from '../../../server/protocol/back-office.ts';

/** Acts the back office has a sentence for, in the groups the filter offers. */
const ACTS = {
  message: [
    'message.held',
    'message.flagged',
    'message.released',
    'message.rejected',
    'message.hidden',
    'message.restored',
    'message.removed',
    'message.held-again',
    'message.reported',
    'message.edited',
    'message.edit-refused',
    'message.deleted-by-author',
    'message.accepted',
    'message.no-longer-accepted',
    'message.changed-after-reports',
  ],
  alert: ['alert.raised', 'alert.taken', 'alert.answered', 'alert.closed'],
  reports: ['reports.dismissed', 'reports.upheld', 'reports.reopened'],
  note: ['note.added', 'note.deleted'],
  conversation: [
    'conversation.deleted',
    'conversation.restored',
    'conversation.closed',
    'conversation.reopened',
    'conversation.erased',
  ],
  library: [
    'library.entry-added',
    'library.entry-changed',
    'library.entries-added',
    'library.entries-changed',
    'library.entries-removed',
    'library.imported',
    'library.vocabulary-accepted',
    'library.vocabulary-removed',
    'library.category-changed',
    'library.rules-changed',
    'library.restored',
    'library.phrase-allowed',
    'library.whole-word-only',
    'library.change-undone',
    'library.entry-removed',
  ],
  address: ['address.blocked', 'address.unblocked'],
  manager: ['manager.created'],
  person: [
    'person.role-changed',
    'person.banned',
    'person.ban-lifted',
    'person.trusted',
    'person.no-longer-trusted',
    'person.picture-removed',
    'person.renamed',
    'person.passkey-added',
    'person.passkey-removed',
    'person.codes-switched-on',
    'person.codes-switched-off',
    'person.signed-out-everywhere',
    'person.identified',
  ],
  points: ['points.given', 'points.taken'],
  badge: ['badge.given', 'badge.taken'],
  badges: ['badges.changed'],
  promotion: ['promotion.offered', 'promotion.withdrawn', 'promotion.accepted', 'promotion.declined'],
  'identity-secret': ['identity-secret.made', 'identity-secret.retired'],
  invitation: [
    'invitation.created',
    'invitation.revoked',
    'invitation.accepted',
    'invitation.sent-again',
    'invitation.link-shown',
    'invitation.declined',
    'invitation.batch-confirmed',
    'invitation.batch-stopped',
    'invitation.batch-sent-again',
    'invitation.batch-links-shown',
  ],
  'sign-in-link': ['sign-in-link.created'],
  notice: ['notice.failed'],
  mails: ['mails.stopped'],
  'page-rules': ['page-rules.changed'],
  site: ['site.created', 'site.changed', 'site.mode-changed'],
} as const;

export type ActGroup = keyof typeof ACTS;
type KnownAct = (typeof ACTS)[ActGroup][number];
const ALL_ACTS: readonly KnownAct[] = Object.values(ACTS).flat();
export const ACT_GROUPS = Object.keys(ACTS) as ActGroup[];

/** The value of `?act=` for a group: the server matches what an act begins with. */
export const prefixOf = (group: ActGroup) => `${group}.`;

export function groupOf(prefix: string | null): ActGroup | null {
  return ACT_GROUPS.find((group) => prefixOf(group) === prefix) ?? null;
}

/** Told otherwise when the system did it: nobody rejected the message, the library did. */
const TOLD_BY_SYSTEM = [
  'message.held',
  'message.flagged',
  'message.rejected',
  'message.hidden',
  'message.reported',
  'conversation.erased',
  'person.codes-switched-off',
  'person.identified',
  'invitation.declined',
] as const satisfies KnownAct[];
type SystemAct = (typeof TOLD_BY_SYSTEM)[number];
export type SentenceKey = KnownAct | `${SystemAct}:system` | 'other' | 'other:system';

/** The sentence an entry is told with; an act unknown here is still told. */
export function sentenceKeyOf({ act, actor }: Pick<AuditLogEntry, 'act' | 'actor'>): SentenceKey {
  const bySystem = actor ? undefined : TOLD_BY_SYSTEM.find((told) => told === act);
  if (bySystem) return `${bySystem}:system`;
  const known = ALL_ACTS.find((candidate) => candidate === act);
  return known ?? (actor ? 'other' : 'other:system');
}

/** Details worth a line of their own: what the sentence says already and what is empty are left out. */
export function detailsToShow(entry: Pick<AuditLogEntry, 'details'>): [string, string | number | boolean][] {
  const said = new Set([
    'entry',
    'entries',
    'people',
    'message',
    'range',
    'from',
    'to',
    'fields',
    'email',
    'author',
    'libraryVersion',
    'role',
    'kind',
    'outcome',
    'subject',
    'badge',
    'promotion',
    'before',
  ]);
  return Object.entries(entry.details).flatMap(([name, value]) =>
    value === null || value === '' || said.has(name)
      ? []
      : [[name, value] as [string, string | number | boolean]],
  );
}

export type SentencePiece = { text: string; name: string | null };

/** A sentence cut at its `{names}`, each filled, so that one of them can be shown in bold. */
export function piecesOf(sentence: string, fill: Record<string, string>): SentencePiece[] {
  return sentence
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1] ?? null;
      return name === null ? { text: part, name } : { text: fill[name] ?? '', name };
    })
    .filter(({ text }) => text !== '');
}
