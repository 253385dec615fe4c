import type { common as english } from "../en-US/common";
import type { Translated } from "../text";

export const common: Translated<typeof english> = {
  "app.about": "Öffnungszeiten für Ihre Flows und Agenten.",
  "app.readOnly": "Sie können Zeitpläne ansehen, aber nicht ändern.",
  "app.tabs": "Zeitpläne und Regeln",
  "app.tab.schedules": "Zeitpläne",
  "app.tab.rules": "Regeln",

  "sign.error": "(Fehler)",
  "sign.warning": "(Warnung)",
  "sign.information": "(Hinweis)",

  "person.setUp": "Einrichtung",
  "person.deploy": "Bereitstellung",

  "connection.live": "Live",
  "connection.connecting": "Wird verbunden …",
  "connection.interrupted": "Wird neu verbunden …",
  "connection.failed": "Nicht verbunden",
  "connection.asOf":
    "Angezeigt wird der Stand von {time}. Er wird aktualisiert, sobald die Verbindung wieder besteht.",
  "connection.network": "Die Verbindung zu Twilio wurde unterbrochen. Neuer Versuch läuft …",
  "connection.unreachable": "Die Funktionen des Zeitplan-Managers antworten nicht. Neuer Versuch läuft …",
  "connection.denied": "Twilio Sync hat das Zugriffstoken abgelehnt. Neuer Versuch mit einem neuen Token …",
  "connection.notSetUp":
    "Twilio Sync ist nicht für den Zeitplan-Manager eingerichtet. Führen Sie die Einrichtung aus und versuchen Sie es dann erneut.",
  "connection.busy": "Twilio Sync ist ausgelastet. Neuer Versuch läuft …",
  "connection.notAllowed":
    "Ihre Flex-Rolle darf den Zeitplan-Manager nicht öffnen. Wenden Sie sich an einen Administrator.",
  "connection.tokenInvalid":
    "Ihre Flex-Sitzung ist abgelaufen. Laden Sie die Seite neu und melden Sie sich wieder an.",
  "connection.unsupported":
    "Diese Version des Zeitplan-Managers kann keine Verbindung mehr herstellen. Laden Sie die Seite neu.",
  "connection.internal": "Etwas ist schiefgegangen. Neuer Versuch läuft …",
};
