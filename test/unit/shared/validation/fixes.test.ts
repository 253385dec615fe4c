import type { HolidayCountry } from "@schedule-manager/shared/model/holiday";
import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { validate } from "@schedule-manager/shared/validation/validate";
import type { Fix } from "@schedule-manager/shared/validation/fix-proposals";
import { fixSteps } from "@schedule-manager/shared/validation/fixes";
import { at, holiday, rule } from "../fixtures";

// Wednesday.
const NOW = at("2026-01-07T12:00Z");
const FRIDAY = "2026-01-09";

const schedule = (id: string, rules: readonly string[]): Schedule => ({
  id,
  name: id,
  timeZone: "Europe/Berlin",
  manualClose: false,
  rules,
});

const one = (...rules: readonly Rule[]): Configuration => ({
  rules,
  schedules: [
    schedule(
      "s",
      rules.map(({ id }) => id),
    ),
  ],
});

/** How many steps it takes, and what it finds. */
function run(work: Generator<void, Fix | null>): { steps: number; fix: Fix | null } {
  for (let steps = 0; ; steps += 1) {
    const { done, value } = work.next();
    if (done === true) return { steps, fix: value };
  }
}

/** The findings of one code, each with its fix. */
const fixes = (configuration: Configuration, code: string): (Rule | null)[] =>
  validate(configuration, NOW)
    .filter((finding) => finding.code === code)
    .map((finding) => run(fixSteps(finding, { configuration, now: NOW })).fix?.rules[0] ?? null);

const hours = rule("hours", { startTime: "09:00", endTime: "17:00" });
const nights = rule("nights", { startTime: "22:00", endTime: "06:00" });
const off = holiday("off", { dates: [FRIDAY] });
const short = rule("short", { dates: [FRIDAY], startTime: "09:00", endTime: "12:00" });

