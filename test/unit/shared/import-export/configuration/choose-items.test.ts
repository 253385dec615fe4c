import { chooseItems } from "@schedule-manager/shared/import-export/configuration/choose-items";
import { parseConfiguration } from "@schedule-manager/shared/import-export/configuration/config-format";
import { exportConfiguration } from "@schedule-manager/shared/import-export/configuration/export-configuration";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { holiday, rule } from "../../fixtures";

const HOLIDAY = holiday("new-year", { dates: ["2027-01-01"] });
const EVE = rule("eve", { relativeTo: { rules: ["new-year"], days: -1 } });
const RULES = [HOLIDAY, rule("hours"), EVE];
const SUPPORT: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "UTC",
  manualClose: false,
  rules: ["eve"],
};
const SALES = { ...SUPPORT, id: "sales", name: "Sales", rules: ["hours"] };
const CONFIGURATION = { rules: RULES, schedules: [SUPPORT, SALES] };

describe("the items for a file", () => {
  it("[CF18] chosen schedules come with their rules, and the rules on which the days of those depend", () => {
    expect(chooseItems(CONFIGURATION, "schedule", new Set(["support"]))).toEqual({
      rules: [HOLIDAY, EVE],
      schedules: [SUPPORT],
    });
  });

  it("[CF18] chosen rules come with those on which their days depend, as a file that reads back equal", () => {
    const chosen = chooseItems(CONFIGURATION, "rule", new Set(["eve", "unknown"]));
    expect(chosen).toEqual({ rules: [HOLIDAY, EVE], schedules: [] });
    expect(parseConfiguration(JSON.parse(exportConfiguration(chosen)))).toMatchObject({
      ok: true,
      configuration: chosen,
    });
  });
});
