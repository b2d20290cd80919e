import { css } from 'lit';

/** Each colour on its own tint: at least 4.5 to 1, light and dark. A class of a colour gives both to what is in it. */
export const badgeColours = css`
  .green {
    --badge-ink: light-dark(#17573f, #7fd6b0);
    --badge-soft: light-dark(#e7f2ed, #1c3128);
  }
  .blue {
    --badge-ink: light-dark(#1c4f8f, #97c1f5);
    --badge-soft: light-dark(#e6effa, #1b2b40);
  }
  .violet {
    --badge-ink: light-dark(#5b3a94, #c6aef2);
    --badge-soft: light-dark(#f0eaf9, #2d2440);
  }
  .rose {
    --badge-ink: light-dark(#97264f, #f2a6c0);
    --badge-soft: light-dark(#fbe9f0, #3d2029);
  }
  .amber {
    --badge-ink: light-dark(#7a4d00, #eec27a);
    --badge-soft: light-dark(#fdf1dc, #362b18);
  }
  .slate {
    --badge-ink: light-dark(#434d48, #b9c3bd);
    --badge-soft: light-dark(#eceff0, #29302d);
  }
`;
