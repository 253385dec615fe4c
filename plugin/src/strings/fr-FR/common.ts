import type { common as english } from "../en-US/common";
import type { Translated } from "../text";

export const common: Translated<typeof english> = {
  "app.about": "Les heures d’ouverture pour vos flux et vos agents.",
  "app.readOnly": "Vous pouvez consulter les horaires, mais pas les modifier.",
  "app.tabs": "Horaires et règles",
  "app.tab.schedules": "Horaires",
  "app.tab.rules": "Règles",

  "sign.error": "(erreur)",
  "sign.warning": "(avertissement)",
  "sign.information": "(information)",

  "person.setUp": "Configuration initiale",
  "person.deploy": "Déploiement",

  "connection.live": "En direct",
  "connection.connecting": "Connexion…",
  "connection.interrupted": "Reconnexion…",
  "connection.failed": "Non connecté",
  "connection.asOf":
    "Données affichées : {time}. Elles seront actualisées dès que la connexion sera rétablie.",
  "connection.network": "La connexion à Twilio a été perdue. Nouvelle tentative…",
  "connection.unreachable": "Les fonctions du Gestionnaire d’horaires ne répondent pas. Nouvelle tentative…",
  "connection.denied": "Twilio Sync a refusé le jeton d’accès. Nouvelle tentative avec un autre jeton…",
  "connection.notSetUp":
    "Twilio Sync n’est pas configuré pour le Gestionnaire d’horaires. Lancez la configuration, puis réessayez.",
  "connection.busy": "Twilio Sync est occupé. Nouvelle tentative…",
  "connection.notAllowed":
    "Votre rôle Flex ne permet pas d’ouvrir le Gestionnaire d’horaires. Adressez-vous à un administrateur.",
  "connection.tokenInvalid": "Votre session Flex a expiré. Rechargez la page et reconnectez-vous.",
  "connection.unsupported":
    "Cette version du Gestionnaire d’horaires ne peut plus se connecter. Rechargez la page.",
  "connection.internal": "Une erreur s’est produite. Nouvelle tentative…",
};
