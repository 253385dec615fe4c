import { nextOccurrence } from "@schedule-manager/shared/evaluator/next-occurrence";
import { formatDate, parseDate } from "@schedule-manager/shared/time/civil";
import { shiftRRule } from "@schedule-manager/shared/import-export/ical/shift-rrule";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { compileRecurrence } from "@schedule-manager/shared/recurrence/recurrence";
import fc from "../../../../support/fast-check";

const day = (date: string): number => parseDate(date) ?? 0;

/** The first days of a recurrence, none counted before its start. */
function days(rrule: string, start: number, count: number): number[] {
  const { days: occurrences, problem } = compileRule({
    id: "r",
    name: "r",
    isOpen: false,
    dateRRule: rrule,
    startDate: formatDate(start),
  });
  expect(problem).toBeNull();
  const found: number[] = [];
  for (
    let at = nextOccurrence(occurrences, start - 1);
    at !== null && found.length < count;
    at = nextOccurrence(occurrences, at + 1)
  )
    found.push(at);
  return found;
}

function shifted(rrule: string, start: string, by: number): string | null {
  const compiled = compileRecurrence(rrule, day(start));
  if (!compiled.ok) return null;
  const { parts } = compiled.recurrence;
  const occurrences = compileRule({
    id: "r",
    name: "r",
    isOpen: false,
    dateRRule: rrule,
    startDate: start,
  }).days;
  return shiftRRule({ text: rrule, parts, start: day(start), days: occurrences }, by);
}

describe("recurrences moved by days", () => {
  it.each([
    ["FREQ=YEARLY", "2026-12-31", 1, "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"],
    ["FREQ=YEARLY", "2026-01-01", -1, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"],
    ["FREQ=YEARLY", "2026-01-31", 1, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1"],
    ["FREQ=WEEKLY;BYDAY=SA,SU", "2026-01-03", 1, "FREQ=WEEKLY;BYDAY=MO,SU"],
    ["FREQ=MONTHLY;BYMONTHDAY=-3", "2026-01-29", 1, "FREQ=MONTHLY;BYMONTHDAY=-2"],
    ["FREQ=MONTHLY;BYDAY=1MO", "2026-01-05", 1, "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"],
    ["FREQ=DAILY;INTERVAL=3;COUNT=4", "2026-01-05", 2, "FREQ=DAILY;INTERVAL=3;COUNT=4"],
  ])("[IC4] %s from %s by %i", (rrule, start, by, expected) => {
    expect(shifted(rrule, start, by)).toBe(expected);
  });

  it.each([
    // The day after 28 February is not the same every year.
    ["FREQ=YEARLY", "2026-02-28", 1],
    ["FREQ=YEARLY", "2028-02-29", 1],
    ["FREQ=YEARLY", "2028-02-29", -1],
    ["FREQ=YEARLY", "2026-03-01", -1],
    ["FREQ=MONTHLY", "2026-01-31", -1],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", 1],
    ["FREQ=MONTHLY;BYDAY=-1MO", "2026-01-26", 1],
    ["FREQ=MONTHLY;BYDAY=4MO", "2026-01-26", 1],
    ["FREQ=YEARLY;BYDAY=20MO", "2026-05-18", 1],
    ["FREQ=DAILY;BYMONTH=1", "2026-01-26", 1],
    ["FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "2026-01-27", 1],
  ])("[IC4] %s from %s by %i: no recurrence says that", (rrule, start, by) => {
    expect(shifted(rrule, start, by)).toBeNull();
  });

  it("[IC4] whatever is moved names exactly the days that much later", () => {
    const weekdays = fc.subarray(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], { minLength: 1 });
    const interval = fc.constantFrom("", ";INTERVAL=2", ";INTERVAL=3");
    const end = fc.constantFrom("", ";COUNT=7", ";UNTIL=20310715");
    const month = fc.integer({ min: 1, max: 12 });
    const body = fc.oneof(
      fc.constantFrom("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"),
      weekdays.map((list) => `FREQ=WEEKLY;BYDAY=${list.join(",")}`),
      weekdays.map((list) => `FREQ=WEEKLY;WKST=SU;BYDAY=${list.join(",")}`),
      weekdays.map((list) => `FREQ=DAILY;BYDAY=${list.join(",")}`),
      fc.integer({ min: 1, max: 31 }).map((date) => `FREQ=MONTHLY;BYMONTHDAY=${date}`),
      fc.integer({ min: -31, max: -1 }).map((date) => `FREQ=MONTHLY;BYMONTHDAY=${date},-1`),
      fc
        .tuple(fc.integer({ min: -4, max: 4 }), weekdays)
        .map(([n, list]) => `FREQ=MONTHLY;BYDAY=${n || 1}${list[0]}`),
      fc
        .tuple(month, fc.integer({ min: 1, max: 28 }))
        .map(([m, d]) => `FREQ=YEARLY;BYMONTH=${m};BYMONTHDAY=${d}`),
      fc
        .tuple(month, fc.integer({ min: 1, max: 4 }))
        .map(([m, n]) => `FREQ=YEARLY;BYMONTH=${m};BYDAY=${n}TH`),
    );
    let moved = 0;
    fc.assert(
      fc.property(
        body,
        interval,
        end,
        fc.integer({ min: day("2026-01-01"), max: day("2028-12-31") }),
        fc.integer({ min: -9, max: 9 }),
        (freq, every, until, start, by) => {
          const rrule = freq + every + until;
          const result = shifted(rrule, formatDate(start), by);
          if (result === null) return;
          moved += 1;
          expect(days(result, start + by, 40)).toEqual(days(rrule, start, 40).map((at) => at + by));
        },
      ),
      { numRuns: 600 },
    );
    expect(moved).toBeGreaterThan(100);
  }, 60_000);
});
