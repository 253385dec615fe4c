import type { drafts as english } from "../en-US/drafts";
import type { Translated } from "../text";

export const drafts: Translated<typeof english> = {
  "draft.count": {
    one: "{count} unveröffentlichte Änderung",
    other: "{count} unveröffentlichte Änderungen",
  },
  "draft.kept": "Nur für Sie sichtbar und in diesem Browser gespeichert.",
  "draft.undo": "Rückgängig",
  "draft.redo": "Wiederholen",
  "draft.review": "Prüfen und veröffentlichen",
  "draft.badge.draft": "Entwurf",
  "draft.badge.new": "Neu",
  "draft.badge.deleted": "Wird gelöscht",
  "draft.badge.conflict": "Konflikt",
  "draft.discard": "Entwurf verwerfen",
  "draft.discardAll": "Alle verwerfen",
  "draft.discardAll.sure":
    "Alle unveröffentlichten Änderungen verwerfen? Das lässt sich nicht rückgängig machen.",
  "draft.merged": "Jemand hat Änderungen an „{name}“ veröffentlicht. Sie wurden in Ihren Entwurf übernommen.",

  "page.back": "Zurück",
  "page.newSchedule": "Neuer Zeitplan",
  "page.newRule": "Neue Regel",
  "page.copy": "Kopieren",
  "page.copyOf": "{name} (Kopie)",
  "page.delete": "Löschen",
  "page.restore": "Behalten",
  "page.deleted": "Wird gelöscht, wenn Sie veröffentlichen.",
  "page.gone": "Dieser Eintrag ist nicht mehr vorhanden.",
  "page.usedBy":
    "Diese Regel wird verwendet von: {names}. Entfernen Sie sie zuerst dort, oder entfernen Sie sie überall und löschen Sie sie.",
  "page.deleteEverywhere": "Überall entfernen und löschen",
  "page.usedBy.held": "{name} bearbeitet gerade: {schedules}.",
  "page.usedBy.held.tab": "Sie bearbeiten gerade in einem anderen Tab: {schedules}.",
  "page.usedBy.held.note":
    "Sie können die Regel trotzdem entfernen. Bis zur Veröffentlichung bleibt das Ihr Entwurf; dann wird es mit dem zusammengeführt, was inzwischen geändert wurde.",
  "page.create.schedule": "Neuer Zeitplan",
  "page.create.rule": "Neue Regel",

  "publishing.title": "Prüfen und veröffentlichen",
  "publishing.changes": "Was sich ändert",
  "publishing.schedule": "Zeitplan",
  "publishing.rule": "Regel",
  "publishing.impact": "Auswirkungen in den nächsten 30 Tagen",
  "publishing.impact.none": "Kein Zeitplan ändert in den nächsten 30 Tagen seinen Status.",
  "publishing.impact.flip": "{when}: {after} statt {before}",
  "publishing.impact.on": "Ab {when}: {after} statt {before}",
  "publishing.impact.group": {
    one: "{after} statt {before}: {count}-mal, {when}",
    other: "{after} statt {before}: {count}-mal, zuerst {when}",
  },
  "publishing.impact.deleted":
    "Er wird nicht mehr vorhanden sein. Flows, die nach ihm fragen, nehmen ihren Fehlerausgang (fail).",
  "publishing.impact.clock": "Zeiten nach der Uhr des jeweiligen Zeitplans.",
  "publishing.impact.more": { one: "und {count} weiteres Mal", other: "und {count} weitere Male" },
  "publishing.impact.schedules": {
    one: "und {count} weiterer Zeitplan",
    other: "und {count} weitere Zeitpläne",
  },
  "publishing.problems": "Vor dem Veröffentlichen zu beheben",
  "publishing.conflicts": {
    one: "{count} Änderung steht in Konflikt. Lösen Sie ihn zuerst.",
    other: "{count} Änderungen stehen in Konflikt. Lösen Sie diese Konflikte zuerst.",
  },
  "publishing.publish": "Veröffentlichen",
  "publishing.busy": "Wird veröffentlicht …",
  "publishing.part": "{done} von {count} veröffentlicht …",
  "publishing.done": {
    one: "{count} Änderung wurde veröffentlicht.",
    other: "{count} Änderungen wurden veröffentlicht.",
  },
  "publishing.safe":
    "Ihre Änderungen sind weiterhin als Entwürfe vorhanden. Nichts ist verloren, und Sie müssen die Seite nicht neu laden.",
  "publishing.other": "Eine andere Veröffentlichung von Zeitplänen läuft gerade.",
  "publishing.other.by": "{name} veröffentlicht gerade.",
  "publishing.other.done": "Die andere Veröffentlichung ist fertig. Sie können jetzt veröffentlichen.",
  "publishing.discard": "Diese Änderung verwerfen",
  "publishing.open": "Öffnen",

  "conflict.title": "{who} hat dies geändert ({when})",
  "conflict.somebody": "Jemand",
  "conflict.text":
    "Sie haben beide dieselben Felder geändert. Wählen Sie, was bleiben soll; alles andere ist bereits zusammengeführt.",
  "conflict.field": "Feld",
  "conflict.base": "Vorher",
  "conflict.theirs": "Andere Änderung",
  "conflict.mine": "Ihre Änderung",
  "conflict.nothing": "Nichts",
  "conflict.choose": "wählen Sie, welche Fassung von {field} bleiben soll",
  "conflict.apply": "Auswahl übernehmen",
  "conflict.deleted": "{who} hat dies gelöscht, während Sie es bearbeitet haben.",
  "conflict.deleted.keep": "Mit meinen Änderungen neu anlegen",
  "conflict.deleted.drop": "Meine Änderungen verwerfen",
  "conflict.changed": "{who} hat dies geändert ({when}). Sie wollten es löschen.",
  "conflict.changed.delete": "Trotzdem löschen",
  "conflict.changed.keep": "Behalten",
};
