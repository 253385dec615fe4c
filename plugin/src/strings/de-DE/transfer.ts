import type { transfer as english } from "../en-US/transfer";
import type { Translated } from "../text";

export const transfer: Translated<typeof english> = {
  "transfer.open": "Import und Export",
  "transfer.title": "Import und Export",

  "import.title": "Import",
  "import.about":
    "Eine config.json von Twilios Schedule Manager, eine hier exportierte Datei oder ein Kalender (.ics), dessen Termine zu Regeln werden. Nichts wird veröffentlicht: Änderungen werden zu Entwürfen, die Sie prüfen.",
  "import.file": "Datei",
  "import.choose": "Datei auswählen",
  "import.none": "Keine Datei ausgewählt",
  "import.reading": "Datei wird gelesen …",
  "import.failed": "Die Datei konnte nicht gelesen werden.",
  "import.notJson": "Das ist weder eine Konfiguration (JSON) noch ein Kalender (.ics).",
  "import.notConfiguration": "Das ist keine Konfiguration:",
  "import.wholeFile": "Die ganze Datei",
  "import.calendar.too-large":
    "Dieser Kalender ist größer als 5 MB. Nehmen Sie den Kalender von weniger Jahren.",
  "import.calendar.not-a-calendar":
    "Das ist kein Kalender (.ics). Laden Sie den Kalender selbst herunter, nicht die Seite, die ihn anzeigt.",
  "import.calendar.too-many-events":
    "Dieser Kalender hat mehr als 20.000 Termine. Nehmen Sie den Kalender von weniger Jahren.",
  "import.calendar.no-events": "Dieser Kalender hat keine Termine.",

  "import.schedules": "Regeln einfügen in",
  "import.schedules.add": "Zeitplan hinzufügen",
  "import.schedules.placeholder": "Zeitplan wählen",
  "import.schedules.help": "Tage und Uhrzeiten des Kalenders gelten in der Zeitzone dieser Zeitpläne.",
  "import.schedules.zones":
    "Diese Zeitpläne liegen in verschiedenen Zeitzonen ({zones}). Importieren Sie den Kalender für jede Zeitzone einmal.",
  "import.schedules.unknownZone":
    "Die Zeitzone {zone} ist unbekannt. Korrigieren Sie sie zuerst im Zeitplan.",
  "import.schedules.remove": "{name} entfernen",
  "import.what": "Termine",
  "import.what.closed": "Schließen",
  "import.what.open": "Öffnen",
  "import.reason": "Grund der Schließung",
  "import.reason.holiday": "Feiertag",

  "import.summary": "Was sich ändert",
  "import.added": { one: "{count} neu", other: "{count} neu" },
  "import.changed": { one: "{count} geändert", other: "{count} geändert" },
  "import.same": { one: "{count} unverändert", other: "{count} unverändert" },
  "import.nothing": "Nichts zu importieren. Alles in dieser Datei ist bereits auf dem neuesten Stand.",
  "import.more": { one: "{count} weiteren anzeigen", other: "{count} weitere anzeigen" },
  "import.questions": {
    one: "{count} Eintrag braucht Ihre Aufmerksamkeit",
    other: "{count} Einträge brauchen Ihre Aufmerksamkeit",
  },
  "import.notes": { one: "{count} Hinweis", other: "{count} Hinweise" },
  "import.line": "Zeile {line}",
  "import.take": { one: "{count} Entwurf anlegen", other: "{count} Entwürfe anlegen" },
  "import.taken": {
    one: "{count} Entwurf wurde aus der Datei angelegt. Prüfen und veröffentlichen Sie ihn.",
    other: "{count} Entwürfe wurden aus der Datei angelegt. Prüfen und veröffentlichen Sie sie.",
  },
  "import.cancel": "Abbrechen",

  "import.listed.not-an-event": "Nicht importiert: {component} ist kein Termin.",
  "import.listed.unfinished":
    "Nicht importiert: Die Datei endet mittendrin. Laden Sie den Kalender noch einmal herunter.",
  "import.listed.start-missing": "Nicht importiert: Es gibt keinen lesbaren Beginn.",
  "import.listed.end-before-start": "Nicht importiert: Das Ende liegt vor dem Beginn.",
  "import.listed.no-duration":
    "Nicht importiert: Es ist ein Zeitpunkt ohne Dauer, es gibt also nichts zu schließen oder zu öffnen.",
  "import.listed.cancelled": "Nicht importiert: Der Termin ist abgesagt.",
  "import.listed.superseded": "Nicht importiert: Die Datei enthält eine neuere Fassung.",
  "import.listed.duplicate": "Nicht noch einmal importiert: Tag und Name sind bereits vorhanden.",
  "import.listed.rrule-refused":
    "Nicht importiert: Die Wiederholung lässt sich nicht übernehmen ({part} {value}). Fügen Sie von Hand eine Regel hinzu.",
  "import.listed.exrule-unsupported":
    "Nicht importiert: Der Termin wiederholt sich, ausgenommen eine andere Wiederholung ({value}). Fügen Sie von Hand eine Regel hinzu.",
  "import.listed.zone-unknown":
    "Nicht importiert: Nirgends steht, was die Zeitzone {zone} ist. Fügen Sie von Hand eine Regel hinzu.",
  "import.listed.this-and-future":
    "Nicht importiert: Der Termin ändert eine Serie ab einem Tag. Fügen Sie von Hand eine Regel hinzu und beenden Sie die alte.",
  "import.listed.line-unreadable": "Ohne eine nicht lesbare Zeile importiert: {text}",
  "import.listed.summary-missing": "Unter dem Datum importiert, weil der Name fehlt.",
  "import.listed.tentative": "Importiert, obwohl unter Vorbehalt.",
  "import.listed.exdate-unmatched":
    "Importiert; die Ausnahme {value} liegt zu einer Zeit, zu der der Termin nicht beginnt, und entfällt.",
  "import.listed.start-added":
    "Importiert; der erste Tag, {value}, gehört nicht zur Wiederholung und wurde einzeln hinzugefügt.",
  "import.listed.expanded":
    "Als Liste von Tagen von {from} bis {until} importiert, weil keine Wiederholung in der Zeitzone des Zeitplans dasselbe besagt.",
  "import.listed.seconds-dropped": "Auf die Minute genau importiert.",
  "import.listed.id-replaced":
    "Die ID {was} ist nicht verwendbar oder doppelt vorhanden; der Eintrag hat eine neue.",
  "import.listed.name-replaced":
    "Ein anderer Zeitplan heißt {was}, daher hat dieser einen anderen Namen. Benennen Sie einen der beiden um oder löschen Sie ihn.",
  "import.listed.field-unknown": "Das Feld {field} ist unbekannt und entfällt.",
  "import.listed.time-rewritten": "{field} {was} wurde zu {value} umgeschrieben.",
  "import.listed.reference-missing": "Die Regel {rule} gibt es nicht; sie entfällt.",
  "import.listed.start-date-needed":
    "Wann beginnt sie? {part} zählt ab einem Startdatum, und es gibt keines. Die Regel gilt erst, wenn Sie eines angeben.",
  "import.listed.recurrence-counts":
    "{part} zählt jetzt ab dem Startdatum. Twilios Schedule Manager zählte ab heute, was andere Tage ergab: Prüfen Sie sie.",
  "import.listed.overnight-matches":
    "Die Zeiten über Mitternacht gelten jetzt. In Twilios Schedule Manager galten sie nie.",

  "export.title": "Export",
  "export.all": "Alles, als Datei",
  "export.all.about":
    "Alle Zeitpläne und Regeln im aktuellen Stand, ohne Ihre Entwürfe. Die Datei kann hier wieder importiert werden und hat das Format von Twilios config.json.",
  "export.all.download": "Konfiguration herunterladen",
  "export.calendar": "Ein Zeitplan, als Kalender",
  "export.schedule": "Zeitplan",
  "export.what": "Was",
  "export.what.openings": "Öffnungen",
  "export.what.closures": "Schließungen durch Regeln und von Hand",
  "export.from": "Von",
  "export.to": "Bis",
  "export.calendar.download": "Kalender herunterladen",
  "export.range": "Das Ende muss nach dem Beginn liegen.",
  "export.nothing.openings": "{name} öffnet in diesem Zeitraum nicht.",
  "export.nothing.closures": "Keine Regel schließt {name} in diesem Zeitraum.",
  "import.starts": "Wann beginnen diese Regeln?",
  "import.starts.about":
    "Sie wiederholen sich alle paar Wochen, Monate oder Jahre, gezählt ab einem Tag, den die Datei nicht nennt. Ohne ihn gelten sie nicht; Sie können ihn auch später angeben.",
};
