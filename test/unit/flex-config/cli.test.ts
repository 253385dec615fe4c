import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evaluateCommand } from "@schedule-manager/flex-config/cli/evaluate-command";
import { exportCommand } from "@schedule-manager/flex-config/cli/export-command";
import { importCommand } from "@schedule-manager/flex-config/cli/import-command";
import { UsageError } from "@schedule-manager/flex-config/cli/read-config";
import { validateCommand } from "@schedule-manager/flex-config/cli/validate-command";

const NOW = Date.parse("2026-01-07T15:00:00Z");
const hours = {
  id: "hours",
  name: "Hours",
  isOpen: true,
  startTime: "08:00",
  endTime: "17:00",
  startDate: "",
};
const bad = { id: "bad", name: "Bad", isOpen: false, dateRRule: "FREQ=SOMETIMES" };
const support = {
  name: "Support",
  timeZone: "America/Chicago",
  manualClose: false,
  rules: ["hours"],
  aliases: ["Help"],
};

let folder: string;
let out: string[];
let err: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cli-"));
  out = [];
  err = [];
  jest.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
  jest.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function file(content: unknown): string {
  const path = join(folder, "config.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const evaluated = (args: readonly string[], content: unknown = { rules: [hours], schedules: [support] }) => {
  const code = evaluateCommand(["--config", file(content), ...args], NOW);
  return { code, answer: JSON.parse(out.join("")) as Record<string, unknown> };
};

describe("evaluate", () => {
  test("[CL1] without --at, prints the current status, the deciding rule and the next change", () => {
    expect(evaluated(["--name", "Support"])).toEqual({
      code: 0,
      answer: {
        name: "Support",
        timeZone: "America/Chicago",
        at: "2026-01-07T15:00:00Z",
        local: "2026-01-07T09:00:00-06:00",
        wallClock: null,
        isOpen: true,
        closedReason: "",
        rule: { id: "hours", name: "Hours" },
        nextChange: {
          at: "2026-01-07T23:00:00Z",
          local: "2026-01-07T17:00:00-06:00",
          isOpen: false,
          closedReason: "closed",
          rule: null,
        },
      },
    });
  });

  test.each([
    ["2026-01-07T14:00:00Z", "2026-01-07T14:00:00Z", true],
    ["2026-01-07T07:59", "2026-01-07T13:59:00Z", false],
    ["2026-01-07", "2026-01-07T06:00:00Z", false],
  ])("[CL2] --at %s is %s", (at, instant, isOpen) => {
    expect(evaluated(["--name", "Support", "--at", at]).answer).toMatchObject({ at: instant, isOpen });
  });

  test.each([
    ["2026-03-08T02:30", "2026-03-08T03:30:00-05:00", "skipped"],
    ["2026-11-01T01:30", "2026-11-01T01:30:00-05:00", "repeated"],
    ["2026-11-01T01:30-06:00", "2026-11-01T01:30:00-06:00", null],
  ])("[TZ12] --at %s is %s, and says of the wall clock: %s", (at, local, wallClock) => {
    expect(evaluated(["--name", "Support", "--at", at]).answer).toMatchObject({ local, wallClock });
  });

  test("[CL3] with a range, prints all its intervals", () => {
    const { answer } = evaluated([
      "--name",
      "Support",
      "--from",
      "2026-01-07",
      "--to",
      "2026-01-08T00:00-06:00",
    ]);
    expect(answer["timeline"]).toEqual([
      {
        from: "2026-01-07T06:00:00Z",
        to: "2026-01-07T14:00:00Z",
        isOpen: false,
        closedReason: "closed",
        rule: null,
      },
      {
        from: "2026-01-07T14:00:00Z",
        to: "2026-01-07T23:00:00Z",
        isOpen: true,
        closedReason: "",
        rule: { id: "hours", name: "Hours" },
      },
      {
        from: "2026-01-07T23:00:00Z",
        to: "2026-01-08T06:00:00Z",
        isOpen: false,
        closedReason: "closed",
        rule: null,
      },
    ]);
  });

  test("[CL4] finds a schedule by an alias, and reads a wrapped configuration", () => {
    expect(
      evaluated(["--name", "Help"], { data: { rules: [hours], schedules: [support] } }).answer["name"],
    ).toBe("Support");
  });

  test("[CL5] without a next change, prints how far it searched", () => {
    const { answer } = evaluated(["--name", "Support"], {
      rules: [],
      schedules: [{ ...support, rules: [] }],
    });
    expect(answer["nextChange"]).toEqual({ at: null, searchedTo: "2027-02-11T15:00:00Z" });
  });

  test("[CL6] warns about ignored rules, and evaluates without them", () => {
    const { answer } = evaluated(["--name", "Support"], {
      rules: [hours, bad],
      schedules: [{ ...support, rules: ["bad", "gone", "hours"] }],
    });
    expect(answer["isOpen"]).toBe(true);
    expect(err.join("")).toMatch(/"Bad" never matches[\s\S]*"gone" does not exist/);
  });

  test.each<[string, unknown, readonly string[], RegExp]>([
    ["an unknown name", undefined, ["--name", "Nobody"], /no schedule "Nobody"\. There are: "Support"/],
    ["no name", undefined, [], /npm run --silent evaluate/],
    ["half a range", undefined, ["--name", "Support", "--from", "2026-01-07"], /--from TIME --to TIME/],
    [
      "a range that ends before it begins",
      undefined,
      ["--name", "Support", "--from", "2026-01-08", "--to", "2026-01-07"],
      /--to must be after --from/,
    ],
    [
      "an empty range",
      undefined,
      ["--name", "Support", "--from", "2026-01-08", "--to", "2026-01-08"],
      /--to must be after --from/,
    ],
    [
      "millennia",
      undefined,
      ["--name", "Support", "--from", "0001-01-01", "--to", "9999-12-31"],
      /more than a century apart/,
    ],
    ["no schedules at all", { rules: [], schedules: [] }, ["--name", "Support"], /has no schedules/],
    ["an invalid time", undefined, ["--name", "Support", "--at", "noon"], /--at: "noon" is not an ISO 8601/],
    ["no JSON", "{", ["--name", "Support"], /is not JSON/],
    [
      "no configuration",
      { rules: [{ id: "r" }], schedules: [] },
      ["--name", "x"],
      /rules\[0\]\.isOpen: Add the field/,
    ],
    [
      "an unknown zone",
      { rules: [], schedules: [{ ...support, timeZone: "Mars/Olympus" }] },
      ["--name", "Support"],
      /time zone “Mars\/Olympus” is unknown/,
    ],
  ])("[CL7] %s is refused with an instruction", (_, content, args, message) => {
    const run = () => evaluated(args, content);
    expect(run).toThrow(UsageError);
    expect(run).toThrow(message);
    expect(out).toEqual([]);
  });

  test.each([
    ["--from", ["--from", "soon", "--to", "2026-01-08"]],
    ["--to", ["--from", "2026-01-08", "--to", "soon"]],
    ["--at", ["--at", "soon"]],
  ])("[CL7] an invalid %s is named", (option, args) => {
    expect(() => evaluated(["--name", "Support", ...args])).toThrow(new RegExp(`^${option}: `));
  });
});

describe("validate", () => {
  const lines = (): Record<string, unknown>[] =>
    out
      .join("")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  test("[CL8] prints findings as JSON lines with messages, and exits with 1 if any is an error", () => {
    expect(validateCommand(["--config", file({ rules: [hours, bad], schedules: [support] })], NOW)).toBe(1);
    expect(lines()).toContainEqual({
      code: "rrule-freq-unsupported",
      severity: "error",
      ruleId: "bad",
      params: { field: "dateRRule", part: "FREQ", value: "SOMETIMES" },
      message: "FREQ=SOMETIMES is not possible. Use DAILY, WEEKLY, MONTHLY or YEARLY.",
    });
  });

  test("[CL9] exits with 0 without an error", () => {
    const spare = { ...hours, id: "spare" };
    expect(validateCommand(["--config", file({ rules: [hours, spare], schedules: [support] })], NOW)).toBe(0);
    expect(lines().map(({ code }) => code)).toEqual(["rule-unused"]);
  });
});

describe("--help", () => {
  const commands = {
    evaluate: evaluateCommand,
    validate: validateCommand,
    import: importCommand,
    export: exportCommand,
  };

  test.each(Object.entries(commands))(
    "[CL10] %s prints its usage, and does nothing else",
    async (name, command) => {
      // Options that would otherwise be refused or executed.
      expect(await command(["--config", "nowhere.json", "--out", "nowhere.json", "--help"], NOW)).toBe(0);
      expect(out.join("")).toContain(`${name} -- --`);
      expect(err).toEqual([]);
    },
  );
});
