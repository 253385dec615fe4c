import type {
  ImportedCalendar,
  ParsedCalendar,
} from "@schedule-manager/shared/import-export/ical/parse-calendar";
import type { Pause } from "@schedule-manager/shared/import-export/ical/pause";
import type { ImportOptions } from "@schedule-manager/shared/import-export/ical/rules-from-events";

/** Everything that only calendars need, loaded when one is chosen. */
const load = () => import("@schedule-manager/shared/import-export/ical/parse-calendar");

export async function readCalendar(
  bytes: Uint8Array,
  pause: Pause,
): Promise<ParsedCalendar | Extract<ImportedCalendar, { ok: false }>> {
  const { parseCalendar } = await load();
  return parseCalendar(bytes, pause);
}

export async function convertCalendar(
  calendar: ParsedCalendar,
  options: ImportOptions,
  pause: Pause,
): Promise<ImportedCalendar> {
  const { rulesFromCalendar } = await load();
  return rulesFromCalendar(calendar, options, pause);
}
