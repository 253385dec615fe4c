import type { history as english } from "../en-US/history";
import type { Translated } from "../text";

export const history: Translated<typeof english> = {
  "app.tab.history": "Historique",

  "history.of": "Historique de {name}",
  "history.open": "Historique",
  "history.openOf": "Historique de {name}",
  "history.published": "Ce qui a été publié",
  "history.changes": { one: "{count} modification", other: "{count} modifications" },
  "history.showChanges": { one: "Afficher {count} modification", other: "Afficher {count} modifications" },
  "history.hideChanges": "Masquer les modifications",
  "history.moreChanges": { one: "Afficher {count} autre", other: "Afficher {count} autres" },
  "history.skipped": {
    one: "{count} élément a été modifié en même temps dans la console Twilio et a été laissé tel quel.",
    other:
      "{count} éléments ont été modifiés en même temps dans la console Twilio et ont été laissés tels quels.",
  },
  "history.kind.schedule": "Horaire",
  "history.kind.rule": "Règle",
  "history.older": "Afficher les modifications plus anciennes",
  "history.loading": "Chargement de l’historique…",
  "history.loadingOlder": "Chargement…",
  "history.waiting": "L’historique s’affichera dès que la connexion sera établie.",
  "history.failed": "L’historique n’a pas pu être lu.",
  "history.failed.busy": "Twilio Sync est occupé. Réessayez dans un instant.",
  "history.failed.forbidden": "Vous n’êtes pas autorisé à lire l’historique.",
  "history.failed.notSetUp":
    "Twilio Sync n’est pas configuré pour l’historique. Lancez la configuration du Gestionnaire d’horaires.",
  "history.empty.title": "Pas encore d’historique",
  "history.empty.text": "Tout ce qui est publié apparaîtra ici.",
  "history.noDetails": "Les détails n’ont pas été enregistrés.",
  "history.beforeUnknown": "La version précédente n’a pas été enregistrée. Cette version :",
  "history.unreadable": "Cette version n’est plus lisible.",
  "history.nothing": "Aucune modification significative",
  "history.begin": "Début de l’historique",
  "history.live": "En vigueur",
  "history.draft": "Dans votre brouillon",
  "history.outside":
    "La version en vigueur diffère de la dernière version publiée. Elle a été modifiée en dehors du Gestionnaire d’horaires, par exemple dans la console Twilio.",
  "history.restore": "Restaurer cette version",
  "history.restore.of": "Restaurer cette version : {when}",
  "history.restore.deleted": "Restaurer {name}",
  "history.restored": "« {name} » a été restauré sous forme de brouillon. Vérifiez-le et publiez-le.",
  "history.restored.rules": {
    one: "« {name} » a été restauré sous forme de brouillon, avec {count} règle supprimée. Vérifiez les brouillons et publiez-les.",
    other:
      "« {name} » a été restauré sous forme de brouillon, avec {count} règles supprimées. Vérifiez les brouillons et publiez-les.",
  },
  "history.restored.close":
    "« {name} » a été restauré sous forme de brouillon. La fermeture manuelle reste comme elle est maintenant. Vérifiez-le et publiez-le.",
  "history.restored.rules.close": {
    one: "« {name} » a été restauré sous forme de brouillon, avec {count} règle supprimée. La fermeture manuelle reste comme elle est maintenant. Vérifiez les brouillons et publiez-les.",
    other:
      "« {name} » a été restauré sous forme de brouillon, avec {count} règles supprimées. La fermeture manuelle reste comme elle est maintenant. Vérifiez les brouillons et publiez-les.",
  },

  "were.title": "Étions-nous ouverts ?",
  "were.about":
    "Voyez ce qu’un horaire a répondu à un moment passé, et de qui venait la modification qui en a décidé.",
  "were.schedule": "Horaire",
  "were.schedule.placeholder": "Choisissez un horaire",
  "were.date": "Date",
  "were.time": "Heure, dans le fuseau de l’horaire",
  "were.missing": "Choisissez un horaire, une date et une heure.",
  "were.looking": "Recherche…",
  "were.future": "Ce moment n’est pas encore venu. Ouvrez l’horaire pour voir ce qu’il répondra.",
  "were.at": "{name}, {when}",
  "were.decidedBy": "Décidé par la règle « {rule} » : {words}",
  "were.ruleBy": "Cette version de la règle a été publiée par {who} ({when}).",
  "were.noRule": "Aucune règle ne s’appliquait.",
  "were.manual": "Fermé manuellement. Publié par {who} ({when}).",
  "were.manualBefore":
    "Fermé manuellement depuis avant le début de l’historique. La plus ancienne modification enregistrée est de {who} ({when}).",
  "were.scheduleBy": "Cette version de l’horaire a été publiée par {who} ({when}).",
  "were.unknownRules": {
    one: "On ne sait pas ce que disait alors la règle {names} ; la réponse a donc pu être différente.",
    other: "On ne sait pas ce que disaient alors les règles {names} ; la réponse a donc pu être différente.",
  },
  "were.zoneBroken": "Le fuseau horaire de l’horaire était inconnu ; il a donc répondu par une erreur.",
  "were.notYet": "Cet horaire n’existait pas encore. {who} l’a publié pour la première fois ({when}).",
  "were.deleted": "Cet horaire n’existait plus. {who} l’a supprimé ({when}).",
  "were.before": "Inconnu. L’historique de cet horaire commence par une modification de {who} ({when}).",
  "were.none": "Inconnu. Rien n’a été enregistré pour cet horaire.",
  "were.unreadable": "Inconnu. Ce que {who} a publié ({when}) n’est plus lisible.",
};
