import { html, type nothing, type TemplateResult } from 'lit';
import type { PendingMessage } from '../client/chat-state.ts';
import { avatar } from './author.ts';
import type { ChatContext } from './context.ts';
import { clock } from './icons.ts';

/** One's own message on its way, or one the server would not take. */
export function pendingMessage(
  message: PendingMessage,
  { client, view, words }: ChatContext,
  edit: (text: string) => void,
  quoted: TemplateResult | typeof nothing,
) {
  const { me, interrupted } = client.state;
  const name = me?.name ?? view.name ?? words.message.you;
  const onItsWay = interrupted ? words.message.kept : words.message.sending;
  return html`<div class="message mine pending">
    ${avatar({ ...me, id: me?.id ?? '', name, role: 'visitor' }, name)}
    <div class="main">
      <div class="head"><span class="name">${words.message.you}</span></div>
      ${quoted}
      <p class="text">${message.text}</p>
      ${message.refusal ? refused(message) : html`<p class="note">${clock}<span>${onItsWay}</span></p>`}
    </div>
  </div>`;

  function refused({ clientMessageId, refusal }: PendingMessage) {
    return html`<p class="note caution">${words.message.notSent} ${refusal ? words.refusals[refusal.code] : ''}</p>
      <p class="choices">
        <button class="link" @click=${() => client.retry(clientMessageId)}>${words.message.retry}</button>
        <button class="link" @click=${() => edit(client.discard(clientMessageId))}>${words.message.editAndSend}</button>
        <button class="link" @click=${() => client.discard(clientMessageId)}>${words.message.discard}</button>
      </p>`;
  }
}
