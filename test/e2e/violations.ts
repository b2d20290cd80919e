import axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What axe finds on the page, each with a little of where. */
export async function violations(page: Page): Promise<{ id: string; nodes: string[] }[]> {
  // A page's policy may forbid inline scripts, so axe comes through the debugger, not through the page.
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { violations: found } = await window.axe.run();
    return found.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 200)) }));
  });
}
