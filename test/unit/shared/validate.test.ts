import type { Rule, Schedule } from "@schedule-manager/shared/model";
import { type Finding, validate } from "@schedule-manager/shared/validate";
import { findingInWords } from "@schedule-manager/shared/words/finding";
import { at, holiday, rule } from "./fixtures";

// Wednesday.
const NOW = at("2026-01-07T12:00Z");
const hours = rule("hours", {
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "08:00",
  endTime: "17:00",
});

const schedule = (rules: readonly string[], more: Partial<Schedule> = {}): Schedule => ({
  id: "s",
  name: "Support",
  timeZone: "America/Chicago",
  manualClose: false,
  rules,
  ...more,
});

const find = (rules: readonly Rule[], more: Partial<Schedule> = {}): Finding[] =>
  validate(
    {
      rules,
      schedules: [
        schedule(
          rules.map(({ id }) => id),
          more,
        ),
      ],
    },
    NOW,
  );

/** `severity code rule: rule that wins`. */
const say = (findings: readonly Finding[]): string[] =>
  findings.map(({ severity, code, ruleId = "-", params }) => {
    const by = Array.isArray(params["byIds"]) ? `: ${params["byIds"].join()}` : "";
    return `${severity} ${code} ${ruleId}${by}`;
  });

describe("validation", () => {
  test("[VA1] finds nothing where nothing is wrong", () => {
    expect(find([hours, holiday("h", { dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25" })])).toEqual([]);
  });

  test.each<[string, Partial<Rule>, string]>([
    ["impossible", { dateRRule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }, "error rrule-never x"],
    ["unreadable", { dateRRule: "FREQ=SOMETIMES" }, "error rrule-freq-unsupported x"],
    [
      "without the start that it needs",
      { dateRRule: "FREQ=DAILY;INTERVAL=2" },
      "error rrule-start-missing x",
    ],
    ["with equal times", { startTime: "08:00", endTime: "08:00" }, "error times-equal x"],
    [
      "with dates reversed",
      { startDate: "2026-02-02", endDate: "2026-02-01" },
      "error rule-dates-reversed x",
    ],
    [
      "ended before it began",
      { startDate: "2026-02-02", dateRRule: "FREQ=DAILY;UNTIL=20260201" },
      "error rule-never-applies x",
    ],
    [
      "with every day left out",
      { dates: ["2026-02-02"], exceptDates: ["2026-02-02"] },
      "error rule-never-applies x",
    ],
    ["that ended", { endDate: "2025-12-31" }, "warning rule-ended x"],
    [
      "that was counted out",
      { startDate: "2025-01-01", dateRRule: "FREQ=DAILY;COUNT=3" },
      "warning rule-ended x",
    ],
    [
      "that ended, and closed",
      { isOpen: false, startDate: "2025-12-30", endDate: "2025-12-31" },
      "info rule-ended x",
    ],
  ])("[VA2] a rule %s", (_, more, expected) => {
    expect(say(find([hours, rule("x", more)]))).toContain(expected);
  });

  test("[VA3] says when an ended rule applied for the last time, and leaves alone one that ended today", () => {
    const ended = find([hours, rule("x", { startDate: "2025-01-01", dateRRule: "FREQ=MONTHLY;COUNT=3" })]);
    expect(ended.find(({ code }) => code === "rule-ended")?.params).toEqual({ date: "2025-03-01" });
    expect(say(find([hours, rule("x", { endDate: "2026-01-07" })]))).toEqual([]);
  });

  test("[VA4] rules that are missing, listed twice or unused", () => {
    const findings = validate(
      { rules: [hours, rule("spare")], schedules: [schedule(["hours", "gone", "hours"])] },
      NOW,
    );
    expect(say(findings)).toEqual([
      "info rule-unused spare",
      "warning rule-listed-twice -",
      "error rule-missing -",
    ]);
    expect(findings.slice(1).map(({ params, scheduleId }) => [scheduleId, params["rule"]])).toEqual([
      ["s", "hours"],
      ["s", "gone"],
    ]);
  });

  test.each<[string, readonly Rule[], string[]]>([
    [
      "an open rule that a closed one hides",
      [
        holiday("c", { dateRRule: "FREQ=WEEKLY;BYDAY=MO" }),
        rule("o", { dateRRule: "FREQ=WEEKLY;BYDAY=MO", startTime: "09:00" }),
        hours,
      ],
      ["warning rule-shadowed o: c"],
    ],
    [
      "a closed rule below one with another reason",
      [
        holiday("a", { dateRRule: "FREQ=WEEKLY;BYDAY=SA,SU" }),
        holiday("b", { closedReason: "x", dateRRule: "FREQ=WEEKLY;BYDAY=SU" }),
        hours,
      ],
      ["warning rule-shadowed b: a"],
    ],
    [
      "a rule that an exception hides",
      [
        hours,
        holiday("c", { dateRRule: "FREQ=WEEKLY;BYDAY=SU" }),
        rule("e", { exception: true, dateRRule: "FREQ=WEEKLY;BYDAY=SU" }),
      ],
      ["warning rule-shadowed c: e"],
    ],
    [
      "a night of which only the end is left",
      [
        hours,
        rule("n", { dateRRule: "FREQ=WEEKLY;BYDAY=SA", startTime: "22:00", endTime: "02:00" }),
        holiday("c", { dateRRule: "FREQ=WEEKLY;BYDAY=SA" }),
      ],
      [],
    ],
    [
      "a rule that says the same as another",
      [hours, rule("again", { dateRRule: "FREQ=WEEKLY;BYDAY=MO", startTime: "09:00", endTime: "10:00" })],
      [],
    ],
  ])("[VA5] %s", (_, rules, expected) => {
    expect(say(find(rules))).toEqual(expected);
  });

  test("[VA6] exceptions that contradict each other, with the first day", () => {
    const open = rule("open", { exception: true, dateRRule: "FREQ=WEEKLY;BYDAY=SA", endTime: "12:00" });
    const closed = holiday("closed", {
      exception: true,
      startDate: "2026-01-10",
      endDate: "2026-01-10",
      startTime: "10:00",
    });
    const findings = find([open, closed, hours]);
    expect(say(findings)).toEqual(["warning exceptions-contradict closed: open"]);
    expect(findings[0]?.params["date"]).toBe("2026-01-10");
  });

  test.each<[string, readonly Rule[], Partial<Schedule>, string[]]>([
    ["no rules", [], {}, ["warning no-rules -"]],
    ["no opening in 400 days", [rule("x", { startDate: "2027-03-01" })], {}, ["warning no-opening -"]],
    ["a manual close is no lack of openings", [hours], { manualClose: true }, []],
    ["an unknown zone", [hours], { timeZone: "Mars/Olympus" }, ["error zone-unknown -"]],
    [
      "an end of manual close that is no instant",
      [hours],
      { manualClose: true, manualCloseUntil: "soon" },
      ["error until-invalid -"],
    ],
    [
      "a manual close that has ended",
      [hours],
      { manualClose: true, manualCloseUntil: "2026-01-07T11:00:00Z" },
      ["info manual-close-ended -"],
    ],
  ])("[VA7] %s", (_, rules, more, expected) => {
    expect(say(find(rules, more))).toEqual(expected);
  });

  test.each<[string, readonly string[], string[]]>([
    ["soon", ["2026-01-19", "2026-02-16"], ["2026-02-16"]],
    ["not yet", ["2026-01-19", "2026-09-07"], []],
  ])("[VA8] holidays with fixed dates run out: %s", (_, dates, expected) => {
    const found = find([hours, holiday("h", { dates })]).filter(({ code }) => code === "holidays-run-out");
    expect(found.map(({ params }) => params["date"])).toEqual(expected);
  });

  test("[VA9] names, aliases and queues that two schedules claim", () => {
    const a = schedule(["hours"], { id: "a", name: "Bu\u0308ro", queues: ["q"] });
    const b = schedule(["hours"], { id: "b", name: "Other", aliases: ["B\u00fcro"], queues: ["q"] });
    const findings = validate({ rules: [hours], schedules: [a, b] }, NOW);
    expect(findings.map(({ code, severity, scheduleId }) => [severity, code, scheduleId])).toEqual([
      ["error", "name-taken", "b"],
      ["error", "queue-taken", "b"],
    ]);
  });

  test("[VA10] every finding has words without a gap", () => {
    const findings = validate(
      {
        rules: [
          hours,
          rule("x", { dateRRule: "FREQ=MONTHLY;BYMONTHDAY=32" }),
          rule("y", { endDate: "2025-12-31" }),
        ],
        schedules: [schedule(["hours", "gone", "x"], { manualClose: true, manualCloseUntil: "soon" })],
      },
      NOW,
    );
    expect(findings.length).toBeGreaterThan(4);
    for (const finding of findings)
      expect(findingInWords(finding, "en-US")).not.toMatch(/[{}]|""|undefined| {2}/);
  });
});
