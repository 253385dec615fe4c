import { copySchedules, type RulesOfCopy } from "@schedule-manager/shared/editing/copies/copy-schedules";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { holiday, rule } from "../../fixtures";

const HOLIDAY = holiday("new-year");
const EVE = rule("eve", { relativeTo: { rules: ["new-year", "outside"], days: -1 } });
const SUPPORT: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "Europe/Berlin",
  manualClose: false,
  rules: ["eve", "new-year", "missing"],
  queues: ["Support queue"],
  aliases: ["Help"],
  group: "EMEA",
};
const SALES = { ...SUPPORT, id: "sales", name: "Sales", rules: ["new-year"], aliases: [] };

function copied(rules: RulesOfCopy, schedules: readonly Schedule[], others: readonly Schedule[] = []) {
  let made = 0;
  return copySchedules(schedules, {
    rules,
    rulesById: new Map([HOLIDAY, EVE].map((one) => [one.id, one])),
    all: [...schedules, ...others],
    newId: (kind) => `${kind}-${(made += 1)}`,
    nameOf: (name, n) => (n === 1 ? `${name} (copy)` : `${name} (copy ${n})`),
    ruleNameOf: (name, schedule) => `${name} – ${schedule}`,
  });
}

describe("copies of schedules", () => {
  it("[ED20] a copy with shared rules has the same rules, and no former names or queues", () => {
    const { schedules, rules } = copied("shared", [SUPPORT]);
    const { queues: _, aliases: __, ...rest } = SUPPORT;
    expect(schedules).toEqual([{ ...rest, id: "schedule-1", name: "Support (copy)" }]);
    expect(rules).toEqual([]);
  });

  it("[ED20] each copy with copied rules has rules of its own, which refer to each other", () => {
    const { schedules, rules } = copied("copied", [SUPPORT, SALES]);
    expect(schedules.map((one) => one.rules)).toEqual([["rule-2", "rule-3", "missing"], ["rule-5"]]);
    expect(rules).toEqual([
      {
        ...EVE,
        id: "rule-2",
        name: "eve – Support (copy)",
        relativeTo: { rules: ["rule-3", "outside"], days: -1 },
      },
      { ...HOLIDAY, id: "rule-3", name: "new-year – Support (copy)" },
      { ...HOLIDAY, id: "rule-5", name: "new-year – Sales (copy)" },
    ]);
  });

  it("[ED20] a copy's name is one that no schedule has or had, as name or former name", () => {
    const taken = [
      { ...SALES, name: "Support (copy)", aliases: ["Support (copy 2)"] },
      { ...SALES, name: "Cafe\u0301 (copy)" },
    ];
    const { schedules } = copied("shared", [SUPPORT, SUPPORT, { ...SUPPORT, name: "Caf\u00e9" }], taken);
    expect(schedules.map(({ name }) => name)).toEqual([
      "Support (copy 3)",
      "Support (copy 4)",
      "Caf\u00e9 (copy 2)",
    ]);
  });
});
