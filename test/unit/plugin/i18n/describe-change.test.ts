import { describeChange, contentsOf } from "@schedule-manager/plugin/i18n/describe-change";
import { fieldsOf, KEYS_OF } from "@schedule-manager/shared/editing/merge/fields";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { LOCALES } from "../../../support/locales";
import { holiday, rule } from "../../shared/fixtures";
import { translateFor } from "./translate-for";

const contextIn = (locale: string) => ({ ...translateFor(locale), ruleName: (id: string) => `The ${id}` });
const context = contextIn("en-US");
const support: Schedule = {
  id: "s",
  name: "Support",
  timeZone: "Europe/Berlin",
  manualClose: false,
  rules: ["a", "b", "c"],
};
const hours = rule("hours", { dateRRule: "FREQ=WEEKLY;BYDAY=MO", startTime: "08:00", endTime: "17:00" });

const ofSchedule = (more: Partial<Schedule>, before: Schedule = support): readonly string[] =>
  describeChange("schedule", before, { ...before, ...more }, context);
const ofRule = (more: Partial<Rule>, before: Rule = hours): readonly string[] =>
  describeChange("rule", before, { ...before, ...more }, context);

const SCHEDULES: readonly (readonly [Partial<Schedule>, readonly string[]])[] = [
  [{}, []],
  [{ aliases: [], group: "" }, []],
  [{ name: "Help" }, ["Name: was Support, now Help"]],
  [{ timeZone: "UTC" }, ["Time zone: was Europe/Berlin, now UTC"]],
  [{ manualClose: true }, ["Manual close: was off, now on"]],
  [
    { manualClose: true, manualNote: "Fire alarm" },
    ["Manual close: was off, now on, with the note “Fire alarm”"],
  ],
  [
    { manualClose: true, manualNote: "Strike", manualNoteSpoken: true },
    ["Manual close: was off, now on, with the note “Strike”, which callers hear"],
  ],
  [
    { manualClose: true, manualCloseUntil: "2026-05-03T15:00:00Z" },
    ["Manual close: was off, now on until May 3, 2026, 5:00 PM GMT+2"],
  ],
  [{ rules: ["a", "b", "c", "d"] }, ["Rules: The d added"]],
  [{ rules: ["c", "d"] }, ["Rules: The d added", "Rules: The a and The b removed"]],
  [{ rules: ["b", "c", "a"] }, ["Rules: The a moved from place 1 to 3"]],
  [{ rules: ["c", "b", "a"] }, ["Rules: reordered"]],
  [{ rules: ["c", "a", "b"] }, ["Rules: The c moved from place 3 to 1"]],
  [{ rules: ["c", "d", "a", "b"] }, ["Rules: The d added", "Rules: The c moved from place 3 to 1"]],
  [{ rules: ["c", "b"] }, ["Rules: The a removed", "Rules: The b moved from place 1 to 2"]],
  [{ name: "" }, ["Name: was Support, now nothing"]],
  [{ manualClose: true, manualCloseUntil: "tonight" }, ["Manual close: was off, now on until tonight"]],
  [{ group: "EMEA" }, ["Group: EMEA"]],
  [{ queues: ["Sales"] }, ["Queues: was the queue of the same name, now Sales"]],
  [{ aliases: ["Old"] }, ["Former names: Old added"]],
];

