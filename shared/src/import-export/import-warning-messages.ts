/** Describes in English each part of a file that an import leaves out or changes: for the command, and the first language of the plugin. */
export const importWarningMessages = {
  "import.listed.not-an-event": "Not imported: it is not an event ({component}).",
  "import.listed.unfinished":
    "Not imported: the file ends before the event does. Download the calendar again.",
  "import.listed.start-missing": "Not imported: the event has no readable start.",
  "import.listed.end-before-start": "Not imported: the event ends before it starts.",
  "import.listed.no-duration": "Not imported: the event has no duration.",
  "import.listed.cancelled": "Not imported: the event is cancelled.",
  "import.listed.superseded": "Not imported: the file contains a newer version of the event.",
  "import.listed.duplicate": "Not imported again: an event with the same day and name is already there.",
  "import.listed.rrule-refused":
    "Not imported, because its recurrence can’t be kept. {reason} Add a rule by hand.",
  "import.listed.exrule-unsupported":
    "Not imported: the event excludes a recurrence ({value}), which isn’t supported. Add a rule by hand.",
  "import.listed.zone-unknown": "Not imported: the time zone {zone} is unknown. Add a rule by hand.",
  "import.listed.this-and-future":
    "Not imported: the event changes a series from one day on. Add a rule by hand, and end the old one.",
  "import.listed.recurrence-mended": "Imported; its recurrence is written {was} and is read as {value}.",
  "import.listed.recurrence-empty": "Imported once, on its first day: its recurrence is empty.",
  "import.listed.every-month":
    "Imported for these days of every month: {value} and so on. Other programs take only the month of the first day; if that is meant, add the month to the rule.",
  "import.listed.date-with-time": "Imported with its times, although the file says that they are dates.",
  "import.listed.line-unreadable": "Imported without a line that can’t be read: {text}",
  "import.listed.summary-missing": "Imported with its date as the name, because the event has no name.",
  "import.listed.tentative": "Imported, although the event is tentative.",
  "import.listed.exdate-unmatched":
    "Imported without the exception {value}, because the event does not begin at that time.",
  "import.listed.start-added":
    "Imported. The first day, {value}, is not part of the recurrence and was added as a single day.",
  "import.listed.expanded":
    "Imported as a list of days from {from} to {until}, because no recurrence gives the same days in the schedule’s time zone.",
  "import.listed.seconds-dropped": "Imported without seconds.",
  "import.listed.zone-differs":
    "The file’s clock changes differ from those of the time zone {zone}. The times were imported by the file’s clock changes. Check them.",
  "import.listed.id-replaced": "The ID {was} is invalid or a duplicate. The item has a new one.",
  "import.listed.name-replaced":
    "Another schedule has the name {was}, so this one got a different name. Rename or delete one of them.",
  "import.listed.field-unknown": "The field “{field}” is unknown and was not imported.",
  "import.listed.recurrence-rewritten":
    "The recurrence {was} was rewritten as {value}; the days beside it are in the rule’s own fields.",
  "import.listed.time-rewritten": "The time {was} was rewritten as {value}.",
  "import.listed.reference-missing": "The rule {rule} does not exist and was removed from the list.",
  "import.listed.start-date-needed":
    "When does it start? The recurrence counts from a start date, and there is none. The rule doesn’t apply until you add one.",
  "import.listed.recurrence-counts":
    "The recurrence now counts from the start date. Twilio’s schedule manager counted from today, which gave other days. Check them.",
  "import.listed.overnight-matches":
    "The times over midnight now apply. Twilio’s schedule manager never applied them.",
  "import.listed.equal-times":
    "It begins and ends at {time}. Here that means 24 hours; in Twilio’s schedule manager the rule never applied. Keep the times if you mean 24 hours; otherwise correct them or remove the rule.",
} as const;
