import { css } from 'lit';

/** Three columns; two below 1180 px (the author's record goes under the card); one at a time on a phone. */
export const queueStyles = css`
  :host { block-size: 100%; }
  .queue { display: grid; grid-template: minmax(0, 1fr) / minmax(280px, 368px) minmax(0, 1fr); block-size: 100%; }
  .reading { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr) 260px; min-block-size: 0; }
  .column { background: var(--bo-surface); border-inline-end: 1px solid var(--bo-line); overflow-y: auto; }
  .column-head { position: sticky; inset-block-start: 0; z-index: 1; padding: 12px 8px; background: var(--bo-surface); border-block-end: 1px solid var(--bo-line); }
  .column-head .filters { gap: 4px; }
  .column-head .filter { padding-inline: 8px; }
  .cards li + li { border-block-start: 1px solid var(--bo-line); }
  .row-card { appearance: none; display: grid; gap: 4px; inline-size: 100%; padding: 12px 16px; border: 0; border-inline-start: 3px solid transparent; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
  .row-card:hover { background: var(--bo-ground); }
  .row-card[aria-current] { background: var(--bo-accent-soft); border-inline-start-color: var(--bo-accent); }
  .row-card:focus-visible { outline-offset: -2px; }
  .row-head { font-size: 13px; }
  .row-text { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; }
  .row-tags { display: flex; flex-wrap: wrap; gap: 6px; }
  .row-card[aria-current] .muted { color: color-mix(in srgb, var(--bo-muted) 80%, var(--bo-ink)); }
  .newcomers { appearance: none; inline-size: 100%; padding: 12px; border: 0; border-block: 1px solid var(--bo-line); background: none; color: var(--bo-accent); font: inherit; font-weight: 650; cursor: pointer; }
  .newcomers:hover { background: var(--bo-accent-soft); }
  .more { padding: 12px 16px; text-align: center; }
  .focus { overflow-y: auto; padding: 24px 28px 96px; display: grid; gap: 16px; align-content: start; justify-items: stretch; }
  .focus > * { max-inline-size: 720px; inline-size: 100%; min-inline-size: 0; }
  .card { display: grid; gap: 14px; padding: 20px 22px; }
  .card:focus { outline: none; }
  .context, .notes { display: grid; gap: 4px; color: var(--bo-muted); font-size: 13px; padding-inline-start: 12px; border-inline-start: 2px solid var(--bo-line); overflow-wrap: anywhere; }
  .notes { color: var(--bo-ink); border-inline-start-color: var(--bo-mark-line); }
  .where { overflow-wrap: anywhere; }
  .where strong { color: var(--bo-ink); }
  .message { font-size: 18px; line-height: 1.55; white-space: pre-wrap; overflow-wrap: anywhere; }
  .back { display: none; justify-self: start; inline-size: auto; margin-inline-start: -8px; }
  .acts { gap: 8px; }
  .acts .button { gap: 6px; padding-inline: 10px; }
  .reason label { font-weight: 500; color: var(--bo-muted); }
  aside { padding: 20px; background: var(--bo-surface); border-inline-start: 1px solid var(--bo-line); overflow-y: auto; display: grid; gap: 8px; align-content: start; overflow-wrap: anywhere; }
  aside .eyebrow { margin-block-start: 12px; }
  dl { display: grid; gap: 6px; }
  dl div { display: flex; justify-content: space-between; gap: 12px; }
  dd { font-weight: 650; font-variant-numeric: tabular-nums; }
  .bare { --bo-state-border: 0; --bo-state-radius: 0; }
  .all-read { display: inline-grid; place-items: center; inline-size: 40px; block-size: 40px; margin-block-end: 4px; border-radius: 50%; background: var(--bo-accent-soft); color: var(--bo-accent); }
  .done { block-size: 100%; display: grid; grid-template-rows: auto 1fr; }
  .done bo-list-state { align-self: center; inline-size: min(560px, 100% - 32px); justify-self: center; }

  @media (max-width: 1180px) {
    .queue { grid-template-columns: minmax(240px, 300px) minmax(0, 1fr); }
    .reading { display: block; overflow-y: auto; }
    .focus { overflow: visible; padding-block-end: 24px; }
    aside { border-inline-start: 0; border-block-start: 1px solid var(--bo-line); padding: 20px 28px 96px; overflow: visible; }
  }
  @media (max-width: 720px) {
    .queue { display: block; block-size: auto; }
    .column { border: 0; }
    .queue.opened .column, .queue:not(.opened) .reading { display: none; }
    .column-head .filters { flex-wrap: nowrap; overflow-x: auto; }
    .focus { padding: 12px 16px 20px; }
    aside { padding-inline: 20px; }
    .acts { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); }
    .acts > * { grid-column: span 3; }
    .acts > :is(:nth-child(1), :nth-child(3)):last-child { grid-column: 1 / -1; }
    .acts:has(> :nth-child(5)) > :nth-child(-n + 3) { grid-column: span 2; }
    .back { display: inline-flex; }
    .keys, .acts kbd { display: none; }
  }
`;
