/** Each screen's code comes when it is first opened. */
import type { ScreenName } from '../router.ts';
import type { Screen } from './screen.ts';

const MODULES: Record<ScreenName, () => Promise<unknown>> = {
  queue: () => import('./queue.ts'),
  alerts: () => import('./alerts.ts'),
  conversations: () => import('./conversations.ts'),
  library: () => import('./library.ts'),
  blocks: () => import('./blocks.ts'),
  people: () => import('./people.ts'),
  recognition: () => import('./recognition.ts'),
  pages: () => import('./pages.ts'),
  'audit-log': () => import('./audit-log.ts'),
};

/** A new element of the screen, registered as `bo-<name>`. */
export async function loadScreen(name: ScreenName): Promise<Screen> {
  await MODULES[name]();
  return document.createElement(`bo-${name}`) as Screen;
}
