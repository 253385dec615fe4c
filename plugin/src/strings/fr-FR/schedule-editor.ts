import type { scheduleEditor as english } from "../en-US/schedule-editor";
import type { Translated } from "../text";

export const scheduleEditor: Translated<typeof english> = {
  "schedule.name": "Nom",
  "schedule.name.help":
    "Les flux demandent ce nom. Si vous renommez l’horaire, gardez l’ancien nom ci-dessous parmi les anciens noms.",
  "schedule.zone": "Fuseau horaire",
  "schedule.zone.now": "Heure actuelle là-bas : {time}.",
  "schedule.zone.placeholder": "Ville, région ou abréviation",
  "schedule.zone.missing": "Choisissez un fuseau horaire.",

  "schedule.close": "Fermeture manuelle",
  "schedule.close.label": "Fermé manuellement",
  "schedule.close.help": "L’emporte sur toutes les règles jusqu’à ce que vous rouvriez l’horaire.",
  "schedule.close.until": "Rouvrir automatiquement",
  "schedule.close.date": "Date",
  "schedule.close.time": "Heure",
  "schedule.close.ends": "Fin : {when}. Ensuite, les règles décident de nouveau.",
  "schedule.close.ended": "La fermeture manuelle a pris fin ({when}).",
  "schedule.close.half": "Choisissez une date et une heure.",

  "schedule.rules": "Règles",
  "schedule.rules.about":
    "Les exceptions passent d’abord, puis les règles de fermeture, puis les règles d’ouverture. Si aucune règle ne s’applique, l’horaire est fermé. Si plusieurs s’appliquent, la plus haute est indiquée.",
  "schedule.rules.none": "Pas encore de règles : l’horaire est toujours fermé.",
  "schedule.rules.add": "Ajouter une règle",
  "schedule.rules.add.placeholder": "Rechercher une règle",
  "schedule.rules.create": "Créer une règle",
  "schedule.rules.list": "Règles dans leur ordre",
  "schedule.rule.missing": "Règle supprimée",
  "schedule.rule.edit": "Modifier {name}",
  "schedule.rule.up": "Monter {name}",
  "schedule.rule.down": "Descendre {name}",
  "schedule.rule.remove": "Retirer {name} de cet horaire",
  "schedule.rule.drag": "Déplacer {name} : faites glisser ou utilisez les touches fléchées",
  "schedule.rule.moved": "{name} occupe maintenant la place {place} sur {count}.",
  "schedule.rule.removed": "Règle retirée : {name}.",
  "schedule.rule.unnamed": "Règle sans nom",
  "schedule.rule.findings": { one: "{count} autre remarque", other: "{count} autres remarques" },

  "schedule.more": "Noms et files d’attente",
  "schedule.aliases": "Anciens noms",
  "schedule.aliases.help":
    "Ils continuent de fonctionner, pour que les flux qui les utilisent encore ne soient pas interrompus.",
  "schedule.queues": "Files d’attente",
  "schedule.queues.help":
    "Noms ou SID des files d’attente auxquelles s’applique cet horaire. Les agents voient son état dans la fenêtre de transfert. Si la liste est vide, il s’applique à la file d’attente nommée {name}.",
  "schedule.group": "Groupe",
  "schedule.group.help":
    "Les horaires d’un même groupe se remplacent mutuellement : quand l’un est fermé, un autre qui est ouvert est proposé aux agents.",
  "list.add": "Ajouter",
  "list.remove": "Retirer {item}",

  "edit.problem.name-missing": "Donnez un nom à l’horaire.",
  "edit.problem.character-refused": "Supprimez le caractère {character}. Il est invisible dans un nom.",
  "edit.problem.nothing-visible": "Saisissez au moins un caractère visible.",
  "edit.problem.name-taken":
    "Un autre horaire porte ce nom, actuellement ou comme ancien nom. Choisissez-en un autre.",
  "edit.problem.alias-taken": "Un autre horaire utilise déjà « {item} ». Retirez ce nom ici ou là-bas.",
  "edit.problem.queue-taken":
    "La file d’attente « {item} » appartient déjà à un autre horaire. Retirez-la ici ou là-bas.",
};
