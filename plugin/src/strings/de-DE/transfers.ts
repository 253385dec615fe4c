import type { transfers as english } from "../en-US/transfers";
import type { Translated } from "../text";

export const transfers: Translated<typeof english> = {
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
