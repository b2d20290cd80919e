import { css } from 'lit';

/** Where things are: navigation beside, top bar above; below 900 px the navigation opens from the top bar. */
export const shellStyles = css`
  :host { display: grid; grid-template: 'nav bar' 56px 'nav main' minmax(0, 1fr) / 216px minmax(0, 1fr); block-size: 100dvh; }
  .skip { position: absolute; inset: 8px auto auto 8px; z-index: 50; padding: 8px 12px; background: var(--bo-surface); border-radius: 8px; }
  .skip:not(:focus) { clip-path: inset(50%); }
  nav { grid-area: nav; display: flex; flex-direction: column; gap: 2px; padding: 0 10px 16px; background: var(--bo-surface); border-inline-end: 1px solid var(--bo-line); overflow-y: auto; }
  .brand { display: flex; align-items: center; gap: 10px; min-block-size: 56px; padding-inline: 8px; font-weight: 650; font-size: 15px; overflow-wrap: anywhere; }
  .brand i { flex: none; inline-size: 18px; block-size: 18px; border-radius: 6px 6px 6px 2px; background: var(--bo-accent); }
  .brand select { inline-size: 100%; border: 0; background: none; color: inherit; font: inherit; padding: 6px 0; border-radius: 6px; cursor: pointer; }
  .brand option { background: var(--bo-raised); color: var(--bo-ink); }
  nav a { display: flex; align-items: center; gap: 10px; min-block-size: 36px; padding: 6px 10px; border-radius: 8px; color: var(--bo-muted); font-weight: 600; text-decoration: none; }
  nav a:hover { background: var(--bo-ground); color: var(--bo-ink); }
  nav a[aria-current='page'] { background: var(--bo-accent-soft); color: var(--bo-accent); }
  nav hr { inline-size: 100%; margin: 10px 0; border: 0; border-block-start: 1px solid var(--bo-line); }
  .count { margin-inline-start: auto; min-inline-size: 22px; padding: 1px 7px; border-radius: 99px; background: var(--bo-danger); color: var(--bo-on-danger); font-size: 12px; font-weight: 700; text-align: center; font-variant-numeric: tabular-nums; }
  .count.calm { background: var(--bo-accent-soft); color: var(--bo-accent); }
  header { grid-area: bar; display: flex; align-items: center; gap: 4px; padding-inline: 24px 16px; background: var(--bo-surface); border-block-end: 1px solid var(--bo-line); }
  .live { display: inline-flex; align-items: center; gap: 8px; margin-inline-end: auto; color: var(--bo-muted); font-size: 13px; }
  .live i { inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--bo-control-line); }
  .live.live-on i { background: var(--bo-accent); }
  .live.live-off i { background: var(--bo-warn); }
  .who { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  a.tool { min-inline-size: 36px; overflow: hidden; text-decoration: none; }
  .tool { appearance: none; display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-inline-size: 36px; min-block-size: 36px; padding: 0 10px; border: 0; border-radius: 8px; background: none; color: var(--bo-muted); font: inherit; font-size: 13px; font-weight: 600; cursor: pointer; }
  .tool:hover { background: var(--bo-ground); color: var(--bo-ink); }
  .menu { display: none; }
  main { grid-area: main; overflow: auto; outline: none; position: relative; }
  .center { display: grid; place-content: center; min-block-size: 60dvh; gap: 12px; padding: 24px; text-align: center; justify-items: center; }
  .center p { max-inline-size: 48ch; color: var(--bo-muted); }

  @media (max-width: 900px) {
    :host { grid-template: 'bar' 56px 'main' minmax(0, 1fr) / minmax(0, 1fr); }
    nav { display: none; position: fixed; inset: 56px 0 auto; z-index: 30; max-block-size: calc(100dvh - 56px); padding: 8px 12px 16px; border: 0; border-block-end: 1px solid var(--bo-line); box-shadow: var(--bo-shadow); }
    nav.open { display: flex; }
    nav a { min-block-size: 44px; }
    header { padding-inline: 8px; }
    .menu { display: inline-flex; color: var(--bo-ink); }
    .tool { min-block-size: 44px; min-inline-size: 44px; }
    .who { position: absolute; inline-size: 1px; block-size: 1px; clip-path: inset(50%); }
  }
`;
