import { type CloseEnd, endOfClose } from "@schedule-manager/shared/editing/manual-close/close-end";
import { endOfTodaysHours } from "@schedule-manager/shared/evaluator/end-of-hours";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { at, compiled, holiday, iso, rule } from "../fixtures";

const day = rule("day", { startTime: "08:00", endTime: "18:00" });
const lunch = rule("lunch", { isOpen: false, startTime: "12:00", endTime: "13:00" });
const night = rule("night", { startTime: "20:00", endTime: "06:00" });
const NEW_YORK = "America/New_York";

describe("the end of today's hours", () => {
  it.each<[string, string, readonly Rule[], string, string]>([
    ["the closing", NEW_YORK, [day], "2026-11-30T15:00Z", "2026-11-30T23:00Z"],
    [
      "the last closing, not the lunch break",
      NEW_YORK,
      [lunch, day],
      "2026-11-30T15:00Z",
      "2026-11-30T23:00Z",
    ],
    ["the closing also before the opening", NEW_YORK, [day], "2026-11-30T11:00Z", "2026-11-30T23:00Z"],
    ["midnight after the closing", NEW_YORK, [day], "2026-12-01T00:00Z", "2026-12-01T05:00Z"],
    [
      "midnight on a holiday",
      NEW_YORK,
      [holiday("h", { dates: ["2026-11-30"] }), day],
      "2026-11-30T15:00Z",
      "2026-12-01T05:00Z",
    ],
    ["the morning after a night that begins today", "UTC", [night], "2026-11-30T21:00Z", "2026-12-01T06:00Z"],
    [
      "midnight of a schedule that never closes",
      "UTC",
      [rule("always")],
      "2026-11-30T21:00Z",
      "2026-12-01T00:00Z",
    ],
    ["midnight on the long day of a clock change", NEW_YORK, [], "2026-11-01T05:30Z", "2026-11-02T05:00Z"],
  ])("[MC9] is %s", (_, zone, rules, now, end) => {
    expect(iso(endOfTodaysHours(compiled(zone, rules), at(now)) ?? NaN)).toBe(end);
  });
});

describe("the end of a manual close", () => {
  const now = at("2026-11-30T15:00Z");
  const schedule: Schedule = {
    id: "s",
    name: "S",
    timeZone: NEW_YORK,
    manualClose: true,
    rules: ["day"],
  };
  const end = (choice: CloseEnd, timeZone = NEW_YORK): string => {
    const found = endOfClose(choice, { ...schedule, timeZone }, new Map([["day", day]]), now);
    return found.type === "at" ? iso(found.at) : found.type;
  };

  it.each<[string, CloseEnd, string]>([
    ["fifteen minutes from now", { type: "minutes", minutes: 15 }, "2026-11-30T15:15Z"],
    ["never", { type: "untilReopened" }, "never"],
    ["the end of the hours that apply without the close", { type: "endOfHours" }, "2026-11-30T23:00Z"],
    [
      "a time in the schedule's zone",
      { type: "time", date: "2026-11-30", time: "15:00" },
      "2026-11-30T20:00Z",
    ],
    ["missing without a time", { type: "time", date: "2026-11-30", time: "" }, "missing"],
    ["passed at a time before now", { type: "time", date: "2026-11-30", time: "09:59" }, "passed"],
    ["passed now", { type: "time", date: "2026-11-30", time: "10:00" }, "passed"],
  ])("[MC9] is %s", (_, choice, expected) => {
    expect(end(choice)).toBe(expected);
  });

  it("[MC9] one time is another instant in each schedule's zone", () => {
    const choice: CloseEnd = { type: "time", date: "2026-11-30", time: "23:00" };
    expect([end(choice), end(choice, "UTC"), end(choice, "Mars/Base")]).toEqual([
      "2026-12-01T04:00Z",
      "2026-11-30T23:00Z",
      "missing",
    ]);
  });
});
