import { parseDate } from "@schedule-manager/shared/time/civil";
import { chooseRepeat } from "@schedule-manager/shared/editing/rule-form/choose-repeat";
import { BLANK, type RuleForm } from "@schedule-manager/shared/editing/rule-form/form";
import { newRule } from "@schedule-manager/shared/editing/rule-form/new-rule";
import { nextDays } from "@schedule-manager/shared/editing/rule-form/next-days";
import { formProblems } from "@schedule-manager/shared/editing/rule-form/problems";
import { fromRule } from "@schedule-manager/shared/editing/rule-form/from-rule";
import { rule } from "../../fixtures";
import { OTHERS } from "./arbitrary";

const base: RuleForm = { ...BLANK, name: "Hours" };

const PROBLEMS: readonly (readonly [string, Partial<RuleForm>, readonly string[]])[] = [
  ["nothing", {}, []],
  ["no name", { name: " " }, ["name name-missing"]],
  [
    "no times",
    { allDay: false, startTime: "", endTime: "" },
    ["startTime time-missing", "endTime time-missing"],
  ],
  ["equal times are 24 hours", { allDay: false, startTime: "08:00", endTime: "08:00" }, []],
  ["midnight to midnight is the whole day", { allDay: false, startTime: "00:00", endTime: "00:00" }, []],
  ["one day, not said which", { repeat: "once" }, ["startDate date-missing"]],
  ["no dates", { repeat: "dates" }, ["dates dates-missing"]],
  ["no weekday", { repeat: "weekly", weekdays: 0 }, ["weekdays weekdays-missing"]],
  ["the start date's weekday", { repeat: "weekly", weekdays: 0, startDate: "2026-01-07" }, []],
  ["every 0 days", { interval: "0" }, ["interval number-invalid"]],
  ["every other day from no day", { interval: "2" }, ["startDate rrule-start-missing"]],
  ["no number of times", { ends: "after", count: "", startDate: "2026-01-07" }, ["count number-invalid"]],
  ["no end date", { ends: "on" }, ["endDate date-missing"]],
  [
    "end before start",
    { ends: "on", startDate: "2026-02-01", endDate: "2026-01-31" },
    ["endDate end-before-start"],
  ],
  ["30 February", { repeat: "yearly", month: 2, day: 30 }, ["day rrule-never"]],
  ["29 February", { repeat: "yearly", month: 2, day: 29 }, []],
  ["custom nonsense", { repeat: "custom", rrule: "FREQ=DAILY;BYDAY=XX" }, ["rrule rrule-value-invalid"]],
  ["custom blank", { repeat: "custom", rrule: "" }, ["rrule rrule-syntax"]],
  ["a date that does not exist", { exceptDates: ["2026-02-30"] }, ["exceptDates date-invalid"]],
  [
    "every day left out",
    { repeat: "once", startDate: "2026-01-07", exceptDates: ["2026-01-07"] },
    ["repeat never-applies"],
  ],
  ["no rules to be relative to", { repeat: "relative" }, ["relativeRules rules-missing"]],
  ["a day before others", { repeat: "relative", relativeRules: ["other"] }, []],
  [
    "a missing rule",
    { repeat: "relative", relativeRules: ["gone"] },
    ["relativeRules relative-rule-missing"],
  ],
  ["itself", { repeat: "relative", relativeRules: ["r"] }, ["relativeRules relative-circle"]],
  [
    "32 days after",
    { repeat: "relative", relativeRules: ["other"], direction: "after", distance: "32" },
    ["distance distance-invalid"],
  ],
  [
    "no working weekday",
    { repeat: "relative", relativeRules: ["other"], countsWorkingDays: true, workingWeekdays: 0 },
    ["workingWeekdays weekdays-missing"],
  ],
  [
    "several",
    { name: "", repeat: "once", allDay: false, startTime: "" },
    ["name name-missing", "startTime time-missing", "startDate date-missing"],
  ],
];

describe("rule form problems", () => {
  it.each(PROBLEMS)("[FM7] %s", (_, fields, expected) => {
    const problems = formProblems({ ...base, ...fields }, rule("r", { name: "Hours" }), OTHERS);
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it("[FM8] a new rule has ordinary hours and lacks only a name", () => {
    const fresh = { id: "hours-1", ...newRule() };
    expect(formProblems(fromRule(fresh), fresh, OTHERS)).toEqual([{ field: "name", code: "name-missing" }]);
  });
});

describe("choosing how a rule repeats", () => {
  const start = "2026-11-26"; // the fourth Thursday
  const choose = (form: Partial<RuleForm>, repeat: RuleForm["repeat"]): RuleForm =>
    chooseRepeat({ ...base, ...form }, repeat, rule("r"));

  it("[FM9] the start date determines the initial values", () => {
    expect(choose({ startDate: start }, "weekly")).toMatchObject({ weekdays: 0b0001000 });
    expect(choose({ startDate: start }, "yearly")).toMatchObject({ month: 11, day: 26, nth: 4, weekday: 3 });
  });

  it("[FM9] entered values are kept", () => {
    const monthly = choose({ startDate: start, repeat: "monthly", day: 3 }, "yearly");
    expect(monthly).toMatchObject({ repeat: "yearly", day: 3 });
    expect(choose({ repeat: "weekly", weekdays: 1 }, "daily")).toMatchObject({ weekdays: 1 });
  });

  it("[FM9] custom starts with the current recurrence as text", () => {
    const from = rule("r", { dateRRule: "rrule:freq=weekly;byday=mo" });
    expect(chooseRepeat(fromRule(from), "custom", from).rrule).toBe("rrule:freq=weekly;byday=mo");
    expect(choose({ repeat: "daily" }, "custom").rrule).toBe("FREQ=DAILY");
    expect(choose({ repeat: "weekly", ends: "after", count: "3" }, "custom")).toMatchObject({
      ends: "never",
    });
  });
});

describe("next days", () => {
  const from = parseDate("2026-12-01") ?? 0;

  it("[FM10] are the next days on which the rule applies", () => {
    const days = nextDays(
      rule("r", { dateRRule: "FREQ=WEEKLY;BYDAY=TU", exceptDates: ["2026-12-08"] }),
      from,
      3,
      OTHERS,
    );
    expect(days.map((day) => day - from)).toEqual([0, 14, 21]);
  });

  it("[FM10] are empty for an invalid, ended or unfinished rule", () => {
    expect(nextDays(rule("r", { dateRRule: "FREQ=HOURLY" }), from, 5, OTHERS)).toEqual([]);
    expect(nextDays(rule("r", { endDate: "2026-11-30" }), from, 5, OTHERS)).toEqual([]);
    expect(nextDays(rule("r", { endDate: "2026-12-02" }), from, 5, OTHERS)).toEqual([from, from + 1]);
  });
});
