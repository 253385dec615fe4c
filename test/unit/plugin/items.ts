import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import type { PublishLease } from "@schedule-manager/shared/sync/layout";
import type { LiveAny, LiveRule, LiveSchedule } from "@schedule-manager/plugin/catalogue/live-items";

/** Items that the plugin's tests share; treat them as immutable. */
export const EXAMPLE: Schedule = Object.freeze({
  id: "example-000001",
  name: "Example",
  timeZone: "America/Chicago",
  manualClose: false,
  rules: Object.freeze(["weekdays-000001"]) as string[],
});

export const WEEKDAYS: Rule = Object.freeze({
  id: "weekdays-000001",
  name: "Weekdays",
  isOpen: true,
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "08:00",
  endTime: "17:00",
});

export const liveSchedule = (
  value: Schedule | null,
  revision = "0",
  more: Partial<LiveSchedule> = {},
): LiveAny => ({
  kind: "schedule",
  id: value?.id ?? "broken-000001",
  map: "schedules-0",
  revision,
  updated: 0,
  value,
  ...more,
});

export const liveRule = (value: Rule, revision = "0", more: Partial<LiveRule> = {}): LiveAny => ({
  kind: "rule",
  id: value.id,
  map: "rules-0",
  revision,
  updated: 0,
  value,
  ...more,
});

/** The lease of a publish that has begun. */
export const LEASE: PublishLease = {
  id: "publish-1",
  by: { identity: "bo" },
  since: "2026-01-01T00:00:00Z",
  phase: "checking",
  generation: 2,
};
