import { css } from 'lit';

export const conversationStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .messages {
    padding-bottom: 8px;
  }
  .messages > li:focus {
    background: var(--tint);
    outline: 0;
  }
  .state {
    padding: 40px 32px;
    color: var(--muted);
    text-align: center;
  }
  .led-to {
    background: var(--tint);
    outline: none;
  }
  .others {
    min-height: 44px;
    padding: 0 12px;
    color: var(--accent-text);
    font-weight: 600;
  }
  .typing:empty {
    display: none;
  }
  .typing {
    min-height: 24px;
    padding: 0 20px 4px;
    color: var(--muted);
    font-size: 13px;
  }
  .newer {
    position: sticky;
    bottom: 8px;
    display: block;
    min-height: 36px;
    padding: 0 16px;
    margin: 0 auto;
    border-radius: 18px;
    background: var(--accent);
    box-shadow: var(--shadow);
    color: var(--accent-ink);
    font-size: 13px;
    font-weight: 600;
  }
`;
