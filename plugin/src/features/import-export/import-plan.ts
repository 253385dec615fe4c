import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { configurationDiff } from "@schedule-manager/shared/import-export/configuration/configuration-diff";

export interface ImportPlan {
  readonly changes: readonly PublishChange[];
  /** The number of unchanged items. */
  readonly same: number;
}

/** The import with start dates for the rules that lack one. @param starts by rule id; an empty text means none */
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

/** The changes that an import makes to the catalogue with all drafts. */
export function importPlan(now: Configuration, imported: Configuration): ImportPlan {
  // The preview needs no revisions: the drafts get theirs from the live items.
  const live = {
    rules: now.rules.map((value) => ({ revision: "", value })),
    schedules: now.schedules.map((value) => ({ revision: "", value })),
  };
  const { changes, same } = configurationDiff(live, imported);
  return { changes, same: same.length };
}
