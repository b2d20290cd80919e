import { css } from 'lit';

export const conversationDetailStyles = css`
  .detail { display: grid; gap: 16px; max-inline-size: 760px; margin-inline: auto; padding: 28px 32px 80px; }
  .back { display: none; justify-self: start; margin-inline-start: -8px; }
  header { display: grid; gap: 10px; padding-block-end: 18px; margin-block-end: 8px; border-block-end: 1px solid var(--bo-line); }
  h2 { font-size: 20px; line-height: 1.35; letter-spacing: -0.01em; overflow-wrap: anywhere; }
  .pill.open { background: var(--bo-surface); border: 1px solid var(--bo-line); }
  .pill.answered { background: var(--bo-accent-soft); color: var(--bo-accent); }
  .pill.deleted { background: var(--bo-danger-soft); color: var(--bo-danger); }
  .deleted-note { padding: 10px 14px; border-radius: 10px; background: var(--bo-danger-soft); color: var(--bo-danger); font-size: 13px; }
  .messages { display: grid; gap: 10px; padding-block-start: 12px; }
  .message { display: grid; gap: 4px; padding: 14px 18px; border: 1px solid var(--bo-line); border-radius: 14px; background: var(--bo-surface); }
  .message.held { border-color: color-mix(in srgb, var(--bo-mark-line) 50%, var(--bo-line)); }
  .message.hidden, .message.rejected, .message.removed { background: none; }
  .message.hidden .text, .message.rejected .text, .message.removed .text { color: var(--bo-muted); }
  .byline { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; }
  .byline strong { font-weight: 650; }
  .address { margin-inline-start: auto; font-variant-numeric: tabular-nums; }
  .text { font-size: 15px; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; }
  .acts { margin-inline-start: -8px; margin-block-end: -6px; }
  @media (max-width: 1000px) {
    .detail { padding: 16px 16px 72px; }
    .back { display: inline-flex; }
  }
`;
