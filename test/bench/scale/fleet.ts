import type { Rule, Schedule } from "@schedule-manager/shared/model/model";

export const SCHEDULES = 1000;
export const RULES = 2000;
/** At most 100 items a map, so that one read returns a map: see plugin/README.md. */
export const SHARDS = 32;

/** The schedule that the bench changes, and whose queue has a badge. */
export const WATCHED = "schedule-7";

/** A contact centre: each schedule has opening hours and some of the holidays. */
export function contactCentre(): {
  readonly schedules: readonly Schedule[];
  readonly rules: readonly Rule[];
} {
  const rules = Array.from({ length: RULES }, (_, index): Rule => {
    const hour = String(6 + (index % 4)).padStart(2, "0");
    return index < SCHEDULES
      ? {
          id: `hours-${index}`,
          name: `Hours ${index}`,
          isOpen: true,
          dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
          startTime: `${hour}:00`,
          endTime: "18:30",
        }
      : {
          id: `holiday-${index}`,
          name: `Holiday ${index}`,
          isOpen: false,
          closedReason: "holiday",
          dateRRule: `FREQ=YEARLY;BYMONTH=${1 + (index % 12)};BYMONTHDAY=${1 + (index % 28)}`,
        };
  });
  const holiday = (index: number): string => `holiday-${SCHEDULES + (index % (RULES - SCHEDULES))}`;
  const schedules = Array.from({ length: SCHEDULES }, (_, index): Schedule => ({
    id: `schedule-${index}`,
    name: `Schedule ${index}`,
    timeZone: ["America/Chicago", "Europe/Warsaw", "Asia/Bangkok"][index % 3] ?? "UTC",
    manualClose: false,
    rules: [`hours-${index}`, ...Array.from({ length: 10 }, (_, nth) => holiday(index * 7 + nth * 13))],
  }));
  return { schedules, rules };
}
