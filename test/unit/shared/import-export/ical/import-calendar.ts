import {
  type ImportedCalendar,
  parseCalendar,
  rulesFromCalendar,
} from "@schedule-manager/shared/import-export/ical/parse-calendar";
import type { ImportOptions } from "@schedule-manager/shared/import-export/ical/rules-from-events";

/** Parses a calendar and converts all of its events. */
export async function importCalendar(
  input: string | Uint8Array,
  options: ImportOptions,
): Promise<ImportedCalendar> {
  const parsed = await parseCalendar(input);
  return parsed.ok ? rulesFromCalendar(parsed, options) : parsed;
}
