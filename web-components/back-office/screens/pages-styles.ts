import { css } from 'lit';

export const pagesStyles = css`
  .sections { display: grid; grid-template-columns: minmax(0, 1fr); gap: 28px; }
  section { display: grid; grid-template-columns: minmax(180px, 240px) minmax(0, 1fr); gap: 16px 40px; padding-block-start: 28px; border-block-start: 1px solid var(--bo-line); }
  section:first-of-type { border: 0; padding: 0; }
  section h2:focus { outline: none; }
  section h2 { margin-block-end: 4px; }
  .matter { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; align-content: start; }
  @media (max-width: 1000px) { section { grid-template-columns: minmax(0, 1fr); } }
`;
