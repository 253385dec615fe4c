import type { Schedule } from "@schedule-manager/shared/model/model";
import { type SharedWith, useSharedWith } from "../../../plugin/src/features/schedule-editor/use-shared-with";
import { SUPPORT } from "./items";
import { show } from "./render";

const using = (name: string, ...rules: readonly string[]): Schedule => ({
  ...SUPPORT,
  id: name,
  name,
  rules,
});

function scene(first: readonly [Schedule, readonly Schedule[]]) {
  let found: SharedWith = new Map();
  function Shown({ of, schedules }: { readonly of: Schedule; readonly schedules: readonly Schedule[] }) {
    found = useSharedWith(of, schedules);
    return null;
  }
  const element = ([of, schedules]: typeof first) => <Shown of={of} schedules={schedules} />;
  const { rerender } = show(element(first));
  return {
    found: () => found,
    next: (of: Schedule, schedules: readonly Schedule[]): SharedWith => {
      rerender(element([of, schedules]));
      return found;
    },
  };
}

describe("the other schedules that use a rule", () => {
  const shops = [
    using("Shop 10", "hours"),
    using("Shop 9", "hours", "hours", "spare"),
    using("Shop 1", "night"),
  ];

  it("[ED22] are named by number and once each, without the schedule itself", () => {
    const { found } = scene([SUPPORT, [SUPPORT, ...shops]]);
    expect([...found()]).toEqual([
      ["hours", ["Shop 9", "Shop 10"]],
      ["lunch", []],
      ["labor", []],
    ]);
  });

  it("[ED13] are the same object while they say the same, and another one as soon as they do not", () => {
    const { found, next } = scene([SUPPORT, [SUPPORT, ...shops]]);
    const first = found();
    const typed = { ...SUPPORT, name: "Suppor" };
    expect(next(typed, [typed, ...shops])).toBe(first);
    const renamed = next(SUPPORT, [SUPPORT, ...shops, using("Annex", "hours")]);
    expect(renamed.get("hours")).toEqual(["Annex", "Shop 9", "Shop 10"]);
    expect(next(SUPPORT, [SUPPORT, using("Other", "hours"), ...shops.slice(1)]).get("hours")).toEqual([
      "Other",
      "Shop 9",
    ]);
    const more = { ...SUPPORT, rules: [...SUPPORT.rules, "spare"] };
    expect(next(more, [more, ...shops]).get("spare")).toEqual(["Shop 9"]);
    expect([...next({ ...SUPPORT, rules: [] }, shops)]).toEqual([]);
    const swapped = { ...SUPPORT, rules: ["night"] };
    expect([...next(swapped, shops)]).toEqual([["night", ["Shop 1"]]]);
  });
});
