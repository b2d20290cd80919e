import { css } from 'lit';

/** What every screen shares: focus, buttons, pills, keys, tables, headings, forms. Use as `styles: [shared, …]`. */
export const shared = css`
  :host { display: block; color: var(--bo-ink); font: 400 14px / 1.45 var(--bo-font); }
  :host([hidden]), [hidden] { display: none !important; }
  *, *::before, *::after { box-sizing: border-box; }
  h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; }
  ul, ol { padding: 0; list-style: none; }
  h1 { font-size: 20px; font-weight: 650; line-height: 1.3; letter-spacing: -0.01em; }
  h2 { font-size: 15px; font-weight: 650; }
  h3 { font-size: 13px; font-weight: 650; }
  a { color: var(--bo-accent); text-underline-offset: 2px; }
  :focus-visible { outline: 2px solid var(--bo-accent); outline-offset: 2px; }
  mark { background: var(--bo-mark); color: inherit; border-bottom: 2px solid var(--bo-mark-line); border-radius: 3px 3px 0 0; padding: 0 1px; }

  .page { max-inline-size: 1080px; margin-inline: auto; padding: 28px 32px 80px; display: grid; gap: 20px; align-content: start; }
  .page > * { min-inline-size: 0; }
  .page-head { display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: center; justify-content: space-between; }
  .titles { display: grid; gap: 4px; }
  .lead { color: var(--bo-muted); max-inline-size: 68ch; }
  .muted { color: var(--bo-muted); }
  .small { font-size: 13px; }
  .eyebrow { font-size: 12px; font-weight: 650; letter-spacing: 0.04em; text-transform: uppercase; color: var(--bo-muted); }
  .surface { background: var(--bo-surface); border: 1px solid var(--bo-line); border-radius: 14px; }
  .surface.padded { padding: 20px; }
  .row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
  .stack { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
  .spread { justify-content: space-between; }
  .end { margin-inline-start: auto; }
  .icon { display: inline-flex; flex: none; }
  .visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  .button { appearance: none; display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-block-size: 36px; padding: 6px 14px; border: 1px solid var(--bo-line); border-radius: var(--bo-radius); background: var(--bo-surface); color: var(--bo-ink); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; transition: background 120ms, border-color 120ms; }
  .button:hover { border-color: var(--bo-control-line); }
  .button.primary { background: var(--bo-accent); border-color: var(--bo-accent); color: var(--bo-on-accent); }
  .button.primary:hover { background: var(--bo-accent-strong); border-color: var(--bo-accent-strong); }
  .button.danger { color: var(--bo-danger); }
  .button.danger-primary { background: var(--bo-danger); border-color: var(--bo-danger); color: var(--bo-on-danger); }
  .button.quiet { background: none; border-color: transparent; color: var(--bo-accent); padding-inline: 8px; }
  .button.quiet:hover { background: var(--bo-accent-soft); }
  .button.quiet.danger { color: var(--bo-danger); }
  .button.quiet.danger:hover { background: var(--bo-danger-soft); }
  /* One on every row: quiet until one means it. */
  .button.small.quiet.danger { color: var(--bo-muted); }
  .button.small.quiet.danger:is(:hover, :focus-visible) { color: var(--bo-danger); }
  .button.small { min-block-size: 30px; padding-block: 3px; font-size: 13px; }
  .button.icon { inline-size: 36px; padding: 0; }
  .button[disabled], .button[aria-disabled='true'] { opacity: 0.55; cursor: not-allowed; }
  .link-button { appearance: none; border: 0; padding: 0; background: none; color: var(--bo-accent); font: inherit; font-weight: 600; cursor: pointer; text-align: start; }
  .link-button.small { font-size: 13px; }
  .link-button:hover { text-decoration: underline; text-underline-offset: 2px; }
  kbd { font: 600 11px / 1 var(--bo-font); min-inline-size: 20px; padding: 4px 5px; text-align: center; border: 1px solid var(--bo-line); border-radius: 5px; background: var(--bo-ground); color: var(--bo-muted); }
  .primary kbd { background: color-mix(in srgb, var(--bo-on-accent) 16%, transparent); border-color: transparent; color: inherit; }

  .pill { display: inline-flex; align-items: center; gap: 4px; padding: 1px 9px; border-radius: 99px; font-size: 12px; font-weight: 600; line-height: 1.6; background: var(--bo-ground); color: var(--bo-muted); }
  .pill.accent { background: var(--bo-accent-soft); color: var(--bo-accent); }
  .pill.warn { background: var(--bo-warn-soft); color: var(--bo-warn); }
  .pill.danger { background: var(--bo-danger-soft); color: var(--bo-danger); }

  .filters { display: flex; flex-wrap: wrap; gap: 6px; }
  .filter { appearance: none; min-block-size: 30px; padding: 3px 12px; border: 1px solid var(--bo-line); border-radius: 99px; background: var(--bo-surface); color: var(--bo-muted); font: inherit; font-size: 13px; font-weight: 600; cursor: pointer; white-space: nowrap; }
  .filter:hover { border-color: var(--bo-control-line); }
  .filter[aria-pressed='true'], .filter[aria-current='true'], .filter[aria-selected='true'] { background: var(--bo-ink); border-color: var(--bo-ink); color: var(--bo-surface); }

  .field { display: grid; gap: 4px; align-content: start; }
  .field > label, .label { font-weight: 600; font-size: 13px; }
  .input { appearance: none; inline-size: 100%; min-block-size: 36px; padding: 6px 12px; border: 1px solid var(--bo-control-line); border-radius: 8px; background: var(--bo-surface); color: var(--bo-ink); font: inherit; }
  select.input { padding-inline-end: 32px; background-image: linear-gradient(45deg, transparent 50%, var(--bo-muted) 50%), linear-gradient(-45deg, transparent 50%, var(--bo-muted) 50%); background-position: right 17px center, right 12px center; background-size: 5px 5px; background-repeat: no-repeat; cursor: pointer; }
  select.input option { background: var(--bo-raised); color: var(--bo-ink); }
  textarea.input { min-block-size: 88px; resize: vertical; }
  .input::placeholder { color: var(--bo-muted); opacity: 1; }
  .input:focus-visible { outline-offset: -1px; }
  .input[aria-invalid='true'] { border-color: var(--bo-danger); }
  .hint { font-size: 13px; color: var(--bo-muted); }
  .field-error { font-size: 13px; color: var(--bo-danger); }

  wa-dialog::part(title) { min-inline-size: 0; padding-block: 8px; line-height: 1.3; overflow-wrap: anywhere; }

  .list { border: 1px solid var(--bo-line); border-radius: 14px; background: var(--bo-surface); overflow: hidden; }
  .list > li { padding: 14px 18px; }
  .list > li + li { border-block-start: 1px solid var(--bo-line); }
  .table-wrap { border: 1px solid var(--bo-line); border-radius: 14px; background: var(--bo-surface); overflow-x: auto; }
  table { inline-size: 100%; border-collapse: collapse; }
  th { text-align: start; font-size: 12px; font-weight: 600; color: var(--bo-muted); padding: 10px 16px; white-space: nowrap; }
  td { padding: 12px 16px; vertical-align: middle; border-block-start: 1px solid var(--bo-line); }
  td.actions { text-align: end; white-space: nowrap; }
  .nowrap { white-space: nowrap; }
  .number { font-variant-numeric: tabular-nums; text-align: end; }

  @media (max-width: 720px) {
    .page { padding: 20px 16px 72px; }
    .input { font-size: 16px; }
    .button, .filter { min-block-size: 40px; }
    .button.small, .link-button.small { min-block-size: 36px; }
    .button.icon { inline-size: 40px; }
  }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { transition: none !important; animation: none !important; }
  }
`;
