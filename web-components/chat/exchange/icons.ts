import { html, svg } from 'lit';

const icon = (path: string) =>
  html`<svg width="16" height="16" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`;

export const reply = icon('M10 5l-6 6 6 6M4 11h9a7 7 0 0 1 7 7v1');
export const heart = icon(
  'M12 20s-7.5-4.6-9-9.3C2 7.3 4.2 4.5 7.2 4.5c2 0 3.7 1 4.8 2.8 1.1-1.8 2.8-2.8 4.8-2.8 3 0 5.2 2.8 4.2 6.2C19.5 15.4 12 20 12 20z',
);
export const dots = icon('M5 12h.01M12 12h.01M19 12h.01');
