import { resolve } from "node:path";
import { deployCommand } from "@schedule-manager/flex-config/deploy/command";
import type { DeployOptions, DeployReport } from "@schedule-manager/flex-config/deploy/deploy";

type DeployTools = Parameters<typeof deployCommand>[1];

const ROOT = resolve(__dirname, "../../../..");
const REPORT: DeployReport = {
  ok: true,
  dryRun: false,
  to: null,
  steps: [{ name: "sync", title: "Sync service", changes: ["create the map a"], notes: [] }],
  checkSchedule: null,
};
const failed = (code: NonNullable<DeployReport["error"]>["code"]): DeployReport => ({
  ...REPORT,
  ok: false,
  error: { code, message: "Say more." },
});

/** A run of the command whose deploy gives this report; it takes as long as npm's answer. */
async function run(args: readonly string[], report: DeployReport, more: Partial<DeployTools> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const given: DeployOptions[] = [];
  let asked = 0;
  const code = await deployCommand(args, {
    environment: {},
    root: ROOT,
    deploy: async (options) => {
      given.push(options);
      options.progress?.step("Sync service");
      await new Promise((done) => setImmediate(done));
      return report;
    },
    askNpm: async () => {
      asked += 1;
      return "999.0.0";
    },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    ...more,
  });
  return { code, out, err, given, asked };
}

describe("npm run deploy", () => {
  it("[DP16] prints its progress and its result", async () => {
    const { code, out, err, given } = await run(["sync", "--offline"], REPORT);
    expect([code, out, err]).toEqual([0, ["\nSync service", "\n1 change."], []]);
    expect(given).toMatchObject([{ args: ["sync", "--offline"], root: ROOT }]);
  });

  it("[DP16] prints one JSON object instead with --json, also of a failure", async () => {
    for (const report of [REPORT, failed("usage")]) {
      const { out, err } = await run(["--json", "--offline"], report);
      expect([out.map((text) => JSON.parse(text) as unknown), err]).toEqual([[report], []]);
    }
  });

  it.each([
    ["usage", 2],
    ["settings-invalid", 2],
    ["twilio-refused", 1],
  ] as const)("[DP10, DP16] a failure %s is printed on stderr, with exit code %i", async (code, exit) => {
    const result = await run(["--offline"], failed(code));
    expect([result.code, result.out]).toEqual([exit, ["\nSync service"]]);
    expect(result.err[0]).toBe(`\nNot finished (${code}). Say more.`);
  });

  it("[CL10] --help explains the command, and deploys nothing", async () => {
    const { code, out, given, asked } = await run(["sync", "--help"], REPORT);
    expect([code, out, given, asked]).toEqual([0, [expect.stringContaining("--dry-run")], [], 0]);
  });

  it("[DP27] says that npm has newer time zone data", async () => {
    const { err, out } = await run(["sync"], REPORT);
    expect(err).toEqual([expect.stringContaining("moment-timezone@999.0.0")]);
    expect(out.at(-1)).toBe("\n1 change.");
  });

  it.each<[string, readonly string[], Partial<DeployTools>]>([
    ["--offline", ["--offline"], {}],
    ["npm's own setting", [], { environment: { npm_config_offline: "true" } }],
  ])("[DP27] npm is not asked with %s", async (_, args, more) => {
    const { asked, err } = await run(args, REPORT, more);
    expect([asked, err]).toEqual([0, []]);
  });

  it("[DP27] the data that is shipped is no news", async () => {
    const { err } = await run([], REPORT, { askNpm: async () => "0.0.1" });
    expect(err).toEqual([]);
  });
});
