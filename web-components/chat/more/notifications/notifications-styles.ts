import { css } from 'lit';

export const notificationsStyles = css`
  .choice {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    min-height: 44px;
    padding: 11px 0;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 1px 0;
    accent-color: var(--accent);
  }
  .choice small {
    display: block;
  }
  .device {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: var(--accent-text);
    font-weight: 600;
    text-decoration: none;
  }
  .device:hover {
    text-decoration: underline;
  }
`;
