import { calendar, event } from "./calendars";
import { imported } from "./imported";
import { DAILY, date, many } from "./large-calendars";

describe("hours from another zone", () => {
  const weekdays = (more = ""): string =>
    calendar(
      ...event(
        "UID:a",
        "SUMMARY:A",
        "DTSTART;TZID=America/New_York:20260105T090000",
        "DTEND;TZID=America/New_York:20260105T170000",
        `RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR${more}`,
      ),
    );

  it("[IC25] they go on for ten years, in as many rules as it takes, and the last day is named", async () => {
    const result = await imported(weekdays(), { timeZone: "Europe/Berlin" });
    const days = result.rules.map(({ dates = [] }) => dates.length);
    expect(Math.max(...days)).toBeLessThanOrEqual(500);
    expect(days.reduce((sum, count) => sum + count, 0)).toBe(2609 - 1);
    expect(result.listed).toMatchObject([
      { code: "expanded", isImported: true, params: { from: "2026-01-01", until: "2036-01-02" } },
    ]);
  });

  it("[IC25] a series that ends before that ends there, and its last day is named", async () => {
    const result = await imported(weekdays(";COUNT=700"), { timeZone: "Europe/Berlin" });
    expect(result.rules.flatMap(({ dates = [] }) => dates)).toHaveLength(700);
    expect(result.listed).toMatchObject([{ code: "expanded", params: { until: "2028-09-08" } }]);
  });

  it("[IC25] a zone that keeps its distance now, and did not once, needs no list", async () => {
    const text = calendar(
      ...event(
        "UID:a",
        "SUMMARY:A",
        "DTSTART;TZID=Europe/Istanbul:20140106T090000",
        "DTEND;TZID=Europe/Istanbul:20140106T170000",
        "RRULE:FREQ=WEEKLY",
      ),
    );
    const result = await imported(text, { timeZone: "Asia/Dubai" });
    expect(result.rules).toMatchObject([{ dateRRule: "RRULE:FREQ=WEEKLY", startTime: "10:00" }]);
  });

  it("[IC25] a series with more exceptions than a rule can list is split where they are", async () => {
    const text = calendar(
      ...event("UID:a", "SUMMARY:A", ...DAILY, ...many(1200, (n) => [`EXDATE:${date(2 * n)}T090000`])),
    );
    const result = await imported(text);
    expect(result.rules.map(({ startDate, exceptDates = [] }) => [startDate, exceptDates.length])).toEqual([
      ["2026-01-01", 500],
      ["2028-09-27", 500],
      ["2031-06-24", 200],
    ]);
  });
});
