import { importCalendar } from "./import-calendar";
import { calendar, event } from "./calendars";
import { imported } from "./imported";

const date = (index: number): string =>
  new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10).replaceAll("-", "");
const many = (count: number, make: (index: number) => string[]): string[] =>
  Array.from({ length: count }, (_, index) => make(index)).flat();
const DAILY = ["DTSTART:20260101T090000", "DTEND:20260101T100000", "RRULE:FREQ=DAILY"];
const away = (index: number): string[] => [
  `SUMMARY:${index}`,
  `DTSTART;TZID=America/New_York:${date(index % 3000)}T090000`,
  `DTEND;TZID=America/New_York:${date(index % 3000)}T170000`,
];

/** ms of the processor, the best of some tries: what else the machine does counts little. */
async function cost(text: string): Promise<number> {
  let best = Infinity;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const before = process.cpuUsage();
    await importCalendar(text, { timeZone: "Europe/Berlin", from: "2026-01-01" });
    const { user } = process.cpuUsage(before);
    best = Math.min(best, user / 1000);
  }
  return best;
}

describe("growth", () => {
  it.each<[string, number, (count: number) => string]>([
    [
      "events from another zone",
      1500,
      (count) => calendar(...many(count, (n) => event(`UID:${n}`, ...away(n)))),
    ],
    [
      "series from another zone",
      300,
      (count) =>
        calendar(...many(count, (n) => event(`UID:${n}`, ...away(n % 300), "RRULE:FREQ=WEEKLY;COUNT=40"))),
    ],
    [
      "EXDATE lines that name nothing",
      6000,
      (count) => calendar(...event("UID:a", ...DAILY, ...many(count, (n) => [`EXDATE:nonsense ${n}`]))),
    ],
    [
      "EXDATE lines at other times",
      6000,
      (count) => calendar(...event("UID:a", ...DAILY, ...many(count, (n) => [`EXDATE:${date(n)}T120000`]))),
    ],
    [
      "EXDATE lines that count",
      6000,
      (count) => calendar(...event("UID:a", ...DAILY, ...many(count, (n) => [`EXDATE:${date(n)}T090000`]))),
    ],
    [
      "changes from one day on",
      400,
      (count) =>
        calendar(
          ...event("UID:a", ...DAILY),
          ...many(count, (n) =>
            event(
              "UID:a",
              `RECURRENCE-ID;RANGE=THISANDFUTURE:${date(n)}T090000`,
              `DTSTART:${date(n)}T100000`,
              `DTEND:${date(n)}T120000`,
            ),
          ),
        ),
    ],
    [
      "changed occurrences",
      2000,
      (count) =>
        calendar(
          ...event("UID:a", ...DAILY),
          ...many(count, (n) =>
            event("UID:a", `RECURRENCE-ID:${date(n)}T090000`, `DTSTART:${date(n)}T100000`, "DURATION:PT1H"),
          ),
        ),
    ],
  ])(
    "[IC26] twice as many %s take at most about twice as long",
    async (_, count, make) => {
      await cost(make(count));
      const once = await cost(make(count));
      const twice = await cost(make(2 * count));
      // Quadratic work takes four times as long.
      expect(twice / Math.max(once, 20)).toBeLessThan(3.2);
    },
    120_000,
  );

  it("[IC26] the largest files are imported", async () => {
    const file = (body: readonly string[]): string =>
      ["BEGIN:VCALENDAR"].concat(body, ["END:VCALENDAR", ""]).join("\r\n");
    const events = file(many(20_000, (n) => event(`UID:${n}`, ...away(n))));
    expect((await imported(events)).listed).toEqual([]);
    const bad = many(100_000, (n) => [`EXDATE:no ${n}`]);
    const lines = file(["BEGIN:VEVENT", "UID:a", ...DAILY].concat(bad, ["END:VEVENT"]));
    // And the event without a name.
    expect((await imported(lines)).listed).toHaveLength(100_001);
  }, 120_000);
});

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
