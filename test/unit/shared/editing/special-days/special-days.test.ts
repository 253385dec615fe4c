import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import { listSpecialDays } from "@schedule-manager/shared/editing/special-days/list-special-days";
import {
  isValid,
  newSpecialDayForm,
  spansOf,
  specialDayFormProblems,
} from "@schedule-manager/shared/editing/special-days/special-day-form";
import {
  readDateSpan,
  specialDayRules,
} from "@schedule-manager/shared/editing/special-days/special-day-rules";
import type { Rule } from "@schedule-manager/shared/model/model";
import { formatDate, parseDate } from "@schedule-manager/shared/time/civil";

const day = (date: string): number => parseDate(date) ?? NaN;
const TODAY = day("2026-11-29");
const closed = (id: string, value: Partial<Rule>): Rule => ({ id, name: id, isOpen: false, ...value });
const open = (id: string, value: Partial<Rule>): Rule => ({ ...closed(id, value), isOpen: true });

function list(...rules: readonly Rule[]) {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const { coming, past } = listSpecialDays({ rules: [...byId.keys()] }, byId, TODAY);
  const lines = (days: typeof coming): readonly string[] =>
    days.map(({ rule, from, to }) => `${rule.id} ${formatDate(from)} ${to === null ? "on" : formatDate(to)}`);
  return { coming: lines(coming), past: lines(past) };
}

