import { parseDate } from "@schedule-manager/shared/time/civil";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";

/** Items for the tests of the editors and the gallery; treat them as immutable. */
export const NOW = Date.parse("2026-09-04T17:00:00Z");
export const TODAY = parseDate("2026-09-04") ?? 0; // A Friday.

export const RULES: readonly Rule[] = [
  { id: "hours", name: "Open hours", isOpen: true, startTime: "08:00", endTime: "17:00" },
  { id: "lunch", name: "Lunch", isOpen: false, closedReason: "lunch", startTime: "12:00", endTime: "13:00" },
  {
    id: "labor",
    name: "Labor Day",
    isOpen: false,
    closedReason: "holiday",
    dateRRule: "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO",
  },
  { id: "spare", name: "Spare", isOpen: true },
];

export const SUPPORT: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "America/Chicago",
  manualClose: false,
  rules: ["hours", "lunch", "labor"],
};

export const SALES: Schedule = {
  id: "other",
  name: "Sales",
  timeZone: "Europe/Berlin",
  manualClose: false,
  rules: [],
  aliases: ["Old sales"],
  queues: ["Sales queue"],
  group: "EMEA",
};
