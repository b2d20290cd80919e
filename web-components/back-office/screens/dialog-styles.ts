import { css } from 'lit';

/** A form in a dialog. */
export const dialogStyles = css`
  wa-dialog { --width: 480px; }
  form { display: grid; gap: 16px; }
  .actions { justify-content: flex-end; }
`;
