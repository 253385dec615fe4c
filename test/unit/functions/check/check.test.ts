import { Catalogue } from "@schedule-manager/functions/catalogue/catalogue";
import type { CatalogueCache, CachedCatalogue } from "@schedule-manager/functions/catalogue/catalogue-cache";
import { itemFrom, refOf } from "@schedule-manager/functions/catalogue/items";
import { checkHandler } from "@schedule-manager/functions/check/check";
import { detailsOf } from "@schedule-manager/functions/check/details";
import { askFrom, decide } from "@schedule-manager/functions/check/ask";
import type { Source } from "@schedule-manager/functions/check/source";
import { trace } from "@schedule-manager/functions/trace";
import { requestFrom } from "@schedule-manager/functions/http/request";

/** A Monday. */
const NOW = Date.parse("2026-03-02T10:00:00Z");
const AT = NOW - 90_000;
const none = () => undefined;

const ITEMS = [
  itemFrom(
    "rule",
    "hours-1",
    "1",
    { name: "Hours", isOpen: true, dateRRule: "FREQ=DAILY", startTime: "09:00", endTime: "17:00" },
    none,
  ),
  itemFrom(
    "rule",
    "holiday-1",
    "1",
    { name: "Holiday", isOpen: false, closedReason: "holiday", dates: ["2026-03-03"] },
    none,
  ),
  itemFrom(
    "schedule",
    "support-1",
    "1",
    { name: "Support", timeZone: "Europe/Warsaw", rules: ["hours-1", "holiday-1"], aliases: ["Help"] },
    none,
  ),
  itemFrom(
    "schedule",
    "shut-1",
    "1",
    { name: "Shut", timeZone: "UTC", rules: ["hours-1"], manualClose: true },
    none,
  ),
  itemFrom(
    "schedule",
    "alarm-1",
    "1",
    {
      name: "Alarm",
      timeZone: "UTC",
      rules: ["hours-1"],
      manualClose: true,
      manualCloseUntil: "2026-03-02T15:00:00Z",
      manualNote: "Fire alarm",
    },
    none,
  ),
  itemFrom(
    "schedule",
    "strike-1",
    "1",
    {
      name: "Strike",
      timeZone: "UTC",
      rules: ["hours-1"],
      manualClose: true,
      manualNote: "Our staff is on strike",
      manualNoteSpoken: true,
    },
    none,
  ),
  itemFrom("schedule", "mars-1", "1", { name: "Mars", timeZone: "Mars/Base", rules: [] }, none),
  itemFrom("schedule", "spoilt-1", "1", { name: "Spoilt", timeZone: 7 }, none),
  itemFrom("schedule", "old-1", "2", { name: "Old", timeZone: 7 }, () =>
    itemFrom("schedule", "old-1", "1", { name: "Old", timeZone: "UTC", rules: ["hours-1"] }, none),
  ),
];
const CATALOGUE = new Catalogue(12, 8, new Map(ITEMS.map((item) => [refOf(item), item])));

interface Answer {
  status: number;
  body: Record<string, unknown>;
  headers: Record<string, string>;
}

let answer: Answer;
const lines: string[] = [];
beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  jest.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  lines.length = 0;
  answer = { status: 0, body: {}, headers: {} };
  class Response {
    setStatusCode = (status: number) => (answer.status = status);
    setBody = (body: Record<string, unknown>) => (answer.body = body);
    appendHeader = (name: string, value: string) => (answer.headers[name] = value);
  }
  Object.assign(globalThis, { Twilio: { Response } });
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  Object.assign(globalThis, { Twilio: undefined, Runtime: undefined });
});

const FRESH: CachedCatalogue = { catalogue: CATALOGUE, at: AT, stale: false };

/** The check's answer from a cached catalogue. */
async function ask(event: object, cached: CachedCatalogue | null = FRESH, env: object = {}): Promise<Answer> {
  const cache = { current: () => Promise.resolve(cached) } as unknown as CatalogueCache;
  await checkHandler(cache)(
    env as Record<string, unknown>,
    event as Record<string, unknown>,
    () => undefined,
  );
  return answer;
}
const log = () => JSON.parse(lines[0] ?? "{}") as Record<string, unknown>;

