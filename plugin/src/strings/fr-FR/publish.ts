import type { publish as english } from "../en-US/publish";
import type { Translated } from "../text";

export const publish: Translated<typeof english> = {
  "publish.failed.of": "Non publié : {names}. {why}",
  "publish.failed.publish-in-progress":
    "Une autre publication d’horaires est en cours. Réessayez dans un instant.",
  "publish.failed.publish-conflict":
    "L’horaire a été mis à jour par quelqu’un d’autre et ne peut pas être publié. Rechargez-le, puis réessayez.",
  "publish.failed.publish-stale-version":
    "L’horaire a été mis à jour par quelqu’un d’autre et ne peut pas être publié. Rechargez-le, puis réessayez.",
  "publish.failed.publish-interrupted": "La publication a été interrompue. Réessayez.",
  "publish.failed.name-taken": "Un autre horaire porte ce nom. Choisissez-en un autre.",
  "publish.failed.alias-taken": "Un autre horaire utilise déjà l’un des anciens noms. Retirez-le.",
  "publish.failed.queue-taken":
    "Une file d’attente appartient déjà à un autre horaire. Retirez-la de l’un des deux.",
  "publish.failed.rule-in-use":
    "Une règle est encore utilisée par un horaire. Retirez-la d’abord à cet endroit.",
  "publish.failed.rule-missing": "Une règle a été supprimée entre-temps. Retirez-la de l’horaire.",
  "publish.failed.item-too-large": "C’est trop volumineux pour Twilio Sync (16 Ko). Scindez-le.",
  "publish.failed.item-invalid": "Un élément n’est pas valide. Corrigez-le et publiez de nouveau.",
  "publish.failed.request-too-large":
    "C’est trop pour une seule publication. Publiez moins de modifications à la fois.",
  "publish.failed.sync-busy": "Twilio Sync est occupé. Réessayez dans un instant.",
  "publish.failed.sync-unreachable": "Twilio Sync ne répond pas. Réessayez dans un instant.",
  "publish.failed.not-allowed":
    "Votre rôle Flex ne permet pas de modifier les horaires. Adressez-vous à un administrateur.",
  "publish.failed.token": "Votre session Flex a expiré. Rechargez la page et reconnectez-vous.",
  "publish.failed.not-set-up":
    "Twilio Sync n’est pas configuré pour le Gestionnaire d’horaires. Lancez la configuration.",
  "publish.failed.unreachable":
    "Les fonctions du Gestionnaire d’horaires ne répondent pas. Vérifiez la connexion et réessayez.",
  "publish.failed.other": "Une erreur s’est produite ({code}). Réessayez.",
};
