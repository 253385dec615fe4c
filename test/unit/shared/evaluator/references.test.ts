/** Rules that refer to others through import, export, comparison and the configuration's history. */
import { dependencies } from "@schedule-manager/shared/evaluator/compile-rule";
import { decisionAt, rulesAtCivilMinute } from "@schedule-manager/shared/history/decision-at";
import { impactSteps } from "@schedule-manager/shared/editing/impact/impact";
import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { configurationDiff } from "@schedule-manager/shared/import-export/configuration/configuration-diff";
import { exportConfiguration } from "@schedule-manager/shared/import-export/configuration/export-configuration";
import { importConfiguration } from "@schedule-manager/shared/import-export/configuration/import-configuration";
import { at, holiday, rule } from "../fixtures";

const christmas = holiday("christmas", { dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25" });
const eve = rule("eve", { dates: [], relativeTo: { rules: ["christmas"], days: -1 } });
const support: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "UTC",
  manualClose: false,
  rules: ["eve"],
};
const configuration: Configuration = { rules: [eve, christmas], schedules: [support] };

describe("references between rules", () => {
  test("[EV9] dependencies follow rules of rules, and end at a circle", () => {
    const before = rule("before", { relativeTo: { rules: ["eve", "before"], days: -1 } });
    const byId = new Map([before, eve, christmas].map((each) => [each.id, each]));
    expect([...dependencies(["before", "gone"], byId)]).toEqual(["before", "gone", "eve", "christmas"]);
  });

  test("[EV9] a change of a referenced rule changes the schedule", () => {
    const moved = { ...christmas, dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=27" };
    const steps = impactSteps(
      configuration,
      { ...configuration, rules: [eve, moved] },
      at("2026-12-01T00:00Z"),
      at("2027-01-01T00:00Z"),
    );
    const impact = [...steps].filter((found) => found !== null);
    expect(impact.map(({ schedule, flips }) => [schedule.id, flips.length])).toEqual([["support", 2]]);
  });

  test("[EV9] an export imports unchanged, including references", () => {
    const again = importConfiguration(JSON.parse(exportConfiguration(configuration)));
    expect(again).toMatchObject({ ok: true, configuration, listed: [] });
  });

  test("[EV9] an import with new ids updates references", () => {
    const rename = (id: string): string => (id === "christmas" ? "Weihnachten & mehr" : id);
    const file = {
      rules: [
        { ...eve, relativeTo: { rules: [rename("christmas")], days: -1 } },
        { ...christmas, id: rename("christmas") },
      ],
      schedules: [support],
    };
    const imported = importConfiguration(file);
    if (!imported.ok) throw new Error("refused");
    const [first, second] = imported.configuration.rules;
    expect(second?.id).not.toBe(rename("christmas"));
    expect(first?.relativeTo?.rules).toEqual([second?.id]);
    expect(imported.listed.map(({ code }) => code)).toEqual(["id-replaced"]);
  });

  test("[EV9] an import with a reference to a missing rule reports it", () => {
    const imported = importConfiguration({ rules: [eve], schedules: [support] });
    expect(imported.ok && imported.listed.map(({ code, id }) => `${id} ${code}`)).toEqual([
      "eve relative-rule-missing",
    ]);
  });

  test("[EV9] published rules under other ids are matched, including rules that refer to them", () => {
    const live = {
      rules: [
        { revision: "1", value: { ...christmas, id: "x1" } },
        { revision: "1", value: { ...eve, id: "x2", relativeTo: { rules: ["x1"], days: -1 } } },
      ],
      schedules: [{ revision: "1", value: { ...support, rules: ["x2"] } }],
    };
    const { changes, matched } = configurationDiff(live, configuration);
    expect(changes).toEqual([]);
    expect([...matched]).toEqual([
      ["christmas", "x1"],
      ["eve", "x2"],
    ]);
  });
});

describe("past decisions with rules that refer to others", () => {
  const entry = (kind: "rule" | "schedule", item: Rule | Schedule) => {
    const { id, ...value } = item;
    return {
      generation: 1,
      at: "2026-01-01T00:00:00Z",
      by: { identity: "ada", name: "Ada" },
      publishId: "p",
      kind,
      id,
      value,
    };
  };
  type Entries = Parameters<typeof decisionAt>[0];
  const histories = new Map<string, Entries>(
    [christmas, eve].map((item) => [item.id, [entry("rule", item)] as unknown as Entries]),
  );
  const entries = [entry("schedule", support)] as unknown as Entries;

  test("[HI5] rules referenced at that time are requested as well", () => {
    const known =
      (...ids: string[]) =>
      (id: string) =>
        ids.includes(id) ? (histories.get(id) ?? []) : [];
    expect(rulesAtCivilMinute(entries, known(), "2026-12-24T12:00")).toEqual(["eve"]);
    expect(rulesAtCivilMinute(entries, known("eve"), "2026-12-24T12:00")).toEqual(["eve", "christmas"]);
    expect(decisionAt(entries, (id) => histories.get(id) ?? [], "2026-12-24T12:00")).toMatchObject({
      type: "decided",
      answer: { decision: { isOpen: true, ruleId: "eve" }, unknownRules: [] },
    });
    expect(decisionAt(entries, known("eve"), "2026-12-24T12:00")).toMatchObject({
      answer: { decision: { isOpen: false }, unknownRules: ["christmas"] },
    });
  });
});
