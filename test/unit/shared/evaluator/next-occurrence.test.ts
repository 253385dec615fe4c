import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { nextOccurrence } from "@schedule-manager/shared/evaluator/next-occurrence";
import type { RelativeTo, Rule } from "@schedule-manager/shared/model/model";
import { formatDate, parseDate } from "@schedule-manager/shared/time/civil";
import { rule } from "../fixtures";

const next = (asked: Rule, from: string, ...others: readonly Rule[]): string | null => {
  const { days, problem } = compileRule(asked, new Map(others.map((other) => [other.id, other])));
  expect(problem).toBeNull();
  const found = nextOccurrence(days, parseDate(from) ?? NaN);
  return found === null ? null : formatDate(found);
};
const relative = (relativeTo: RelativeTo): Rule => rule("r", { dates: [], relativeTo });

describe("the next occurrence", () => {
  it("[FM10] skips several excluded days in a row", () => {
    const daily = rule("d", {
      dateRRule: "FREQ=DAILY",
      exceptDates: ["2026-01-06", "2026-01-05", "2026-01-07"],
    });
    expect(next(daily, "2026-01-05")).toBe("2026-01-08");
  });

  it("[EV8] finds the day before a source that is on the next day", () => {
    const source = rule("s", { dates: ["2026-03-11"] });
    const before = relative({ rules: ["s"], days: -1, workingDays: { weekdays: ["TU"], except: [] } });
    expect(next(before, "2026-03-10", source)).toBe("2026-03-10");
  });

  /** Mondays work, except in a gap. */
  const gap = (endDate: string): Rule => rule("gap", { startDate: "2026-03-03", endDate });
  const second = relative({ rules: ["s"], days: 2, workingDays: { weekdays: ["MO"], except: ["gap"] } });

  it("[EV8] counts working days over a gap of up to 31 days, and not over a longer one", () => {
    const source = rule("s", { dates: ["2026-02-27"] });
    expect(next(second, "2026-01-01", source, gap("2026-03-23"))).toBe("2026-03-30");
    expect(next(second, "2026-01-01", source, gap("2026-04-13"))).toBeNull();
  });

  it("[EV8] finds a source within a gap of working days", () => {
    const source = rule("s", { dates: ["2026-04-10"] });
    expect(next(second, "2026-04-14", source, gap("2026-04-13"))).toBe("2026-04-27");
    const byId = new Map([source, gap("2026-04-13")].map((other) => [other.id, other]));
    expect(compileRule(second, byId).days.has(parseDate("2026-04-20") ?? NaN)).toBe(false);
  });
});
