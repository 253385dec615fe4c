import ICAL from "ical.js";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { served } from "./support/served";
import { EXAMPLE } from "./support/world";

jest.setTimeout(120_000);

const configuration: Configuration = {
  rules: EXAMPLE.rules,
  schedules: [
    ...EXAMPLE.schedules,
    { id: "none-1", name: "Never", timeZone: "UTC", manualClose: false, rules: ["holiday-1"] },
  ],
};
const running = served({ configuration, limits: false });

const ask = (query: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${running.runtime.url}/hours?${new URLSearchParams(query).toString()}`, { headers });
const WEEK = { name: "Hours", from: "2026-12-24", to: "2026-12-29" };

const eventsOf = async (response: Response): Promise<ICAL.Event[]> =>
  new ICAL.Component(ICAL.parse(await response.text()) as unknown[])
    .getAllSubcomponents("vevent")
    .map((event) => new ICAL.Event(event));

describe("GET hours", () => {
  it("[FN70] answers the openings of a range in the schedule's own time", async () => {
    const response = await ask(WEEK);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await response.json()).toEqual({
      schedule: "Hours",
      scheduleId: "hours-1",
      timeZone: "America/Chicago",
      from: "2026-12-24T00:00:00-06:00",
      to: "2026-12-29T00:00:00-06:00",
      openings: [
        { from: "2026-12-24T08:00:00-06:00", to: "2026-12-24T17:00:00-06:00" },
        { from: "2026-12-28T08:00:00-06:00", to: "2026-12-28T17:00:00-06:00" },
      ],
      stale: false,
    });
  });

  it("[FN70] is from the schedule's today on for a year where no range is asked for, and takes aliases", async () => {
    const answer = (await (await ask({ name: "Old café" })).json()) as Record<string, unknown>;
    expect(answer).toMatchObject({ schedule: "Café 東京 & <b>", timeZone: "Asia/Tokyo" });
    const from = Date.parse(String(answer["from"]));
    expect(Math.abs(Date.now() - from)).toBeLessThanOrEqual(86_400_000);
    expect(String(answer["from"])).toMatch(/T00:00:00\+09:00$/);
    expect(Date.parse(String(answer["to"])) - from).toBe(365 * 86_400_000);
  });

  it("[FN71] is a calendar with format=ics, in which an opening has the same UID in each answer", async () => {
    const response = await ask({ ...WEEK, format: "ics" });
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const events = await eventsOf(response);
    expect(events.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString()])).toEqual([
      ["2026-12-24T14:00:00Z", "2026-12-24T23:00:00Z"],
      ["2026-12-28T14:00:00Z", "2026-12-28T23:00:00Z"],
    ]);
    const later = await eventsOf(await ask({ ...WEEK, from: "2026-12-28", to: "2027-12-28", format: "ics" }));
    expect(later[0]?.uid).toBe(events[1]?.uid);
    expect(new Set(later.map(({ uid }) => uid)).size).toBe(later.length);
  });

  it("[FN71] is a valid calendar without events where nothing is open", async () => {
    const response = await ask({ name: "Never", format: "ics" });
    expect(response.status).toBe(200);
    const calendar = new ICAL.Component(ICAL.parse(await response.text()) as unknown[]);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(["vtimezone"]);
  });

  it.each(["json", "ics"])("[FN72] is kept for some minutes, and not sent twice, as %s", async (format) => {
    const query = { ...WEEK, format };
    const first = await ask(query);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"/);
    expect(first.headers.get("cache-control")).toBe("public, max-age=300");
    for (const given of [etag, etag.slice(2), `"other", ${etag}`]) {
      const again = await ask(query, { "If-None-Match": given });
      expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
      expect(again.headers.get("cache-control")).toBe("public, max-age=300");
    }
    for (const other of ['"other"', 'W/"other"'])
      expect((await ask(query, { "If-None-Match": other })).status).toBe(200);
  });

  it("[FN72] has another ETag for other openings, another range and another format", async () => {
    const tags = await Promise.all(
      [WEEK, { ...WEEK, to: "2026-12-30" }, { ...WEEK, format: "ics" }, { ...WEEK, name: "Example" }].map(
        async (query) => (await ask(query)).headers.get("etag"),
      ),
    );
    expect(new Set(tags).size).toBe(4);
  });

  it.each([
    ["no time", { from: "tomorrow" }, /^from: "tomorrow" is not an ISO 8601/],
    ["ends that are not in order", { from: "2026-12-29", to: "2026-12-24" }, /"to" must be after "from"/],
    ["more than a century", { from: "2026-01-01", to: "2126-02-01" }, /more than a century apart/],
    [
      "more openings than an answer carries",
      { from: "2026-01-01", to: "2076-01-01" },
      /more than 10000 openings/,
    ],
    ["an unknown format", { format: "pdf" }, /json or ics/],
  ])("[FN73] refuses %s", async (_, query, message) => {
    const response = await ask({ name: "Hours", ...query });
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect([response.status, error.code]).toEqual([400, "request-invalid"]);
    expect(error.message).toMatch(message);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("[FN73] says that there is no such schedule, and wants a name", async () => {
    expect((await ask({ name: "Nobody" })).status).toBe(404);
    expect((await ask({ from: "2026-01-01" })).status).toBe(400);
  });
});

describe("GET hours with SIGNED_ONLY", () => {
  const signed = served({ limits: false, env: { SIGNED_ONLY: "true" } });

  it("[FN56] answers only what Twilio signed", async () => {
    const response = await fetch(`${signed.runtime.url}/hours?name=Example`);
    expect(response.status).toBe(403);
  });
});
