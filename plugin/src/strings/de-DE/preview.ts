import type { preview as english } from "../en-US/preview";
import type { Translated } from "../text";

export const preview: Translated<typeof english> = {
  "preview.title": "Vorschau",
  "preview.about": "Mit Ihren unveröffentlichten Änderungen, in der Zeitzone des Zeitplans.",
  "preview.now": "Jetzt: {status}",
  "preview.week": "Woche vom {from} bis {to}",
  "preview.previous": "Vorherige Woche",
  "preview.next": "Nächste Woche",
  "preview.today": "Diese Woche",
  "preview.open": "Geöffnet",
  "preview.closed": "Durch eine Regel geschlossen",
  "preview.none": "Geschlossen: keine Regel gilt",
  "preview.manual": "Manuell geschlossen",
  "preview.skipped": "Entfällt durch die Zeitumstellung",
  "preview.shorter": "Dieser Tag hat {hours} Stunden: Die Uhren werden vorgestellt.",
  "preview.longer": "Dieser Tag hat {hours} Stunden: Die Uhren werden zurückgestellt.",
  "preview.missingDay": "Diese Zeitzone hat diesen Tag übersprungen.",
  "preview.hours": "{hours} Std.",
  "preview.piece": "{day}, {from} bis {to}: {status}. {why}",
  "preview.pass.first": "beim ersten Mal",
  "preview.pass.second": "beim zweiten Mal",
  "preview.by": "Entscheidend: {rule}",
  "preview.by.none": "Keine Regel gilt",
  "preview.by.manual": "Manuelle Schließung",
  "preview.by.error": "Die Zeitzone ist unbekannt",
  "preview.edit": "{rule} bearbeiten",
  "preview.choose": "Wählen Sie einen Block, um zu sehen, was ihn bestimmt.",

  "preview.ask": "Was wäre die Antwort am …",
  "preview.ask.date": "Datum",
  "preview.ask.time": "Uhrzeit",
  "preview.ask.missing": "Wählen Sie ein Datum und eine Uhrzeit.",
  "preview.ask.skipped":
    "Diese Uhrzeit wird an diesem Tag übersprungen; ein Flow, der mit „simulate“ danach fragt, erhält diese Antwort.",
  "preview.ask.twice": "Diese Uhrzeit gibt es an diesem Tag zweimal; die Antwort ist beide Male dieselbe.",
};
