import { css, LitElement, nothing } from 'lit';
import type { BadgesAnswer, BadgeView } from '../../server/protocol/recognition.ts';
import type { ChatClient } from '../client/chat-client.ts';
import { badgeMark, badgeMarkStyles } from './badge-mark.ts';
import type { ChatContext } from './context.ts';

/** The badge of an author, by its id; nothing for one the site does not have, or no longer shows. */
export class AuthorBadge extends LitElement {
  static override properties = {
    context: { attribute: false },
    badge: { attribute: false },
    known: { state: true },
  };
  static override styles = [
    badgeMarkStyles,
    css`
      :host {
        display: inline-flex;
        min-width: 0;
        max-width: 18ch;
      }
    `,
  ];

  declare context: ChatContext;
  declare badge: string;
  declare known: BadgeView | null;

  constructor() {
    super();
    this.known = null;
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('badge')) void this.#look();
  }

  override render() {
    return this.known ? badgeMark(this.known, this.context.locale) : nothing;
  }

  async #look(): Promise<void> {
    const { badge, context } = this;
    const known = (await badgesOf(context.client, badge)).get(badge) ?? null;
    if (badge === this.badge) this.known = known;
  }
}

type Badges = ReadonlyMap<string, BadgeView>;
const lists = new WeakMap<ChatClient, { asked: Set<string>; list: Promise<Badges> }>();

/** The site's badges, asked for once, and once more for each that was not among them then. */
async function badgesOf(client: ChatClient, wanted: string): Promise<Badges> {
  const known = lists.get(client);
  const list = await known?.list;
  if (known && (list?.has(wanted) || known.asked.has(wanted))) return known.list;
  const asked = (known?.asked ?? new Set<string>()).add(wanted);
  const next = { asked, list: ask(client) };
  lists.set(client, next);
  return await next.list;
}

/** A badge decorates: where it cannot be had there is none. */
async function ask(client: ChatClient): Promise<Badges> {
  try {
    const { badges } = await client.ask<BadgesAnswer>('widget/badges');
    return new Map(badges.map((badge) => [badge.id, badge]));
  } catch (error) {
    console.warn('Entraide: the badges could not be loaded', error);
    return new Map();
  }
}

customElements.define('entraide-author-badge', AuthorBadge);
