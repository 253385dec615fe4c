import {
  placeFor,
  withGroup,
  withRulesAdded,
  withRulesRemoved,
} from "@schedule-manager/shared/editing/bulk/bulk-edits";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { holiday, rule } from "../../fixtures";

const schedule = (id: string, rules: readonly string[], more: Partial<Schedule> = {}): Schedule => ({
  id,
  name: id,
  timeZone: "UTC",
  manualClose: false,
  rules,
  ...more,
});
const ONE = schedule("one", ["hours", "lunch"]);
const TWO = schedule("two", ["lunch", "new"], { group: "EMEA" });

describe("edits of several schedules", () => {
  it("[TA8] added rules stand first or last in their order, and a rule that a schedule has keeps its place", () => {
    expect(withRulesAdded([ONE, TWO], ["new", "lunch", "more"], "first")).toEqual([
      { ...ONE, rules: ["new", "more", "hours", "lunch"] },
      { ...TWO, rules: ["more", "lunch", "new"] },
    ]);
    expect(withRulesAdded([ONE, TWO], ["new"], "last")).toEqual([
      { ...ONE, rules: ["hours", "lunch", "new"] },
    ]);
  });

  it("[TA8] closures and exceptions are suggested for the first place, ordinary hours for the last", () => {
    expect(placeFor([rule("a"), rule("b")])).toBe("last");
    expect(placeFor([rule("a"), holiday("b")])).toBe("first");
    expect(placeFor([rule("a", { exception: "day" })])).toBe("first");
    expect(placeFor([])).toBe("last");
  });

  it("[TA8] removed rules leave only the schedules that use them", () => {
    expect(withRulesRemoved([ONE, TWO], new Set(["new", "other"]))).toEqual([{ ...TWO, rules: ["lunch"] }]);
    expect(withRulesRemoved([ONE, TWO], new Set())).toEqual([]);
  });

  it("[TA8] a group is set where it differs, and an empty one is none", () => {
    expect(withGroup([ONE, TWO], "EMEA")).toEqual([{ ...ONE, group: "EMEA" }]);
    const [left, ...more] = withGroup([ONE, TWO], "");
    expect(left).toEqual(schedule("two", ["lunch", "new"]));
    expect(left).not.toHaveProperty("group");
    expect(more).toEqual([]);
  });
});
