import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Fault } from "../../stand-in/faults";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { TurnClock } from "./support/clock";
import { startInstance } from "./support/instance";
import type { Instance, InstanceAnswer } from "./support/instance";
import { buildInto } from "./support/runtime";
import type { Built } from "./support/runtime";
import { EXAMPLE, startWorld } from "./support/world";
import type { World } from "./support/world";

jest.setTimeout(120_000);

/** So short that the next call after a pause reads Sync. */
const ENV = { FRESHNESS_MS: "2000", REREAD_MS: "4000" };
/** ms that an answer takes if it waits for Sync. */
const SLOW = 8000;

/** A clock whose seconds pass quickly. */
let clock: TurnClock;
let world: World;
let built: Built;
beforeAll(async () => {
  built = await buildInto();
});
afterAll(() => built?.remove());
beforeEach(async () => {
  clock = new TurnClock(20);
  world = await startWorld(EXAMPLE, false, clock);
});
afterEach(async () => {
  clock.stop();
  await world.standIn.stop();
});

const check = (
  more: { snapshot?: string; env?: Record<string, string>; onLine?: (line: string) => void } = {},
  name: "check-schedule" | "hours" = "check-schedule",
): Instance =>
  startInstance({
    folder: built.folder,
    name,
    twilioUrl: world.standIn.url,
    clock,
    ...more,
    env: { ...ENV, ...more.env },
  });

const byId = (items: readonly { readonly id: string }[]) =>
  Object.fromEntries(items.map(({ id, ...value }) => [id, value]));

const SNAPSHOT = JSON.stringify({
  generation: 1,
  takenAt: "2026-01-01T00:00:00Z",
  rules: byId(EXAMPLE.rules),
  schedules: byId(EXAMPLE.schedules),
});

/** An answer as the table of functions/README.md writes it. */
function inWords({ status, body, headers }: InstanceAnswer): string {
  const stale = headers["X-Schedule-Stale"] === "true" ? ", stale" : "";
  const { isOpen, closedReason } = body;
  if (closedReason !== "error") return `${status} ${isOpen === true ? "open" : String(closedReason)}${stale}`;
  expect(body.error).toMatch(/\w+ \w+ \w+/);
  return `${status} error, isOpen ${String(isOpen)}${stale}`;
}

/** An answer of `hours` as that table writes it. */
function describeHoursAnswer({ status, body, headers }: InstanceAnswer): string {
  const stale = headers["X-Schedule-Stale"] === "true" ? ", stale" : "";
  if (status !== 200) return `${status} \`${(body.error as { code: string }).code}\``;
  expect(headers["Cache-Control"]).toBe(stale === "" ? "public, max-age=300" : "no-cache");
  return `200 ${(body.openings as object[]).length === 0 ? "no openings" : "openings"}${stale}`;
}

type Breaks = (world: World) => Promise<void> | void;

const wire =
  (fault: Omit<Fault, "match">): Breaks =>
  (w) =>
    void w.standIn.faults.add({ match: { transport: "http" }, ...fault });

const document = (w: World, name: string) => w.client.sync.v1.services(SYNC_SERVICE_SID).documents(name);

/** Answers for `Example`, which is open, in order of the table's columns. */
const AWAY = [
  "200 open, stale",
  "200 open, stale",
  "200 error, isOpen true, stale",
  "200 error, isOpen false, stale",
] as const;

const HOURS_AWAY = ["200 openings, stale", "200 openings, stale", "503 `sync-unreachable`"] as const;
const HOURS_UNREADABLE = [...HOURS_AWAY.slice(0, 2), "503 `schedule-unreadable`"] as const;

