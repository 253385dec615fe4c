/** The tables "Whole days" and `relativeTo` of the definition. */
import { nextOccurrence } from "@schedule-manager/shared/evaluator/next-occurrence";
import { formatDate, parseDate } from "@schedule-manager/shared/time/civil";
import { compileRule, compileRules } from "@schedule-manager/shared/evaluator/compile-rule";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import type { RelativeTo, Rule } from "@schedule-manager/shared/model/model";
import { nextChange } from "@schedule-manager/shared/evaluator/next-change";
import { timeline } from "@schedule-manager/shared/evaluator/timeline";
import { at, compiled, holiday, iso, rule } from "../fixtures";

const EVE = "2026-12-24";
const FRIDAY = "2026-07-03";
const weekly = rule("weekly", { startTime: "09:00", endTime: "17:00" });
const nights = rule("nights", { startTime: "22:00", endTime: "06:00" });
const special = (day: string): Rule =>
  rule("special", { exception: "day", dates: [day], startTime: "09:00", endTime: "12:00" });
const closed = (day: string, exception: Rule["exception"] = false): Rule =>
  holiday("holiday", { dates: [day], exception });

const TABLE: readonly (readonly [string, readonly Rule[], Readonly<Record<string, string>>])[] = [
  [
    "special hours shorten the day",
    [special(EVE), weekly],
    { "2026-12-24T10:00Z": "open", "2026-12-24T14:00Z": "closed" },
  ],
  [
    "special hours silence a holiday without an exception",
    [special(EVE), closed(EVE), weekly],
    { "2026-12-24T10:00Z": "open", "2026-12-24T14:00Z": "closed" },
  ],
  [
    "special hours above a holiday for the whole day",
    [special(EVE), closed(EVE, "day"), weekly],
    { "2026-12-24T10:00Z": "open", "2026-12-24T14:00Z": "holiday" },
  ],
  [
    "a holiday for the whole day above special hours",
    [closed(EVE, "day"), special(EVE), weekly],
    { "2026-12-24T10:00Z": "holiday", "2026-12-24T14:00Z": "holiday" },
  ],
  [
    "a holiday for the whole day cancels the night that begins on it",
    [closed(FRIDAY, "day"), nights],
    {
      "2026-07-03T02:00Z": "holiday",
      "2026-07-03T23:00Z": "holiday",
      "2026-07-04T02:00Z": "closed",
      "2026-07-04T23:00Z": "open",
    },
  ],
  [
    "a holiday without an exception leaves the end of its night",
    [closed(FRIDAY), nights],
    { "2026-07-04T02:00Z": "open" },
  ],
  [
    "special hours leave the end of the night before, and cancel their own night",
    [special(FRIDAY), nights],
    {
      "2026-07-03T02:00Z": "open",
      "2026-07-03T10:00Z": "open",
      "2026-07-03T23:00Z": "closed",
      "2026-07-04T02:00Z": "closed",
    },
  ],
];

describe("whole days", () => {
  test.each(TABLE)("[EV7] %s", (_, rules, expected) => {
    const schedule = compiled("UTC", rules);
    const words = ({ isOpen, closedReason }: { isOpen: boolean; closedReason: string }): string =>
      isOpen ? "open" : closedReason;
    for (const [moment, answer] of Object.entries(expected)) {
      expect([moment, words(evaluate(schedule, at(moment)))]).toEqual([moment, answer]);
      const [segment] = timeline(schedule, at(moment), at(moment) + 1);
      expect([moment, segment && words(segment)]).toEqual([moment, answer]);
    }
  });

  test("[EV7] the next change respects whole days", () => {
    const schedule = compiled("UTC", [special(EVE), weekly]);
    const change = nextChange(schedule, at("2026-12-24T11:00Z"));
    expect(change.at === null ? null : iso(change.at)).toBe("2026-12-24T12:00Z");
    const next = nextChange(schedule, at("2026-12-24T13:00Z"));
    expect(next.at === null ? null : iso(next.at)).toBe("2026-12-25T09:00Z");
  });

  test("[EV7] an invalid rule replaces no day", () => {
    const bad = { ...special(EVE), startTime: "9" };
    expect(evaluate(compiled("UTC", [bad, weekly]), at("2026-12-24T14:00Z")).isOpen).toBe(true);
  });
});

