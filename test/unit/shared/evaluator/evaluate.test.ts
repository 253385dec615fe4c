import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { at, compiled, holiday, rule } from "../fixtures";

const NOON = at("2026-01-07T12:00Z");

/** On 7 January 2026, a Wednesday, 12:00 UTC. */
function decide(rules: readonly Rule[], more: Partial<Schedule> = {}, t = NOON) {
  return evaluate(compiled("UTC", rules, more), t);
}

describe("the decision", () => {
  test.each<[string, readonly Rule[], string | null, string | null]>([
    ["no rule", [], "closed", null],
    ["an open rule", [rule("a")], null, "a"],
    ["the topmost open rule decides", [rule("a"), rule("b")], null, "a"],
    ["a closed rule wins from below", [rule("a"), holiday("b")], "holiday", "b"],
    [
      "the topmost closed rule gives the reason",
      [holiday("a"), holiday("b", { closedReason: "x" })],
      "holiday",
      "a",
    ],
    ["a closed rule without a reason is closed", [rule("a", { isOpen: false })], "closed", "a"],
    ["an empty reason counts as absent", [rule("a", { isOpen: false, closedReason: "" })], "closed", "a"],
    ["an open exception wins over a closed rule", [holiday("a"), rule("b", { exception: true })], null, "b"],
    [
      "a closed exception wins over an open rule",
      [rule("a"), holiday("b", { exception: true })],
      "holiday",
      "b",
    ],
    [
      "the topmost exception wins",
      [rule("a", { exception: true }), holiday("b", { exception: true })],
      null,
      "a",
    ],
    [
      "an exception that does not match has no effect",
      [rule("a"), holiday("b", { exception: true, startDate: "2027-01-01" })],
      null,
      "a",
    ],
    ["an open rule's reason is ignored", [rule("a", { closedReason: "x" })], null, "a"],
  ])("[EV1] %s", (_, rules, closedReason, ruleId) => {
    expect(decide(rules)).toEqual({
      isOpen: closedReason === null,
      closedReason: closedReason ?? "",
      ruleId,
    });
  });

  test.each<[string, Partial<Schedule>, string]>([
    ["manual close", { manualClose: true }, "manual"],
    ["before its end", { manualClose: true, manualCloseUntil: "2026-01-07T13:00:01+01:00" }, "manual"],
    ["at its end", { manualClose: true, manualCloseUntil: "2026-01-07T13:00:00+01:00" }, ""],
    [
      "an end that is no instant does not open",
      { manualClose: true, manualCloseUntil: "tomorrow" },
      "manual",
    ],
    [
      "an end with no such day does not open",
      { manualClose: true, manualCloseUntil: "2025-02-30T00:00:00Z" },
      "manual",
    ],
    ["an empty end is none", { manualClose: true, manualCloseUntil: "" }, "manual"],
    [
      "an end without a close says nothing",
      { manualClose: false, manualCloseUntil: "2027-01-01T00:00Z" },
      "",
    ],
  ])("[EV1] %s", (_, more, reason) => {
    expect(decide([rule("a", { exception: true })], more).closedReason).toBe(reason);
  });

  test("[EV3] ids of missing rules are ignored", () => {
    const schedule = {
      id: "s",
      name: "S",
      timeZone: "UTC",
      manualClose: false,
      rules: ["gone", "a", "__proto__"],
    };
    expect(evaluate(compileSchedule(schedule, new Map([["a", rule("a")]])), NOON).ruleId).toBe("a");
  });
});

