import { css } from 'lit';

export const alertsStyles = css`
  .alerts { display: grid; gap: 12px; }
  article { display: grid; gap: 10px; }
  .note { font-size: 16px; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; }
  .about { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 10px; padding: 8px 12px; border-radius: 8px; background: var(--bo-ground); overflow-wrap: anywhere; }
  .label-text { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; min-inline-size: 0; flex: 1 1 200px; }
  blockquote { margin: 0; padding: 2px 0 2px 12px; border-inline-start: 2px solid var(--bo-accent); overflow-wrap: anywhere; }
  blockquote p { white-space: pre-wrap; }
  form { display: grid; gap: 12px; }
  @media (max-width: 720px) {
    .foot .end { margin-inline-start: 0; }
  }
`;
