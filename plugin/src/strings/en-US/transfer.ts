export const transfer = {
  "transfer.open": "Import and export",
  "transfer.title": "Import and export",

  "import.title": "Import",
  "import.about":
    "A config.json of Twilio's schedule manager, a file exported here, or a calendar (.ics) whose events become rules. Nothing is published: changes become drafts for you to review.",
  "import.file": "File",
  "import.choose": "Choose a file",
  "import.none": "No file chosen",
  "import.reading": "Reading the file…",
  "import.failed": "The file could not be read.",
  "import.notJson": "This is neither a configuration (JSON) nor a calendar (.ics).",
  "import.notConfiguration": "This is not a configuration:",
  "import.wholeFile": "The whole file",
  "import.calendar.too-large": "This calendar is larger than 5 MB. Take the calendar of fewer years.",
  "import.calendar.not-a-calendar":
    "This is not a calendar (.ics). Download the calendar itself, not the page that shows it.",
  "import.calendar.too-many-events":
    "This calendar has more than 20,000 events. Take the calendar of fewer years.",
  "import.calendar.no-events": "This calendar has no events.",

  "import.schedules": "Put the rules into",
  "import.schedules.add": "Add a schedule",
  "import.schedules.placeholder": "Choose a schedule",
  "import.schedules.help": "Days and times of the calendar are meant by the clock of these schedules.",
  "import.schedules.zones":
    "These schedules are in different time zones ({zones}). Import the calendar once for each zone.",
  "import.schedules.unknownZone": "The time zone {zone} is not known. Correct it in the schedule first.",
  "import.schedules.remove": "Remove {name}",
  "import.what": "Events",
  "import.what.closed": "Close",
  "import.what.open": "Open",
  "import.reason": "Reason for being closed",
  "import.reason.holiday": "holiday",

  "import.starts": "When do these rules start?",
  "import.starts.about":
    "They repeat every few weeks, months or years, counted from a day that the file doesn't name. Without it they don't apply; you can also add it later.",
  "import.summary": "What changes",
  "import.added": { one: "{count} new", other: "{count} new" },
  "import.changed": { one: "{count} changed", other: "{count} changed" },
  "import.same": { one: "{count} unchanged", other: "{count} unchanged" },
  "import.nothing": "Nothing to import. Everything in this file is already up to date.",
  "import.more": { one: "Show {count} more", other: "Show {count} more" },
  "import.questions": {
    one: "{count} item needs your attention",
    other: "{count} items need your attention",
  },
  "import.notes": { one: "{count} note", other: "{count} notes" },
  "import.line": "line {line}",
  "import.take": { one: "Create {count} draft", other: "Create {count} drafts" },
  "import.taken": {
    one: "{count} draft was created from the file. Review and publish it.",
    other: "{count} drafts were created from the file. Review and publish them.",
  },
  "import.cancel": "Cancel",

  "import.listed.not-an-event": "Not imported: {component} is not an event.",
  "import.listed.unfinished": "Not imported: the file ends in the middle of it. Download the calendar again.",
  "import.listed.start-missing": "Not imported: it has no start that can be read.",
  "import.listed.end-before-start": "Not imported: it ends before it starts.",
  "import.listed.no-duration": "Not imported: it is a moment, so there is no time to close or open.",
  "import.listed.cancelled": "Not imported: it is cancelled.",
  "import.listed.superseded": "Not imported: the file has a newer version of it.",
  "import.listed.duplicate": "Not imported again: the same day and name are there already.",
  "import.listed.rrule-refused":
    "Not imported: its recurrence can't be kept ({part} {value}). Add a rule by hand.",
  "import.listed.exrule-unsupported":
    "Not imported: it recurs except for another recurrence ({value}). Add a rule by hand.",
  "import.listed.zone-unknown":
    "Not imported: nothing says what the time zone {zone} is. Add a rule by hand.",
  "import.listed.this-and-future":
    "Not imported: it changes a series from one day on. Add a rule by hand, and end the old one.",
  "import.listed.line-unreadable": "Imported without a line that can't be read: {text}",
  "import.listed.summary-missing": "Imported under its date, because it has no name.",
  "import.listed.tentative": "Imported, although it is tentative.",
  "import.listed.exdate-unmatched":
    "Imported; the exception on {value} is at a time at which it does not begin, and is left out.",
  "import.listed.start-added":
    "Imported; its first day, {value}, is not one of its recurrence's and was added by itself.",
  "import.listed.expanded":
    "Imported as a list of days from {from} to {until}, because no recurrence says the same on the schedule's clock.",
  "import.listed.seconds-dropped": "Imported to the minute.",
  "import.listed.id-replaced": "The id {was} can't be used or is there twice; it has a new one.",
  "import.listed.name-replaced":
    "Another schedule is called {was}, so this one has another name. Rename or delete one of them.",
  "import.listed.field-unknown": "The field {field} is unknown and is left out.",
  "import.listed.time-rewritten": "{field} {was} was rewritten as {value}.",
  "import.listed.reference-missing": "The rule {rule} does not exist and is left out.",
  "import.listed.start-date-needed":
    "When does it start? {part} counts from a start date, and there is none. The rule doesn't apply until you add one.",
  "import.listed.recurrence-counts":
    "{part} now counts from the start date. Twilio's schedule manager counted it from today, which gave other days: check them.",
  "import.listed.overnight-matches":
    "The times over midnight now apply. Twilio's schedule manager never matched them.",

  "export.title": "Export",
  "export.all": "Everything, as a file",
  "export.all.about":
    "All schedules and rules as they are live, without your drafts. It can be imported here again, and is in the format of Twilio's config.json.",
  "export.all.download": "Download configuration",
  "export.calendar": "A schedule, as a calendar",
  "export.schedule": "Schedule",
  "export.what": "What",
  "export.what.openings": "Openings",
  "export.what.closures": "Closures by rules and by hand",
  "export.from": "From",
  "export.to": "Until",
  "export.calendar.download": "Download calendar",
  "export.range": "The end has to be after the start.",
  "export.nothing.openings": "{name} does not open in this time.",
  "export.nothing.closures": "No rule closes {name} in this time.",
} as const;
