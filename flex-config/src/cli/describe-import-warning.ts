import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { interpolate } from "@schedule-manager/shared/i18n/interpolate";
import { recurrenceProblem } from "@schedule-manager/shared/import-export/ical/recurrence-problem";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type {
  ImportWarning,
  ImportWarningCode,
} from "@schedule-manager/shared/import-export/ical/import-warning";
import type { CalendarProblem } from "@schedule-manager/shared/import-export/ical/parse-calendar";
import type {
  ConfigurationWarning,
  ConfigurationWarningCode,
} from "@schedule-manager/shared/import-export/configuration/import-warning";

const CALENDAR: Readonly<Record<ImportWarningCode, string>> = {
  "not-an-event": "Not imported: {component} is not an event.",
  unfinished: "Not imported: the file is truncated within it. Download the calendar again.",
  "start-missing": "Not imported: its start is missing or invalid.",
  "end-before-start": "Not imported: it ends before it starts.",
  "no-duration": "Not imported: it has no duration.",
  cancelled: "Not imported: it is cancelled.",
  superseded: "Not imported: the file has a newer version of it.",
  duplicate: "Not imported again: the same day and name already exist.",
  "rrule-refused": "Not imported, because its recurrence is not supported. {reason} Add a rule by hand.",
  "exrule-unsupported":
    "Not imported: it excludes another recurrence ({value}), which is not supported. Add a rule by hand.",
  "zone-unknown": "Not imported: the time zone {zone} is unknown. Add a rule by hand.",
  "this-and-future":
    "Not imported: it changes a series from a certain day on. Add a rule by hand, and end the old one.",
  "recurrence-mended": "Imported; its recurrence {was} was interpreted as {value}.",
  "recurrence-empty": "Imported once, on its first day, because its recurrence is empty.",
  "every-month":
    "Imported for these days of every month: {value} and so on. Other programs use only the month of the first day; to do the same, add BYMONTH to the rule's recurrence.",
  "date-with-time": "Imported with its times, although the file declares them as dates.",
  "line-unreadable": "Imported without an invalid line: {text}",
  "summary-missing": "Imported under its date, because it has no name.",
  tentative: "Imported, although it is tentative.",
  "exdate-unmatched": "Imported; the exception on {value} matches no occurrence and was left out.",
  "start-added":
    "Imported; its first day, {value}, does not match its recurrence and was added as a single date.",
  expanded:
    "Imported as a list of days from {from} to {until}, because no recurrence is equivalent on the schedule's clock.",
  "seconds-dropped": "Imported to the minute.",
  "zone-differs":
    "The file's clock changes differ from those of the time zone {zone}. Its times were imported by the file; check them.",
};

const CONFIGURATION: Partial<Readonly<Record<ConfigurationWarningCode, string>>> = {
  "id-replaced": "The id {was} cannot be used or appears twice; the item has a new one.",
  "name-replaced":
    "Another schedule has the name {was}, so this one has a new name. Rename or delete one of them.",
  "field-unknown": "The field {field} is unknown and was left out.",
  "time-rewritten": "{field} {was} was rewritten as {value}.",
  "recurrence-rewritten":
    "The recurrence {was} was rewritten as {value}; further days are in the rule's own fields.",
  "reference-missing": "The rule {rule} does not exist and was left out.",
  "start-date-needed":
    "{part} counts from a start date, which is missing: the rule does not apply until you set one.",
  "recurrence-counts":
    "{part} now counts from the start date. Twilio's evaluator counted it from today, which gave different days: check them.",
  "overnight-matches": "The times over midnight now apply. Twilio's evaluator never matched them.",
  "ends-2359":
    "It ends at 23:59, so the last minute of the day is not part of it. If midnight is meant: --midnight yes; otherwise: --midnight no.",
  "equal-times":
    "It starts and ends at {time}, which lasts 24 hours here and never matched in Twilio's evaluator. Keep the times for 24 hours; otherwise correct them or remove the rule.",
};

export const describeImportWarning = (warning: ImportWarning): string =>
  interpolate("en-US", CALENDAR[warning.code], {
    ...warning.params,
    reason: recurrenceProblem(warning, "en-US"),
  });

export const describeConfigurationWarning = ({ code, params }: ConfigurationWarning): string => {
  const own = CONFIGURATION[code];
  return own === undefined
    ? describeFinding({ code: code as Finding["code"], severity: "error", params }, "en-US")
    : interpolate("en-US", own, params);
};

export const CALENDAR_PROBLEMS: Readonly<Record<CalendarProblem, string>> = {
  "too-large": "is larger than 5 MB. Export fewer years of the calendar",
  "not-a-calendar":
    "is not an iCalendar file (.ics). Download the calendar itself, not the page that shows it",
  "too-many-events": "has more than 20,000 events. Export fewer years of the calendar",
  "no-events": "has no events",
};
