import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { interpolate } from "@schedule-manager/shared/i18n/interpolate";
import { recurrenceProblem } from "@schedule-manager/shared/import-export/ical/recurrence-problem";
import { importWarningMessages } from "@schedule-manager/shared/import-export/import-warning-messages";
import type { ImportWarning } from "@schedule-manager/shared/import-export/ical/import-warning";
import type { CalendarProblem } from "@schedule-manager/shared/import-export/ical/parse-calendar";
import {
  type ConfigurationWarning,
  hasOwnMessage,
} from "@schedule-manager/shared/import-export/configuration/import-warning";

const KEY = "import.listed.";

/** The plugin asks about these times once for all rules; the command has an option for them. */
const ENDS_2359 =
  "It ends at 23:59, so the last minute of the day is not part of it. If midnight is meant: --midnight yes; otherwise: --midnight no.";

export const describeImportWarning = (warning: ImportWarning): string =>
  interpolate("en-US", importWarningMessages[`${KEY}${warning.code}`], {
    ...warning.params,
    reason: recurrenceProblem(warning, "en-US"),
  });

export function describeConfigurationWarning({ code, params }: ConfigurationWarning): string {
  if (code === "ends-2359") return ENDS_2359;
  return hasOwnMessage(code)
    ? interpolate("en-US", importWarningMessages[`${KEY}${code}`], params)
    : describeFinding({ code, severity: "error", params }, "en-US");
}

export const CALENDAR_PROBLEMS: Readonly<Record<CalendarProblem, string>> = {
  "too-large": "is larger than 5 MB. Export fewer years of the calendar",
  "not-a-calendar":
    "is not an iCalendar file (.ics). Download the calendar itself, not the page that shows it",
  "too-many-events": "has more than 20,000 events. Export fewer years of the calendar",
  "no-events": "has no events",
};
