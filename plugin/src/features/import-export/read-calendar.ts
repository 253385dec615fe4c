import {
  type CalendarChoice,
  chosenCalendar,
} from "@schedule-manager/shared/import-export/ical/calendar-choice";
import type { GroupedCalendar } from "@schedule-manager/shared/import-export/ical/calendar-groups";
import type {
  ImportedCalendar,
  ParsedCalendar,
} from "@schedule-manager/shared/import-export/ical/parse-calendar";
import type { RunSteps } from "@schedule-manager/shared/import-export/ical/steps";
import type { ImportOptions } from "@schedule-manager/shared/import-export/ical/rules-from-events";

export interface ReadCalendar {
  readonly ok: true;
  readonly calendar: ParsedCalendar;
  readonly grouped: GroupedCalendar;
}

/** Everything that only calendars need, loaded when one is chosen. */
const load = async () => {
  const [parse, groups] = await Promise.all([
    import("@schedule-manager/shared/import-export/ical/parse-calendar"),
    import("@schedule-manager/shared/import-export/ical/calendar-groups"),
  ]);
  return { ...parse, ...groups };
};

/** Parses a calendar and groups its events: once, whatever is chosen of them. */
export async function readCalendar(
  bytes: Uint8Array,
  run: RunSteps,
): Promise<ReadCalendar | Extract<ImportedCalendar, { ok: false }>> {
  const { parseCalendar, groupCalendar } = await load();
  const calendar = await parseCalendar(bytes, run);
  return calendar.ok ? { ok: true, calendar, grouped: groupCalendar(calendar.events) } : calendar;
}

export async function convertCalendar(
  { calendar, grouped }: ReadCalendar,
  choice: CalendarChoice,
  options: Omit<ImportOptions, "opens">,
  run: RunSteps,
): Promise<Extract<ImportedCalendar, { ok: true }>> {
  const { rulesFromCalendar } = await load();
  const chosen = chosenCalendar(calendar, grouped, choice);
  return rulesFromCalendar(chosen.calendar, { ...options, opens: chosen.opens }, run);
}
