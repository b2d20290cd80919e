import { css, html } from 'lit';
import type { PageView } from '../../server/protocol/frames.ts';
import type { Words } from '../locales/words.ts';
import { picture } from './icons.ts';

/** The page of the shop a question was asked on; a way back to it when one is elsewhere. */
export function pageCard(page: PageView, words: Words) {
  const url = shopUrl(page.url);
  const here = !url || withoutHash(url) === withoutHash(new URL(location.href));
  const content = html`<span class="picture">${pageImage(page)}</span>
    <span class="about">
      <b>${page.productName || page.title || page.url}</b>
      <span>${here ? words.conversation.askedHere : words.conversation.askedOn}</span>
    </span>`;
  return here
    ? html`<div class="card">${content}</div>`
    : html`<a class="card" href=${url.href}>${content}</a>`;
}

/** Only a picture of this very shop: somebody else's server has no business knowing who reads. */
export function pageImage({ imageUrl }: PageView) {
  const url = imageUrl ? shopUrl(imageUrl) : null;
  if (url?.origin !== location.origin) return picture;
  return html`<img src=${url.href} alt="" width="40" height="40" loading="lazy" />`;
}

function shopUrl(text: string): URL | null {
  const url = URL.parse(text, location.href);
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

const withoutHash = ({ origin, pathname, search }: URL) => origin + pathname + search;

export const pageCardStyles = css`
  .card {
    display: flex;
    align-items: center;
    gap: 12px;
    margin: 12px 16px 8px;
    padding: 8px;
    border: 1px solid var(--line);
    border-radius: 14px;
    color: inherit;
    text-decoration: none;
  }
  a.card:hover {
    border-color: var(--control);
  }
  .picture {
    flex: none;
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    overflow: hidden;
    border-radius: 9px;
    background: var(--tint);
    color: var(--accent-text);
  }
  .picture img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .about {
    min-width: 0;
    color: var(--muted);
    font-size: 13px;
    line-height: 18px;
  }
  .about > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .about b {
    color: var(--ink);
    font-weight: 600;
  }
`;
