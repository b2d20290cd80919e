import { html, type TemplateResult } from 'lit';

const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]»]/giu;

/** Text as text, its web addresses as links that vouch for nothing. */
export function linkify(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: link, index } of text.matchAll(LINK)) {
    parts.push(text.slice(end, index), anchor(link));
    end = index + link.length;
  }
  return [...parts, text.slice(end)];
}

const anchor = (link: string) =>
  html`<a href=${link} target="_blank" rel="nofollow ugc noopener noreferrer">${link}</a>`;
