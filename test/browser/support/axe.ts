import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

interface Axe {
  run(
    context: string,
    options: { rules: Readonly<Record<string, { enabled: boolean }>> },
  ): Promise<{
    violations: readonly { id: string; nodes: readonly { html: string; failureSummary?: string }[] }[];
  }>;
}

/** What axe finds wrong in the Schedule Manager, colours included, as `rule: place`; what Flex draws around it is Twilio's. */
export async function axeProblems(page: Page, within = "main"): Promise<readonly string[]> {
  await page.evaluate(await readFile(require.resolve("axe-core"), "utf8"));
  return page.evaluate(async (context) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(context, { rules: { region: { enabled: false } } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
    );
  }, within);
}
