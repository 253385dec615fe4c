import { nextOccurrence } from "@schedule-manager/shared/evaluator/next-occurrence";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { formatDate, parseDate } from "@schedule-manager/shared/time/civil";
import { calendar, event } from "./calendars";
import { codesOf, imported, said } from "./imported";
import fc from "../../../../support/fast-check";

const one = (...lines: readonly string[]): string => calendar(...event("UID:a", "SUMMARY:A", ...lines));
const day = (date: string): number => parseDate(date) ?? NaN;
const ics = (at: number): string => formatDate(at).replaceAll("-", "");

/** The days on which any of the rules applies, from one to another. */
function daysOf(result: Awaited<ReturnType<typeof imported>>, from: string, to: string): string[] {
  const compiled = result.rules.map((rule) => compileRule(rule).days);
  const found: string[] = [];
  for (let at = day(from); at <= day(to); at += 1)
    if (compiled.some((days) => days.has(at))) found.push(formatDate(at));
  return found;
}

describe("changes of a series from one day on", () => {
  const weekly = (...changes: readonly string[]): string =>
    calendar(
      ...event(
        "UID:a",
        "SUMMARY:A",
        "DTSTART:20260105T090000",
        "DTEND:20260105T170000",
        "RRULE:FREQ=WEEKLY",
        "EXDATE:20260112T090000,20260216T090000",
      ),
      ...changes,
    );
  const fromThen = (...lines: readonly string[]): string[] =>
    event("UID:a", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260202T090000", ...lines);

  it("[IC23] other hours and another name go on from there, on the days that are left", async () => {
    const result = await imported(
      weekly(...fromThen("SUMMARY:B", "DTSTART:20260202T100000", "DTEND:20260202T140000")),
    );
    expect(result.listed).toEqual([]);
    expect(said(result)).toEqual([
      {
        name: "A",
        dateRRule: "RRULE:FREQ=WEEKLY;UNTIL=20260201",
        startDate: "2026-01-05",
        startTime: "09:00",
        endTime: "17:00",
        exceptDates: ["2026-01-12"],
      },
      {
        name: "B",
        dateRRule: "RRULE:FREQ=WEEKLY",
        startDate: "2026-02-02",
        startTime: "10:00",
        endTime: "14:00",
        exceptDates: ["2026-02-16"],
      },
    ]);
  });

  it("[IC23] another day of the week moves all that follow, and what was left out of them", async () => {
    const result = await imported(
      weekly(...fromThen("SUMMARY:A", "DTSTART:20260203T090000", "DTEND:20260203T170000")),
    );
    expect(said(result)).toMatchObject([
      {},
      { startDate: "2026-02-03", exceptDates: ["2026-02-17"], startTime: "09:00", endTime: "17:00" },
    ]);
    expect(daysOf(result, "2026-01-01", "2026-03-01")).toEqual([
      ...["2026-01-05", "2026-01-19", "2026-01-26"],
      ...["2026-02-03", "2026-02-10", "2026-02-24"],
    ]);
  });

  it("[IC23] cancelled, it ends the series", async () => {
    const result = await imported(weekly(...fromThen("STATUS:CANCELLED", "DTSTART:20260202T090000")));
    expect(result.listed).toEqual([]);
    expect(daysOf(result, "2026-01-01", "2027-01-01")).toEqual(["2026-01-05", "2026-01-19", "2026-01-26"]);
  });

  it("[IC23] one change after the other, with single ones between, at the old time or the new one", async () => {
    const result = await imported(
      weekly(
        ...event(
          "UID:a",
          "SUMMARY:C",
          "RECURRENCE-ID;RANGE=THISANDFUTURE:20260302T090000",
          "DTSTART:20260302T120000",
          "DTEND:20260302T130000",
        ),
        ...fromThen("SUMMARY:B", "DTSTART:20260202T100000", "DTEND:20260202T140000"),
        ...event("UID:a", "STATUS:CANCELLED", "RECURRENCE-ID:20260209T100000", "DTSTART:20260209T100000"),
        ...event("UID:a", "STATUS:CANCELLED", "RECURRENCE-ID:20260223T090000", "DTSTART:20260223T090000"),
      ),
    );
    expect(result.listed).toEqual([]);
    expect(said(result)).toMatchObject([
      { name: "A", dateRRule: "RRULE:FREQ=WEEKLY;UNTIL=20260201" },
      {
        name: "B",
        dateRRule: "RRULE:FREQ=WEEKLY;UNTIL=20260301",
        exceptDates: ["2026-02-09", "2026-02-16", "2026-02-23"],
      },
      { name: "C", dateRRule: "RRULE:FREQ=WEEKLY", startDate: "2026-03-02", startTime: "12:00" },
    ]);
  });

  it("[IC23] COUNT goes on counting over the change, and every other week stays every other", async () => {
    const text = calendar(
      ...event(
        "UID:a",
        "SUMMARY:A",
        "DTSTART;VALUE=DATE:20260105",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=8",
      ),
      ...event(
        "UID:a",
        "SUMMARY:A",
        "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260125",
        "DTSTART;VALUE=DATE:20260125",
      ),
    );
    expect(daysOf(await imported(text), "2026-01-01", "2027-01-01")).toEqual([
      ...["2026-01-05", "2026-01-11", "2026-01-19", "2026-01-25"],
      ...["2026-02-02", "2026-02-08", "2026-02-16", "2026-02-22"],
    ]);
  });

  it("[IC23] a change that comes with a recurrence of its own has that", async () => {
    const result = await imported(
      weekly(
        ...fromThen(
          "SUMMARY:A",
          "DTSTART:20260203T090000",
          "DTEND:20260203T170000",
          "RRULE:FREQ=MONTHLY;BYDAY=1TU",
        ),
      ),
    );
    expect(daysOf(result, "2026-02-01", "2026-05-01")).toEqual(["2026-02-03", "2026-03-03", "2026-04-07"]);
  });
});

describe("recurring events of several days", () => {
  it.each([
    ["FREQ=WEEKLY", "20260109", 3, "FREQ=WEEKLY;BYDAY=FR,SA,SU", "2026-01-09"],
    ["FREQ=WEEKLY;BYDAY=SA", "20260110", 3, "FREQ=WEEKLY;BYDAY=MO,SA,SU", "2026-01-10"],
    [
      "FREQ=WEEKLY;INTERVAL=2",
      "20260109",
      4,
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR,SA,SU;WKST=FR",
      "2026-01-09",
    ],
    ["FREQ=WEEKLY", "20260109", 7, "FREQ=DAILY", "2026-01-09"],
    ["FREQ=WEEKLY;COUNT=3", "20260109", 2, "FREQ=WEEKLY;UNTIL=20260124;BYDAY=FR,SA", "2026-01-09"],
    ["FREQ=DAILY;INTERVAL=2", "20260109", 2, "FREQ=DAILY", "2026-01-09"],
    ["FREQ=MONTHLY;BYMONTHDAY=10", "20260110", 3, "FREQ=MONTHLY;BYMONTHDAY=10,11,12", "2026-01-10"],
    ["FREQ=MONTHLY;BYMONTHDAY=-3", "20260129", 3, "FREQ=MONTHLY;BYMONTHDAY=-3,-2,-1", "2026-01-29"],
    ["FREQ=YEARLY", "20261224", 3, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,25,26", "2026-12-24"],
    ["FREQ=YEARLY", "20261230", 4, "FREQ=YEARLY;BYYEARDAY=-2,-1,1,2", "2026-12-30"],
    ["FREQ=YEARLY", "20260429", 3, "FREQ=YEARLY;BYYEARDAY=-247,-246,-245", "2026-04-29"],
    ["FREQ=YEARLY", "20260227", 3, "FREQ=YEARLY;BYYEARDAY=58,59,60", "2026-02-27"],
  ])("[IC24] %s from %s for %i days is one rule: %s", async (rrule, start, count, text, startDate) => {
    const result = await imported(
      one(`DTSTART;VALUE=DATE:${start}`, `DURATION:P${count}D`, `RRULE:${rrule}`),
    );
    expect(result.listed).toEqual([]);
    expect(said(result)).toEqual([{ name: "A", dateRRule: `RRULE:${text}`, startDate }]);
  });

  it("[IC24] whatever recurs for several days applies on exactly those days", async () => {
    const weekdays = fc.subarray(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], { minLength: 1, maxLength: 3 });
    const body = fc.oneof(
      fc.constantFrom("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=YEARLY"),
      weekdays.map((list) => `FREQ=WEEKLY;BYDAY=${list.join(",")}`),
      weekdays.map((list) => `FREQ=WEEKLY;WKST=SU;BYDAY=${list.join(",")}`),
      fc.integer({ min: 1, max: 31 }).map((date) => `FREQ=MONTHLY;BYMONTHDAY=${date}`),
      fc.integer({ min: -31, max: -1 }).map((date) => `FREQ=MONTHLY;BYMONTHDAY=${date}`),
      fc.constantFrom("FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=YEARLY;BYMONTH=1,7"),
      fc.constantFrom("FREQ=YEARLY;BYMONTHDAY=5", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
    );
    let single = 0;
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.constantFrom("", ";INTERVAL=2", ";INTERVAL=3"),
        fc.constantFrom("", ";COUNT=5", ";UNTIL=20300715"),
        fc.integer({ min: day("2026-01-01"), max: day("2028-12-31") }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
        async (freq, every, until, start, count, left) => {
          const rrule = freq + every + until;
          const days = compileRule({
            id: "r",
            name: "r",
            isOpen: true,
            dateRRule: rrule,
            startDate: formatDate(start),
          }).days;
          const starts: number[] = [];
          for (
            let at = nextOccurrence(days, start);
            at !== null && at < day("2032-01-01");
            at = nextOccurrence(days, at + 1)
          )
            starts.push(at);
          // DTSTART belongs to the event, whatever its recurrence says.
          const begins = new Set([start, ...starts]);
          const except = left.flatMap((index) => starts[index] ?? []);
          for (const at of except) begins.delete(at);
          const wanted = new Set(
            [...begins].flatMap((at) => Array.from({ length: count }, (_, n) => at + n)),
          );
          const result = await imported(
            one(
              `DTSTART;VALUE=DATE:${ics(start)}`,
              `DURATION:P${count}D`,
              `RRULE:${rrule}`,
              ...except.map((at) => `EXDATE;VALUE=DATE:${ics(at)}`),
            ),
            { from: formatDate(start) },
          );
          if (result.rules.length === 1 && count > 1 && !codesOf(result).includes("expanded")) single += 1;
          const to = "2031-12-20";
          expect(daysOf(result, formatDate(start - 40), to)).toEqual(
            [...wanted]
              .sort((a, b) => a - b)
              .filter((at) => at <= day(to))
              .map(formatDate),
          );
        },
      ),
      { numRuns: 400 },
    );
    expect(single).toBeGreaterThan(50);
  }, 60_000);
});
