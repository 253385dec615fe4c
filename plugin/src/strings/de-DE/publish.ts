import type { publish as english } from "../en-US/publish";
import type { Translated } from "../text";

export const publish: Translated<typeof english> = {
  "publish.failed.of": "Nicht veröffentlicht: {names}. {why}",
  "publish.failed.publish-in-progress":
    "Eine andere Veröffentlichung von Zeitplänen läuft gerade. Versuchen Sie es gleich noch einmal.",
  "publish.failed.publish-conflict":
    "Der Zeitplan wurde von jemand anderem aktualisiert und kann nicht veröffentlicht werden. Bitte laden Sie ihn neu und versuchen Sie es noch einmal.",
  "publish.failed.publish-stale-version":
    "Der Zeitplan wurde von jemand anderem aktualisiert und kann nicht veröffentlicht werden. Bitte laden Sie ihn neu und versuchen Sie es noch einmal.",
  "publish.failed.publish-interrupted":
    "Das Veröffentlichen wurde unterbrochen. Versuchen Sie es noch einmal.",
  "publish.failed.name-taken": "Ein anderer Zeitplan hat diesen Namen. Wählen Sie einen anderen.",
  "publish.failed.alias-taken":
    "Ein anderer Zeitplan verwendet bereits einen der früheren Namen. Entfernen Sie ihn.",
  "publish.failed.queue-taken":
    "Eine Warteschlange gehört bereits zu einem anderen Zeitplan. Entfernen Sie sie bei einem der beiden.",
  "publish.failed.rule-in-use":
    "Eine Regel wird noch von einem Zeitplan verwendet. Entfernen Sie sie zuerst dort.",
  "publish.failed.rule-missing": "Eine Regel wurde inzwischen gelöscht. Entfernen Sie sie aus dem Zeitplan.",
  "publish.failed.item-too-large": "Das ist zu groß für Twilio Sync (16 KB). Teilen Sie es auf.",
  "publish.failed.item-invalid":
    "Etwas darin ist ungültig. Korrigieren Sie es und veröffentlichen Sie erneut.",
  "publish.failed.request-too-large":
    "Das ist zu viel für eine Veröffentlichung. Veröffentlichen Sie weniger Änderungen auf einmal.",
  "publish.failed.sync-busy": "Twilio Sync ist ausgelastet. Versuchen Sie es gleich noch einmal.",
  "publish.failed.sync-unreachable": "Twilio Sync antwortet nicht. Versuchen Sie es gleich noch einmal.",
  "publish.failed.not-allowed":
    "Ihre Flex-Rolle darf Zeitpläne nicht ändern. Wenden Sie sich an einen Administrator.",
  "publish.failed.token":
    "Ihre Flex-Sitzung ist abgelaufen. Laden Sie die Seite neu und melden Sie sich wieder an.",
  "publish.failed.not-set-up":
    "Twilio Sync ist nicht für den Zeitplan-Manager eingerichtet. Führen Sie die Einrichtung aus.",
  "publish.failed.unreachable":
    "Die Funktionen des Zeitplan-Managers antworten nicht. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  "publish.failed.other": "Etwas ist schiefgegangen ({code}). Versuchen Sie es noch einmal.",
};