const FAULTS: readonly {
  readonly name: string;
  readonly breaks: Breaks;
  readonly answers: readonly string[];
  /** Answers of `hours`: warm, cold with a snapshot, cold without. */
  readonly hours: readonly string[];
}[] = [
  { name: "Sync is slow", breaks: wire({ delayMs: 8000 }), answers: AWAY, hours: HOURS_AWAY },
  {
    name: "Sync is over its limit (429)",
    breaks: wire({ action: { do: "answer", status: 429, code: 54009 } }),
    answers: AWAY,
    hours: HOURS_AWAY,
  },
  {
    name: "Sync fails (500)",
    breaks: wire({ action: { do: "answer", status: 500 } }),
    answers: AWAY,
    hours: HOURS_AWAY,
  },
  {
    name: "Sync refuses connections",
    breaks: wire({ action: { do: "refuse" } }),
    answers: AWAY,
    hours: HOURS_AWAY,
  },
  {
    name: "Answers are cut half-way",
    breaks: wire({ action: { do: "cut" } }),
    answers: AWAY,
    hours: HOURS_AWAY,
  },
  {
    name: "Credentials were revoked (401)",
    breaks: wire({ action: { do: "answer", status: 401, code: 20003 } }),
    answers: AWAY,
    hours: HOURS_AWAY,
  },
  {
    name: "The document `head` was corrupted in the console",
    breaks: async (w) => {
      await document(w, "head").update({ data: { generation: "three" } });
    },
    // A running instance reads a change feed and stays fresh.
    answers: ["200 open", ...AWAY.slice(1)],
    hours: ["200 openings", ...HOURS_AWAY.slice(1)],
  },
  {
    name: "All change feeds were corrupted in the console",
    breaks: async (w) => {
      for (let index = 0; index < 4; index += 1)
        await document(w, `changes-${index}`).update({ data: { recent: 1 } });
    },
    answers: ["200 open, stale", "200 open", "200 open", "200 open"],
    hours: ["200 openings, stale", "200 openings", "200 openings"],
  },
  {
    name: "The schedule was corrupted in the console",
    breaks: (w) => w.put("schedule", "example-1", { name: "Example", timeZone: 5 }),
    answers: [
      "200 open, stale",
      "200 open, stale",
      "200 error, isOpen true, stale",
      "200 error, isOpen false, stale",
    ],
    hours: HOURS_UNREADABLE,
  },
  {
    name: "A rule of the schedule was corrupted in the console",
    breaks: (w) => w.put("rule", "always-1", { isOpen: "perhaps" }),
    answers: ["200 open, stale", "200 open, stale", "200 closed, stale", "200 closed, stale"],
    hours: ["200 openings, stale", "200 openings, stale", "200 no openings, stale"],
  },
  {
    name: "The schedule's time zone is unknown",
    breaks: (w) =>
      w.put("schedule", "example-1", {
        name: "Example",
        timeZone: "Mars/Base",
        manualClose: false,
        rules: ["always-1"],
      }),
    answers: Array<string>(4).fill("200 error, isOpen true, stale").with(3, "200 error, isOpen false, stale"),
    hours: Array<string>(3).fill("503 `schedule-unreadable`"),
  },
  {
    name: "Another schedule was corrupted in the console",
    breaks: (w) => w.put("schedule", "hours-1", { rules: "none" }),
    answers: Array<string>(4).fill("200 open"),
    hours: Array<string>(3).fill("200 openings"),
  },
];

