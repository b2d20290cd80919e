import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type svg from 'lucide-static/icons/star.svg?raw';

/** A drawing of the bundle: `import … from 'lucide-static/icons/….svg?raw'`. */
export type BundledSvg = typeof svg;

/**
 * A drawing in place, as its own markup, so that it takes the colour of the words beside it.
 * Only what was in the bundle has the type: no text of anybody's can be drawn.
 * @param size width and height, CSS pixels.
 */
export function inlineSvg(svg: BundledSvg, size: number) {
  const quiet = svg.replace('<svg', '<svg aria-hidden="true" focusable="false"');
  return unsafeHTML(quiet.replace(/(width|height)="24"/g, `$1="${size}"`));
}
