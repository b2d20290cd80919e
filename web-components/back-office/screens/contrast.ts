/** Contrast of the accent colour a manager chooses, by the WCAG 2 formula. No DOM. */
export const AA_TEXT = 4.5;

/** `#rgb`, `rgb`, `#rrggbb` or `rrggbb`, whatever the case, as `#rrggbb`; null for anything else. */
export function parseColour(text: string): string | null {
  const hex = text.trim().replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{6}$/.test(hex)) return `#${hex}`;
  if (/^[0-9a-f]{3}$/.test(hex)) return `#${[...hex].map((digit) => digit + digit).join('')}`;
  return null;
}

/** From 1 (the same) to 21 (black on white). Both colours as `#rrggbb`. */
export function contrastRatio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export type AccentCheck = {
  onWhite: number;
  whiteText: boolean;
  text: '#ffffff' | '#1d211f';
  passes: boolean;
};

/** Whether an accent can carry words: as a button with its better text, and as text on a white page. */
export function checkAccent(accent: string): AccentCheck {
  const onWhite = contrastRatio(accent, '#ffffff');
  const whiteText = onWhite >= AA_TEXT;
  return { onWhite, whiteText, text: whiteText ? '#ffffff' : '#1d211f', passes: whiteText };
}

/** The nearest darker shade of the same colour that passes on white. */
export function darkenToPass(accent: string): string {
  let channels = channelsOf(accent);
  while (contrastRatio(hexOf(channels), '#ffffff') < AA_TEXT) {
    channels = channels.map((value) => Math.max(0, Math.floor(value * 0.97))) as Channels;
  }
  return hexOf(channels);
}

type Channels = [number, number, number];

function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const channelsOf = (colour: string) =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16)) as Channels;

const hexOf = (channels: Channels) =>
  `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
