import type { agents as english } from "../en-US/agents";
import type { Translated } from "../text";

export const agents: Translated<typeof english> = {
  "app.title": "Gestionnaire d’horaires",
  "app.retry": "Réessayer",
  "app.close": "Fermer",
  "app.cancel": "Annuler",
  "app.loading": "Chargement…",
  "app.notLoaded": "Le Gestionnaire d’horaires n’a pas pu être chargé",
  "app.notLoaded.hint":
    "Vérifiez votre connexion, puis réessayez. Si le problème persiste, adressez-vous à la personne qui a installé le Gestionnaire d’horaires.",

  "badge.asOf": "état à {time}",
  "badge.unknown": "Horaires inconnus",
  "transfer.heading": "{queue} : fermé",
  "transfer.ask":
    "Cette file d’attente est en dehors de ses heures d’ouverture. Voulez-vous quand même transférer ?",
  "transfer.refused": "Les transferts vers des files d’attente fermées sont désactivés.",
  "transfer.instead": {
    one: "Cette file d’attente est ouverte maintenant :",
    other: "Ces files d’attente sont ouvertes maintenant :",
  },
  "transfer.to": "Transférer vers {queue}",
  "transfer.anyway": "Transférer quand même",
};
