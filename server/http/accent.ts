/** The brand's colour on the server's own pages, with an ink that reads on it: AA in light and in dark. */
export function accentStyle(accent: string): string {
  // Half white, any colour is light enough for dark ink on it and for a dark page around it.
  const dark = `color-mix(in srgb,${accent} 50%,white)`;
  return `:root{--accent:${accent};--accent-ink:${accentInk(accent)}}
@media (prefers-color-scheme:dark){:root{--accent:${dark};--accent-ink:#0c1511}}
`;
}

/** Black or white, whichever reads better on `#rrggbb`. */
export const accentInk = (accent: string): '#000' | '#fff' => (luminance(accent) > 0.179 ? '#000' : '#fff');

/** The colour half white, written out: mail programs know no `color-mix`. */
export const darkAccent = (accent: string): string =>
  `#${channels(accent)
    .map((channel) =>
      Math.round((channel + 255) / 2)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Relative luminance of `#rrggbb`, as WCAG 2 counts it. */
function luminance(accent: string): number {
  const [red, green, blue] = channels(accent).map((channel) => linear(channel / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

const channels = (accent: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16));
