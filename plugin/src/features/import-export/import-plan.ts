import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { configurationDiff } from "@schedule-manager/shared/import-export/configuration/configuration-diff";

export interface ImportPlan {
  readonly changes: readonly PublishChange[];
  /** How many items are so already. */
  readonly same: number;
}

/** An import with start dates for rules that lack one. @param starts by rule id; empty: not given */
export function withStarts(
  { rules, schedules }: Configuration,
  starts: ReadonlyMap<string, string>,
): Configuration {
  return {
    rules: rules.map((rule) => {
      const startDate = starts.get(rule.id) ?? "";
      return startDate === "" ? rule : { ...rule, startDate };
    }),
    schedules,
  };
}

/** What an import changes of everything as it is with all drafts. */
export function importPlan(now: Configuration, imported: Configuration): ImportPlan {
  // The revision that a draft goes by is that of what is live, which the store knows.
  const live = {
    rules: now.rules.map((value) => ({ revision: "", value })),
    schedules: now.schedules.map((value) => ({ revision: "", value })),
  };
  const { changes, same } = configurationDiff(live, imported);
  return { changes, same: same.length };
}
