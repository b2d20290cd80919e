import sharp from 'sharp';

const USUAL = '#1f7053';

/** The mark of the chat in a brand's colour, `#rrggbb`, with room around it for any shape a system cuts it to. */
export function appIcon(accent: string | null): string {
  const colour = accent && /^#[0-9a-f]{6}$/i.test(accent) ? accent : USUAL;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${colour}"/><path fill="${inkOn(colour)}" d="M352 144H208a64 64 0 0 0-64 64v160h160a64 64 0 0 0 64-64V160a16 16 0 0 0-16-16z"/></svg>`;
}

/** The same as PNG, `size` pixels wide. */
export async function appIconPng(accent: string | null, size: number): Promise<Buffer> {
  const key = `${accent} ${size}`;
  const known =
    drawn.get(key) ??
    sharp(Buffer.from(appIcon(accent)))
      .resize(size)
      .png()
      .toBuffer();
  drawn.set(key, known);
  return await known;
}

/** One for each brand and size there is. */
const drawn = new Map<string, Promise<Buffer>>();

/** Black or white, whichever is further from the colour: WCAG 2's relative luminance. */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
