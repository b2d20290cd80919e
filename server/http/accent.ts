/** The brand's colour on the server's own pages, with an ink that reads on it: AA in light and in dark. */
export function accentStyle(accent: string): string {
  const ink = luminance(accent) > 0.179 ? '#000' : '#fff';
  // Half white, any colour is light enough for dark ink on it and for a dark page around it.
  const dark = `color-mix(in srgb,${accent} 50%,white)`;
  return `:root{--accent:${accent};--accent-ink:${ink}}
@media (prefers-color-scheme:dark){:root{--accent:${dark};--accent-ink:#0c1511}}
`;
}

/** Relative luminance of `#rrggbb`, as WCAG 2 counts it. */
function luminance(accent: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(accent.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
