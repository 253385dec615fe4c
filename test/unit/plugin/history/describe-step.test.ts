import { rulesIn, describeStep } from "@schedule-manager/plugin/features/history/describe-step";
import { translateFor } from "../i18n/translate-for";
import type { Step } from "@schedule-manager/shared/history/steps";
import { entry } from "../../shared/history/entries";
import { EXAMPLE, WEEKDAYS } from "../items";

const { t } = translateFor("en-US");
const T = "2026-05-01T08:00:00.000Z";
const words = (step: Step): readonly string[] =>
  describeStep(step, { t, locale: "en-US", ruleName: (id) => (id === WEEKDAYS.id ? "Weekdays" : id) });
const { id: _, ...example } = EXAMPLE;

describe("the description of a step of the history", () => {
  it.each<[string, Step, readonly string[]]>([
    [
      "a change",
      { entry: entry(2, T, { ...EXAMPLE, name: "Shop" }), before: example },
      ["Name: was Example, now Shop"],
    ],
    [
      "a new item",
      { entry: entry(1, T, EXAMPLE), before: null },
      ["New schedule", "Time zone: America/Chicago", "Rules: Weekdays"],
    ],
    [
      "a deletion",
      { entry: entry(2, T, EXAMPLE.id, { kind: "schedule" }), before: example },
      ["Schedule deleted"],
    ],
    [
      "a deletion of an unknown item",
      { entry: entry(2, T, EXAMPLE.id, { kind: "schedule" }), before: undefined },
      ["Schedule deleted"],
    ],
    [
      "the start of the history",
      { entry: entry(5, T, { ...EXAMPLE, rules: [] }), before: undefined },
      ["The previous version wasn’t recorded. This version:", "Name: Example", "Time zone: America/Chicago"],
    ],
    ["an equal version", { entry: entry(2, T, EXAMPLE), before: example }, ["No meaningful change"]],
    [
      "an invalid version",
      { entry: entry(2, T, EXAMPLE, { value: { name: "x", timeZone: 1 } as never }), before: example },
      ["This version can no longer be read."],
    ],
    [
      "a version after an invalid one",
      { entry: entry(2, T, { ...EXAMPLE, rules: [] }), before: { name: "x", timeZone: 1 } as never },
      ["The previous version wasn’t recorded. This version:", "Name: Example", "Time zone: America/Chicago"],
    ],
  ])("[HV11] %s", (_name, step, expected) => {
    expect(words(step)).toEqual(expected);
  });

  it("[HV11] the rules of both versions are referred to", () => {
    const step = {
      entry: entry(2, T, { ...EXAMPLE, rules: ["a"] }),
      before: { ...example, rules: ["b", "a"] },
    };
    expect(rulesIn(step)).toEqual(["a", "b"]);
    expect(rulesIn({ entry: entry(2, T, WEEKDAYS), before: null })).toEqual([]);
  });

  it("[HV11] the rules to which the days of both versions refer are named, and no others", () => {
    const relative = (...rules: readonly string[]) => ({
      ...WEEKDAYS,
      dates: [],
      relativeTo: { rules, days: 1 },
    });
    const { id: __, ...before } = relative("b", "a");
    expect(rulesIn({ entry: entry(2, T, relative("a", "c")), before })).toEqual(["a", "c", "b"]);
    expect(rulesIn({ entry: entry(2, T, WEEKDAYS.id, { kind: "rule" }), before })).toEqual(["b", "a"]);
    const unreadable = { name: 1, relativeTo: { rules: ["x"], days: 1 } } as never;
    expect(rulesIn({ entry: entry(2, T, relative("a")), before: unreadable })).toEqual(["a"]);
    const odd = { ...example, rules: ["a", 5] } as never;
    expect(rulesIn({ entry: entry(2, T, { ...EXAMPLE, rules: ["b"] }), before: odd })).toEqual(["b", "a"]);
    const none = { ...example, rules: "a" } as never;
    expect(rulesIn({ entry: entry(2, T, EXAMPLE.id, { kind: "schedule" }), before: none })).toEqual([]);
  });
});
