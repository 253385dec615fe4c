export const transfers = {
  "badge.asOf": "Stand {time}",
  "transfer.heading": "{queue} ist geschlossen",
  "transfer.ask":
    "Diese Warteschlange ist außerhalb ihrer Öffnungszeiten. Möchten Sie den Anruf trotzdem weiterleiten?",
  "transfer.refused": "Weiterleitungen an geschlossene Warteschlangen sind ausgeschaltet.",
  "transfer.instead": {
    one: "Diese Warteschlange ist jetzt geöffnet:",
    other: "Diese Warteschlangen sind jetzt geöffnet:",
  },
  "transfer.to": "An {queue} weiterleiten",
  "transfer.anyway": "Trotzdem weiterleiten",
};
