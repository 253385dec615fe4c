import type { PublishChange } from "../../api/api";
import type { Configuration, Rule, Schedule } from "../../model/model";

/** Applies changes to a configuration without comparing bases. New items come last. */
export function applyChanges(
  { rules, schedules }: Configuration,
  changes: readonly PublishChange[],
): Configuration {
  const apply = <T extends Rule | Schedule>(items: readonly T[], kind: PublishChange["kind"]): T[] => {
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const { kind: of, id, value } of changes) {
      if (of !== kind) continue;
      if (value === null) byId.delete(id);
      // A change of a kind holds a value of that kind.
      else byId.set(id, { id, ...value } as T);
    }
    return [...byId.values()];
  };
  return { rules: apply(rules, "rule"), schedules: apply(schedules, "schedule") };
}
