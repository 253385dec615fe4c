import { Catalogue } from "@schedule-manager/functions/catalogue/catalogue";
import type { CachedCatalogue, CatalogueCache } from "@schedule-manager/functions/catalogue/catalogue-cache";
import { itemFrom, refOf } from "@schedule-manager/functions/catalogue/items";
import { hoursHandler } from "@schedule-manager/functions/hours/hours";
import { answerOf } from "../support/answers";

/** A Monday morning in Tokyo, Sunday in New York. */
const NOW = Date.parse("2026-03-01T23:30:00Z");
const none = () => undefined;
const item = (kind: "rule" | "schedule", id: string, data: object) => itemFrom(kind, id, "1", data, none);
const ITEMS = [
  item("rule", "day-1", {
    name: "Day",
    isOpen: true,
    dateRRule: "FREQ=DAILY",
    startTime: "09:00",
    endTime: "17:00",
  }),
  item("schedule", "tokyo-1", {
    name: "Tokyo",
    timeZone: "Asia/Tokyo",
    rules: ["day-1"],
    aliases: ["Ginza"],
  }),
  item("schedule", "never-1", { name: "Never", timeZone: "UTC", rules: [] }),
  item("schedule", "mars-1", { name: "Mars", timeZone: "Mars/Base", rules: [] }),
  item("schedule", "spoilt-1", { name: "Spoilt", timeZone: 7 }),
];
const CATALOGUE = new Catalogue(12, 8, new Map(ITEMS.map((each) => [refOf(each), each])));
const FRESH: CachedCatalogue = { catalogue: CATALOGUE, at: NOW, stale: false };

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

function ask(
  query: object,
  {
    cached = FRESH,
    env = {},
    headers = {},
  }: { cached?: CachedCatalogue | null; env?: object; headers?: object } = {},
) {
  const cache = { current: () => Promise.resolve(cached) } as unknown as CatalogueCache;
  return answerOf(hoursHandler(cache), { ...query, request: { headers, cookies: {} } }, env);
}
/** A calendar is a text, not an object. */
const textOf = (body: unknown): string => (typeof body === "string" ? body : "");
const TWO_DAYS = { name: "Tokyo", from: "2026-03-02", to: "2026-03-04" };

