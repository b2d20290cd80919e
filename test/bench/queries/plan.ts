/** Who talks where and when: the shape of a large community, before any text. */
import { seededNumbers } from '../filter/seeded.ts';

export const SITES = [
  { id: 'grand', share: 0.6 },
  { id: 'moyen', share: 0.3 },
  { id: 'petit', share: 0.1 },
];
const DAY = 24 * 60 * 60 * 1000;
export const NOW = Date.UTC(2026, 0, 15);
const YEARS = 2;

export type PlannedConversation = { site: number; page: number; author: number; startedAt: number };
export type Plan = {
  conversations: PlannedConversation[];
  /** One place a message, oldest first: its conversation and when it was written. */
  conversationOf: Uint32Array;
  writtenAt: Float64Array;
  people: number;
  random: () => number;
};

/** A plan of `messages` messages, a tenth as many conversations and a third of that people. */
export function planCommunity(messages: number): Plan {
  const random = seededNumbers(20_260_115);
  const people = Math.max(30, Math.round(messages * 0.03));
  const conversations = Array.from({ length: Math.max(10, Math.round(messages / 10)) }, () =>
    planConversation(people, random),
  );
  const { owners, times } = planMessages(conversations, messages, random);
  const order = Uint32Array.from(owners.keys()).sort((a, b) => times[a]! - times[b]!);
  return {
    conversations,
    people,
    random,
    conversationOf: Uint32Array.from(order, (place) => owners[place]!),
    writtenAt: Float64Array.from(order, (place) => times[place]!),
  };
}

/** People and pages of a site, the first ones far busier than the last. */
export const skewed = (count: number, random: () => number) => Math.floor(count * random() ** 3);

export function siteOfPerson(person: number): number {
  const place = person % 10;
  return place < 6 ? 0 : place < 9 ? 1 : 2;
}

function planConversation(people: number, random: () => number): PlannedConversation {
  const author = skewed(people, random);
  const startedAt = NOW - Math.floor(YEARS * 365 * DAY * random() ** 1.3) - 1000;
  return { site: siteOfPerson(author), page: skewed(2000, random), author, startedAt };
}

/** Every conversation has its question; twenty hot ones share a tenth of the rest, going on until now. */
function planMessages(conversations: PlannedConversation[], messages: number, random: () => number) {
  const owners = new Uint32Array(messages);
  const times = new Float64Array(messages);
  for (let at = 0; at < messages; at++) {
    const isQuestion = at < conversations.length;
    const owner = isQuestion ? at : ownerOf(conversations.length, random);
    const { startedAt } = conversations[owner]!;
    owners[at] = owner;
    const lasts = owner < 20 ? NOW - startedAt : Math.min(NOW - startedAt, 9 * DAY * random() ** 4);
    times[at] = isQuestion ? startedAt : startedAt + 1 + Math.floor(random() * (lasts - 1));
  }
  return { owners, times };
}

function ownerOf(conversations: number, random: () => number): number {
  if (random() < 0.1) return Math.floor(random() * Math.min(20, conversations));
  return Math.floor(conversations * random() ** 1.5);
}
