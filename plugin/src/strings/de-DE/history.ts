import type { history as english } from "../en-US/history";
import type { Translated } from "../text";

export const history: Translated<typeof english> = {
  "app.tab.history": "Verlauf",

  "history.of": "Verlauf von {name}",
  "history.open": "Verlauf",
  "history.openOf": "Verlauf von {name}",
  "history.published": "Was veröffentlicht wurde",
  "history.changes": { one: "{count} Änderung", other: "{count} Änderungen" },
  "history.showChanges": { one: "{count} Änderung anzeigen", other: "{count} Änderungen anzeigen" },
  "history.hideChanges": "Änderungen ausblenden",
  "history.moreChanges": { one: "{count} weitere anzeigen", other: "{count} weitere anzeigen" },
  "history.skipped": {
    one: "{count} Eintrag wurde gleichzeitig in der Twilio Console bearbeitet und blieb unverändert.",
    other: "{count} Einträge wurden gleichzeitig in der Twilio Console bearbeitet und blieben unverändert.",
  },
  "history.kind.schedule": "Zeitplan",
  "history.kind.rule": "Regel",
  "history.older": "Ältere Änderungen anzeigen",
  "history.loading": "Verlauf wird geladen …",
  "history.loadingOlder": "Wird geladen …",
  "history.waiting": "Der Verlauf erscheint, sobald die Verbindung besteht.",
  "history.failed": "Der Verlauf konnte nicht gelesen werden.",
  "history.failed.busy": "Twilio Sync ist ausgelastet. Versuchen Sie es gleich noch einmal.",
  "history.failed.forbidden": "Sie dürfen den Verlauf nicht lesen.",
  "history.failed.notSetUp":
    "Twilio Sync ist nicht für den Verlauf eingerichtet. Führen Sie die Einrichtung des Zeitplan-Managers aus.",
  "history.empty.title": "Noch kein Verlauf",
  "history.empty.text": "Hier wird alles aufgeführt, was veröffentlicht wird.",
  "history.noDetails": "Die Einzelheiten wurden nicht aufgezeichnet.",
  "history.beforeUnknown": "Die vorherige Fassung wurde nicht aufgezeichnet. Diese Fassung:",
  "history.unreadable": "Diese Fassung ist nicht mehr lesbar.",
  "history.nothing": "Keine wesentliche Änderung",
  "history.begin": "Beginn des Verlaufs",
  "history.live": "Jetzt live",
  "history.draft": "In Ihrem Entwurf",
  "history.outside":
    "Die aktuelle Fassung weicht von der zuletzt veröffentlichten ab. Sie wurde außerhalb des Zeitplan-Managers geändert, zum Beispiel in der Twilio Console.",
  "history.restore": "Diese Fassung wiederherstellen",
  "history.restore.of": "Diese Fassung wiederherstellen: {when}",
  "history.restore.deleted": "{name} wiederherstellen",
  "history.restored": "„{name}“ wurde als Entwurf wiederhergestellt. Prüfen und veröffentlichen Sie ihn.",
  "history.restored.rules": {
    one: "„{name}“ wurde zusammen mit {count} gelöschten Regel als Entwurf wiederhergestellt. Prüfen und veröffentlichen Sie die Entwürfe.",
    other:
      "„{name}“ wurde zusammen mit {count} gelöschten Regeln als Entwurf wiederhergestellt. Prüfen und veröffentlichen Sie die Entwürfe.",
  },
  "history.restored.close":
    "„{name}“ wurde als Entwurf wiederhergestellt. Die manuelle Schließung bleibt, wie sie jetzt ist. Prüfen und veröffentlichen Sie den Entwurf.",
  "history.restored.rules.close": {
    one: "„{name}“ wurde zusammen mit {count} gelöschten Regel als Entwurf wiederhergestellt. Die manuelle Schließung bleibt, wie sie jetzt ist. Prüfen und veröffentlichen Sie die Entwürfe.",
    other:
      "„{name}“ wurde zusammen mit {count} gelöschten Regeln als Entwurf wiederhergestellt. Die manuelle Schließung bleibt, wie sie jetzt ist. Prüfen und veröffentlichen Sie die Entwürfe.",
  },

  "were.title": "Hatten wir geöffnet?",
  "were.about":
    "Sehen Sie, was ein Zeitplan zu einem vergangenen Zeitpunkt geantwortet hat und wessen Änderung das entschieden hat.",
  "were.schedule": "Zeitplan",
  "were.schedule.placeholder": "Zeitplan wählen",
  "were.date": "Datum",
  "were.time": "Uhrzeit, in der Zeitzone des Zeitplans",
  "were.missing": "Wählen Sie einen Zeitplan, ein Datum und eine Uhrzeit.",
  "were.looking": "Wird nachgesehen …",
  "were.future":
    "Dieser Zeitpunkt liegt noch in der Zukunft. Öffnen Sie den Zeitplan, um zu sehen, was er antworten wird.",
  "were.at": "{name}, {when}",
  "were.decidedBy": "Entschieden durch die Regel „{rule}“: {words}",
  "were.ruleBy": "Diese Fassung der Regel wurde von {who} veröffentlicht ({when}).",
  "were.noRule": "Keine Regel galt.",
  "were.manual": "Manuell geschlossen. Veröffentlicht von {who} ({when}).",
  "were.manualBefore":
    "Manuell geschlossen, schon vor Beginn des Verlaufs. Die älteste aufgezeichnete Änderung stammt von {who} ({when}).",
  "were.scheduleBy": "Diese Fassung des Zeitplans wurde von {who} veröffentlicht ({when}).",
  "were.unknownRules": {
    one: "Was die Regel {names} damals besagte, ist nicht bekannt; die Antwort kann also anders gewesen sein.",
    other:
      "Was die Regeln {names} damals besagten, ist nicht bekannt; die Antwort kann also anders gewesen sein.",
  },
  "were.zoneBroken":
    "Der Zeitplan hatte eine unbekannte Zeitzone und hat deshalb mit einem Fehler geantwortet.",
  "were.notYet": "Diesen Zeitplan gab es noch nicht. {who} hat ihn zuerst veröffentlicht ({when}).",
  "were.deleted": "Diesen Zeitplan gab es nicht mehr. {who} hat ihn gelöscht ({when}).",
  "were.before": "Nicht bekannt. Der Verlauf dieses Zeitplans beginnt mit einer Änderung von {who} ({when}).",
  "were.none": "Nicht bekannt. Zu diesem Zeitplan wurde nichts aufgezeichnet.",
  "were.unreadable": "Nicht bekannt. Was {who} veröffentlicht hat ({when}), ist nicht mehr lesbar.",
};
