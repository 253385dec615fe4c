import type { ImportedCalendar } from "@schedule-manager/shared/import-export/ical/parse-calendar";
import type { ImportOptions } from "@schedule-manager/shared/import-export/ical/rules-from-events";

/** A chunk with the calendar code, loaded when somebody chooses a calendar. */
export async function readCalendar(bytes: Uint8Array, options: ImportOptions): Promise<ImportedCalendar> {
  const { importCalendar } = await import("@schedule-manager/shared/import-export/ical/parse-calendar");
  return importCalendar(bytes, options);
}
