import type { scheduleEditor as english } from "../en-US/schedule-editor";
import type { Translated } from "../text";

export const scheduleEditor: Translated<typeof english> = {
  "schedule.name": "Name",
  "schedule.name.help":
    "Flows fragen nach diesem Namen. Wenn Sie den Zeitplan umbenennen, behalten Sie den alten Namen unten als früheren Namen.",
  "schedule.zone": "Zeitzone",
  "schedule.zone.now": "Dort ist es jetzt {time}.",
  "schedule.zone.placeholder": "Stadt, Region oder Abkürzung",
  "schedule.zone.missing": "Wählen Sie eine Zeitzone.",

  "schedule.close": "Manuelle Schließung",
  "schedule.close.label": "Manuell geschlossen",
  "schedule.close.help": "Hat Vorrang vor allen Regeln, bis Sie den Zeitplan wieder öffnen.",
  "schedule.close.until": "Automatisch wieder öffnen",
  "schedule.close.date": "Datum",
  "schedule.close.time": "Uhrzeit",
  "schedule.close.ends": "Endet: {when}. Danach entscheiden wieder die Regeln.",
  "schedule.close.ended": "Die manuelle Schließung ist beendet ({when}).",
  "schedule.close.half": "Wählen Sie ein Datum und eine Uhrzeit.",

  "schedule.rules": "Regeln",
  "schedule.rules.about":
    "Zuerst gelten Ausnahmen, dann schließende Regeln, dann öffnende. Gilt keine Regel, ist der Zeitplan geschlossen. Gelten mehrere, wird die oberste genannt.",
  "schedule.rules.none": "Noch keine Regeln: Der Zeitplan ist immer geschlossen.",
  "schedule.rules.add": "Regel hinzufügen",
  "schedule.rules.add.placeholder": "Regeln durchsuchen",
  "schedule.rules.create": "Regel erstellen",
  "schedule.rules.list": "Regeln in ihrer Reihenfolge",
  "schedule.rule.missing": "Gelöschte Regel",
  "schedule.rule.edit": "{name} bearbeiten",
  "schedule.rule.up": "{name} nach oben verschieben",
  "schedule.rule.down": "{name} nach unten verschieben",
  "schedule.rule.remove": "{name} aus diesem Zeitplan entfernen",
  "schedule.rule.drag": "{name} verschieben: ziehen oder Pfeiltasten drücken",
  "schedule.rule.moved": "{name} ist jetzt an Position {place} von {count}.",
  "schedule.rule.removed": "{name} wurde entfernt.",
  "schedule.rule.unnamed": "Regel ohne Namen",
  "schedule.rule.findings": { one: "{count} weiterer Hinweis", other: "{count} weitere Hinweise" },

  "schedule.more": "Namen und Warteschlangen",
  "schedule.aliases": "Frühere Namen",
  "schedule.aliases.help":
    "Sie funktionieren weiterhin, damit Flows, die sie noch verwenden, nicht ausfallen.",
  "schedule.queues": "Warteschlangen",
  "schedule.queues.help":
    "Namen oder SIDs der Warteschlangen, für die dieser Zeitplan gilt. Agenten sehen seinen Status im Weiterleitungsdialog. Ohne Angabe gilt er für die Warteschlange namens {name}.",
  "schedule.group": "Gruppe",
  "schedule.group.help":
    "Zeitpläne derselben Gruppe vertreten einander: Ist einer geschlossen, wird Agenten ein anderer angeboten, der geöffnet ist.",
  "list.add": "Hinzufügen",
  "list.remove": "{item} entfernen",

  "edit.problem.name-missing": "Geben Sie dem Zeitplan einen Namen.",
  "edit.problem.character-refused":
    "Entfernen Sie das Zeichen {character}. Es ist in einem Namen nicht zu sehen.",
  "edit.problem.nothing-visible": "Geben Sie mindestens ein sichtbares Zeichen ein.",
  "edit.problem.name-taken":
    "Ein anderer Zeitplan hat diesen Namen, jetzt oder als früheren Namen. Wählen Sie einen anderen.",
  "edit.problem.alias-taken":
    "Ein anderer Zeitplan verwendet bereits „{item}“. Entfernen Sie den Namen hier oder dort.",
  "edit.problem.queue-taken":
    "Die Warteschlange „{item}“ gehört bereits zu einem anderen Zeitplan. Entfernen Sie sie hier oder dort.",
};
