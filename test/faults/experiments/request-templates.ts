/** Requests as our own pages make them, to every kind of route: what the mutations start from. */
import { PAGE, type Person, SHOP } from '../../server/harness.ts';

export type Template = { method: string; path: string; headers: Record<string, string>; body?: unknown };
export type KnownIds = { conversationId: string; messageId: string; personId: string };

export function templatesOf(visitor: Person, manager: Person, ids: KnownIds): Template[] {
  const widget = { Origin: SHOP, Authorization: `Bearer ${visitor.token}` };
  const office = { Origin: manager.office, Cookie: manager.cookie };
  const at = (path: string, method = 'GET', body?: unknown): Template => ({
    method,
    path,
    headers: widget,
    body,
  });
  const staff = (path: string, method = 'GET', body?: unknown): Template => ({
    method,
    path: `/api/back-office/demo${path}`,
    headers: office,
    body,
  });
  const page = encodeURIComponent(PAGE.url);
  const sending = { site: 'demo', clientMessageId: crypto.randomUUID(), conversationId: ids.conversationId };
  return [
    at('/health'),
    at('/ready'),
    at('/'),
    at('/embed.js'),
    at('/static/chat.js'),
    at('/back-office'),
    at('/sign-in/abc'),
    at('/sign-in/abc', 'POST'),
    at('/join/abc'),
    at(`/api/widget/embed?site=demo&url=${page}`),
    at('/api/stream', 'POST', { op: 'hello', version: 1, site: 'demo', token: visitor.token, page: PAGE }),
    at('/api/stream/none', 'POST', [{ op: 'ping' }]),
    at('/api/widget/waiting', 'POST', {
      site: 'demo',
      conversations: [{ id: ids.conversationId, seq: 0, epoch: 'x' }],
    }),
    at('/api/widget/token', 'POST', { site: 'demo' }),
    at('/api/widget/exchange', 'POST', { site: 'demo', code: 'abc' }),
    at(`/api/widget/conversations?site=demo&scope=page&url=${page}&before=eyJ9`),
    at('/api/widget/conversations?site=demo&scope=site'),
    at('/api/widget/messages', 'POST', { ...sending, text: 'Bonjour', name: 'Inès', page: null }),
    at('/api/widget/messages', 'POST', {
      ...sending,
      conversationId: null,
      text: 'Bonjour',
      name: 'Inès',
      page: PAGE,
    }),
    at('/api/widget/identify', 'POST', { site: 'demo', identity: 'a.b.c' }),
    at('/api/widget/promotions/none?site=demo'),
    at('/api/widget/promotions/none/accept', 'POST', {
      site: 'demo',
      name: 'Inès',
      email: 'a@example.com',
      code: null,
      rules: null,
    }),
    at('/api/widget/promotions/none/decline', 'POST', { site: 'demo' }),
    at(`/api/widget/messages/${ids.messageId}/report`, 'POST', { site: 'demo', reason: 'spam' }),
    at(`/api/moderation/messages/${ids.messageId}`, 'POST', { site: 'demo', act: 'hide', reason: null }),
    at('/api/moderation/alerts', 'POST', { site: 'demo', messageId: ids.messageId, note: 'n' }),
    { method: 'POST', path: '/api/sign-in/link', headers: office, body: { email: 'a@example.com' } },
    { method: 'GET', path: '/api/back-office/session', headers: office },
    staff('/queue'),
    staff(`/messages/${ids.messageId}`, 'POST', { act: 'hide', reason: 'r' }),
    staff('/reports/dismiss', 'POST', { messageId: ids.messageId }),
    staff('/alerts/1/close', 'POST', {}),
    staff('/undo', 'POST', { id: '1' }),
    staff('/conversations?q=bonjour&state=open&after=50'),
    staff(`/conversations/${ids.conversationId}`),
    staff(`/conversations/${ids.conversationId}/close`, 'POST', {}),
    staff('/people?q=a&role=visitor&after=0'),
    staff(`/people/${ids.personId}/role`, 'POST', { role: 'visitor' }),
    staff(`/people/${ids.personId}/ban`, 'POST', { reason: 'x', expiresInHours: 1 }),
    staff(`/people/${ids.personId}/ban`, 'DELETE'),
    staff('/people/none/sign-in-link', 'POST', {}),
    staff('/regulars'),
    staff('/promotions', 'POST', { personId: ids.personId, role: 'expert' }),
    staff('/promotions/none', 'DELETE'),
    staff('/identity-secrets'),
    staff('/identity-secrets', 'POST', { overlapDays: 7 }),
    staff('/identity-secrets/none/retire', 'POST', {}),
    staff('/invitations'),
    staff('/invitations', 'POST', { email: 'b@example.com', role: 'expert', name: 'B' }),
    staff('/blocks'),
    staff('/blocks/preview?range=203.0.113.0/24'),
    staff('/blocks', 'POST', { range: '198.51.100.7', reason: 'x', expiresInHours: 1 }),
    staff('/blocks/none', 'DELETE'),
    staff('/site'),
    staff('/site', 'PATCH', { reportThreshold: 3, name: 'Sentier' }),
    staff('/page-rules'),
    staff(`/page-rules/try?url=${page}`),
    staff('/audit-log?before=100&act=message.held'),
    staff('/library?q=a&kind=term&order=text'),
    staff('/library/entries', 'POST', {
      entries: [{ kind: 'term', listing: 'forbidden', text: 'zut', category: 'insult' }],
    }),
    staff('/library/entries', 'PATCH', { ids: ['demo-connard'], changes: { note: 'n' } }),
    staff('/library/entries/remove', 'POST', { ids: ['none'] }),
    staff('/library/check', 'POST', {
      entries: [{ kind: 'term', listing: 'forbidden', text: 'zut', category: 'insult' }],
    }),
    staff('/library/suggestions?text=menteur&language=fr'),
    staff('/library/try', 'POST', { text: 'bonjour', draft: null }),
    staff('/library/versions'),
    staff('/library/versions/1/compare/1'),
    staff('/library/vocabularies'),
    staff('/library/vocabularies/fr/difference'),
    staff('/library/rules'),
    staff('/library/export?format=csv'),
  ];
}