describe("check-schedule", () => {
  it.each([
    [
      "Alarm",
      "2026-03-02T10:00:00Z",
      "Fire alarm",
      "manual",
      "We are closed at the moment and open again today at 3 PM.",
    ],
    ["Alarm", "2026-03-02T16:00:00Z", null, "", "We are open until 5 PM."],
    [
      "Strike",
      "2026-03-02T10:00:00Z",
      "Our staff is on strike",
      "manual",
      "We are closed at the moment. Our staff is on strike.",
    ],
    ["Shut", "2026-03-02T10:00:00Z", null, "manual", "We are closed at the moment."],
  ])(
    "[MC3, MC4] the details of %s at %s have the note %s",
    async (name, simulate, note, reason, sentence) => {
      const { body } = await ask({ name, simulate, details: "true", locale: "en-US" });
      expect(body).toMatchObject({ manualNote: note, closedReason: reason, sentence });
    },
  );

  it.each<[string, object, object]>([
    ["open", { name: "Support" }, { isOpen: true, closedReason: "" }],
    ["by a former name", { name: "Help" }, { isOpen: true, closedReason: "" }],
    ["closed manually", { name: "Shut" }, { isOpen: false, closedReason: "manual" }],
    [
      "at an instant",
      { name: "Support", simulate: "2026-03-02T20:00:00Z" },
      { isOpen: false, closedReason: "closed" },
    ],
    [
      "at a time of its wall clock",
      { name: "Support", simulate: "2026-03-03T10:00" },
      { isOpen: false, closedReason: "holiday" },
    ],
    ["now, with an empty simulate", { name: "Support", simulate: "" }, { isOpen: true, closedReason: "" }],
    [
      "without details unless requested",
      { name: "Support", details: "false" },
      { isOpen: true, closedReason: "" },
    ],
  ])("[FN20] answers two fields: %s", async (_, event, expected) => {
    const { status, body, headers } = await ask(event);
    expect({ status, body }).toEqual({ status: 200, body: expected });
    expect(headers["X-Schedule-Stale"]).toBeUndefined();
  });

  it.each<[string, object, number, RegExp]>([
    ["no name", {}, 400, /name/],
    ["an empty name", { name: "" }, 400, /name/],
    ["a simulate that is no time", { name: "Support", simulate: "noon" }, 400, /./],
    ["an unknown name", { name: "support" }, 404, /letter case and spaces count/],
    ["two names", { name: ["Support", "Shut"] }, 400, /once/],
    ["a name that is too long", { name: "x".repeat(8193) }, 413, /8192/],
    ["a simulate that is too long", { name: "Support", simulate: "2".repeat(65) }, 413, /64/],
    ["a locale that is too long", { name: "Support", locale: "x".repeat(36) }, 413, /35/],
  ])("[FN22] %s is a client error, whatever FAIL_CLOSED is", async (_, event, status, says) => {
    const reply = await ask(event, FRESH, { FAIL_CLOSED: "true" });
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({
      isOpen: true,
      closedReason: "error",
      error: expect.stringMatching(says) as string,
    });
    expect(reply.headers["X-Schedule-Stale"]).toBeUndefined();
  });

  it.each<[string, object, CachedCatalogue | null, string, string | undefined]>([
    ["an empty cache", { name: "Support" }, null, "nothing-held", undefined],
    [
      "an old cache without this name",
      { name: "New" },
      { ...FRESH, stale: true },
      "unknown-while-stale",
      undefined,
    ],
    ["an invalid schedule", { name: "Spoilt" }, FRESH, "unreadable", "spoilt-1"],
    ["an unknown zone", { name: "Mars" }, FRESH, "zone-unknown", "Mars"],
  ])(
    "[FN40] %s: FAIL_CLOSED selects the answer, and Studio continues",
    async (_, event, cached, degraded, schedule) => {
      for (const [env, isOpen] of [
        [{}, true],
        [{ FAIL_CLOSED: "true" }, false],
      ] as const) {
        lines.length = 0;
        const reply = await ask(event, cached, env);
        expect(reply.status).toBe(200);
        expect(reply.body).toEqual({ isOpen, closedReason: "error", error: expect.any(String) as string });
        expect(reply.headers["X-Schedule-Stale"]).toBe("true");
        expect(log()).toMatchObject({ function: "check-schedule", status: 200, degraded });
        expect(log().schedule).toBe(schedule);
      }
    },
  );

  it("[FN22] a long name is shortened in the message", async () => {
    const { body } = await ask({ name: "n".repeat(101) });
    expect(body.error).toContain(`"${"n".repeat(100)}…"`);
    expect((await ask({ name: "m".repeat(100) })).body.error).toContain(`"${"m".repeat(100)}"`);
  });

  it("[FN15] an old catalogue answers, marked stale", async () => {
    const { body, headers } = await ask({ name: "Support", details: "true" }, { ...FRESH, stale: true });
    expect(headers["X-Schedule-Stale"]).toBe("true");
    expect(body).toMatchObject({ isOpen: true, stale: true });
    expect(log()).toMatchObject({
      schedule: "Support",
      isOpen: true,
      closedReason: "",
      stale: true,
      version: 12,
    });
  });

  it("[FN16] an invalid schedule answers with its earlier version, marked stale", async () => {
    const { body, headers } = await ask({ name: "Old", details: "true" });
    expect(headers["X-Schedule-Stale"]).toBe("true");
    expect(body).toMatchObject({ isOpen: true, scheduleId: "old-1", stale: true });
  });

  it("[FN42] without a cached catalogue the packed one answers, with its own age", async () => {
    const text = JSON.stringify({
      generation: 3,
      takenAt: "2026-03-02T08:00:00Z",
      schedules: { "support-1": { name: "Packed", timeZone: "UTC", rules: ["r-1"] } },
      rules: { "r-1": { name: "Always", isOpen: true } },
    });
    await jest.isolateModulesAsync(async () => {
      Object.assign(globalThis, {
        Runtime: { getAssets: () => ({ "/catalogue.json": { open: () => text } }) },
      });
      const { checkHandler: fresh } = await import("@schedule-manager/functions/check/check");
      const asked: unknown[] = [];
      const cache = {
        current: (
          _settings: unknown,
          _callers: unknown,
          fallback: (ref: string) => { value: unknown } | undefined,
        ) => {
          asked.push(fallback("s:support-1")?.value);
          return Promise.resolve(null);
        },
      } as unknown as CatalogueCache;
      await fresh(cache)({}, { name: "Packed", details: "true" }, () => undefined);
      // The packed version replaces an invalid item.
      expect(asked).toMatchObject([{ name: "Packed" }]);
    });
    expect(answer.status).toBe(200);
    expect(answer.headers["X-Schedule-Stale"]).toBe("true");
    expect(answer.body).toMatchObject({
      isOpen: true,
      stale: true,
      catalogue: { version: "3", ageSeconds: 7200, source: "snapshot" },
    });
  });
});

