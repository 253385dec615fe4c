import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { changedDays } from "@schedule-manager/shared/editing/preview/changed-days";
import { type DaySummary, summarizeDays } from "@schedule-manager/shared/editing/preview/day-summary";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { parseDate } from "@schedule-manager/shared/time/civil";

const day = (date: string): number => parseDate(date) ?? NaN;
const at = (hour: number): number => hour * 60;

const WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
const RULES: readonly Rule[] = [
  { id: "hours", name: "Hours", isOpen: true, dateRRule: WEEKDAYS, startTime: "08:00", endTime: "17:00" },
  {
    id: "night",
    name: "Night",
    isOpen: true,
    dateRRule: "FREQ=WEEKLY;BYDAY=SA",
    startTime: "22:00",
    endTime: "04:00",
  },
  { id: "lunch", name: "Lunch", isOpen: false, dateRRule: WEEKDAYS, startTime: "12:00", endTime: "13:00" },
  {
    id: "holiday",
    name: "Holiday",
    isOpen: false,
    closedReason: "holiday",
    dates: ["2026-12-25", "2026-12-27"],
  },
  {
    id: "short",
    name: "Short",
    isOpen: true,
    exception: "day",
    dates: ["2026-12-24"],
    startTime: "08:00",
    endTime: "11:00",
  },
  {
    id: "long",
    name: "Long",
    isOpen: true,
    exception: "day",
    dates: ["2026-12-22"],
    startTime: "07:00",
    endTime: "21:00",
  },
  {
    id: "moved",
    name: "Moved",
    isOpen: true,
    exception: "day",
    dates: ["2026-12-23"],
    startTime: "10:00",
    endTime: "18:00",
  },
];
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
const SUPPORT: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "Europe/Berlin",
  manualClose: false,
  rules: RULES.map(({ id }) => id),
};
/** Monday 21 December 2026, 10:00 in Berlin. */
const NOW = Date.parse("2026-12-21T09:00:00Z");

const summary = (date: string, schedule = SUPPORT, now = NOW): DaySummary =>
  summarizeDays(compileSchedule(schedule, BY_ID), BY_ID, now)(day(date));

const MORNING = { from: at(8), to: at(12) };
const AFTERNOON = { from: at(13), to: at(17) };

describe("the summary of a day", () => {
  it.each([
    ["an ordinary day", "2026-12-21", "open", [MORNING, AFTERNOON], "", []],
    ["a day off", "2026-12-20", "off", [], "", []],
    ["a night that ends on the next day", "2026-12-19", "open", [{ from: at(22), to: at(28) }], "", []],
    ["a shorter day", "2026-12-24", "shorter", [{ from: at(8), to: at(11) }], "closed", ["short"]],
    ["a longer day", "2026-12-22", "longer", [{ from: at(7), to: at(21) }], "", ["long"]],
    [
      "as many hours at other times",
      "2026-12-23",
      "moved",
      [{ from: at(10), to: at(18) }],
      "closed",
      ["moved"],
    ],
    ["a holiday", "2026-12-25", "closed", [], "holiday", ["holiday"]],
    ["a holiday on a day off", "2026-12-27", "closed", [], "holiday", ["holiday"]],
  ] as const)("[PV10] %s on %s is summarized as %s", (_, date, type, opens, closedReason, ruleIds) => {
    expect(summary(date)).toEqual({ day: day(date), type, opens, closedReason, ruleIds });
  });

  it("[PV10] a manual close cuts the openings from now to its end, and leaves days off as they are", () => {
    const closed = { ...SUPPORT, manualClose: true, manualCloseUntil: "2026-12-24T08:30:00Z" };
    expect(summary("2026-12-20", closed)).toMatchObject({ type: "off" });
    expect(summary("2026-12-21", closed)).toMatchObject({
      type: "manual",
      closedReason: "manual",
      opens: [{ from: at(8), to: at(10) }],
    });
    expect(summary("2026-12-22", closed)).toMatchObject({ type: "manual", opens: [] });
    expect(summary("2026-12-24", closed)).toMatchObject({
      type: "manual",
      opens: [{ from: at(9.5), to: at(11) }],
    });
    expect(summary("2026-12-28", closed)).toMatchObject({ type: "open" });
  });

  it("[PV10] a manual close without an end has no last day, and one that has ended counts no more", () => {
    expect(summary("2027-12-20", { ...SUPPORT, manualClose: true })).toMatchObject({ type: "manual" });
    const ended = { ...SUPPORT, manualClose: true, manualCloseUntil: "2026-12-21T08:00:00Z" };
    expect(summary("2026-12-21", ended)).toMatchObject({ type: "open" });
  });

  it("[PV10] a day of a schedule in an unknown zone has the reason `error`", () => {
    expect(summary("2026-12-21", { ...SUPPORT, timeZone: "Mars/Olympus" })).toMatchObject({
      type: "error",
      closedReason: "error",
      opens: [],
    });
  });
});

describe("days that change", () => {
  const changed = (rules: readonly Rule[]): readonly string[] => {
    const after = new Map([...BY_ID, ...rules.map((rule) => [rule.id, rule] as const)]);
    const isChanged = changedDays(compileSchedule(SUPPORT, BY_ID), compileSchedule(SUPPORT, after));
    return ["2026-12-23", "2026-12-24", "2026-12-25", "2026-12-26"].filter((date) => isChanged(day(date)));
  };
  const holiday = BY_ID.get("holiday");
  const with_ = (change: Partial<Rule>): readonly Rule[] => (holiday ? [{ ...holiday, ...change }] : []);

  it("[PV16] a day changes when its hours or the reason of a closure change", () => {
    expect(changed(with_({ dates: ["2026-12-25", "2026-12-26"] }))).toEqual(["2026-12-26"]);
    expect(changed(with_({ closedReason: "christmas" }))).toEqual(["2026-12-25"]);
    expect(changed(with_({ startTime: "12:00" }))).toEqual(["2026-12-25"]);
  });

  it("[PV16] a day does not change when only the name or the deciding rule changes", () => {
    expect(changed(with_({ name: "Christmas" }))).toEqual([]);
    // The exception decides the day already.
    expect(changed(with_({ dates: ["2026-12-24", "2026-12-25"] }))).toEqual([]);
  });
});
