/** The deploy's pure pieces, and those that only ask one address. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeployFailure } from "@schedule-manager/flex-config/deploy/failure";
import { healthy } from "@schedule-manager/flex-config/deploy/healthy";
import { Ledger, type Progress } from "@schedule-manager/flex-config/deploy/ledger";
import { differences, liveWins } from "@schedule-manager/flex-config/deploy/merge";
import { isOurFunctions } from "@schedule-manager/flex-config/deploy/our-functions";
import { printedProgress, printReport } from "@schedule-manager/flex-config/deploy/print";
import { runtimeOf } from "@schedule-manager/flex-config/deploy/runtime";
import { readValues, rehearsalValues } from "@schedule-manager/flex-config/deploy/values";
import { configurationFileOf, snapshotOf } from "@schedule-manager/flex-config/live/files";
import { folderFiles } from "@schedule-manager/flex-config/plugin-folder/files";
import { describeStep, describeTaken, type SetupStep } from "@schedule-manager/flex-config/setup/plan";

const fetched = jest.spyOn(globalThis, "fetch");
afterEach(() => fetched.mockReset());
afterAll(() => fetched.mockRestore());
const answers = (...given: (Response | Error)[]) => {
  for (const each of given) {
    if (each instanceof Error) fetched.mockRejectedValueOnce(each);
    else fetched.mockResolvedValueOnce(each);
  }
};

describe("the ledger of a run", () => {
  const heard = (): { lines: string[]; progress: Progress } => {
    const lines: string[] = [];
    return { lines, progress: printedProgress((line) => lines.push(line)) };
  };

  it("[DP16] makes changes, records them by step, and reports each event", async () => {
    const { lines, progress } = heard();
    const ledger = new Ledger(false, progress);
    const result = await ledger.step("a", "Step A", async () => {
      ledger.note("mind this");
      return ledger.change("make a thing", async () => 7);
    });
    await ledger.step("b", "Step B", async () => undefined);
    expect(result).toBe(7);
    expect(lines).toEqual(["\nStep A", "  ! mind this", "  ✓ make a thing", "\nStep B", "  nothing to do"]);
    expect(ledger.steps).toEqual([
      { name: "a", title: "Step A", changes: ["make a thing"], notes: ["mind this"] },
      { name: "b", title: "Step B", changes: [], notes: [] },
    ]);
  });

  it("[DP16] a dry run makes nothing, and names a change once", async () => {
    const { lines, progress } = heard();
    const ledger = new Ledger(true, progress);
    const make = jest.fn();
    await ledger.step("a", "A", async () => expect(await ledger.change("make a thing", make)).toBeNull());
    await ledger.step("b", "B", async () => {
      ledger.would("make a thing");
      ledger.would("make another");
    });
    expect(make).not.toHaveBeenCalled();
    expect(lines).toEqual(["\nA", "  would make a thing", "\nB", "  would make another"]);
  });

  it("[DP10] a failure names the change; one that has its own words keeps them", async () => {
    const ledger = new Ledger(false);
    const failing = (error: Error) =>
      ledger.step("a", "A", () => ledger.change("make it", () => Promise.reject(error)));
    await expect(failing(new DeployFailure("build-failed", "own words"))).rejects.toMatchObject({
      message: "own words",
    });
    const refused = Object.assign(new Error("no"), { status: 500, code: 20500 });
    await expect(failing(refused)).rejects.toMatchObject({
      code: "twilio-refused",
      message: expect.stringMatching(/^Could not make it: /) as string,
    });
    expect(ledger.steps.flatMap(({ changes }) => changes)).toEqual([]);
    expect(() => new Ledger(false).note("early")).toThrow("there is no step yet");
  });
});

describe("a run's last lines", () => {
  const step = (...changes: string[]) => ({ name: "a", title: "A", changes, notes: [] });
  const report = { ok: true, dryRun: false, to: null, steps: [step("a")], checkSchedule: null };
  const said = (more: object): string[] => {
    const lines: string[] = [];
    printReport({ ...report, ...more }, (line) => lines.push(line));
    return lines;
  };

  it.each<[object, string[]]>([
    [{}, ["\n1 change."]],
    [{ steps: [step("a", "b"), step("c")] }, ["\n3 changes."]],
    [{ steps: [step()] }, ["\nNothing to do."]],
    [{ dryRun: true }, ["\nDry run: 1 change; nothing was changed."]],
    [{ dryRun: true, steps: [] }, ["\nDry run: nothing to do; nothing was changed."]],
    [{ checkSchedule: "https://a/check" }, ["\n1 change.", "Check a schedule at https://a/check?name=…"]],
    [
      { ok: false, error: { code: "usage", message: "Say more." } },
      ["\nNot finished (usage). Say more.", "The changes ticked above are done; run this again to continue."],
    ],
    [
      { ok: false, steps: [step()], error: { code: "usage", message: "No." } },
      ["\nNot finished (usage). No."],
    ],
  ])("[DP16] for %j are %j", (more, lines) => {
    expect(said(more)).toEqual(lines);
  });
});

describe("merging Flex's configuration", () => {
  it("[DP6] adds what Flex lacks, and keeps every value of Flex, also lists and null", () => {
    const live = { a: 1, list: [1], deep: { x: null, y: { z: 1 } }, text: "" };
    const ours = {
      a: 2,
      list: [2, 3],
      deep: { x: 5, w: 6, y: { z: 2, q: 3 } },
      text: { no: 1 },
      fresh: { b: [] },
    };
    expect(liveWins(ours, live)).toEqual({
      a: 1,
      list: [1],
      deep: { x: null, w: 6, y: { z: 1, q: 3 } },
      text: "",
      fresh: { b: [] },
    });
    expect(live).toEqual({ a: 1, list: [1], deep: { x: null, y: { z: 1 } }, text: "" });
  });

  it("[DP16] names each difference by its dotted path", () => {
    const before = { a: 1, same: [1], deep: { b: 1, gone: 2 } };
    const after = { a: 2, same: [1], deep: { b: 1, c: { d: null } }, e: [1] };
    expect(differences(before, after)).toEqual([
      ["a", 2],
      ["deep.c.d", null],
      ["e", [1]],
    ]);
    expect(differences(after, after)).toEqual([]);
  });
});

describe("the values of a deploy", () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), "values-"))));
  afterEach(() => rmSync(root, { recursive: true }));

  it("[DP30] come from .env, overridden by the environment, and only by known names", () => {
    writeFileSync(join(root, ".env"), "ACCOUNT_SID=AC1\nEDITOR_ROLES=wfo\nPATH_TO=x\n");
    expect(readValues(root, null, { EDITOR_ROLES: "admin", HOME: "/" })).toEqual({
      ACCOUNT_SID: "AC1",
      EDITOR_ROLES: "admin",
    });
    expect(readValues(join(root, "none"), null, { AGENTS: "5" })).toEqual({ AGENTS: "5" });
  });

  it("[DP30] come from a named file, which must be readable", () => {
    writeFileSync(join(root, "other"), "AUTH_TOKEN='t'");
    expect(readValues(root, join(root, "other"), {})).toEqual({ AUTH_TOKEN: "t" });
    const before = process.env["INIT_CWD"];
    process.env["INIT_CWD"] = root;
    expect(readValues("/", "other", {})).toEqual({ AUTH_TOKEN: "t" });
    expect(() => readValues(root, "absent", {})).toThrow(
      expect.objectContaining({
        code: "usage",
        message: expect.stringMatching(/^Cannot read absent: /) as string,
      }) as Error,
    );
    if (before === undefined) delete process.env["INIT_CWD"];
    else process.env["INIT_CWD"] = before;
  });

  const ACCOUNT = { ACCOUNT_SID: "ACdev", AUTH_TOKEN: "dev", SYNC_SERVICE_SID: "ISdev" };
  const REAL = {
    ACCOUNT_SID: "ACreal",
    AUTH_TOKEN: "secret",
    API_KEY: "SK",
    API_SECRET: "s",
    SYNC_SERVICE_SID: "IS",
    WORKFLOW_SID: "WW",
    VOICE_CHANNEL_SID: "TC",
    AGENTS: "5",
  };

  it("[DP30] a rehearsal replaces the real account's, and keeps the rest", async () => {
    answers(Response.json({ ...ACCOUNT, HOME: "/" }));
    expect(await rehearsalValues(REAL, "http://localhost:1")).toEqual({ ...ACCOUNT, AGENTS: "5" });
    expect(fetched.mock.calls[0]?.[0]).toBe("http://localhost:1/stand-in/account");
  });

  it("[DP30] with the stand-in's own account, the given values win; without one, they stay", async () => {
    const own = { ...REAL, ACCOUNT_SID: "ACdev" };
    answers(Response.json(ACCOUNT));
    expect(await rehearsalValues(own, "http://localhost:1")).toEqual({ ...ACCOUNT, ...own });
    answers(new Response("", { status: 404 }));
    expect(await rehearsalValues(REAL, "http://localhost:1")).toEqual(REAL);
    answers(new Error("refused"));
    await expect(rehearsalValues(REAL, "http://localhost:1")).rejects.toMatchObject({
      code: "twilio-unreachable",
    });
  });
});

describe("the health of deployed functions", () => {
  it("[DP1] is asked for until it is well", async () => {
    const waits: number[] = [];
    const wait = async (ms: number): Promise<void> => void waits.push(ms);
    answers(new Error("ENOTFOUND"), new Response("starting", { status: 503 }), new Response("{}"));
    await healthy({ to: null, wait }, "a-1234.twil.io");
    expect(fetched.mock.calls.map(([url]) => url)).toEqual(Array(3).fill("https://a-1234.twil.io/health"));
    expect(waits).toEqual([1000, 1000]);
  });

  it("[DP10] is given up after half a minute, with the last answer", async () => {
    fetched.mockImplementation(async () => new Response(`no key${"x".repeat(400)}`, { status: 503 }));
    const failure = healthy({ to: "http://localhost:1", wait: async () => undefined }, "a-1234.twil.io");
    await expect(failure).rejects.toMatchObject({
      code: "functions-silent",
      message: expect.stringContaining(`: 503 no key${"x".repeat(294)}. See`) as string,
    });
    expect(fetched).toHaveBeenCalledTimes(30);
  });

  const HEALTH = { ok: false, version: "1", now: 5, tzdata: "", catalogue: null, snapshot: null };
  it.each<[string, unknown, string, boolean]>([
    ["a domain", "a.twil.io", JSON.stringify(HEALTH), true],
    ["an address", " https://a.twil.io/x ", JSON.stringify(HEALTH), true],
    ["an address of this machine", "http://localhost:3000", JSON.stringify(HEALTH), true],
    ["one field less", "a.twil.io", JSON.stringify({ ...HEALTH, snapshot: undefined }), false],
    ["another type", "a.twil.io", JSON.stringify({ ...HEALTH, now: "5" }), false],
    ["a version that is no text", "a.twil.io", JSON.stringify({ ...HEALTH, version: 1 }), false],
    ["no health", "a.twil.io", JSON.stringify({ ...HEALTH, ok: "yes" }), false],
    ["a list", "a.twil.io", "[]", false],
    ["no JSON", "a.twil.io", "<html>", false],
  ])("[DP22] %s (%j) that answers %s: is ours %s", async (_, domain, body, ours) => {
    answers(new Response(body));
    expect(await isOurFunctions({ to: null, wait: async () => undefined }, domain)).toBe(ours);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it.each([undefined, null, 7, "", " ", "http://a.twil.io", "ftp://a.twil.io", "a b c"])(
    "[DP22] %j is no domain, and is not asked",
    async (domain) => {
      expect(await isOurFunctions({ to: null, wait: async () => undefined }, domain)).toBe(false);
      expect(fetched).not.toHaveBeenCalled();
    },
  );

  it("[DP22] a domain that does not answer is asked three times", async () => {
    const waits: number[] = [];
    answers(new Error("reset"), new Response("", { status: 502 }), new Response(JSON.stringify(HEALTH)));
    const wait = async (ms: number): Promise<void> => void waits.push(ms);
    expect(await isOurFunctions({ to: null, wait }, "a.twil.io")).toBe(true);
    answers(new Error("a"), new Error("b"), new Error("c"));
    expect(await isOurFunctions({ to: null, wait }, "a.twil.io")).toBe(false);
    expect([fetched.mock.calls.length, waits]).toEqual([6, [1000, 1000, 1000, 1000]]);
  });
});

it.each([
  [null, "node22"],
  [{}, "node22"],
  [{ runtime: "node18" }, "node22"],
  [{ runtime: "node22" }, "node22"],
  [{ runtime: "node24" }, "node24"],
])("[DP23] after a build %j, the runtime is %s", (build, runtime) => {
  expect(runtimeOf(build)).toBe(runtime);
});

describe("the published items as files", () => {
  const rule = { name: "Day", isOpen: true };
  const schedule = { name: "S", timeZone: "UTC", manualClose: false, rules: ["day-1"] };
  const live = {
    generation: 7,
    items: [
      { kind: "rule", id: "day-1", data: rule },
      { kind: "rule", id: "spoilt-1", data: { isOpen: "yes" } },
      { kind: "schedule", id: "s-1", data: schedule },
    ],
  } as const;

  it("[DP15] the functions' fallback has every item as it is stored", () => {
    expect(snapshotOf(live, "now")).toEqual({
      generation: 7,
      takenAt: "now",
      schedules: { "s-1": schedule },
      rules: { "day-1": rule, "spoilt-1": { isOpen: "yes" } },
    });
  });

  it("[FC1] a configuration file has the invalid items apart", () => {
    expect(configurationFileOf(live, "now")).toEqual({
      version: "7",
      takenAt: "now",
      rules: [{ id: "day-1", ...rule }],
      schedules: [{ id: "s-1", ...schedule }],
      unreadable: [live.items[1]],
    });
    expect(configurationFileOf({ ...live, items: [] }, "now")).toEqual({
      version: "7",
      takenAt: "now",
      rules: [],
      schedules: [],
    });
  });
});

it("[PF1] the folder for Twilio's plugin tools pins the versions of the plugin's own packages", () => {
  const files = folderFiles({ plugin: "1.2.3", flexUi: "2.17.1", react: "17.0.2", reactDom: "17.0.3" });
  expect(Object.keys(files)).toEqual([
    "package.json",
    "src/index.js",
    "webpack.config.js",
    "public/appConfig.js",
    "stub-fs/package.json",
    "stub-fs/index.js",
    "README.md",
  ]);
  expect(JSON.parse(files["package.json"] ?? "")).toMatchObject({
    name: "plugin-flex-schedule-manager",
    version: "1.2.3",
    private: true,
    dependencies: { react: "17.0.2", "react-dom": "17.0.3", "@twilio/flex-plugin": "7.1.2" },
    devDependencies: { "@twilio/flex-ui": "2.17.1" },
    overrides: { fs: "file:./stub-fs" },
  });
  expect(files["src/index.js"]?.match(/loadPlugin/g)).toHaveLength(1);
  expect(files["webpack.config.js"]).toContain('"bundle/plugin-flex-schedule-manager.js"');
  expect(JSON.parse(files["stub-fs/package.json"] ?? "")).toEqual({
    name: "fs",
    version: "0.0.1-security",
    main: "index.js",
  });
  expect(files["stub-fs/index.js"]).toBe("module.exports = {};\n");
});

describe("the steps of a set-up in words", () => {
  const map = { type: "map", name: "rules-0-of-3" } as const;
  const rights = { read: true, write: false, manage: false };
  it.each<[SetupStep, string]>([
    [{ type: "enable-acl" }, "turn on access control for the Sync service"],
    [{ type: "remove", object: map }, "delete the map rules-0-of-3, to create it again"],
    [{ type: "create", object: { ...map, rights: {} } }, "create the map rules-0-of-3"],
    [{ type: "revoke", object: map, identity: "x" }, "revoke the permissions of x on rules-0-of-3"],
    [{ type: "permit", object: map, identity: "x", rights }, "let x read rules-0-of-3"],
    [
      { type: "permit", object: map, identity: "x", rights: { ...rights, write: true } },
      "let x read and write rules-0-of-3",
    ],
    [{ type: "keep", object: map }, "keep the map rules-0-of-3 from expiring"],
    [{ type: "keep", object: map, key: "a" }, "keep the item a of rules-0-of-3 from expiring"],
  ])("[DP16] %j", (step, words) => {
    expect(describeStep(step)).toBe(words);
  });

  it.each([
    [
      { ...map, createdBy: "system", items: 5 },
      /^The map rules-0-of-3 has 5 items, but there is no document head\. /,
    ],
    [
      { ...map, createdBy: "eve", items: 2 },
      /^"eve" created the map rules-0-of-3 with 2 items before its first use\. /,
    ],
    [{ ...map, createdBy: "eve", items: 1 }, / with 1 item before its first use\. /],
    [{ ...map, createdBy: "eve", items: 0 }, /^"eve" created the map rules-0-of-3 before its first use\. /],
    [
      { type: "document", name: "head", createdBy: "eve", items: 0 } as const,
      /^"eve" created the document head before/,
    ],
  ])("[SU6] %j is said to be in the way", (taken, words) => {
    expect(describeTaken(taken)).toMatch(words);
  });
});
