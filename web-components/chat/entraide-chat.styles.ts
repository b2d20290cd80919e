import { css } from 'lit';

export const chatStyles = css`
  :host {
    position: fixed;
    right: max(20px, env(safe-area-inset-right));
    bottom: calc(var(--entraide-bottom, 20px) + env(safe-area-inset-bottom));
    z-index: var(--entraide-layer, 2147483000);
    display: block;
  }
  :host([display='in-place']) {
    position: static;
  }
  .launcher {
    display: flex;
    align-items: center;
    gap: 12px;
    max-width: calc(100vw - 40px);
    min-height: 48px;
    padding: 0 20px 0 16px;
    border-radius: 24px;
    background: var(--accent);
    box-shadow: var(--shadow);
    color: var(--accent-ink);
    font-weight: 600;
    text-align: start;
  }
  .launcher .words {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .launcher .mark {
    position: relative;
    flex: none;
  }
  .unread {
    position: absolute;
    top: -8px;
    right: -6px;
    min-width: 18px;
    padding: 0 5px;
    border-radius: 9px;
    background: #c2341d;
    color: #fff;
    font-size: 12px;
    font-weight: 700;
    line-height: 18px;
    text-align: center;
  }
  .panel {
    display: flex;
    flex-direction: column;
    width: 384px;
    max-width: calc(100vw - 40px);
    height: 660px;
    max-height: calc(100dvh - 40px);
    overflow: hidden;
    border-radius: var(--radius);
    outline: 0;
    background: var(--surface);
    box-shadow: var(--shadow);
    animation: rise 160ms ease-out;
  }
  :host([display='in-place']) .panel {
    width: 100%;
    max-width: none;
    height: min(660px, 85dvh);
    border: 1px solid var(--line);
    box-shadow: none;
    animation: none;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  .body {
    flex: 1;
    min-height: 0;
  }
  .panel > entraide-list,
  .panel > entraide-conversation {
    flex: 1;
    min-height: 0;
  }
  .bar {
    padding: 6px 20px;
    background: var(--soft);
    color: var(--caution);
    font-size: 13px;
    line-height: 20px;
  }
  .bar:empty {
    padding: 0;
  }
  @media (max-width: 480px) {
    .launcher {
      max-width: 300px;
      font-size: 14px;
      line-height: 18px;
    }
    .launcher .words {
      display: -webkit-box;
      white-space: normal;
      text-wrap: balance;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    :host(:not([display='in-place'])) .panel {
      position: fixed;
      top: var(--sheet-top, 0);
      left: 0;
      width: 100vw;
      max-width: none;
      height: var(--sheet-height, 100dvh);
      max-height: none;
      border-radius: 0;
    }
  }
`;
