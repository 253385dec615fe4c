import { createSelector } from "@reduxjs/toolkit";
import { type Finding, validate } from "@schedule-manager/shared/validate";
import { pluginState, type RootState } from "./root";
import { selectEditedConfiguration } from "./select-drafts";

/** What validation says of everything as it will be when all drafts are published. */
export const selectFindings = createSelector(
  selectEditedConfiguration,
  (root: RootState) => pluginState(root).clock.now,
  (configuration, now): readonly Finding[] => validate(configuration, now),
);

const byId = (id: (finding: Finding) => string | undefined) =>
  createSelector(selectFindings, (findings): ReadonlyMap<string, readonly Finding[]> => {
    const found = new Map<string, Finding[]>();
    for (const finding of findings) {
      const key = id(finding);
      if (key === undefined) continue;
      const list = found.get(key);
      if (list === undefined) found.set(key, [finding]);
      else list.push(finding);
    }
    return found;
  });

export const selectScheduleFindings = byId(({ scheduleId }) => scheduleId);
/** Of rules by themselves, whichever schedule uses them. */
export const selectRuleFindings = byId(({ scheduleId, ruleId }) =>
  scheduleId === undefined ? ruleId : undefined,
);
