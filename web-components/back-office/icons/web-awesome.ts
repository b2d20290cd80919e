/** Web Awesome's icons would come from a CDN: its few come from our own server instead. */
import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import check from 'lucide-static/icons/check.svg?no-inline';
import down from 'lucide-static/icons/chevron-down.svg?no-inline';
import right from 'lucide-static/icons/chevron-right.svg?no-inline';
import minus from 'lucide-static/icons/minus.svg?no-inline';
import close from 'lucide-static/icons/x.svg?no-inline';

const URLS: Record<string, string> = {
  check,
  minus,
  xmark: close,
  'circle-xmark': close,
  'chevron-down': down,
  'chevron-right': right,
};
const resolver = (name: string) => URLS[name] ?? '';

registerIconLibrary('default', { resolver });
registerIconLibrary('system', { resolver });
