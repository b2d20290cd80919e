import { css } from 'lit';

/** A switch with its words: the label as a field's, the hint as a field's. */
export const switchStyles = css`
  wa-switch { inline-size: fit-content; }
  wa-switch::part(hint) { font-size: 13px; margin-block-start: 2px; }
  wa-switch::part(label) { font-weight: 600; font-size: 13px; }
`;
