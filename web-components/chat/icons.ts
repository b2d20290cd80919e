import { html } from 'lit';

const icon = (path: string, size = 20) =>
  html`<svg width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

export const bubble = icon('M20 4H8a4 4 0 0 0-4 4v12h12a4 4 0 0 0 4-4z', 24);
export const cross = icon('M6 6l12 12M18 6L6 18');
export const back = icon('M15 5l-7 7 7 7');
export const arrowUp = icon('M12 20V4M5 11l7-7 7 7');
export const clock = icon('M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2', 14);
export const check = icon('M5 13l4 4L19 7', 14);
export const picture = icon('M3 18l6-9 4 5 2-3 6 7z', 22);
