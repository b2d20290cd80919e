import type { Page } from '../../server/protocol/back-office.ts';
import type {
  InvitationPreview,
  InvitationRow,
  PreviewPage,
  PreviewPerson,
} from '../../server/protocol/invitations.ts';
import type { Person } from './harness.ts';

export type Bulk = ReturnType<typeof bulk>;

/** What a manager does in the back office to invite many. */
export function bulk(manager: Person) {
  const at = `/api/back-office/${manager.site}`;
  const preview = async (id: string) =>
    (await (await manager.get(`${at}/invitation-previews/${id}`)).json()) as InvitationPreview;

  const upload = async (list: string | Uint8Array): Promise<Response> =>
    await fetch(`${manager.base}${at}/invitation-previews`, {
      method: 'POST',
      headers: { origin: manager.office, cookie: manager.cookie, 'x-forwarded-for': manager.address },
      body: list as BodyInit,
    });

  return {
    at,
    upload,
    preview,
    /** Gives a list and waits until it is read. */
    async read(list: string | Uint8Array): Promise<InvitationPreview> {
      const { id } = (await (await upload(list)).json()) as { id: string };
      for (;;) {
        const view = await preview(id);
        if (view.state !== 'reading') return view;
      }
    },
    async people(id: string, only = ''): Promise<PreviewPerson[]> {
      const all: PreviewPerson[] = [];
      for (let after: string | null = '0'; after !== null; ) {
        const answer = await manager.get(
          `${at}/invitation-previews/${id}/people?after=${after}${only && `&only=${only}`}`,
        );
        const page = (await answer.json()) as PreviewPage;
        all.push(...page.items);
        after = page.next;
      }
      return all;
    },
    async confirm(
      id: string,
      role = 'expert',
      messages: { fr: string | null; en: string | null } = { fr: null, en: null },
    ) {
      return await manager.post(`${at}/invitation-previews/${id}/confirm`, { role, messages });
    },
    async list(query = ''): Promise<InvitationRow[]> {
      return ((await (await manager.get(`${at}/invitations${query}`)).json()) as Page<InvitationRow>).items;
    },
  };
}
