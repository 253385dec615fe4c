import { startInstance } from "./support/instance";
import { buildInto } from "./support/runtime";
import type { Built } from "./support/runtime";
import { EXAMPLE, startWorld } from "./support/world";
import type { World } from "./support/world";

jest.setTimeout(60_000);

let built: Built;
let world: World;
beforeAll(async () => {
  built = await buildInto();
  world = await startWorld(EXAMPLE, false);
});
afterAll(async () => {
  await world?.standIn.stop();
  await built?.remove();
});

const CALLER = "+15005550006";

/** The log output of a call: one line of JSON. */
async function lineOf(name: string, event: object): Promise<Record<string, unknown>> {
  const lines: string[] = [];
  const { headers } = await startInstance({
    folder: built.folder,
    name,
    twilioUrl: world.standIn.url,
    onLine: (line) => lines.push(line),
  }).call({ From: CALLER, ...event });
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0] ?? "") as Record<string, unknown>;
  expect(line).toMatchObject({
    function: name,
    requestId: headers["X-Request-Id"],
    ms: expect.any(Number) as number,
  });
  return line;
}

const ALWAYS = ["function", "requestId", "status", "ms"];
const ada = { Token: "flex-token-ada" };
const publish = JSON.stringify({
  id: "publish-logged",
  changes: [{ kind: "rule", id: "late-1", base: null, value: { name: "Late", isOpen: true } }],
});

describe("log lines", () => {
  it.each([
    ["check-schedule", { name: "Example" }, ["schedule", "isOpen", "closedReason", "stale", "version"]],
    ["check-schedule", { name: CALLER }, ["error"]],
    ["check-schedule", {}, ["error"]],
    ["admin/list", ada, ["version"]],
    ["sync-token", ada, ["right"]],
    ["admin/publish", { ...ada, publish }, ["publish", "by", "version", "changes", "skipped"]],
    ["admin/publish", { Token: "flex-token-sam", publish }, ["error"]],
    ["health", {}, []],
  ])("[FN64] of %s describe the call, and name nobody except a publisher", async (name, event, more) => {
    const line = await lineOf(name, event);
    expect(Object.keys(line).sort()).toEqual([...ALWAYS, ...more].sort());
    const { by, ...rest } = line;
    expect(by).toBe(more.includes("by") ? "ada_40example_2Ecom" : undefined);
    expect(JSON.stringify(rest)).not.toMatch(/ada|sam|example_2Ecom|15005550006|flex-token/);
  });
});
