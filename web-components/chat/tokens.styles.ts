import { css } from 'lit';

const light = css`
  --surface: var(--entraide-surface, #fff);
  --ink: var(--entraide-ink, #17211d);
  --muted: var(--entraide-muted, #5c6763);
  --line: #e3e8e5;
  --control: #8b9691;
  --soft: #f3f6f4;
  --caution: #855000;
  --shadow: 0 2px 6px #0f1f1814, 0 16px 40px #0f1f182e;
  --accent-text: var(--accent);
  color-scheme: light;
`;

const dark = css`
  --surface: var(--entraide-surface-dark, #141a18);
  --ink: var(--entraide-ink-dark, #eef3f0);
  --muted: var(--entraide-muted-dark, #9aa8a2);
  --line: #2a3430;
  --control: #6c7a74;
  --soft: #1c2422;
  --caution: #e3b567;
  --shadow: 0 2px 6px #0006, 0 16px 40px #0009;
  --accent-text: color-mix(in oklab, var(--accent) 55%, #fff);
  color-scheme: dark;
`;

/**
 * The look of the chat. A shop sets `--entraide-accent`, `-accent-ink`, `-radius`, `-font`, `-surface`,
 * `-ink`, `-muted` (and `-surface-dark`, `-ink-dark`, `-muted-dark`); everything else follows from them.
 */
export const tokens = css`
  :host {
    all: initial;
    --accent: var(--entraide-accent, var(--brand-accent, #1f7053));
    --accent-ink: var(--entraide-accent-ink, var(--brand-accent-ink, #fff));
    --tint: color-mix(in oklab, var(--accent) 12%, var(--surface));
    --radius: var(--entraide-radius, 18px);
    --focus: var(--accent-text);
    ${light}
    font: 15px / 22px var(--entraide-font, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    color: var(--ink);
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  /* Black or white, whichever reads on the accent, wherever the accent comes from. */
  @supports (color: oklch(from red l c h)) {
    :host {
      --accent-ink: var(--entraide-accent-ink, oklch(from var(--accent) clamp(0, (0.6 - l) * 1000, 1) 0 0));
    }
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
    }
  }
  :host([theme='dark']) {
    ${dark}
  }
`;
