import type { Rule, StoredSchedule } from "../../model/model";
import { NO_HOURS, tidyRanges, type WeeklyHours } from "./hours";
import { readWeeklyRule } from "./weekly-rule";

export interface ReadWeeklyHours {
  readonly hours: WeeklyHours;
  /** Ids of the rules that the hours stand for, in the schedule's order. Changes of the hours change these only. */
  readonly own: readonly string[];
  /** Ids of weekly open rules that the hours leave out because other schedules or rules use them. */
  readonly shared: readonly string[];
}

/**
 * The ordinary weekly hours of a schedule: the rules that only it uses, that are open, and that mean the same in
 * every week.
 *
 * @param isShared whether another schedule uses the rule, or a rule's days are relative to it
 */
export function readWeeklyHours(
  { rules }: Pick<StoredSchedule, "rules">,
  rulesById: ReadonlyMap<string, Rule>,
  isShared: (ruleId: string) => boolean,
): ReadWeeklyHours {
  const week = NO_HOURS.map((day) => [...day]);
  const own: string[] = [];
  const shared: string[] = [];
  for (const id of new Set(rules)) {
    const rule = rulesById.get(id);
    const weekly = rule === undefined ? null : readWeeklyRule(rule);
    if (weekly === null) continue;
    if (isShared(id)) {
      shared.push(id);
      continue;
    }
    own.push(id);
    const { weekdays, start, end } = weekly;
    week.forEach((day, index) => {
      if (weekdays & (1 << index)) day.push({ start, end });
    });
  }
  return { hours: week.map(tidyRanges), own, shared };
}
