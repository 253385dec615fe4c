import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { nextChange, nextOpen, nextOpenChange } from "@schedule-manager/shared/evaluator/next-change";
import { timeline, timelineByRule } from "@schedule-manager/shared/evaluator/timeline";
import { at, compiled, holiday, iso, rule } from "../fixtures";

const DAY = 86_400_000;
// Wednesday.
const NOON = at("2026-01-07T12:00Z");
const hours = rule("hours", {
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "08:00",
  endTime: "17:00",
});

describe("the next change", () => {
  test.each<[string, readonly Rule[], Partial<Schedule>, string | null, string]>([
    ["open until five", [hours], {}, "2026-01-07T17:00Z", "closed"],
    [
      "closed until a holiday ends is not yet open",
      [holiday("h", { startDate: "2026-01-07", endDate: "2026-01-07" }), hours],
      {},
      "2026-01-08T00:00Z",
      "closed",
    ],
    [
      "another reason is a change",
      [holiday("h", { startTime: "15:00" }), rule("r")],
      {},
      "2026-01-07T15:00Z",
      "holiday",
    ],
    ["another rule of the same status is none", [rule("a", { endTime: "15:00" }), rule("b")], {}, null, ""],
    [
      "the same reason from another rule is none",
      [holiday("a", { endTime: "15:00" }), holiday("b")],
      {},
      null,
      "",
    ],
    [
      "a manual close that ends",
      [rule("r")],
      { manualClose: true, manualCloseUntil: "2026-01-07T12:30:15Z" },
      "2026-01-07T12:30:15.000Z",
      "",
    ],
    ["a manual close that does not", [rule("r")], { manualClose: true }, null, ""],
    [
      "a manual close that ends while closed",
      [],
      { manualClose: true, manualCloseUntil: "2026-01-07T12:30:00Z" },
      "2026-01-07T12:30Z",
      "closed",
    ],
    ["nothing at all", [], {}, null, ""],
    ["an unknown zone", [rule("r")], { timeZone: "Mars/Olympus" }, null, ""],
    ["a year ahead", [rule("r", { startDate: "2027-01-07" })], {}, "2027-01-07T00:00Z", ""],
  ])("[NC1] %s", (_, rules, more, instant, reason) => {
    const change = nextChange(compiled("UTC", rules, more), NOON);
    expect(change.at === null ? null : iso(change.at)).toBe(instant);
    if (change.at !== null) expect(change.to.closedReason).toBe(reason);
  });

  test("[NC2] the search ends 400 days ahead, and the result says so", () => {
    const opens = (startDate: string) => nextChange(compiled("UTC", [rule("r", { startDate })]), NOON);
    expect(opens("2027-02-11")).toMatchObject({ at: at("2027-02-11T00:00Z") });
    expect(opens("2027-02-12")).toEqual({ at: null, searchedTo: NOON + 400 * DAY });
  });

  test("[NC3] an instant has its new status at once: the change is after t", () => {
    const schedule = compiled("UTC", [hours]);
    expect(nextChange(schedule, at("2026-01-07T17:00Z"))).toMatchObject({ at: at("2026-01-08T08:00Z") });
    expect(nextChange(schedule, at("2026-01-07T17:00Z") - 1)).toMatchObject({ at: at("2026-01-07T17:00Z") });
  });

  test.each<[string, string, string | null]>([
    ["while open: now", "2026-01-07T12:00Z", "2026-01-07T12:00Z"],
    ["over the weekend, not the holiday on the way", "2026-01-09T18:00Z", "2026-01-13T08:00Z"],
  ])("[NC4] the next opening, %s", (_, from, instant) => {
    const monday = holiday("monday", { startDate: "2026-01-12", endDate: "2026-01-12" });
    const open = nextOpen(compiled("UTC", [monday, hours]), at(from));
    expect(open.at === null ? null : iso(open.at)).toBe(instant);
  });

  test.each<[string, string, string | null]>([
    ["while open: the closing", "2026-01-07T12:00Z", "2026-01-07T17:00Z"],
    ["at the closing: the next opening", "2026-01-07T17:00Z", "2026-01-08T08:00Z"],
    ["from Sunday, through the holiday and its night", "2026-01-11T12:00Z", "2026-01-13T08:00Z"],
    ["from the holiday", "2026-01-12T12:00Z", "2026-01-13T08:00Z"],
  ])("[NC4] the next opening or closing, %s", (_, from, instant) => {
    const monday = holiday("monday", { startDate: "2026-01-12", endDate: "2026-01-12" });
    const schedule = compiled("UTC", [monday, hours]);
    const turn = nextOpenChange(schedule, at(from));
    expect(turn.at === null ? null : iso(turn.at)).toBe(instant);
    if (turn.at !== null) {
      expect(turn.to).toEqual(evaluate(schedule, turn.at));
      expect(turn.to.isOpen).not.toBe(evaluate(schedule, at(from)).isOpen);
    }
  });

  test("[NC5] without an opening or closing within 400 days, the result gives the end of the search", () => {
    const limit = { at: null, searchedTo: NOON + 400 * DAY };
    expect(nextOpenChange(compiled("UTC", [holiday("h")]), NOON)).toEqual(limit);
    expect(nextOpenChange(compiled("UTC", [rule("r")]), NOON)).toEqual(limit);
    expect(nextOpenChange(compiled("UTC", [rule("r")], { manualClose: true }), NOON)).toEqual(limit);
  });

  test("[NC5] without an opening within 400 days, the result gives the end of the search", () => {
    expect(nextOpen(compiled("UTC", []), NOON)).toEqual({ at: null, searchedTo: NOON + 400 * DAY });
  });
});

describe("the timeline", () => {
  const [from, to] = [at("2026-01-07T00:00Z"), at("2026-01-08T00:00Z")];
  const rules = [
    rule("a", { startTime: "08:00", endTime: "12:00" }),
    rule("b", { startTime: "12:00", endTime: "17:00" }),
  ];
  const formatted = (list: readonly { from: number; to: number; ruleId: string | null }[]): string[] =>
    list.map(
      (interval) =>
        `${iso(interval.from).slice(11, 16)}–${iso(interval.to).slice(11, 16)} ${interval.ruleId ?? ""}`,
    );

  test("[NC6] covers the range in order and without gaps, one interval per status", () => {
    expect(formatted(timeline(compiled("UTC", rules), from, to))).toEqual([
      "00:00–08:00 ",
      "08:00–17:00 a",
      "17:00–00:00 ",
    ]);
  });

  test("[NC7] can be split where another rule decides", () => {
    expect(formatted(timelineByRule(compiled("UTC", rules), from, to))).toEqual([
      "00:00–08:00 ",
      "08:00–12:00 a",
      "12:00–17:00 b",
      "17:00–00:00 ",
    ]);
  });

  test("[NC8] an empty range is empty; an unknown zone is an error interval", () => {
    expect(timeline(compiled("UTC", rules), to, from)).toEqual([]);
    expect(timeline(compiled("UTC", rules), NaN, to)).toEqual([]);
    expect(timeline(compiled("Mars/Olympus", rules), from, to)).toEqual([
      { from, to, isOpen: false, closedReason: "error", ruleId: null },
    ]);
  });
});
