import type axe from "axe-core";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

/** axe's violations in the topmost element, contrast included, as `rule: place`. */
export async function axeProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(require.resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(async () => {
    const { axe: here } = window as unknown as { readonly axe: typeof axe };
    const front = document.querySelector("[role=dialog]") ?? document.querySelector("main") ?? document;
    const { violations } = await here.run(front);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}
