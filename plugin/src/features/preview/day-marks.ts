import type { DaySummary } from "@schedule-manager/shared/editing/preview/day-summary";

/** What a rule's page marks in the calendar. All get civil day numbers. */
export interface DayMarks {
  /** Whether the rule applies on a day. */
  readonly isRuleDay: (day: number) => boolean;
  /** Whether the rule's unpublished changes change the schedule's answers on a day. */
  readonly isChanged: (day: number) => boolean;
  /** A day that changes as it is before the changes; null: it does not change. */
  readonly before: (day: number) => DaySummary | null;
}
