import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { interpolate } from "@schedule-manager/shared/i18n/interpolate";
import { recurrenceProblem } from "@schedule-manager/shared/i18n/recurrence-problem";
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
  unfinished: "Not imported: the file ends in the middle of it. Download the calendar again.",
  "start-missing": "Not imported: it has no start that can be read.",
  "end-before-start": "Not imported: it ends before it starts.",
  "no-duration": "Not imported: it is a moment, so there is no time to close.",
  cancelled: "Not imported: it is cancelled.",
  superseded: "Not imported: the file has a newer version of it.",
  duplicate: "Not imported again: the same day and name are there already.",
  "rrule-refused": "Not imported, because its recurrence cannot be kept. {reason} Add a rule by hand.",
  "exrule-unsupported":
    "Not imported: it recurs except for another recurrence ({value}). Add a rule by hand.",
  "zone-unknown": "Not imported: nothing says what the time zone {zone} is. Add a rule by hand.",
  "this-and-future":
    "Not imported: it changes a series from one day on. Add a rule by hand, and end the old one.",
  "recurrence-mended": "Imported; its recurrence is written {was} and is read as {value}.",
  "recurrence-empty": "Imported once, on its first day: its recurrence is empty.",
  "every-month":
    "Imported for these days of every month: {value} and so on. Other programs take only the month of the first day; if that is meant, add BYMONTH to the rule's recurrence.",
  "date-with-time": "Imported with its times, although the file says that they are dates.",
  "line-unreadable": "Imported without a line that cannot be read: {text}",
  "summary-missing": "Imported under its date, because it has no name.",
  tentative: "Imported, although it is tentative.",
  "exdate-unmatched":
    "Imported; the exception on {value} is at a time at which it does not begin, and left out.",
  "start-added": "Imported; its first day, {value}, is none of its recurrence's and was added by itself.",
  expanded:
    "Imported as a list of days from {from} to {until}, because no recurrence says the same on the schedule's clock.",
  "seconds-dropped": "Imported to the minute.",
  "zone-differs":
    "The file says other clock changes than the time zone {zone} has. Its times were imported as the file says; check them.",
};

const CONFIGURATION: Partial<Readonly<Record<ConfigurationWarningCode, string>>> = {
  "id-replaced": "The id {was} cannot be used or is there twice; it has a new one.",
  "name-replaced":
    "Another schedule is called {was}, so this one has another name. Rename or delete one of them.",
  "field-unknown": "The field {field} is unknown and was left out.",
  "time-rewritten": "{field} {was} was rewritten as {value}.",
  "recurrence-rewritten":
    "The recurrence {was} was rewritten as {value}; the days beside it are in the rule's own fields.",
  "reference-missing": "The rule {rule} does not exist and was left out.",
  "start-date-needed":
    "{part} counts from a start date, and there is none: the rule does not apply until you give one.",
  "recurrence-counts":
    "{part} now counts from the start date. Twilio's evaluator counted it from today, which gave other days: check them.",
  "overnight-matches": "The times over midnight now apply. Twilio's evaluator never matched them.",
  "equal-times":
    "It begins and ends at {time}, which lasts 24 hours here and never matched in Twilio's evaluator. Keep the times if 24 hours are meant; otherwise correct them, or remove the rule.",
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
  "too-large": "is larger than 5 MB. Take the calendar of fewer years",
  "not-a-calendar":
    "is not an iCalendar file (.ics). Download the calendar itself, not the page that shows it",
  "too-many-events": "has more than 20,000 events. Take the calendar of fewer years",
  "no-events": "has no events",
};
