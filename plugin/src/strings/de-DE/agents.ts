import type { agents as english } from "../en-US/agents";
import type { Translated } from "../text";

export const agents: Translated<typeof english> = {
  "app.title": "Zeitplan-Manager",
  "app.retry": "Erneut versuchen",
  "app.close": "Schließen",
  "app.cancel": "Abbrechen",
  "app.loading": "Wird geladen …",
  "app.notLoaded": "Der Zeitplan-Manager konnte nicht geladen werden",
  "app.notLoaded.hint":
    "Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal. Wenn es dabei bleibt, fragen Sie die Person, die den Zeitplan-Manager eingerichtet hat.",

  "badge.asOf": "Stand {time}",
  "badge.unknown": "Öffnungszeiten unbekannt",
  "transfer.heading": "{queue} ist geschlossen",
  "transfer.ask":
    "Diese Warteschlange ist außerhalb ihrer Öffnungszeiten. Möchten Sie trotzdem weiterleiten?",
  "transfer.refused": "Weiterleitungen an geschlossene Warteschlangen sind ausgeschaltet.",
  "transfer.instead": {
    one: "Diese Warteschlange ist jetzt geöffnet:",
    other: "Diese Warteschlangen sind jetzt geöffnet:",
  },
  "transfer.to": "An {queue} weiterleiten",
  "transfer.anyway": "Trotzdem weiterleiten",
};
