import { expect, test } from 'vitest';
import type { MessageView } from '../../../server/protocol/frames.ts';
import { Announcer } from '../../../web-components/chat/announcer.ts';
import { addConversationWords, loadWords } from '../../../web-components/chat/load-words.ts';
import type { ConversationState_ } from '../../../web-components/client/chat-state.ts';

const words = await loadWords('en');
await addConversationWords(words, 'en');

const message = (id: string, over: Partial<MessageView> = {}): MessageView =>
  ({
    id,
    conversationId: 'c1',
    author: { id: 'p1', name: 'Malik', role: 'expert' },
    createdAt: 0,
    seq: 1,
    mine: false,
    state: 'published',
    text: `text of ${id}`,
    ...over,
  }) as MessageView;

const conversation = (
  messages: MessageView[],
  status: ConversationState_['status'] = 'ready',
): ConversationState_ => ({
  id: 'c1',
  status,
  conversation: null,
  messages,
  gratitude: { thanks: {}, thanked: [] },
  pending: [],
  typing: [],
});

test('[CHAT1] what was there when a conversation opened is not announced', () => {
  const announcer = new Announcer();
  announcer.follow(conversation([], 'loading'), words);
  announcer.follow(conversation([message('a'), message('b')]), words);
  expect(announcer.texts).toEqual([]);
});

test('[CHAT2] a new message of somebody else is announced once, with its author', () => {
  const announcer = new Announcer();
  announcer.follow(conversation([message('a')]), words);
  announcer.follow(conversation([message('a'), message('b')]), words);
  expect(announcer.texts).toEqual(['Malik: text of b']);
  announcer.follow(conversation([message('a'), message('b'), message('c')]), words);
  expect(announcer.texts).toEqual(['Malik: text of c']);
});

test('[CHAT3] of one’s own messages, only what keeps them from being public is announced', () => {
  const announcer = new Announcer();
  announcer.follow(conversation([]), words);
  announcer.follow(conversation([message('a', { mine: true })]), words);
  expect(announcer.texts).toEqual([]);
  const held = { mine: true, state: 'held', text: 'b', reasons: [] } as Partial<MessageView>;
  announcer.follow(conversation([message('a', { mine: true }), message('b', held)]), words);
  expect(announcer.texts).toEqual([words.message.held(null)]);
});

test('[CHAT4] hidden and removed messages are never announced', () => {
  const announcer = new Announcer();
  announcer.follow(conversation([]), words);
  announcer.follow(
    conversation([message('a', { state: 'hidden', text: 'insult' } as Partial<MessageView>)]),
    words,
  );
  expect(announcer.texts).toEqual([]);
});

test('[EXCH24] what was announced is gone with its message, and with the text it was', () => {
  const announcer = new Announcer();
  announcer.follow(conversation([]), words);
  announcer.follow(conversation([message('a')]), words);
  announcer.follow(conversation([message('a', { text: 'mended' } as Partial<MessageView>)]), words);
  expect(announcer.texts).toEqual([]);
  announcer.follow(conversation([message('a'), message('b')]), words);
  announcer.follow(conversation([message('a'), message('b', { state: 'removed' })]), words);
  expect(announcer.texts).toEqual([]);
});
