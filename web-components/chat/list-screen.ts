import { html } from 'lit';
import type { ChatState } from '../client/chat-state.ts';
import './composer.ts';
import type { ChatContext } from './context.ts';
import './list.ts';

/** The conversations of the chosen tab, and under them the place to ask. */
export function listScreen(context: ChatContext, state: ChatState) {
  const { tab } = context.view;
  return html`<entraide-list
      id="list"
      role="tabpanel"
      aria-labelledby=${tab}
      .context=${context}
      .scope=${tab}
      .list=${state.lists[tab]}
      .pending=${state.pendingQuestions.filter(({ status }) => status === 'pending')}
      .mayAsk=${state.mayAsk}
    ></entraide-list>
    <entraide-usual-wait .context=${context} .state=${state}></entraide-usual-wait>
    <entraide-composer
      .context=${context}
      .conversationId=${null}
      .me=${state.me}
      .placeholder=${context.words.composer.ask}
      .closed=${state.connection === 'ready' && !state.mayAsk ? context.words.composer.askClosed : null}
      .refused=${state.pendingQuestions.find(({ status }) => status === 'refused') ?? null}
    ></entraide-composer>`;
}
