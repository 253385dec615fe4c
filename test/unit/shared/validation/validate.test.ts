import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { type Finding, validate } from "@schedule-manager/shared/validation/validate";
import { messagesFor } from "@schedule-manager/shared/i18n/messages-for";
import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { LOCALES } from "../../../support/locales";
import { at, holiday, rule } from "../fixtures";

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

/** `severity code rule: deciding rule`. */
const formatted = (findings: readonly Finding[]): string[] =>
  findings.map(({ severity, code, ruleId = "-", params }) => {
    const by = Array.isArray(params["byIds"]) ? `: ${params["byIds"].join()}` : "";
    return `${severity} ${code} ${ruleId}${by}`;
  });

describe("validation", () => {
  test("[VA1] a valid configuration has no findings", () => {
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
      "that was special hours of a day that has passed",
      { startDate: "2025-12-30", endDate: "2025-12-30", exception: "day" },
      "info rule-ended x",
    ],
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
    expect(formatted(find([hours, rule("x", more)]))).toContain(expected);
  });

  test("[VA3] an ended rule reports its last day; one that ended today does not", () => {
    const ended = find([hours, rule("x", { startDate: "2025-01-01", dateRRule: "FREQ=MONTHLY;COUNT=3" })]);
    expect(ended.find(({ code }) => code === "rule-ended")?.params).toEqual({ date: "2025-03-01" });
    expect(formatted(find([hours, rule("x", { endDate: "2026-01-07" })]))).toEqual([]);
  });

  test("[VA4] missing, repeated and unused rules are reported", () => {
    const findings = validate(
      { rules: [hours, rule("spare")], schedules: [schedule(["hours", "gone", "hours"])] },
      NOW,
    );
    // The order of findings does not matter.
    expect(formatted(findings).sort()).toEqual([
      "error rule-missing -",
      "info rule-unused spare",
      "warning rule-listed-twice -",
    ]);
    const named = (code: string) =>
      findings
        .filter((finding) => finding.code === code)
        .map(({ params, scheduleId }) => [scheduleId, params["rule"]]);
    expect(named("rule-listed-twice")).toEqual([["s", "hours"]]);
    expect(named("rule-missing")).toEqual([["s", "gone"]]);
    expect(formatted(find([]))).toEqual(["warning no-rules -"]);
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
      ["warning overnight-after-closed n: c"],
    ],
    [
      "a holiday that falls on a closed weekend for the next 400 days",
      [
        holiday("weekend", { closedReason: "weekend", dateRRule: "FREQ=WEEKLY;BYDAY=SA,SU" }),
        // A Saturday in 2026, but a working day in most years.
        holiday("fourth", { dateRRule: "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4" }),
        hours,
      ],
      [],
    ],
    [
      "a holiday that always falls on a closed weekend",
      [
        holiday("weekend", { closedReason: "weekend", dateRRule: "FREQ=WEEKLY;BYDAY=SA,SU" }),
        holiday("easter", { dateRRule: "FREQ=YEARLY;BYMONTH=4;BYDAY=1SU" }),
        hours,
      ],
      ["warning rule-shadowed easter: weekend"],
    ],
    [
      "a single day that another rule hides",
      [holiday("c", { dateRRule: "FREQ=WEEKLY;BYDAY=SA" }), rule("o", { dates: ["2026-01-10"] }), hours],
      ["warning rule-shadowed o: c"],
    ],
    [
      "a rule equal to another",
      [hours, rule("again", { dateRRule: "FREQ=WEEKLY;BYDAY=MO", startTime: "09:00", endTime: "10:00" })],
      ["warning rule-no-effect again: hours"],
    ],
  ])("[VA7] %s", (_, rules, expected) => {
    expect(formatted(find(rules))).toEqual(expected);
  });

  test("[VA6] contradicting exceptions are reported with the first day", () => {
    const open = rule("open", { exception: true, dateRRule: "FREQ=WEEKLY;BYDAY=SA", endTime: "12:00" });
    const closed = holiday("closed", {
      exception: true,
      startDate: "2026-01-10",
      endDate: "2026-01-10",
      startTime: "10:00",
    });
    const findings = find([closed, open, hours]);
    expect(formatted(findings)).toEqual(["warning exceptions-contradict open: closed"]);
    expect(findings[0]?.params["date"]).toBe("2026-01-10");
  });

  test("[VA11] opening hours above a closed exception are intended, and no contradiction", () => {
    const market = rule("market", { exception: true, dateRRule: "FREQ=WEEKLY;BYDAY=SA", startTime: "10:00" });
    const closed = holiday("closed", { exception: "day", dateRRule: "FREQ=WEEKLY;BYDAY=SA" });
    expect(formatted(find([market, closed, hours]))).toEqual([]);
    expect(formatted(find([{ ...market, exception: "day" }, closed, hours]))).toEqual([]);
  });

  test.each<[string, readonly Rule[], string[]]>([
    [
      "closed rules of the same days with different reasons",
      [
        holiday("a", { dateRRule: "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", startTime: "12:00" }),
        holiday("b", { closedReason: "party", dateRRule: "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH" }),
        hours,
      ],
      ["info reasons-contradict b: a"],
    ],
    [
      "closed rules that meet on some days only",
      [
        holiday("fridays", { closedReason: "x", dateRRule: "FREQ=WEEKLY;BYDAY=FR" }),
        holiday("lunch", { closedReason: "lunch", startTime: "12:00", endTime: "13:00" }),
        hours,
      ],
      [],
    ],
    [
      "closed nights that meet after midnight",
      [
        holiday("a", { startTime: "22:00", endTime: "02:00" }),
        holiday("b", { closedReason: "party", startTime: "01:00", endTime: "03:00" }),
        hours,
      ],
      ["info reasons-contradict b: a"],
    ],
    [
      "a closed night and a closed morning that do not meet",
      [
        holiday("a", { startTime: "22:00", endTime: "02:00" }),
        holiday("b", { closedReason: "party", startTime: "02:00", endTime: "22:00" }),
        hours,
      ],
      ["warning rule-shadowed hours: b", "warning no-opening -"],
    ],
    [
      "a whole day, which ends where it starts, and hours of it",
      [
        holiday("a", { startTime: "09:00", endTime: "09:30" }),
        holiday("b", { closedReason: "party", startTime: "08:00", endTime: "08:00" }),
        rule("open"),
      ],
      ["warning rule-shadowed open: a,b", "info reasons-contradict b: a", "warning no-opening -"],
    ],
    [
      "equal exceptions",
      [holiday("a", { exception: true }), holiday("b", { exception: true, startTime: "12:00" }), hours],
      ["warning rule-shadowed hours: a", "warning no-opening -"],
    ],
  ])("[VA6] %s", (_, rules, expected) => {
    expect(formatted(find(rules))).toEqual(expected);
  });

  test("[VA6] the day of a contradiction after midnight is the one that it falls on", () => {
    const open = rule("open", {
      exception: true,
      dates: ["2026-01-10"],
      startTime: "22:00",
      endTime: "04:00",
    });
    const closed = holiday("closed", { exception: true, dates: ["2026-01-11"], startTime: "02:00" });
    const [found] = find([closed, open, hours]).filter(({ code }) => code === "exceptions-contradict");
    expect(found?.params["date"]).toBe("2026-01-11");
  });

  test.each<[string, Partial<Rule>, boolean]>([
    ["without an end", {}, true],
    ["of an opening", { isOpen: true }, false],
    ["with an end", { endDate: "2026-01-09" }, false],
    ["that recurs", { dateRRule: "FREQ=WEEKLY;BYDAY=MO" }, false],
    ["of hours", { startTime: "12:00" }, false],
    ["up to an hour", { endTime: "12:00" }, false],
  ])("[VA2] a closure since a day %s closes for good: %s", (_, more, forGood) => {
    const closure = holiday("x", { startDate: "2026-01-05", ...more });
    const found = find([closure, hours]).filter(({ code }) => code === "rule-closes-for-good");
    expect(found.map(({ params, severity }) => [params["date"], severity])).toEqual(
      forGood ? [["2026-01-05", "warning"]] : [],
    );
  });

  const lunch = rule("lunch", {
    isOpen: false,
    closedReason: "lunch",
    startTime: "12:00",
    endTime: "13:00",
  });
  test.each<[string, readonly Rule[], string[]]>([
    ["before a holiday", [lunch, hours, holiday("h", { dates: ["2026-12-25"] })], ["2026-12-25"]],
    ["after it", [holiday("h", { dates: ["2026-12-25"] }), lunch, hours], []],
    [
      "with the same reason",
      [{ ...lunch, closedReason: "holiday" }, hours, holiday("h", { dates: ["2026-12-25"] })],
      [],
    ],
    [
      "where the holiday is a whole-day exception",
      [lunch, hours, holiday("h", { exception: "day", dates: ["2026-12-25"] })],
      [],
    ],
    ["before other closed hours", [lunch, hours, { ...lunch, id: "meeting", closedReason: "meeting" }], []],
  ])("[VA14] closed hours %s", (_, rules, expected) => {
    const found = find(rules).filter(({ code }) => code === "reason-order");
    expect(found.map(({ params }) => params["date"])).toEqual(expected);
  });

  test("[VA14] the finding says which reason callers hear, and why", () => {
    const [found] = find([lunch, hours, holiday("h", { dates: ["2026-12-25"] })]);
    if (found === undefined) throw new Error("no finding");
    expect(found).toMatchObject({ code: "reason-order", severity: "warning", ruleId: "lunch" });
    expect(describeFinding(found, "en-US")).toBe(
      "On Dec 25, 2026, callers hear “lunch” instead of “holiday” during lunch, because it comes before h in the order. Move it below.",
    );
  });

  test.each<[string, readonly Rule[], Partial<Schedule>, string[]]>([
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
  ])("[VA5] %s", (_, rules, more, expected) => {
    expect(formatted(find(rules, more))).toEqual(expected);
  });

  const recurring = holiday("yearly", { dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25" });
  test.each<[string, readonly Rule[], string[]]>([
    ["soon", [holiday("h", { dates: ["2026-01-19", "2026-02-16"] })], ["2026-02-16"]],
    ["not yet", [holiday("h", { dates: ["2026-01-19", "2026-09-07"] })], []],
    ["long ago", [holiday("h", { startDate: "2024-12-25", endDate: "2024-12-25" })], ["2024-12-25"]],
    [
      "several, whatever their reason is called, beside some that recur",
      [
        holiday("h", { closedReason: "fiesta", dates: ["2025-04-18", "2025-05-01", "2025-08-15"] }),
        recurring,
      ],
      ["2025-08-15"],
    ],
    [
      "not of a day closed once, beside holidays that recur",
      [holiday("h", { dates: ["2025-06-03"] }), recurring],
      [],
    ],
    [
      "of yearly days that end",
      [holiday("h", { dateRRule: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=13", endDate: "2026-01-31" })],
      ["2026-01-13"],
    ],
    ["not of hours", [holiday("h", { dates: ["2026-01-19"], startTime: "12:00" })], []],
    ["not for a rule without an end", [holiday("h", { startDate: "2026-01-19" })], []],
  ])("[VA8] holidays with fixed dates end soon: %s", (_, rules, expected) => {
    const found = find([hours, ...rules]).filter(({ code }) => code === "holidays-run-out");
    expect(found.map(({ params }) => params["date"])).toEqual(expected);
  });

  test("[VA9] names, aliases and queues shared by two schedules are reported", () => {
    const a = schedule(["hours"], { id: "a", name: "Bu\u0308ro", queues: ["q"] });
    const b = schedule(["hours"], { id: "b", name: "Other", aliases: ["B\u00fcro"], queues: ["q"] });
    const findings = validate({ rules: [hours], schedules: [a, b] }, NOW);
    expect(findings.map(({ code, severity, scheduleId }) => [severity, code, scheduleId])).toEqual([
      ["error", "name-taken", "b"],
      ["error", "queue-taken", "b"],
    ]);
  });

  test.each(["SUPPORT US", "Support  US", " support us ", "SupportUS"])(
    "[VA9] the name %j beside Support US differs by case or blanks only",
    (name) => {
      const schedules = [schedule(["hours"], { name: "Support US" }), schedule(["hours"], { id: "b", name })];
      const found = validate({ rules: [hours], schedules }, NOW).filter(({ code }) => code === "names-alike");
      expect(found).toEqual([
        { code: "names-alike", severity: "warning", scheduleId: "b", params: { name, other: "Support US" } },
      ]);
    },
  );

  /** Every possible finding at once. */
  const EVERYTHING: { rules: readonly Rule[]; schedules: readonly Schedule[] } = {
    rules: [
      hours,
      ...(
        [
          ["rrule-syntax", { dateRRule: "FREQ" }],
          ["rrule-too-long", { dateRRule: `FREQ=DAILY;BYMONTH=${"1,".repeat(5000)}1` }],
          ["rrule-part-unknown", { dateRRule: "FREQ=DAILY;BYHOUR=1" }],
          ["rrule-part-repeated", { dateRRule: "FREQ=DAILY;FREQ=DAILY" }],
          ["rrule-freq-missing", { dateRRule: "COUNT=1" }],
          ["rrule-freq-unsupported", { dateRRule: "FREQ=HOURLY" }],
          ["rrule-value-invalid", { dateRRule: "FREQ=MONTHLY;BYMONTHDAY=32" }],
          ["rrule-part-misplaced", { dateRRule: "FREQ=DAILY;BYWEEKNO=1" }],
          ["rrule-count-and-until", { dateRRule: "FREQ=DAILY;COUNT=1;UNTIL=20260101" }],
          ["rrule-setpos-alone", { dateRRule: "FREQ=DAILY;BYSETPOS=1" }],
          ["rrule-weekno-interval", { dateRRule: "FREQ=YEARLY;BYWEEKNO=1;INTERVAL=2" }],
          ["rrule-start-missing", { dateRRule: "FREQ=DAILY;INTERVAL=2" }],
          ["rrule-never", { dateRRule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }],
          ["date-invalid", { startDate: "2026-02-30" }],
          ["time-invalid", { startTime: "25:00" }],
          ["relative-invalid", { relativeTo: { rules: [], days: 1 } }],
          ["relative-misplaced", { relativeTo: { rules: ["hours"], days: 1 }, dateRRule: "FREQ=DAILY" }],
          ["relative-rule-missing", { relativeTo: { rules: ["gone"], days: 1 } }],
          ["relative-circle", { relativeTo: { rules: ["relative-circle"], days: 1 } }],
          ["rule-ends-2359", { endTime: "23:59" }],
          ["rule-closes-for-good", { isOpen: false, startDate: "2026-01-05" }],
          ["item-too-large", { closedReason: "x".repeat(20_000) }],
          ["rule-dates-reversed", { startDate: "2026-02-02", endDate: "2026-02-01" }],
          ["rule-never-applies", { dates: [] }],
          ["rule-ended", { endDate: "2025-12-31" }],
        ] as const
      ).map(([id, more]) => rule(id, more)),
      holiday("mondays", { dateRRule: "FREQ=WEEKLY;BYDAY=MO" }),
      rule("hidden", { dateRRule: "FREQ=WEEKLY;BYDAY=MO" }),
      holiday("market", { exception: true, dates: ["2026-02-03"], startTime: "12:00" }),
      rule("fair", { exception: true, dates: ["2026-02-03"] }),
      holiday("a", { closedReason: "a", dates: ["2026-02-04"], startTime: "12:00" }),
      holiday("break", { closedReason: "break", startTime: "12:00", endTime: "13:00" }),
      holiday("b", { closedReason: "b", dates: ["2026-02-04"] }),
      rule("night", { startTime: "22:00", endTime: "06:00" }),
      rule("always"),
      holiday("last", { dates: ["2025-04-18", "2025-05-01", "2026-01-01"] }),
    ],
    schedules: [
      schedule(["gone", "hours", "hours", "mondays", "hidden", "market", "fair", "a", "b", "last"], {
        manualClose: true,
        manualCloseUntil: "2026-01-01T00:00:00Z",
        queues: ["Queue"],
      }),
      schedule([], { id: "none", aliases: ["Support"], queues: ["Queue"] }),
      schedule(["break", "hours", "b"], { id: "break", name: "Break" }),
      schedule(["mondays"], { id: "never", name: "Never", timeZone: "UTC" }),
      schedule(["night", "mondays"], { id: "night", name: "Night" }),
      schedule(["always", "hours"], { id: "always", name: "s upport" }),
      schedule(["hours"], { id: "zone", name: "Zone", timeZone: "Mars/Olympus" }),
      schedule(["hours"], { id: "until", name: "Until", manualClose: true, manualCloseUntil: "soon" }),
    ],
  };

  test.each(LOCALES)("[VA10] every possible finding has a complete message in %s", (locale) => {
    const { problem, finding: texts } = messagesFor(locale);
    const findings = validate(EVERYTHING, NOW);
    const codes = new Set<string>(findings.map(({ code }) => code));
    expect([...codes].sort()).toEqual([...Object.keys(problem), ...Object.keys(texts)].sort());
    for (const finding of findings)
      expect([finding.code, describeFinding(finding, locale)]).not.toEqual([
        finding.code,
        expect.stringMatching(/[{}]|""|“”|«»|„“|undefined|NaN| {2}|^.{0,5}$/),
      ]);
  });
});
