import type { ChangeStrings } from "./table";

export const strings: ChangeStrings = {
  field: {
    name: "Nom",
    timeZone: "Fuseau horaire",
    manualClose: "Fermeture manuelle",
    rules: "Règles",
    queues: "Files d’attente",
    group: "Groupe",
    aliases: "Anciens noms",
    status: "Décision",
    exception: "Exception",
    when: "Quand",
  },
  value: {
    yes: "oui",
    no: "non",
    off: "désactivée",
    on: "activée",
    onUntil: "activée jusqu’au {when}",
    ownQueue: "la file du même nom",
  },
  change: {
    replaced: "{field} : avant {before}, maintenant {after}",
    set: "{field} : {after}",
    cleared: "{field} : avant {before}, maintenant rien",
    added: "{field} : ajout de {list}",
    removed: "{field} : retrait de {list}",
    moved: "{field} : {item} passe de la place {before} à la place {after}",
    reordered: "{field} : dans un autre ordre",
    rewritten: "{field} : écrit autrement",
  },
  item: {
    scheduleCreated: "Nouvel horaire",
    scheduleDeleted: "Horaire supprimé",
    ruleCreated: "Nouvelle règle",
    ruleDeleted: "Règle supprimée",
  },
};
