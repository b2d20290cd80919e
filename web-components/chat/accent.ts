/** Gives an element the colour of the brand, and an ink that can be read on it. */
export function applyAccent({ style }: HTMLElement, accent: string | null): void {
  if (!accent || !CSS.supports('color', accent)) return;
  style.setProperty('--brand-accent', accent);
  style.setProperty('--brand-accent-ink', isLight(accent) ? '#111' : '#fff');
}

/** Whether black reads better than white on a colour written `#rrggbb`. */
function isLight(colour: string): boolean {
  const channels = /^#(..)(..)(..)$/
    .exec(colour)
    ?.slice(1)
    .map((channel) => linear(Number.parseInt(channel, 16) / 255));
  if (!channels) return false;
  const [red, green, blue] = channels as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.2;
}

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
