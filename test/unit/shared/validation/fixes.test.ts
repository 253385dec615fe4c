import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { validate } from "@schedule-manager/shared/validation/validate";
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
function run(work: Generator<void, Rule | null>): { steps: number; rule: Rule | null } {
  for (let steps = 0; ; steps += 1) {
    const { done, value } = work.next();
    if (done === true) return { steps, rule: value };
  }
}

/** The findings of one code, each with its fix. */
const fixes = (configuration: Configuration, code: string): (Rule | null)[] =>
  validate(configuration, NOW)
    .filter((finding) => finding.code === code)
    .map((finding) => run(fixSteps(finding, configuration, NOW)).rule);

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

  test("[VA13] each step compares one schedule, and those with the same rules and zone once", () => {
    const rules = [nights, off, rule("other")];
    const many = (lists: readonly (readonly string[])[]): Configuration => ({
      rules,
      schedules: lists.map((list, index) => schedule(`s${index}`, [...list])),
    });
    const found = (configuration: Configuration): ReturnType<typeof run> => {
      const finding = validate(configuration, NOW).find(({ code }) => code === "overnight-after-closed");
      if (finding === undefined) throw new Error("no finding");
      return run(fixSteps(finding, configuration, NOW));
    };
    const whole = { ...off, exception: "day" };
    const alike = Array.from({ length: 100 }, () => ["nights", "off"]);
    const unrelated = Array.from({ length: 100 }, () => ["other"]);
    expect(found(many([...alike, ...unrelated]))).toEqual({ steps: 1, rule: whole });
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
