import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { importCalendar } from "./import-calendar";
import { APPLE, calendar, event, GOOGLE, ics, OUTLOOK } from "./calendars";
import fc from "../../../../support/fast-check";

const OPTIONS = { timeZone: "Europe/Berlin", from: "2026-01-01" };

/** RRULEs on which recurrence libraries are known to spin for ever or for long. */
const ENDLESS = [
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=DAILY;BYMONTHDAY=32",
  "FREQ=DAILY;INTERVAL=-1",
  "FREQ=WEEKLY;BYDAY=3MO,WE,FR",
  "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11",
  "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
  "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
  "FREQ=SECONDLY",
  "FREQ=DAILY;COUNT=2147483647",
  "FREQ=DAILY;INTERVAL=2147483647",
];

describe("calendars that are not what they should be", () => {
  it.each(ENDLESS)(
    "[IC9] %s neither loops nor stalls, in an event or in a zone",
    async (rrule) => {
      const zone = [
        "BEGIN:VTIMEZONE",
        "TZID:Z",
        "BEGIN:STANDARD",
        "DTSTART:16010101T000000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        `RRULE:${rrule}`,
        "END:STANDARD",
        "END:VTIMEZONE",
      ];
      const lines = [
        "UID:a",
        "SUMMARY:A",
        "DTSTART;TZID=Z:20260101T090000",
        "DURATION:PT26H",
        `RRULE:${rrule}`,
      ];
      expect(await importCalendar(calendar(...zone, ...event(...lines)), OPTIONS)).toMatchObject({
        ok: true,
      });
    },
    60_000,
  );

  it("[IC9] broken files never throw, and what comes out of them is rules that work", async () => {
    const samples = [GOOGLE, APPLE, OUTLOOK];
    const broken = fc
      .tuple(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(2000), fc.nat(8), fc.string({ maxLength: 6 })), { maxLength: 12 }),
      )
      .map(([text, edits]) =>
        edits.reduce((now, [at, remove, put]) => now.slice(0, at) + put + now.slice(at + remove), text),
      );
    const lines = fc.array(
      fc.tuple(
        fc.constantFrom(
          "DTSTART",
          "DTEND",
          "DURATION",
          "RRULE",
          "EXDATE",
          "RDATE",
          "RECURRENCE-ID",
          "SUMMARY",
          "UID",
        ),
        fc.constantFrom("", ";VALUE=DATE", ";TZID=Europe/Paris", ";VALUE=PERIOD", ';X="', ";;", ";TZID="),
        fc.oneof(
          fc.constantFrom(
            "20260101",
            "20260101T090000Z",
            "20261325",
            "PT1H",
            "P1W",
            "-P1D",
            "FREQ=DAILY",
            "FREQ=YEARLY;COUNT=3",
            ",",
          ),
          fc.string({ maxLength: 20 }),
        ),
      ),
      { maxLength: 10 },
    );
    const assembled = lines.map((list) =>
      calendar(...event(...list.map(([name, params, value]) => `${name}${params}:${value}`))),
    );
    let imported = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, assembled, fc.string()), async (text) => {
        const result = await importCalendar(text, OPTIONS);
        if (!result.ok) return;
        for (const rule of result.rules) expect(compileRule(rule).problem).toBeNull();
        imported += result.rules.length;
      }),
      { numRuns: 1000 },
    );
    expect(imported).toBeGreaterThan(100);
  }, 60_000);

  it("[IC9] every event is among the rules or listed", async () => {
    const kinds = [
      ["DTSTART;VALUE=DATE:20260101"],
      ["DTSTART:20260101T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"],
      ["DTSTART;VALUE=DATE:20260101", "STATUS:CANCELLED"],
      ["DTSTART;TZID=Nowhere:20260101T090000", "DURATION:PT1H"],
      ["DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=HOURLY"],
      ["DTSTART:20260101T090000"],
      ["SEQUENCE:1"],
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 20 }), async (list) => {
        const text = calendar(
          ...list.flatMap((lines, index) => event(`UID:${index}`, `SUMMARY:event ${index}`, ...lines)),
        );
        const result = await importCalendar(text, OPTIONS);
        if (!result.ok) throw new Error(result.code);
        const seen = new Set([
          ...result.rules.map(({ name }) => name),
          ...result.listed.map(({ summary }) => summary),
        ]);
        list.forEach((_, index) => expect(seen).toContain(`event ${index}`));
      }),
      { numRuns: 100 },
    );
  });

  it("[IC9] many events under one UID, and very long lines, stay quick", async () => {
    const copies = Array.from({ length: 15_000 }, (_, index) =>
      ics(...event("UID:same", `SUMMARY:${index % 50}`, `DTSTART;VALUE=DATE:20${10 + (index % 80)}0101`)),
    );
    const many = `BEGIN:VCALENDAR\r\n${copies.join("")}END:VCALENDAR\r\n`;
    const long = calendar(...event(`SUMMARY:${"a".repeat(2_000_000)}`, "DTSTART;VALUE=DATE:20260101"));
    const quotes = calendar(...event(`SUMMARY;X=${'"'.repeat(100_000)}`, "DTSTART;VALUE=DATE:20260101"));
    for (const text of [many, long, quotes]) expect((await importCalendar(text, OPTIONS)).ok).toBe(true);
  }, 60_000);
});
