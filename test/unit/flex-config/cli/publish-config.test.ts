/** With functions that answer by `fetch`; what they do is tested with the functions. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { publishConfigCommand } from "@schedule-manager/flex-config/cli/publish-config-command";
import { UsageError } from "@schedule-manager/flex-config/cli/read-config";
import type { PublishRequest } from "@schedule-manager/shared/api/api";

jest.mock("node:timers/promises", () => ({ setTimeout: jest.fn(async () => undefined) }));

const RULE = { name: "Day", isOpen: true };
const SCHEDULE = { name: "Support", timeZone: "UTC", manualClose: false, rules: ["day-1"] };
const LIVE = {
  rules: [{ id: "day-1", revision: "7", ...RULE }],
  schedules: [{ id: "support-1", revision: "8", ...SCHEDULE, status: { isOpen: true, closedReason: "" } }],
};
const FILE = { rules: [{ id: "day-1", ...RULE }], schedules: [{ id: "support-1", ...SCHEDULE }] };
const CHANGED = {
  rules: [
    ...FILE.rules.map((rule) => ({ ...rule, name: "Daytime" })),
    { id: "night-1", ...RULE, name: "Night" },
  ],
  schedules: FILE.schedules,
};

let folder: string;
let out: string[];
let err: string[];
let sent: { readonly path: string; readonly token: string | null; readonly publish: PublishRequest | null }[];
/** Answers of `admin/publish` before it accepts. */
let refusals: object[];
let listed: object;
const environment = { ...process.env };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "publish-config-"));
  [out, err, sent, refusals] = [[], [], [], []];
  listed = { data: LIVE, shards: 2, version: "4", versionIsDeployed: true, now: 0 };
  process.env["FLEX_TOKEN"] = "flex-token";
  jest.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
  jest.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0);
  jest.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
    const form = init?.body as URLSearchParams;
    const json = form.get("publish");
    const publish = json === null ? null : (JSON.parse(json) as PublishRequest);
    sent.push({ path: url as string, token: form.get("Token"), publish });
    if (publish === null) return Response.json(listed);
    return Response.json(
      refusals.shift() ?? { id: publish.id, version: "5", items: [], skipped: [], now: 0 },
    );
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
  rmSync(folder, { recursive: true });
});

function file(content: unknown): string {
  const path = join(folder, "config.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}
const publish = async (content: unknown, ...more: string[]): Promise<number> =>
  publishConfigCommand(["--from", file(content), "--functions", "https://functions", ...more]);
const paths = () => sent.map(({ path }) => path);

describe("publish-config", () => {
  it("[FC2] prints and publishes the differences on the published revisions", async () => {
    expect(await publish(CHANGED)).toBe(0);
    expect([out, err]).toEqual([
      [
        'change the rule "Daytime" (day-1)\n',
        'add the rule "Night" (night-1)\n',
        "Published 2 of 2 changes: version 5.\n",
      ],
      [],
    ]);
    expect(paths()).toEqual(["https://functions/admin/list", "https://functions/admin/publish"]);
    expect(sent.map(({ token }) => token)).toEqual(["flex-token", "flex-token"]);
    expect(sent[1]?.publish?.changes).toEqual([
      {
        kind: "rule",
        id: "day-1",
        base: { revision: "7", value: RULE },
        value: { ...RULE, name: "Daytime" },
      },
      { kind: "rule", id: "night-1", base: null, value: { ...RULE, name: "Night" } },
    ]);
  });

  it("[FC2] a dry run only prints the changes", async () => {
    expect(await publish(CHANGED, "--dry-run")).toBe(0);
    expect([out.length, paths()]).toEqual([2, ["https://functions/admin/list"]]);
  });

  it("[FC1] a file that is published has nothing to publish", async () => {
    expect(await publish(FILE)).toBe(0);
    expect([out, paths()]).toEqual([
      ["Everything in the file is already published.\n"],
      ["https://functions/admin/list"],
    ]);
  });

  it("[FC2] what the import of the file lost is printed, and the rest is published", async () => {
    const lossy = { ...CHANGED, rules: CHANGED.rules.map((rule) => ({ ...rule, id: `${rule.id}/` })) };
    expect(await publish(lossy)).toBe(0);
    expect(err.length).toBeGreaterThan(0);
    expect(out.at(-1)).toMatch(/^Published \d of \d changes/);
  });

  it("[FC4] a refusal is printed with its code and details", async () => {
    refusals = [{ error: { code: "not-allowed", message: "No.", details: { role: "agent" } } }];
    expect(await publish(CHANGED)).toBe(1);
    expect(err).toEqual(["No. (not-allowed)\n", '{\n  "role": "agent"\n}\n']);
  });

  it("[FC7] a refused token is printed with how to get another", async () => {
    listed = { error: { code: "token-invalid", message: "The token ended." } };
    expect(await publish(CHANGED)).toBe(1);
    expect(err).toEqual([
      "The token ended. (token-invalid)\n",
      expect.stringContaining("How to get a Flex token"),
    ]);
  });

  it("[FC5] a wait for Sync is printed in seconds, and the publish is repeated", async () => {
    refusals = [{ error: { code: "sync-busy", message: "m", details: { retryAfterMs: 2001 } } }];
    expect(await publish(CHANGED)).toBe(0);
    expect(jest.mocked(setTimeout).mock.calls).toEqual([[3000]]);
    expect(out.slice(2)).toEqual([
      "Waiting 3 s for Twilio Sync's rate limit.\n",
      "Published 2 of 2 changes: version 5.\n",
    ]);
  });

  it.each<[string, () => Promise<number>]>([
    ["no file", async () => publishConfigCommand(["--functions", "https://functions"])],
    [
      "an address of the functions without a token",
      async () => {
        process.env["FLEX_TOKEN"] = "";
        return publish(CHANGED);
      },
    ],
    ["a file that is no configuration", async () => publish({ rules: 5 })],
    ["a file that is no JSON", async () => publish("rules")],
  ])("[CL7] %s: nothing is sent", async (_, attempt) => {
    await expect(attempt).rejects.toThrow(UsageError);
    expect(sent).toEqual([]);
  });

  it("[DP26] a token is not sent unencrypted", async () => {
    expect(await publish(CHANGED, "--functions", "http://functions")).toBe(2);
    expect([err, sent]).toEqual([[expect.stringContaining("--functions must use https")], []]);
  });
});