const WEEK = open("week", {
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "09:00",
  endTime: "17:00",
});
const CHRISTMAS = closed("christmas", { dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25" });

describe("the list of special days", () => {
  it("[SD1] closed rules, exceptions and single dates come by their next date, then by time", () => {
    const { coming } = list(
      WEEK,
      closed("lunch", { dateRRule: "FREQ=DAILY", startTime: "12:00", endTime: "13:00" }),
      CHRISTMAS,
      open("late", { exception: "day", dates: ["2026-12-24"], startTime: "14:00", endTime: "16:00" }),
      open("early", { exception: "day", dates: ["2026-12-24"], startTime: "09:00", endTime: "12:00" }),
      open("fair", { startDate: "2026-12-05", endDate: "2026-12-05" }),
      closed("wrong", { dateRRule: "FREQ=HOURLY" }),
      open("saturdays", { dateRRule: "FREQ=WEEKLY;BYDAY=SA", exception: true }),
    );
    expect(coming).toEqual([
      "fair 2026-12-05 2026-12-05",
      "early 2026-12-24 2026-12-24",
      "late 2026-12-24 2026-12-24",
      "christmas 2026-12-25 2026-12-25",
    ]);
  });

  it("[SD1] days relative to a rule that the schedule lacks are listed, that rule is not", () => {
    const eve = open("eve", { exception: "day", relativeTo: { rules: ["christmas"], days: -1 }, dates: [] });
    const byId = new Map([CHRISTMAS, eve].map((rule) => [rule.id, rule]));
    const { coming } = listSpecialDays({ rules: ["eve"] }, byId, TODAY);
    expect(coming.map(({ rule, from }) => [rule.id, formatDate(from)])).toEqual([["eve", "2026-12-24"]]);
  });

  it("[SD2] days in a row are one entry from its first day, and an endless closure has only a first day", () => {
    const { coming } = list(
      closed("running", { startDate: "2026-11-27", endDate: "2026-12-02" }),
      closed("gone", { startDate: "2027-01-01" }),
      closed("twice", { dates: ["2026-12-30", "2026-12-31", "2027-02-01"] }),
    );
    expect(coming).toEqual([
      "running 2026-11-27 2026-12-02",
      "twice 2026-12-30 2026-12-31",
      "gone 2027-01-01 on",
    ]);
  });

  it("[SD3] rules that never apply again are past, latest first, with their last days", () => {
    const { coming, past } = list(
      closed("move", { startDate: "2025-03-03", endDate: "2025-03-05" }),
      closed("strike", { dates: ["2026-01-05", "2026-11-28"] }),
      closed("counted", { startDate: "2024-05-01", dateRRule: "FREQ=YEARLY;COUNT=2" }),
    );
    expect(coming).toEqual([]);
    expect(past).toEqual([
      "strike 2026-11-28 2026-11-28",
      "counted 2025-05-01 2025-05-01",
      "move 2025-03-03 2025-03-05",
    ]);
  });
});

const span = (from: string, to = from) => ({ from: day(from), to: day(to) });
const MORNING = { start: 540, end: 720 };
const nameOf = (range: { readonly start: number } | null): string => `at ${range?.start ?? "none"}`;

describe("the rules of special days", () => {
  it.each<[string, string, boolean]>([
    ["2026-12-24", "", true],
    ["2026-12-24", "2026-12-24", true],
    ["2026-12-24", "2026-12-23", false],
    ["", "2026-12-24", false],
    ["", "", false],
    ["2026-12-24", "tomorrow", false],
  ])("[SD7] the dates “%s” and “%s” are days: %s", (from, to, valid) => {
    expect(readDateSpan(from, to) !== null).toBe(valid);
  });

  it("[SD4] special hours are one rule per opening for the whole day, sorted and joined", () => {
    const rules = specialDayRules(
      {
        spans: [span("2026-12-24")],
        ranges: [{ start: 840, end: 960 }, MORNING, { start: 700, end: 720 }],
        closedReason: "unused",
      },
      nameOf,
    );
    const days = { isOpen: true, exception: "day", startDate: "2026-12-24", endDate: "2026-12-24" };
    expect(rules).toEqual([
      { name: "at 540", ...days, startTime: "09:00", endTime: "12:00" },
      { name: "at 840", ...days, startTime: "14:00", endTime: "16:00" },
    ]);
  });

  it("[SD4] a closure is one rule; touching ranges are one range, others are single dates", () => {
    const build = (...spans: readonly ReturnType<typeof span>[]) =>
      specialDayRules({ spans, ranges: [], closedReason: "holiday" }, nameOf);
    const rule = { name: "at none", isOpen: false, closedReason: "holiday", exception: "day" };
    expect(build(span("2026-12-28", "2026-12-31"), span("2026-12-24", "2026-12-27"))).toEqual([
      { ...rule, startDate: "2026-12-24", endDate: "2026-12-31" },
    ]);
    expect(build(span("2027-01-04"), span("2026-12-30", "2026-12-31"))).toEqual([
      { ...rule, dates: ["2026-12-30", "2026-12-31", "2027-01-04"] },
    ]);
  });

  it("[SD4] an opening of the whole day has no times, one past midnight ends the next day", () => {
    const times = (start: number, end: number) =>
      specialDayRules(
        { spans: [span("2026-12-24")], ranges: [{ start, end }], closedReason: "" },
        nameOf,
      ).map(({ startTime, endTime }) => [startTime, endTime]);
    expect(times(0, 1440)).toEqual([[undefined, undefined]]);
    expect(times(1320, 1800)).toEqual([["22:00", "06:00"]]);
  });

  it.each([
    ["10:00", true, ""],
    ["13:00", false, "closed"],
    ["15:00", true, ""],
    ["16:30", false, "closed"],
  ])(
    "[SD5] with special hours in two openings above the weekly hours and a holiday, %s is open: %s",
    (time, isOpen, closedReason) => {
      const made = specialDayRules(
        { spans: [span("2026-12-24")], ranges: [MORNING, { start: 840, end: 960 }], closedReason: "" },
        nameOf,
      ).map((rule, index) => ({ ...rule, id: `new-${index}` }));
      const holiday = closed("holiday", { dates: ["2026-12-24"], closedReason: "holiday" });
      const rules = [...made, holiday, WEEK];
      const schedule = {
        id: "s",
        name: "S",
        timeZone: "UTC",
        manualClose: false,
        rules: rules.map(({ id }) => id),
      };
      const byId = new Map(rules.map((rule) => [rule.id, rule]));
      const { ruleId: _, ...status } = evaluate(
        compileSchedule(schedule, byId),
        Date.parse(`2026-12-24T${time}Z`),
      );
      expect(status).toEqual({ isOpen, closedReason });
    },
  );
});

describe("the form of special days", () => {
  const form = newSpecialDayForm();
  const problems = (spans: readonly { readonly from: string; readonly to: string }[]) =>
    specialDayFormProblems({ ...form, spans });

  it("[SD7] a new form needs a date, and a range its end after its start", () => {
    expect(specialDayFormProblems(form).spans).toEqual(["date-missing"]);
    const { spans } = problems([
      { from: "2026-12-24", to: "" },
      { from: "2026-12-24", to: "2026-12-23" },
    ]);
    expect(spans).toEqual([null, "end-before-start"]);
  });

  it("[SD7] one long range is valid, as many single dates are not", () => {
    const long = { from: "2027-01-01", to: "2029-01-01" };
    expect(isValid(problems([long]))).toBe(true);
    expect(isValid(problems([long, { from: "2030-01-01", to: "" }]))).toBe(false);
    expect(isValid(problems([long, { from: "2029-01-02", to: "" }]))).toBe(true);
  });

  it("[SD7] hidden characters are refused in the name, and in the reason of a closure", () => {
    const spans = [{ from: "2026-12-24", to: "" }];
    expect(isValid(specialDayFormProblems({ ...form, spans, name: "a\u202eb" }))).toBe(false);
    const hidden = { ...form, spans, closedReason: "a\u202eb" };
    expect(isValid(specialDayFormProblems(hidden))).toBe(false);
    expect(isValid(specialDayFormProblems({ ...hidden, isOpen: true }))).toBe(true);
  });

  it("[SD7] the spans of a form are sorted, joined and valid", () => {
    const spans = [
      { from: "2026-12-31", to: "" },
      { from: "", to: "" },
      { from: "2026-12-24", to: "2026-12-30" },
    ];
    expect(spansOf({ ...form, spans })).toEqual([span("2026-12-24", "2026-12-31")]);
  });
});
