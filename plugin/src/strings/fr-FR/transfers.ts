import type { transfers as english } from "../en-US/transfers";
import type { Translated } from "../text";

export const transfers: Translated<typeof english> = {
  "badge.asOf": "état à {time}",
  "transfer.heading": "{queue} : fermé",
  "transfer.ask":
    "Cette file d’attente est en dehors de ses heures d’ouverture. Voulez-vous quand même transférer l’appel ?",
  "transfer.refused": "Les transferts vers des files d’attente fermées sont désactivés.",
  "transfer.instead": {
    one: "Cette file d’attente est ouverte maintenant :",
    other: "Ces files d’attente sont ouvertes maintenant :",
  },
  "transfer.to": "Transférer vers {queue}",
  "transfer.anyway": "Transférer quand même",
};