it("[FN67] LOG_LEVEL selects for each call whether decisions are logged", async () => {
  const decision = jest.fn(() => "what was decided");
  await ask({ name: "Support" }, FRESH, { LOG_LEVEL: "debug" });
  trace("sync", decision);
  expect(lines).toEqual([expect.stringMatching(/^{"function"/), "debug sync: what was decided"]);
  for (const level of ["info", "", "loud"]) {
    await ask({ name: "Support" }, FRESH, { LOG_LEVEL: level });
    trace("sync", decision);
  }
  expect(decision).toHaveBeenCalledTimes(1);
});

describe("the details of a check", () => {
  const source: Source = { catalogue: CATALOGUE, from: "sync", at: AT, stale: false };
  function details(event: object, more: Partial<Source> = {}) {
    const asked = askFrom(requestFrom(event as Record<string, unknown>));
    const found = CATALOGUE.find(asked.name);
    if (found === null || "problem" in found) throw new Error("no such schedule");
    return detailsOf(found, decide(found, asked.simulate, NOW), asked, NOW, { ...source, ...more });
  }

  it("[FN45] contain the deciding rule and the next change", () => {
    expect(details({ name: "Support" })).toMatchObject({
      schedule: "Support",
      scheduleId: "support-1",
      timeZone: "Europe/Warsaw",
      localTime: "2026-03-02T11:00:00+01:00",
      wallClock: null,
      tzdata: expect.stringMatching(/^20\d\d[a-z]$/) as string,
      rule: { id: "hours-1", name: "Hours" },
      nextChange: { at: "2026-03-02T16:00:00.000Z", isOpen: false, closedReason: "closed" },
      minutesUntilChange: 360,
      catalogue: { version: "12", ageSeconds: 90, source: "sync" },
      stale: false,
    });
  });

  it.each([
    ["2026-03-29T02:30", "2026-03-29T03:30:00+02:00", "skipped"],
    ["2026-10-25T02:30", "2026-10-25T02:30:00+02:00", "repeated"],
    ["2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00", null],
  ])("[TZ12] for %s the details have %s and, for the wall clock, %s", (simulate, local, wallClock) => {
    expect(details({ name: "Support", simulate })).toMatchObject({ localTime: local, wallClock });
  });

  it("[FN45] for a closed schedule the sentence names the next opening, not the next reason", () => {
    const said = details({ name: "Support", simulate: "2026-03-03T10:00" });
    expect(said).toMatchObject({ rule: { id: "holiday-1" }, nextOpen: { at: "2026-03-04T08:00:00.000Z" } });
    expect(said.nextChange?.at).toBe("2026-03-03T23:00:00.000Z");
    expect(said.sentence).toMatch(/9/);
    expect(said.sentence).not.toBe(
      details({ name: "Support", simulate: "2026-03-03T10:00", locale: "de" }).sentence,
    );
  });

  it("[FN45] a schedule that never opens has no next change", () => {
    expect(details({ name: "Shut" })).toMatchObject({
      rule: null,
      nextOpen: null,
      nextChange: null,
      minutesUntilChange: null,
    });
  });

  it.each([
    [NOW, 0],
    [NOW - 499, 0],
    [NOW - 500, 1],
    [NOW - 3_600_000, 3600],
    [NOW + 5000, 0],
    [NaN, null],
  ])("[FN45] a catalogue of %d has the age of %j seconds", (at, age) => {
    expect(details({ name: "Support" }, { at }).catalogue.ageSeconds).toBe(age);
  });
});
