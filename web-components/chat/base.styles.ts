import { css } from 'lit';

/** What every part of the chat shares: buttons, focus, words for screen readers only. Tokens come from `tokens`. */
export const base = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h2,
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }
  button:disabled {
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  svg {
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .link {
    min-height: 28px;
    color: var(--accent-text);
    font-weight: 600;
  }
  .link:hover {
    text-decoration: underline;
  }
  .field {
    width: 100%;
    padding: 8px 12px;
    border: 1px solid var(--control);
    border-radius: 12px;
    background: var(--surface);
    font-size: 16px;
    line-height: 24px;
  }
  .field::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
