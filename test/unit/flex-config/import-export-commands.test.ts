import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { exportCommand } from "@schedule-manager/flex-config/cli/export-command";
import { importCommand } from "@schedule-manager/flex-config/cli/import-command";
import { UsageError } from "@schedule-manager/flex-config/cli/read-input";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { calendar, event, GOOGLE, OUTLOOK } from "../shared/import-export/ical/calendars";
import { TWILIO_CONFIG } from "../shared/import-export/configuration/twilio-config";

const ROOT = resolve(__dirname, "../../..");
const NOW = Date.UTC(2026, 0, 15);

let folder = "";
const file = (name: string): string => join(folder, name);
const put = (name: string, contents: string): string => {
  writeFileSync(file(name), contents);
  return file(name);
};
const written = (name: string): Configuration =>
  JSON.parse(readFileSync(file(name), "utf8")) as Configuration;

let output = "";
let complaints = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "transfer-"));
  output = "";
  complaints = "";
  jest.spyOn(process.stdout, "write").mockImplementation((chunk) => ((output += String(chunk)), true));
  jest.spyOn(process.stderr, "write").mockImplementation((chunk) => ((complaints += String(chunk)), true));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const lines = (): Record<string, unknown>[] =>
  output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const run = async (...args: string[]): Promise<number> => importCommand(args, NOW);
const twilio = (): string => put("config.json", JSON.stringify(TWILIO_CONFIG));