describe("fixes of findings", () => {
  test("[VA12] overnight hours after a closed day: the closed rule becomes a whole-day exception", () => {
    expect(fixes(one(nights, off), "overnight-after-closed")).toEqual([{ ...off, exception: "day" }]);
  });

  test("[VA12] no fix when the changed rule would override an exception", () => {
    // Lower in the order, but decides today.
    const late = rule("late", { exception: true, dates: [FRIDAY], startTime: "12:00", endTime: "14:00" });
    expect(fixes(one(off, nights, late), "overnight-after-closed")).toEqual([null]);
    expect(fixes(one(late, off, nights), "overnight-after-closed")).toEqual([{ ...off, exception: "day" }]);
  });

  test("[VA12] no fix when another schedule with the rule would change in another way", () => {
    const configuration = {
      rules: [nights, off, rule("fair", { exception: true, dates: [FRIDAY], startTime: "10:00" })],
      schedules: [schedule("a", ["nights", "off"]), schedule("b", ["off", "fair"])],
    };
    expect(fixes(configuration, "overnight-after-closed")).toEqual([null]);
  });

  test("[VA12] shorter hours without effect become a whole-day exception", () => {
    expect(fixes(one(hours, short), "rule-no-effect")).toEqual([{ ...short, exception: "day" }]);
  });

  test("[VA12] no fix when the shorter day would open a holiday", () => {
    const weekdays = { ...short, dates: [FRIDAY, "2026-01-16"] };
    expect(fixes(one(hours, weekdays, holiday("h", { dates: [FRIDAY] })), "rule-no-effect")).toEqual([null]);
  });

  test("[VA12] an end of 23:59 becomes midnight", () => {
    const late = rule("late", { startTime: "20:00", endTime: "23:59" });
    expect(fixes(one(late), "rule-ends-2359")).toEqual([{ ...late, endTime: "00:00" }]);
  });

  test("[VA12] a closed rule without an end becomes one day", () => {
    const gone = holiday("gone", { startDate: "2026-01-07" });
    expect(fixes(one(hours, gone), "rule-closes-for-good")).toEqual([{ ...gone, endDate: "2026-01-07" }]);
  });

  test("[VA12] other findings have no fix", () => {
    expect(fixes(one(rule("always")), "always-open")).toEqual([null]);
  });

  const lunch = rule("lunch", {
    isOpen: false,
    closedReason: "lunch",
    startTime: "12:00",
    endTime: "13:00",
  });
  const yearly = holiday("yearly", { dateRRule: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=9" });
  const meeting = rule("meeting", {
    isOpen: false,
    closedReason: "meeting",
    dateRRule: "FREQ=WEEKLY;BYDAY=FR",
    startTime: "12:30",
    endTime: "14:00",
  });
  const order = (...rules: readonly Rule[]): (readonly string[] | undefined)[] => {
    const configuration = one(...rules);
    return validate(configuration, NOW)
      .filter(({ code }) => code === "reason-order")
      .map((finding) => run(fixSteps(finding, { configuration, now: NOW })).fix?.schedules[0]?.rules);
  };

  test("[VA14] hours that come before closed days move below them, all at once", () => {
    const second = holiday("second", { dates: ["2026-02-02"] });
    expect(order(lunch, hours, yearly, second)).toEqual([["hours", "yearly", "second", "lunch"]]);
    expect(order(lunch, hours, off)).toEqual([["hours", "off", "lunch"]]);
  });

  test("[VA14] where hours below would lose their reason to others, the closed days move above", () => {
    expect(order(lunch, meeting, yearly)).toEqual([
      ["yearly", "lunch", "meeting"],
      ["lunch", "yearly", "meeting"],
    ]);
  });

  const US: HolidayCountry = {
    code: "US",
    timeZone: "Europe/Berlin",
    national: [
      { id: "t", name: "Thanksgiving", when: { dateRRule: "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH" } },
      { id: "m", name: "Moon", when: { dates: ["2026-01-13", "2027-01-29", "2028-01-18"] } },
    ],
    regions: [],
    firstRegion: null,
  };
  const going = (code: string, ...rules: readonly Rule[]): readonly (Rule | undefined)[] => {
    const configuration = one(...rules);
    return validate(configuration, NOW)
      .filter((finding) => finding.code === code)
      .map((finding) =>
        run(fixSteps(finding, { configuration, now: NOW, holidays: [US] })).fix?.rules.find(
          ({ id }) => id === "h",
        ),
      );
  };

  const extended = (...rules: readonly Rule[]) => going("holidays-run-out", ...rules);

  test("[VA15] closed dates go on by the country's holidays, and by dates that recur or are in a row", () => {
    const h = holiday("h", { dates: ["2025-11-27", "2026-01-13"] });
    expect(extended(hours, h)).toEqual([
      {
        ...h,
        dates: [
          ...["2025-11-27", "2026-01-13", "2026-11-26", "2027-01-29", "2027-11-25", "2028-01-18"],
          ...["2028-11-23", "2029-11-22", "2030-11-28", "2031-11-27"],
        ],
      },
    ]);
    const founders = holiday("h", { dates: ["2024-06-03", "2025-06-03"] });
    expect(extended(hours, founders)[0]?.dates).toEqual([
      ...["2024-06-03", "2025-06-03", "2026-06-03", "2027-06-03", "2028-06-03", "2029-06-03"],
      ...["2030-06-03", "2031-06-03"],
    ]);
    const range = holiday("h", { startDate: "2025-12-30", endDate: "2026-01-01" });
    expect(extended(hours, range)[0]?.dates?.slice(0, 6)).toEqual([
      ...["2025-12-30", "2025-12-31", "2026-01-01", "2026-12-30", "2026-12-31", "2027-01-01"],
    ]);
    expect(extended(hours, range)[0]).not.toHaveProperty("startDate");
  });

  test("[VA15] a date without a known continuation, and days that another rule closes, are not added", () => {
    expect(extended(hours, holiday("h", { dates: ["2025-06-03"] }))[0]).toBeUndefined();
    const rest = holiday("rest", { dates: ["2026-01-13"] });
    const h = holiday("h", { dates: ["2025-11-27"] });
    const years = ["2026-11-26", "2027-11-25", "2028-11-23", "2029-11-22", "2030-11-28", "2031-11-27"];
    expect(extended(hours, rest, h)[0]?.dates).toEqual(["2025-11-27", ...years]);
    const next = holiday("next", { dates: ["2026-01-15", ...years] });
    expect(extended(hours, rest, h, next)[0]).toBeUndefined();
  });

  test("[VA15] a recurrence with an end goes on, and loses its UNTIL and COUNT; a season does not", () => {
    const until = holiday("h", { dateRRule: "FREQ=YEARLY;UNTIL=20260115;BYMONTH=1;BYMONTHDAY=13" });
    expect(extended(hours, until)).toEqual([
      { ...until, dateRRule: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=13", endDate: "2031-12-31" },
    ]);
    const week = rule("h", { dateRRule: "FREQ=WEEKLY;BYDAY=MO", endDate: "2025-12-31" });
    expect(going("rule-ended", week)).toEqual([{ ...week, endDate: "2027-12-31" }]);
    const summer = rule("h", { ...week, startDate: "2025-06-01", endDate: "2025-08-31" });
    expect(going("rule-ended", hours, summer)).toEqual([undefined]);
  });

  test("[VA13] each step compares one schedule, and those with the same rules and zone once", () => {
    const rules = [nights, off, rule("other")];
    const many = (lists: readonly (readonly string[])[]): Configuration => ({
      rules,
      schedules: lists.map((list, index) => schedule(`s${index}`, [...list])),
    });
    const found = (configuration: Configuration): ReturnType<typeof run> => {
      const finding = validate(configuration, NOW).find(({ code }) => code === "overnight-after-closed");
      if (finding === undefined) throw new Error("no finding");
      return run(fixSteps(finding, { configuration, now: NOW }));
    };
    const whole = { ...off, exception: "day" };
    const alike = Array.from({ length: 100 }, () => ["nights", "off"]);
    const unrelated = Array.from({ length: 100 }, () => ["other"]);
    expect(found(many([...alike, ...unrelated]))).toEqual({
      steps: 1,
      fix: { rules: [whole], schedules: [] },
    });
    expect(
      found(
        many([
          ["nights", "off"],
          ["off", "nights"],
          ["nights", "off", "other"],
        ]),
      ).steps,
    ).toBe(3);
  });
});