describe("answers during faults", () => {
  const COLUMNS = ["warm", "cold with a snapshot", "cold without", "cold, FAIL_CLOSED=true"];

  it.each(FAULTS)("[FN40] $name", async ({ breaks, answers, hours }) => {
    const warm = check();
    const warmHours = check({}, "hours");
    expect(inWords(await warm.call({ name: "Example" }))).toBe("200 open");
    expect(describeHoursAnswer(await warmHours.call({ name: "Example" }))).toBe("200 openings");
    await breaks(world);
    // Waits past the freshness bound and, for edits in the console, until every map is read again.
    for (const end = clock.now() + 6000; clock.now() < end; await clock.pause(1000))
      await Promise.all([warm, warmHours].map((instance) => instance.call({ name: "Example" })));
    const instances = [warm, check({ snapshot: SNAPSHOT }), check(), check({ env: { FAIL_CLOSED: "true" } })];
    const askHours = async (instance: Instance) =>
      describeHoursAnswer(await instance.call({ name: "Example" }));
    const givenHours = Promise.all(
      [warmHours, check({ snapshot: SNAPSHOT }, "hours"), check({}, "hours")].map(askHours),
    );
    const given = await Promise.all(
      instances.map(async (instance) => {
        const asked = clock.now();
        const answer = await instance.call({ name: "Example" });
        // Studio waits 10 s.
        expect(clock.now() - asked).toBeLessThan(9000);
        return inWords(answer);
      }),
    );
    expect(Object.fromEntries(given.map((text, index) => [COLUMNS[index], text]))).toEqual(
      Object.fromEntries(answers.map((text, index) => [COLUMNS[index], text])),
    );
    expect(await givenHours).toEqual(hours);
  });

  it("[FN40] the tables in functions/README.md list these answers", () => {
    const readme = readFileSync(resolve(__dirname, "../../../functions/README.md"), "utf8");
    const rows = readme
      .split("\n")
      .filter((line) => /^\| .*\| (200|503) /.test(line))
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    const table = (columns: number) => rows.filter((row) => row.length === columns + 1);
    expect(table(4)).toEqual(FAULTS.map(({ name, answers }) => [name, ...answers]));
    expect(table(3)).toEqual(FAULTS.map(({ name, hours }) => [name, ...hours]));
  });

  it("[FN41] while Sync is unreachable, a cached catalogue answers at once, and is fresh again afterwards", async () => {
    const warm = check();
    await warm.call({ name: "Example" });
    const fault = world.standIn.faults.add({ match: { transport: "http" }, delayMs: SLOW });
    await clock.pause(3000);
    expect((await warm.call({ name: "Example" })).headers).toMatchObject({ "X-Schedule-Stale": "true" });
    const asked = clock.now();
    const again = await warm.call({ name: "Example" });
    expect(again.headers).toMatchObject({ "X-Schedule-Stale": "true" });
    expect(clock.now() - asked).toBeLessThan(SLOW / 2);
    world.standIn.faults.remove(fault);
    const end = clock.now() + 30_000;
    while (clock.now() < end) {
      if ((await warm.call({ name: "Example" })).headers["X-Schedule-Stale"] === undefined) return;
      await clock.pause(1000);
    }
    throw new Error("it stayed stale");
  });

  it("[FN42] while only old data answers, an unknown name is not reported as the caller's error", async () => {
    world.standIn.faults.add({ match: { transport: "http" }, action: { do: "refuse" } });
    const instance = check({ snapshot: SNAPSHOT });
    const answer = await instance.call({ name: "Made since" });
    expect(inWords(answer)).toBe("200 error, isOpen true, stale");
    expect(inWords(await instance.call({ name: "Shut" }))).toBe("200 manual, stale");
    expect((await instance.call({})).status).toBe(400);
  });

  it("[FN42] an invalid snapshot counts as none", async () => {
    world.standIn.faults.add({ match: { transport: "http" }, action: { do: "refuse" } });
    const nonsense = ["", "{", "[]", "null", '{"rules":[]}', '{"rules":{},"schedules":{"a":5}}'];
    const answers = nonsense.map((snapshot) => check({ snapshot }).call({ name: "Example" }));
    for (const answer of await Promise.all(answers)) {
      expect(inWords(answer)).toBe("200 error, isOpen true, stale");
    }
  });

  it("[FN43] after a publisher died half-way, checks are answered, and never from half a publish", async () => {
    const lock = (await document(world, "head").fetch()).data as Record<string, unknown>;
    const publish = {
      id: "publish-dead",
      by: { identity: "x" },
      since: "2026-01-01T00:00:00Z",
      phase: "applying",
      generation: 2,
    };
    await document(world, "head").update({ data: { ...lock, publish } });
    expect(inWords(await check().call({ name: "Example" }))).toBe("200 open");
  });
});
