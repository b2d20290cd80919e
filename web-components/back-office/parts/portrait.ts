import { css, html, nothing } from 'lit';

/** Somebody's picture beside their name; nothing where they chose none. @param picture its id */
export const portrait = (picture: string | null | undefined) =>
  picture
    ? html`<img class="portrait" src="/api/widget/pictures/${picture}?size=64" alt="" width="28" height="28" loading="lazy">`
    : nothing;

export const portraitStyles = css`
  .portrait { flex: none; inline-size: 28px; block-size: 28px; border-radius: 50%; object-fit: cover; background: var(--bo-ground); }
`;