describe("import", () => {
  it("[CF6] imports Twilio's file, and exits with 0 when nothing is missing", async () => {
    expect(await run("--from", twilio(), "--to", file("out.json"))).toBe(0);
    expect(lines()).toEqual([]);
    expect(complaints).toContain("4 new, 0 changed, 0 unchanged");
    expect(written("out.json").rules).toHaveLength(3);
  });

  it("[CF6] prints items to correct as JSON lines, and exits with 1", async () => {
    const [christmas] = TWILIO_CONFIG.rules;
    const from = put(
      "config.json",
      JSON.stringify({
        rules: [{ ...christmas, dateRRule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO" }],
        schedules: [],
      }),
    );
    expect(await run("--from", from, "--to", file("out.json"))).toBe(1);
    expect(lines()).toMatchObject([
      {
        kind: "rule",
        name: "Christmas Day",
        code: "start-date-needed",
        params: { part: "INTERVAL" },
        isImported: false,
      },
    ]);
    expect(lines()[0]?.["message"]).toContain("The recurrence counts from a start date");
  });

  it("[CF14] asks about 23:59 once, and takes the answer", async () => {
    const [christmas] = TWILIO_CONFIG.rules;
    const late = { ...christmas, startTime: "18:00", endTime: "23:59" };
    const rules = [late, { ...late, id: "late-2", name: "Second" }];
    const from = put("config.json", JSON.stringify({ rules, schedules: [] }));
    const ends = (): unknown[] => written("out.json").rules.map(({ endTime }) => endTime);
    expect(await run("--from", from, "--to", file("out.json"))).toBe(1);
    expect(lines()).toMatchObject([{ code: "ends-2359", name: "Christmas Day, Second", isImported: false }]);
    expect(ends()).toEqual(["23:59", "23:59"]);
    output = "";
    expect(await run("--from", from, "--to", file("out.json"), "--midnight", "no")).toBe(0);
    expect(ends()).toEqual(["23:59", "23:59"]);
    expect(await run("--from", from, "--to", file("out.json"), "--midnight", "yes")).toBe(0);
    expect(lines()).toEqual([]);
    expect(ends()).toEqual(["00:00", "00:00"]);
    await expect(run("--from", from, "--to", file("out.json"), "--midnight", "maybe")).rejects.toThrow(
      UsageError,
    );
  });

  it.each([
    ["no time zone", { name: "Support", manualClose: true, rules: [] }],
    ["an empty time zone", { name: "Support", timeZone: "", manualClose: true, rules: [] }],
  ])("[CF12] refuses a file with %s until --time-zone gives one", async (_case, schedule) => {
    const from = put("library.json", JSON.stringify({ rules: [], schedules: [schedule] }));
    await expect(run("--from", from, "--to", file("out.json"))).rejects.toThrow(
      new UsageError(`${from} does not say its time zone. Give it: --time-zone Europe/Berlin`),
    );
    expect(existsSync(file("out.json"))).toBe(false);
    await expect(
      run("--from", from, "--to", file("out.json"), "--time-zone", "Mars/Olympus"),
    ).rejects.toThrow(
      new UsageError("There is no time zone Mars/Olympus. Write an IANA name such as Europe/Berlin."),
    );
    expect(await run("--from", from, "--to", file("out.json"), "--time-zone", "Asia/Tokyo")).toBe(0);
    expect(lines()).toEqual([]);
    expect(written("out.json").schedules).toMatchObject([
      { name: "Support", timeZone: "Asia/Tokyo", manualClose: true, rules: [] },
    ]);
  });

  const MIXED = calendar(
    ...event("UID:1", "SUMMARY:Feast", "DESCRIPTION:Public holiday", "DTSTART;VALUE=DATE:20260601"),
    ...event("UID:2", "SUMMARY:Jokes", "DESCRIPTION:Observance", "DTSTART;VALUE=DATE:20260602"),
    ...event("UID:3", "SUMMARY:Made up", "CATEGORIES:Workday", "DTSTART;VALUE=DATE:20260606"),
    ...event("UID:4", "SUMMARY:Maybe", "STATUS:TENTATIVE", "DTSTART;VALUE=DATE:20260604"),
    ...event("UID:5", "SUMMARY:Birthday", "TRANSP:TRANSPARENT", "DTSTART;VALUE=DATE:20260605"),
  );

  it.each<[string, readonly string[], readonly string[], readonly string[], number]>([
    ["by default", [], ["Feast", "Jokes", "Made up+"], ["Maybe", "Birthday"], 1],
    ["a group", ["--only", "public holiday"], ["Feast"], [], 0],
    ["a name", ["--only", "Jokes", "--only", "Feast"], ["Feast", "Jokes"], [], 0],
    ["what is off", ["--only", "tentative"], ["Maybe"], ["Maybe"], 0],
    ["all but a group", ["--skip", "Observance"], ["Feast", "Made up+"], ["Maybe", "Birthday"], 1],
    ["said to be left out", ["--skip", "tentative", "--skip", "free"], ["Feast", "Jokes", "Made up+"], [], 0],
    ["both", ["--only", "Observance", "--only", "Feast", "--skip", "Jokes"], ["Feast"], [], 0],
    ["working days closed", ["--only", "working days", "--close-group", "working days"], ["Made up"], [], 0],
    ["a group open", ["--only", "Observance", "--open-group", "Observance"], ["Jokes+"], [], 0],
  ])("[CF13] takes the events of groups or names: %s", async (_case, options, names, listed, code) => {
    const args = [
      "--from",
      put("mixed.ics", MIXED),
      "--to",
      file("out.json"),
      "--time-zone",
      "UTC",
      ...options,
    ];
    expect(await run(...args, "--hours", "09:00-17:00")).toBe(code);
    const { rules } = written("out.json");
    expect(rules.map(({ name, isOpen }) => `${name}${isOpen ? "+" : ""}`).sort()).toEqual([...names].sort());
    expect(rules.every(({ isOpen, startTime }) => isOpen === (startTime === "09:00"))).toBe(true);
    expect(lines().map(({ summary }) => summary)).toEqual(listed);
  });

  it.each([
    ["--only", "Nothing"],
    ["--skip", "Nothing"],
    ["--open-group", "Feast"],
    ["--close-group", "Nothing"],
    ["--hours", "9-17"],
  ])(
    "[CF13] refuses %s %s and writes nothing; for an unknown group it names the groups",
    async (option, value) => {
      const args = ["--from", put("mixed.ics", MIXED), "--to", file("out.json"), "--time-zone", "UTC"];
      const refused = run(...args, option, value);
      await expect(refused).rejects.toThrow(UsageError);
      await expect(refused).rejects.toThrow(
        option === "--hours" ? "09:00-17:00" : /"Observance" \(1\).*"tentative" \(1, off\)/,
      );
      expect(existsSync(file("out.json"))).toBe(false);
    },
  );

  it("[CF6] adds a calendar's rules to a schedule in its zone, without a change the second time", async () => {
    const google = put("feast.ics", GOOGLE);
    const into = ["--from", google, "--config", twilio(), "--schedule", "Example"];
    expect(await run(...into, "--to", file("out.json"))).toBe(0);
    const { rules, schedules } = written("out.json");
    expect(rules[3]).toMatchObject({ name: "Founders, Day", isOpen: false, closedReason: "holiday" });
    expect(schedules[0]?.rules).toEqual([...TWILIO_CONFIG.schedules[0].rules, rules[3]?.id]);
    expect(
      await run(
        "--from",
        google,
        "--config",
        file("out.json"),
        "--schedule",
        "Example",
        "--to",
        file("again.json"),
      ),
    ).toBe(0);
    expect(written("again.json")).toEqual(written("out.json"));
    expect(complaints).toContain("0 new, 0 changed");
  });

  it("[CF6] creates a missing schedule for a calendar if its zone is given", async () => {
    const from = put("feast.ics", OUTLOOK);
    const args = ["--from", from, "--schedule", "Büro", "--to", file("out.json"), "--reason", "feast"];
    await expect(run(...args)).rejects.toThrow("Add its zone");
    expect(await run(...args, "--time-zone", "Europe/Berlin")).toBe(0);
    expect(written("out.json")).toMatchObject({
      rules: [{ name: "Tag der Deutschen Einheit", closedReason: "feast" }],
      schedules: [{ name: "Büro", timeZone: "Europe/Berlin" }],
    });
  });

  it("[CF6] imports only the named schedules, with their rules", async () => {
    const example = resolve(ROOT, "flex-config/examples/fr.json");
    expect(await run("--from", example, "--schedule", "France example", "--to", file("out.json"))).toBe(0);
    expect(written("out.json").rules).toHaveLength(12);
    await expect(run("--from", example, "--schedule", "Nowhere", "--to", file("out.json"))).rejects.toThrow(
      'The file has no schedule "Nowhere". It has: "France example".',
    );
  });

  it.each([
    ["no file", () => ["--from", file("none.json"), "--to", file("o")], "Cannot read"],
    ["no JSON", () => ["--from", put("a.json", "{"), "--to", file("o")], "is not JSON"],
    ["no configuration", () => ["--from", put("a.json", "[]"), "--to", file("o")], "is not a configuration"],
    [
      "no calendar",
      () => ["--from", put("a.ics", "<html>"), "--to", file("o"), "--time-zone", "UTC"],
      "is not an iCalendar file",
    ],
    [
      "an unknown zone",
      () => ["--from", put("a.ics", GOOGLE), "--to", file("o"), "--time-zone", "Mars"],
      "There is no time zone Mars",
    ],
    [
      "no date",
      () => ["--from", put("a.ics", GOOGLE), "--to", file("o"), "--until", "soon", "--time-zone", "UTC"],
      "is not a date",
    ],
    [
      "another format",
      () => ["--from", put("a.ics", GOOGLE), "--to", file("o"), "--format", "xml"],
      "npm run --silent import",
    ],
    ["nothing", () => [], "npm run --silent import"],
    [
      "a place that can't be written",
      () => ["--from", put("a.ics", GOOGLE), "--to", file("no/o"), "--time-zone", "UTC"],
      "no/o: ENOENT: no such file or directory",
    ],
  ])("[CF6] %s: reported on standard error, and nothing is written", async (_, args, message) => {
    const failure: unknown = await run(...args()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect((failure as Error).message).toContain(message);
    expect(() => readFileSync(file("o"))).toThrow();
  });
});

it("[CF10] problems of a recurrence are said in words, never as a code alone", async () => {
  const never = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
  const [christmas] = TWILIO_CONFIG.rules;
  const json = put(
    "config.json",
    JSON.stringify({ rules: [{ ...christmas, dateRRule: never }], schedules: [] }),
  );
  expect(await run("--from", json, "--to", file("out.json"))).toBe(1);
  const source = put("a.ics", GOOGLE.replace("CLASS:PUBLIC", `RRULE:${never}`));
  expect(await run("--from", source, "--to", file("out.json"), "--time-zone", "UTC")).toBe(1);
  const messages = lines().map((line) => line["message"]);
  expect(messages).toHaveLength(2);
  for (const message of messages) {
    expect(message).toContain("The recurrence never occurs.");
    expect(message).not.toContain("rrule-never");
  }
});

it("[CF11] a command whose reader has enough ends without a word", async () => {
  jest.restoreAllMocks();
  const example = resolve(ROOT, "flex-config/examples/fr.json");
  const range = "--from 2000-01-01 --to 2090-01-01";
  const commands = [
    `npm run --silent evaluate -- --config ${example} --name "France example" ${range}`,
    `npm run --silent export -- --config ${example} --name "France example" --format ics ${range}`,
  ];
  for (const command of commands) {
    const { stdout, stderr } = await promisify(execFile)("sh", ["-c", `${command} | head -n 1`], {
      cwd: ROOT,
    });
    expect(stdout.trim().split("\n")).toHaveLength(1);
    expect(stderr).toBe("");
  }
}, 120_000);

describe("export", () => {
  const example = resolve(ROOT, "flex-config/examples/fr.json");
  const named = ["--config", example, "--name", "France example"];

  it("[CF6] writes a schedule with its rules as JSON, and all schedules without a name", () => {
    expect(exportCommand([...named, "--format", "json"], NOW)).toBe(0);
    expect(JSON.parse(output)).toEqual(JSON.parse(readFileSync(example, "utf8")));
    output = "";
    expect(exportCommand(["--config", example, "--format", "json"], NOW)).toBe(0);
    expect(JSON.parse(output)).toEqual(JSON.parse(readFileSync(example, "utf8")));
  });

  it("[CF6] writes openings or closures as a calendar for a range on the schedule's clock", () => {
    const range = ["--from", "2026-12-21", "--to", "2026-12-28"];
    expect(exportCommand([...named, "--format", "ics", ...range], NOW)).toBe(0);
    expect(output.match(/DTSTART:.*/g)).toEqual(
      ["21", "22", "23", "24"].map((day) => `DTSTART:202612${day}T080000Z`),
    );
    expect(
      exportCommand([...named, "--format", "ics", ...range, "--closures", "--to-file", file("c.ics")], NOW),
    ).toBe(0);
    expect(readFileSync(file("c.ics"), "utf8")).toContain("SUMMARY:Noël");
  });

  it("[CF6] exits with 1 for an empty range, and refuses invalid arguments", () => {
    const nothing = [...named, "--format", "ics", "--from", "2026-12-26", "--to", "2026-12-27", "--closures"];
    expect(exportCommand(nothing, NOW)).toBe(1);
    expect(output).toBe("");
    expect(() => exportCommand([...named, "--format", "ics", "--to", "2020-01-01"], NOW)).toThrow(
      "--to must be after",
    );
    expect(() => exportCommand(["--config", example, "--format", "ics"], NOW)).toThrow(UsageError);
    const ages = ["--from", "1900-01-01", "--to", "2026-01-01"];
    expect(() => exportCommand([...named, "--format", "ics", ...ages], NOW)).toThrow(
      "more than a century apart",
    );
    expect(() => exportCommand([...named, "--format", "json", "--to-file", file("no/o")], NOW)).toThrow(
      /^Cannot write .*no\/o: ENOENT/,
    );
  });
});

it("[CF6] as npm scripts: exit code, standard output and standard error are separate", async () => {
  jest.restoreAllMocks();
  const script = (name: string, args: readonly string[]) =>
    promisify(execFile)("npm", ["run", "--silent", name, "--", ...args], { cwd: ROOT }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: unknown) => error as { code: number; stdout: string; stderr: string },
    );
  const broken = put("cut.ics", GOOGLE.replace(/END:VEVENT\r\nEND:VCALENDAR\r\n$/, ""));
  const imported = await script("import", ["--from", broken, "--time-zone", "UTC", "--to", file("out.json")]);
  expect(imported.code).toBe(1);
  expect(JSON.parse(imported.stdout)).toMatchObject({
    code: "unfinished",
    summary: "Founders, Day",
    isImported: false,
  });
  expect(written("out.json").rules).toMatchObject([{ dates: ["2026-07-04", "2027-07-04"] }]);
  const refused = await script("export", ["--config", file("none.json"), "--format", "json"]);
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain("Cannot read");
}, 60_000);