/** The days of a rule in a range of dates. */
function daysOf(rules: readonly Rule[], id: string, from: string, to: string): string[] {
  const rulesById = new Map(rules.map((each) => [each.id, each]));
  const asked = rulesById.get(id);
  if (asked === undefined) throw new Error(`no rule ${id}`);
  const { days } = compileRule(asked, rulesById);
  const [first, last] = [parseDate(from) ?? NaN, parseDate(to) ?? NaN];
  const found: number[] = [];
  for (
    let day = nextOccurrence(days, first);
    day !== null && day <= last;
    day = nextOccurrence(days, day + 1)
  )
    found.push(day);
  const had = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((day) =>
    days.has(day),
  );
  expect(had).toEqual(found);
  return found.map(formatDate);
}

const christmas = holiday("christmas", { dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25" });
const boxing = holiday("boxing", { dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=26" });
const WEEK = ["MO", "TU", "WE", "TH", "FR"] as const;

describe("days relative to other rules", () => {
  test("[EV8] the eve of two consecutive holidays is one day", () => {
    const eve = rule("eve", { relativeTo: { rules: ["christmas", "boxing"], days: -1 }, dates: [] });
    expect(daysOf([christmas, boxing, eve], "eve", "2026-01-01", "2027-12-31")).toEqual([
      "2026-12-24",
      "2027-12-24",
    ]);
  });

  test("[EV8] days in lieu follow each other", () => {
    const lieu = (of: string, except: readonly string[]): RelativeTo => ({
      rules: [of],
      days: 1,
      onlyOn: ["SA", "SU"],
      workingDays: { weekdays: WEEK, except },
    });
    const rules = [
      christmas,
      boxing,
      holiday("lieu1", { relativeTo: lieu("christmas", ["boxing"]) }),
      holiday("lieu2", { relativeTo: lieu("boxing", ["christmas", "lieu1"]) }),
    ];
    const days = (id: string, year: number): string[] => daysOf(rules, id, `${year}-12-01`, `${year}-12-31`);
    expect([days("lieu1", 2027), days("lieu2", 2027)]).toEqual([["2027-12-27"], ["2027-12-28"]]);
    expect([days("lieu1", 2026), days("lieu2", 2026)]).toEqual([[], ["2026-12-28"]]);
  });

  test("[EV8] the last working day of the month skips a holiday", () => {
    const rules = [
      holiday("first", { dateRRule: "FREQ=MONTHLY;BYMONTHDAY=1" }),
      holiday("memorial", { dateRRule: "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO" }),
      rule("payroll", {
        relativeTo: { rules: ["first"], days: -1, workingDays: { weekdays: WEEK, except: ["memorial"] } },
      }),
    ];
    expect(daysOf(rules, "payroll", "2027-05-01", "2027-06-30")).toEqual(["2027-05-28", "2027-06-30"]);
  });

  test("[EV8] a missing rule, a circle, or no working day within 31 days gives no day, and other rules apply", () => {
    const to = (...rules: string[]): Partial<Rule> => ({ relativeTo: { rules, days: 1 } });
    const rules = [
      christmas,
      rule("missing", to("gone")),
      rule("a", to("b")),
      rule("b", to("a")),
      rule("never", {
        relativeTo: { rules: ["christmas"], days: 1, workingDays: { weekdays: WEEK, except: ["all"] } },
      }),
      rule("all"),
      rule("after", to("christmas")),
    ];
    const compiledRules = compileRules(rules, new Map(rules.map((each) => [each.id, each])));
    const problems = [...compiledRules.values()].flatMap(({ rule: { id }, problem }) =>
      problem === null ? [] : [`${id} ${problem.code}`],
    );
    expect(problems.sort()).toEqual([
      "a relative-circle",
      "b relative-circle",
      "missing relative-rule-missing",
    ]);
    for (const id of ["missing", "a", "never"])
      expect(daysOf(rules, id, "2026-12-01", "2026-12-31")).toEqual([]);
    expect(daysOf(rules, "after", "2026-12-01", "2026-12-31")).toEqual(["2026-12-26"]);
  });

  test("[EV8] the cache of a rule depends on the rules it refers to", () => {
    const after = rule("after", { relativeTo: { rules: ["christmas"], days: 1 } });
    expect(daysOf([christmas, after], "after", "2026-12-01", "2026-12-31")).toEqual(["2026-12-26"]);
    const moved = { ...christmas, dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=6" };
    expect(daysOf([moved, after], "after", "2026-12-01", "2026-12-31")).toEqual(["2026-12-07"]);
    expect(daysOf([christmas, after], "after", "2026-12-01", "2026-12-31")).toEqual(["2026-12-26"]);
  });
});