describe("hours", () => {
  it("[FN70] answers the openings of a range in the schedule's local time", async () => {
    const { status, body, headers, log } = await ask(TWO_DAYS);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        schedule: "Tokyo",
        scheduleId: "tokyo-1",
        timeZone: "Asia/Tokyo",
        from: "2026-03-02T00:00:00+09:00",
        to: "2026-03-04T00:00:00+09:00",
        openings: [
          { from: "2026-03-02T09:00:00+09:00", to: "2026-03-02T17:00:00+09:00" },
          { from: "2026-03-03T09:00:00+09:00", to: "2026-03-03T17:00:00+09:00" },
        ],
        stale: false,
      },
    });
    expect(headers).toMatchObject({
      "Content-Type": "application/json",
      "Cache-Control": "public, max-age=300",
    });
    expect(headers["X-Schedule-Stale"]).toBeUndefined();
    expect(log).toMatchObject({ schedule: "Tokyo", format: "json", openings: 2, stale: false, version: 12 });
  });

  it.each([{}, { from: "", to: "", format: "" }])(
    "[FN70] with %j, the range is a year from the schedule's today on",
    async (range) => {
      const { body } = await ask({ name: "Ginza", ...range });
      expect(body).toMatchObject({ from: "2026-03-02T00:00:00+09:00", to: "2027-03-02T00:00:00+09:00" });
      expect(body["openings"]).toHaveLength(365);
    },
  );

  it("[FN70] a start alone begins a year; an instant keeps its minute", async () => {
    expect((await ask({ name: "Tokyo", from: "2026-03-02T10:00:00Z" })).body).toMatchObject({
      from: "2026-03-02T19:00:00+09:00",
      to: "2027-03-02T19:00:00+09:00",
    });
  });

  it("[FN71] as a calendar, it has one event for each opening", async () => {
    const { body, headers, log } = await ask({ ...TWO_DAYS, format: "ics" });
    expect(headers["Content-Type"]).toBe("text/calendar; charset=utf-8");
    expect(textOf(body).match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(textOf(body)).toContain("DTSTART");
    expect(log).toMatchObject({ format: "ics", openings: 2 });
    const empty = textOf((await ask({ name: "Never", format: "ics" })).body);
    expect(empty).toMatch(/^BEGIN:VCALENDAR/);
    expect(empty).not.toContain("VEVENT");
  });

  it("[FN72] the ETag depends on the openings and the format, not on the time of the request", async () => {
    const tag = async (query: object) => (await ask(query)).headers["ETag"];
    const first = await tag({ ...TWO_DAYS, format: "ics" });
    jest.setSystemTime(NOW + 60_000);
    expect(await tag({ ...TWO_DAYS, format: "ics" })).toBe(first);
    expect(first).toMatch(/^W\/"[\w-]{27}"$/);
    expect(new Set([first, await tag(TWO_DAYS), await tag({ ...TWO_DAYS, to: "2026-03-05" })]).size).toBe(3);
  });

  it("[FN72] a client that has the answer gets 304 without a body", async () => {
    const tag = (await ask(TWO_DAYS)).headers["ETag"] ?? "";
    for (const given of [tag, tag.slice(2), `"other" , ${tag}`, " * "]) {
      const { status, body, headers } = await ask(TWO_DAYS, { headers: { "if-none-match": given } });
      expect([status, body, headers["ETag"], headers["Cache-Control"]]).toEqual([
        304,
        null,
        tag,
        "public, max-age=300",
      ]);
    }
    for (const given of ['"other"', `${tag}x`, "*x", ""])
      expect((await ask(TWO_DAYS, { headers: { "if-none-match": given } })).status).toBe(200);
  });

  it("[FN40] stale openings are marked, and not cached", async () => {
    const { body, headers } = await ask(TWO_DAYS, { cached: { ...FRESH, stale: true } });
    expect(body).toMatchObject({ stale: true });
    expect(headers).toMatchObject({ "X-Schedule-Stale": "true", "Cache-Control": "no-cache" });
  });

  it.each([
    ["no time", { from: "soon" }, /^from: "soon"/],
    ["no end", { to: "later" }, /^to: "later"/],
    ["a reversed range", { from: "2026-03-04", to: "2026-03-02" }, /"to" must be after "from"/],
    ["more than a century", { from: "2026-01-01", to: "2126-02-01" }, /more than a century apart/],
    ["too many openings", { from: "2026-01-01", to: "2076-01-01" }, /more than 10000 openings/],
    ["another format", { format: "pdf" }, /"format" as json or ics/],
    ["two names", { name: ["a", "b"] }, /"name" once/],
  ])("[FN73] %s is refused", async (_, query, message) => {
    const { status, body, headers } = await ask({ ...TWO_DAYS, to: undefined, ...query });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { code: "request-invalid", message: expect.stringMatching(message) as string },
    });
    expect(headers["Cache-Control"]).toBe("no-store");
  });

  it("[FN73] a century and 10,000 openings are accepted", async () => {
    expect((await ask({ name: "Never", from: "2026-01-01", to: "2126-01-01" })).status).toBe(200);
    const { body } = await ask({ name: "Tokyo", from: "2026-01-01", to: "2053-05-19" });
    expect(body["openings"]).toHaveLength(10_000);
  });

  it.each([
    ["no name", {}, FRESH, 400, "name-missing"],
    ["an unknown name", { name: "Nobody" }, FRESH, 404, "schedule-unknown"],
    ["an unknown name in old data", { name: "Nobody" }, { ...FRESH, stale: true }, 503, "sync-unreachable"],
    ["no data at all", { name: "Tokyo" }, null, 503, "sync-unreachable"],
    ["an invalid schedule", { name: "Spoilt" }, FRESH, 503, "schedule-unreadable"],
    ["an unknown zone", { name: "Mars" }, FRESH, 503, "schedule-unreadable"],
  ])("[FN40] %s is answered with its own code", async (_, query, cached, status, code) => {
    const answer = await ask(query, { cached });
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { error: { code } } });
  });

  it("[FN56] SIGNED_ONLY refuses what Twilio did not sign", async () => {
    const env = { SIGNED_ONLY: "true", AUTH_TOKEN: "x" };
    expect((await ask(TWO_DAYS, { env })).body).toMatchObject({ error: { code: "not-allowed" } });
  });

  it("[FN72] SIGNED_ONLY keeps answers out of shared caches", async () => {
    process.env.SCHEDULE_MANAGER_PROTECTED = "true";
    try {
      const { headers } = await ask(TWO_DAYS, { env: { SIGNED_ONLY: "true" } });
      expect(headers["Cache-Control"]).toBe("private, max-age=300");
    } finally {
      delete process.env.SCHEDULE_MANAGER_PROTECTED;
    }
  });
});
