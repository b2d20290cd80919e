import { css } from 'lit';

export const siteSettingsStyles = css`
  form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 18px; }
  .two { display: grid; grid-template-columns: 2fr 1fr; gap: 12px; }
  .narrow .input { inline-size: 96px; }
  .well { inline-size: 40px; block-size: 36px; padding: 3px; border: 1px solid var(--bo-control-line); border-radius: 8px; background: var(--bo-surface); cursor: pointer; }
  .hex { inline-size: 120px; font-variant-numeric: tabular-nums; }
  .sample { padding: 8px 16px; border-radius: 10px; font-weight: 600; font-size: 13px; }
  .poor { font-size: 13px; color: var(--bo-warn); }
  textarea.input { min-block-size: 76px; }
  .button[disabled] { opacity: 0.45; }
  @media (max-width: 560px) { .two { grid-template-columns: minmax(0, 1fr); } }
`;
