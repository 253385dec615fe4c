import { deleteRules } from "@schedule-manager/shared/editing/bulk/delete-rules";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { holiday, rule } from "../../fixtures";

const eveOf = (id: string, other: string) => rule(id, { relativeTo: { rules: [other], days: -1 } });
const RULES = [holiday("new-year"), eveOf("eve", "new-year"), eveOf("eve-of-eve", "eve"), rule("hours")];
const SUPPORT: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "UTC",
  manualClose: false,
  rules: ["new-year", "hours"],
};
const CONFIGURATION = { rules: RULES, schedules: [SUPPORT, { ...SUPPORT, id: "other", rules: ["eve"] }] };
const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

describe("the deletion of rules", () => {
  it("[TA9] removes the rules from the schedules that use them", () => {
    const { rules, schedules, kept } = deleteRules(CONFIGURATION, ["hours", "unknown"]);
    expect(ids(rules)).toEqual(["hours"]);
    expect(schedules).toEqual([{ ...SUPPORT, rules: ["new-year"] }]);
    expect(kept).toEqual([]);
  });

  it("[TA9] keeps a rule on which the days of a remaining rule depend, through further rules as well", () => {
    const { rules, schedules, kept } = deleteRules(CONFIGURATION, ["new-year", "eve", "hours"]);
    expect(ids(rules)).toEqual(["hours"]);
    expect(ids(schedules)).toEqual(["support"]);
    expect(ids(kept)).toEqual(["new-year", "eve"]);
  });

  it("[TA9] deletes rules that depend on each other together", () => {
    const { rules, kept } = deleteRules(CONFIGURATION, ["new-year", "eve", "eve-of-eve"]);
    expect(ids(rules)).toEqual(["new-year", "eve", "eve-of-eve"]);
    expect(kept).toEqual([]);
  });
});
