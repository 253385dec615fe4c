import { emptyCalendar } from "@schedule-manager/shared/import-export/ical/calendar-file";
import { exportCalendar } from "@schedule-manager/shared/import-export/ical/export-calendar";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";

/** Openings as an iCalendar file. All times in ms since the epoch. */
export const calendarOf = (
  schedule: Schedule,
  rulesById: ReadonlyMap<string, Rule>,
  range: { readonly from: number; readonly to: number; readonly now: number },
): string => exportCalendar(schedule, rulesById, { what: "openings", ...range }) ?? emptyCalendar(schedule);
