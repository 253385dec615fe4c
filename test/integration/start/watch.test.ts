/** `npm start -- --watch` on a copy of the sources. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addressAfter, start, type Started } from "./process";
import { repositoryCopy } from "./repository-copy";

jest.setTimeout(300_000);

let copy: Awaited<ReturnType<typeof repositoryCopy>>;
let started: Started | undefined;
beforeAll(async () => {
  copy = await repositoryCopy();
});
afterAll(async () => {
  started?.child.kill("SIGKILL");
  await started?.ended;
  await copy.remove();
});

/** Replaces a text in a file. */
async function replaceIn(path: string, before: string, after: string): Promise<void> {
  const file = join(copy.root, path);
  const text = await readFile(file, "utf8");
  expect(text).toContain(before);
  await writeFile(file, text.replaceAll(before, after));
}

/**
 * A page that waits for reloads.
 * @returns waits for the next reload message, and returns it
 */
async function page(address: string): Promise<() => Promise<string>> {
  const { body } = await fetch(address);
  if (body === null) throw new Error("nothing to listen to");
  const reader = body.getReader();
  return async () => new TextDecoder().decode((await reader.read()).value);
}

const TEXTS = "plugin/src/i18n/messages/agents.ts";
const HEALTH = "functions/src/handlers/health.ts";

describe("npm start -- --watch", () => {
  it("[ST16] rebuilds saved sources, reloads open pages, and keeps the last build after an error", async () => {
    started = start(["--watch"], undefined, copy.root);
    await started.until("Press Ctrl-C to stop.");
    const flex = /http:\/\/localhost:\d+(?=\/\?as=)/.exec(started.output())?.[0] ?? "";
    const functions = addressAfter(started.output(), "Functions");
    const script = async (): Promise<string> => (await fetch(`${flex}/stand-in/plugin.js`)).text();
    const health = async (): Promise<object> => (await (await fetch(`${functions}/health`)).json()) as object;

    expect(await (await fetch(`${flex}/?as=ada`)).text()).toContain("/stand-in/reloads");
    const nextReload = await page(`${flex}/stand-in/reloads`);
    const first = await script();
    expect(first).toContain("Schedule Manager");

    await replaceIn(TEXTS, "const english = {", "const english = = {");
    await started.until("The plugin could not be built");
    expect(await script()).toBe(first);
    expect(await health()).not.toHaveProperty("savedAgain");

    await replaceIn(TEXTS, "const english = = {", "const english = {");
    await replaceIn(TEXTS, '"Schedule Manager"', '"Rebuilt Manager"');
    await replaceIn(HEALTH, "version:", "savedAgain: true,\n    version:");
    const failed = started.until("could not be built", 2).then(() => {
      throw new Error(`a build failed that should not:\n${started?.output()}`);
    });
    do expect(await Promise.race([nextReload(), failed])).toMatch(/^(data: reload\n\n)+$/);
    while (!(await script()).includes("Rebuilt Manager") || !("savedAgain" in (await health())));

    started.child.kill("SIGTERM");
    expect([await started.ended, started.errors()]).toEqual([0, ""]);
  });
});
