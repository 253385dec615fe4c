/** Against the stand-in in this process. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fetchConfigCommand } from "@schedule-manager/flex-config/cli/fetch-config-command";
import { UsageError } from "@schedule-manager/flex-config/cli/read-config";
import { acquire, apply } from "@schedule-manager/shared/sync/publish-protocol";
import { parseHead } from "@schedule-manager/shared/sync/layout-schema";
import { DEFAULT_SHARDS, HEAD, mapOf } from "@schedule-manager/shared/sync/layout";
import { must, type Rehearsal, rehearse } from "../../../integration/flex-config/support/rehearsal";
import { runInProcess } from "../../../integration/flex-config/support/run-in-process";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../../stand-in/dev-account";
import { smallFunctions } from "../deploy/small-functions";

jest.setTimeout(60_000);
const NOW = Date.parse("2026-03-02T10:00:00Z");
/** Milliseconds; pauses are shorter, and the time that a request may take is longer. */
const LONGEST_PAUSE = 5000;
const RULE = { name: "Day", isOpen: true };
const SCHEDULE = { name: "Support", timeZone: "UTC", manualClose: false, rules: ["day-1"] };

let rehearsal: Rehearsal;
let folder: string;
let out: string[];
let err: string[];
const environment = { ...process.env };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "fetch-config-"));
  rehearsal = await rehearse(runInProcess, smallFunctions);
  Object.assign(process.env, { ACCOUNT_SID, AUTH_TOKEN });
  [out, err] = [[], []];
  jest.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
  jest.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0);
});
afterEach(async () => {
  jest.restoreAllMocks();
  process.env = { ...environment };
  rmSync(folder, { recursive: true });
  await rehearsal.stop();
});

const service = () => rehearsal.client.sync.v1.services(SYNC_SERVICE_SID);
const put = (kind: "rule" | "schedule", key: string, data: unknown) =>
  service()
    .syncMaps(mapOf(kind, key, DEFAULT_SHARDS))
    .syncMapItems.create({ key, data });
const fetchConfig = async (...more: string[]): Promise<number> =>
  fetchConfigCommand(["--env", "/dev/null", "--to", rehearsal.standIn.url, ...more], NOW);
const file = (): string => join(folder, "saved.json");
const saved = (): unknown => JSON.parse(readFileSync(file(), "utf8"));

const setUp = async () => must(await rehearsal.run("sync"));

describe("fetch-config", () => {
  it("[FC1] saves the published items with their version and the time", async () => {
    await setUp();
    await put("rule", "day-1", RULE);
    await put("schedule", "support-1", SCHEDULE);
    expect([await fetchConfig("--out", file()), err]).toEqual([0, []]);
    expect(saved()).toEqual({
      version: "0",
      takenAt: "2026-03-02T10:00:00.000Z",
      rules: [{ id: "day-1", ...RULE }],
      schedules: [{ id: "support-1", ...SCHEDULE }],
    });
    expect(readFileSync(file(), "utf8")).toMatch(/^\{\n {2}"version"[^]*\}\n$/);
    expect(out).toEqual([`Saved 1 rules and 1 schedules of version 0 to ${file()}.\n`]);
  });

  it("[FC1] saves invalid items apart, and says how many", async () => {
    await setUp();
    await put("rule", "spoilt-1", { isOpen: "yes" });
    expect(await fetchConfig("--out", file())).toBe(0);
    expect(saved()).toMatchObject({
      rules: [],
      unreadable: [{ kind: "rule", id: "spoilt-1", data: { isOpen: "yes" } }],
    });
    expect(out[1]).toBe('1 items are invalid; they are stored under "unreadable".\n');
  });

  it("[FC4] a service without its set-up, and a publish in progress, are each reported in a line", async () => {
    expect([await fetchConfig("--out", file()), err]).toEqual([
      1,
      [expect.stringContaining("npm run deploy")],
    ]);
    await setUp();
    const document = await service().documents(HEAD).fetch();
    const head = parseHead(document.data);
    if (head === null) throw new Error("no head");
    const lease = { id: "publish-x", by: { identity: "ada" }, since: new Date(NOW).toISOString() };
    await service()
      .documents(HEAD)
      .update({ data: apply(acquire(head, lease)) });
    jest
      .spyOn(globalThis, "setTimeout")
      .mockImplementation(((work: () => void, ms: number) =>
        setImmediate(ms < LONGEST_PAUSE ? work : () => undefined)) as never);
    expect(await fetchConfig("--out", file())).toBe(1);
    expect(err.slice(1)).toEqual([expect.stringMatching(/^Other publishes .* \(publish-in-progress\)\n$/)]);
  });

  it("[FC4] an unwritable file is reported in a line", async () => {
    await setUp();
    expect(await fetchConfig("--out", join(folder, "none/saved.json"))).toBe(1);
    expect([out, err]).toEqual([[], [expect.stringMatching(/^Cannot write .*saved\.json: .*\n$/)]]);
  });

  it("[FC4] without a file, and with an address that is not encrypted, nothing is attempted", async () => {
    await expect(async () => fetchConfig()).rejects.toThrow(UsageError);
    expect(await fetchConfig("--out", file(), "--to", "http://example.com")).toBe(2);
    expect(err).toEqual([expect.stringMatching(/^--to must use https.*\(usage\)\n$/)]);
  });

  it("[CL10] --help explains the command", async () => {
    expect(await fetchConfig("--help")).toBe(0);
    expect(out).toEqual([expect.stringContaining("npm run fetch-config -- --out FILE")]);
  });
});