describe("when a rule matches", () => {
  /** The hours of a zone's 7 and 8 January 2026 at which a rule is open, as `first–last`. */
  const openHours = (zone: string, midnight: string, more: Partial<Rule>): string => {
    const schedule = compiled(zone, [rule("r", more)]);
    const hours = Array.from({ length: 48 }, (_, hour) => hour).filter(
      (hour) => evaluate(schedule, at(midnight) + hour * 3_600_000).isOpen,
    );
    const runs = hours
      .filter((hour) => !hours.includes(hour - 1))
      .map((from) => {
        let to = from;
        while (hours.includes(to + 1)) to += 1;
        return `${from}–${to}`;
      });
    return runs.join(" ");
  };

  const HOURS: readonly (readonly [string, Partial<Rule>, string])[] = [
    ["without anything: always", {}, "0–47"],
    ["times: start belongs, end does not", { startTime: "08:00", endTime: "17:00" }, "8–16 32–40"],
    ["no end is midnight", { startTime: "20:00" }, "20–23 44–47"],
    ["end 00:00 is midnight", { startTime: "20:00", endTime: "00:00" }, "20–23 44–47"],
    ["00:00 to 00:00 is all day", { startTime: "00:00", endTime: "00:00" }, "0–47"],
    ["no start is 00:00", { endTime: "03:00" }, "0–2 24–26"],
    ["overnight", { startTime: "22:00", endTime: "02:00" }, "0–1 22–25 46–47"],
    [
      "overnight belongs to the day it began on",
      { startTime: "22:00", endTime: "02:00", dateRRule: "FREQ=WEEKLY;BYDAY=WE" },
      "22–25",
    ],
    [
      "the end of a night runs past endDate",
      { startTime: "22:00", endTime: "02:00", endDate: "2026-01-06" },
      "0–1",
    ],
    [
      "equal times are 24 hours from then on",
      { startTime: "08:00", endTime: "08:00", dateRRule: "FREQ=WEEKLY;BYDAY=WE" },
      "8–31",
    ],
    [
      "a night begins on startDate",
      { startTime: "22:00", endTime: "02:00", startDate: "2026-01-08" },
      "46–47",
    ],
  ];
  const DATES: readonly (readonly [string, Partial<Rule>, string])[] = [
    ["startDate and endDate belong to the range", { startDate: "2026-01-07", endDate: "2026-01-07" }, "0–23"],
    ["endDate cuts the recurrence", { dateRRule: "FREQ=DAILY", endDate: "2026-01-07" }, "0–23"],
    [
      "startDate is the recurrence's start",
      { dateRRule: "FREQ=DAILY;INTERVAL=2", startDate: "2026-01-06" },
      "24–47",
    ],
    ["dates alone: only those", { dates: ["2026-01-08"] }, "24–47"],
    ["no dates at all: no day", { dates: [] }, ""],
    ["dates add to the recurrence", { dateRRule: "FREQ=WEEKLY;BYDAY=WE", dates: ["2026-01-08"] }, "0–47"],
    [
      "dates are not cut by the range",
      { startDate: "2026-01-01", endDate: "2026-01-02", dates: ["2026-01-08"] },
      "24–47",
    ],
    [
      "exceptDates take away, also from dates",
      { dates: ["2026-01-07", "2026-01-08"], exceptDates: ["2026-01-07"] },
      "24–47",
    ],
    [
      "exceptDates take a night whole",
      { startTime: "22:00", endTime: "02:00", exceptDates: ["2026-01-07"] },
      "0–1 46–47",
    ],
    [
      "empty texts are nothing",
      { dateRRule: "", startDate: "", endDate: "", startTime: "", endTime: "" },
      "0–47",
    ],
  ];

  test.each(HOURS)("[EV2] %s", (_, more, hours) => {
    expect(openHours("UTC", "2026-01-07T00:00Z", more)).toBe(hours);
    expect(openHours("Asia/Kolkata", "2026-01-07T00:00+05:30", more)).toBe(hours);
    expect(openHours("Pacific/Pago_Pago", "2026-01-07T00:00-11:00", more)).toBe(hours);
  });

  test("[EV2] start is inclusive and end exclusive, to the millisecond", () => {
    const schedule = compiled("Asia/Kolkata", [rule("r", { startTime: "08:00", endTime: "17:00" })]);
    const [start, end] = [at("2026-01-07T08:00+05:30"), at("2026-01-07T17:00+05:30")];
    const isOpen = (t: number): boolean => evaluate(schedule, t).isOpen;
    expect([isOpen(start - 1), isOpen(start), isOpen(end - 1), isOpen(end)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test.each(DATES)("[EV4] %s", (_, more, hours) => {
    expect(openHours("UTC", "2026-01-07T00:00Z", more)).toBe(hours);
    expect(openHours("Asia/Kolkata", "2026-01-07T00:00+05:30", more)).toBe(hours);
  });

  test.each<[string, Partial<Rule>, string]>([
    ["an invalid time", { startTime: "8:00" }, "time-invalid"],
    ["24:00", { endTime: "24:00" }, "time-invalid"],
    ["an invalid date", { startDate: "2026-02-30" }, "date-invalid"],
    ["an invalid date among dates", { dates: ["2026-01-07", "x"] }, "date-invalid"],
    ["a number for a date", { startDate: 20260107 as unknown as string }, "date-invalid"],
    ["an object for a recurrence", { dateRRule: {} as unknown as string }, "rrule-syntax"],
  ])("[EV5] with %s the rule never matches, and the others apply", (_, more, code) => {
    const schedule = compiled("UTC", [holiday("bad", more), rule("good")]);
    expect(evaluate(schedule, NOON).ruleId).toBe("good");
    expect(decide([holiday("bad", more)])).toEqual({ isOpen: false, closedReason: "closed", ruleId: null });
    expect(code).toBe(compileProblem(more));
  });
});

const compileProblem = (more: Partial<Rule>): string | undefined =>
  compileRule(rule("r", more)).problem?.code;

describe("invalid zones and instants", () => {
  test.each(["Mars/Olympus", "", "+02:00", "local", "__proto__"])(
    "[TZ2] %j closes with the reason error, never by another zone; a manual close stays manual",
    (zone) => {
      const schedule = compiled(zone, [rule("a")]);
      expect(schedule.problem).toEqual({ code: "zone-unknown", field: "timeZone", value: zone });
      expect(evaluate(schedule, NOON)).toEqual({ isOpen: false, closedReason: "error", ruleId: null });
      expect(evaluate(compiled(zone, [rule("a")], { manualClose: true }), NOON).closedReason).toBe("manual");
    },
  );

  test.each([NaN, Infinity, -Infinity, 8.64e15 + 1, 1e300])("[TZ3] %d is no instant: error", (t) => {
    expect(evaluate(compiled("America/New_York", [rule("a")]), t).closedReason).toBe("error");
  });

  test.each([NaN, Infinity, -Infinity, 8.64e15 + 1])("[TZ3] %d is not remembered", (t) => {
    const asked = compiled("America/New_York", [rule("a")]);
    evaluate(asked, 0);
    const { last } = asked;
    evaluate(asked, t);
    expect(asked.last).toBe(last);
  });

  test.each([8.64e15, -8.64e15, 0, 0.5, -0.5, 253402300800000])("[TZ3] %d is an instant", (t) => {
    expect(evaluate(compiled("America/New_York", [rule("a")]), t).isOpen).toBe(true);
  });
});
