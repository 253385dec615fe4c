import type { ChangeStrings } from "./table";

export const strings: ChangeStrings = {
  field: {
    name: "Name",
    timeZone: "Zeitzone",
    manualClose: "Manuelle Schließung",
    rules: "Regeln",
    queues: "Warteschlangen",
    group: "Gruppe",
    aliases: "Frühere Namen",
    status: "Entscheidung",
    exception: "Ausnahme",
    when: "Wann",
  },
  value: {
    yes: "ja",
    no: "nein",
    off: "aus",
    on: "ein",
    onUntil: "ein bis {when}",
    ownQueue: "die Warteschlange gleichen Namens",
  },
  change: {
    replaced: "{field}: vorher {before}, jetzt {after}",
    set: "{field}: {after}",
    cleared: "{field}: vorher {before}, jetzt nichts",
    added: "{field}: {list} hinzugefügt",
    removed: "{field}: {list} entfernt",
    moved: "{field}: {item} von Platz {before} auf Platz {after} verschoben",
    reordered: "{field}: anders geordnet",
    rewritten: "{field}: anders geschrieben",
  },
  item: {
    scheduleCreated: "Neuer Zeitplan",
    scheduleDeleted: "Zeitplan gelöscht",
    ruleCreated: "Neue Regel",
    ruleDeleted: "Regel gelöscht",
  },
};
