/** A conversation with an answer, and what people do with it. */
import { PAGE, type Person, type TestServer } from '../harness.ts';

/** A question of `asker` and an answer to it, both published. */
export async function answered(server: TestServer, answer = 'Oui, depuis trois ans.') {
  const [asker, expert] = [await server.person(), await server.person('expert')];
  const [a, b] = [await asker.connect(), await expert.connect()];
  const { conversation, message: question } = await a.ask('La Crête est-elle imperméable ?');
  await a.subscribe(conversation.id);
  const { message } = await b.write(answer, conversation.id, null);
  return { asker, expert, a, b, conversationId: conversation.id, question, answer: message };
}

export function acts(person: Person) {
  const site = person.site;
  const to = (id: string, act: string) => `/api/widget/messages/${id}/${act}`;
  return {
    edit: async (id: string, text: string) =>
      await outcome(await person.post(to(id, 'edit'), { site, text })),
    remove: async (id: string) => await outcome(await person.post(to(id, 'delete'), { site })),
    thank: async (id: string, thanks = true) =>
      await outcome(await person.post(to(id, 'thank'), { site, thanks })),
    accept: async (id: string, accepted = true) =>
      await outcome(await person.post(to(id, 'accept'), { site, accepted })),
    moderate: async (id: string, act: string) =>
      await outcome(await person.post(`/api/moderation/messages/${id}`, { site, act, reason: null })),
  };
}

/** 'done', or the code of the refusal. */
async function outcome(response: Response): Promise<string> {
  if (response.ok) return 'done';
  return ((await response.json()) as { error: { code: string } }).error.code;
}

/** The list row of a conversation as somebody sees it. */
export async function rowOf(person: Person, conversationId: string) {
  const query = new URLSearchParams({ site: person.site, scope: 'site', url: PAGE.url });
  const list = (await (await person.get(`/api/widget/conversations?${query}`)).json()) as {
    conversations: { id: string; state: string; question: string; acceptedMessageId?: string }[];
  };
  return list.conversations.find(({ id }) => id === conversationId);
}