const RULES: readonly (readonly [Partial<Rule>, readonly string[]])[] = [
  [{ exception: false, closedReason: "" }, []],
  [{ isOpen: false, closedReason: "holiday" }, ["Decision: was Open, now Closed for holiday"]],
  [{ isOpen: false }, ["Decision: was Open, now Closed"]],
  [{ exception: true }, ["Exception: was no, now yes"]],
  [{ exception: "day" }, ["Exception: was no, now for the whole day"]],
  [{ endTime: "12:00" }, ["When: was Every Monday, 8:00 AM–5:00 PM, now Every Monday, 8:00 AM–12:00 PM"]],
  [
    { startDate: "2020-01-06" },
    ["When: was Every Monday, 8:00 AM–5:00 PM, now Every Monday, 8:00 AM–5:00 PM, from Jan 6, 2020"],
  ],
  [{ dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO" }, ["When: same meaning, different notation"]],
];

describe("the description of a change", () => {
  it.each(SCHEDULES)("[HI6] a schedule's change is described: %j", (more, expected) => {
    expect(ofSchedule(more)).toEqual(expected);
  });

  it.each(RULES)("[HI6] a rule's change is described: %j", (more, expected) => {
    expect(ofRule(more)).toEqual(expected);
  });

  it("[HI6] a removed queue is described", () => {
    const { queues: _, ...without } = { ...support, queues: ["Sales"] };
    expect(describeChange("schedule", { ...support, queues: ["Sales"] }, without, context)).toEqual([
      "Queues: was Sales, now the queue of the same name",
    ]);
    expect(ofSchedule({ queues: [] }, { ...support, queues: ["Sales"] })).toEqual(["Queues: Sales removed"]);
  });

  it("[HI6] what is taken away is described", () => {
    const { group: _, ...grouped } = { ...support, group: "EMEA" };
    expect(describeChange("schedule", { ...support, group: "EMEA" }, grouped, context)).toEqual([
      "Group: was EMEA, now nothing",
    ]);
    expect(ofSchedule({ manualClose: false }, { ...support, manualClose: true })).toEqual([
      "Manual close: was on, now off",
    ]);
    expect(ofSchedule({ aliases: [] }, { ...support, aliases: ["Old", "Older"] })).toEqual([
      "Former names: Old and Older removed",
    ]);
  });

  it("[HI6] in a zone that does not exist the end of a manual close is in UTC", () => {
    const lost: Schedule = { ...support, timeZone: "Mars/Olympus" };
    const close = { manualClose: true, manualCloseUntil: "2026-05-03T15:00:00Z" };
    expect(ofSchedule(close, lost)).toEqual(["Manual close: was off, now on until May 3, 2026, 3:00 PM UTC"]);
  });

  it("[HI6] the contents of an item are named field by field, without empty fields", () => {
    const full: Schedule = {
      ...support,
      manualClose: true,
      queues: ["Sales", "Leads"],
      group: "EMEA",
      aliases: ["Help"],
    };
    const told = (item: Schedule) =>
      contentsOf("schedule", item, context).map(({ label, before, after }) => [label, before, after]);
    expect(told(full)).toEqual([
      ["Name", null, "Support"],
      ["Time zone", null, "Europe/Berlin"],
      ["Manual close", null, "on"],
      ["Rules", null, "The a, The b, and The c"],
      ["Queues", null, "Sales and Leads"],
      ["Group", null, "EMEA"],
      ["Former names", null, "Help"],
    ]);
    expect(told({ ...support, name: "", rules: [] }).map(([label]) => label)).toEqual(["Time zone"]);
    const [decision] = contentsOf(
      "rule",
      { ...hours, isOpen: false, closedReason: "holiday" },
      context,
    ).slice(1);
    expect(decision).toMatchObject({
      field: "status",
      after: "Closed for holiday",
      sentences: ["Decision: Closed for holiday"],
    });
  });

  it("[HI6] a new item is described with its contents, and a deleted one without", () => {
    expect(
      describeChange("rule", null, holiday("h", { startDate: "2026-05-03", endDate: "2026-05-03" }), context),
    ).toEqual(["New rule", "Decision: Closed for holiday", "When: On May 3, 2026"]);
    expect(describeChange("schedule", null, support, context)).toEqual([
      "New schedule",
      "Time zone: Europe/Berlin",
      "Rules: The a, The b, and The c",
    ]);
    expect(describeChange("rule", hours, null, context)).toEqual(["Rule deleted"]);
    expect(describeChange("schedule", support, null, context)).toEqual(["Schedule deleted"]);
  });

  it("[HI7] every key of an item belongs to one field", () => {
    for (const kind of ["schedule", "rule"] as const) {
      const keys = fieldsOf(kind).flatMap((field) => KEYS_OF[field]);
      expect(new Set(keys).size).toBe(keys.length);
    }
    const whole: Required<Omit<Schedule, "id">> & Required<Omit<Rule, "id">> = {
      ...support,
      ...hours,
      name: "",
      manualCloseUntil: "",
      manualNote: "",
      manualNoteSpoken: true,
      queues: [],
      group: "",
      aliases: [],
      closedReason: "",
      startDate: "",
      endDate: "",
      exception: true,
      dates: [],
      exceptDates: [],
      relativeTo: { rules: [], days: 1 },
      dateRRule: "",
      startTime: "",
      endTime: "",
    };
    const { id: _, ...stored } = whole as typeof whole & { id: string };
    expect(Object.values(KEYS_OF).flat().sort()).toEqual(
      [...Object.keys(stored), "name"].sort().filter((key, index, all) => key !== all[index - 1]),
    );
  });

  it.each(LOCALES)("[HI8] a change is described in %s", (locale) => {
    const said = [
      ...describeChange(
        "schedule",
        support,
        { ...support, name: "N", manualClose: true, rules: ["b", "c", "a"], group: "G" },
        contextIn(locale),
      ),
      ...describeChange("rule", hours, { ...hours, exception: true, isOpen: false }, contextIn(locale)),
    ];
    expect(said).toHaveLength(6);
    for (const text of said) expect(text).not.toMatch(/[{}]|undefined/);
    if (locale !== "en-US") expect(said[2]).not.toMatch(/moved/);
    expect(describeChange("rule", hours, { ...hours, exception: true }, contextIn(locale))).toHaveLength(1);
    expect(contentsOf("rule", hours, contextIn(locale)).map(({ field }) => field)).toEqual(["name", "when"]);
  });
});
