import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on the page, each with a little of where. */
export async function violations(page: Page): Promise<{ id: string; nodes: string[] }[]> {
  // A page's policy may forbid inline scripts, so axe comes through the debugger, not through the page.
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: found } = await axe.run();
    return found.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 200)) }));
  });
}
