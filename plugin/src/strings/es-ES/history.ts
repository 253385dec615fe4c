import type { history as english } from "../en-US/history";
import type { Translated } from "../text";

export const history: Translated<typeof english> = {
  "app.tab.history": "Historial",

  "history.of": "Historial de {name}",
  "history.open": "Historial",
  "history.openOf": "Historial de {name}",
  "history.published": "Lo que se publicó",
  "history.changes": { one: "{count} cambio", other: "{count} cambios" },
  "history.showChanges": { one: "Mostrar {count} cambio", other: "Mostrar {count} cambios" },
  "history.hideChanges": "Ocultar los cambios",
  "history.moreChanges": { one: "Mostrar {count} más", other: "Mostrar {count} más" },
  "history.skipped": {
    one: "{count} elemento se editó al mismo tiempo en la Consola de Twilio y se dejó como estaba.",
    other: "{count} elementos se editaron al mismo tiempo en la Consola de Twilio y se dejaron como estaban.",
  },
  "history.kind.schedule": "Horario",
  "history.kind.rule": "Regla",
  "history.older": "Mostrar cambios anteriores",
  "history.loading": "Cargando el historial…",
  "history.loadingOlder": "Cargando…",
  "history.waiting": "El historial aparecerá cuando haya conexión.",
  "history.failed": "No se ha podido leer el historial.",
  "history.failed.busy": "Twilio Sync está ocupado. Vuelva a intentarlo en un momento.",
  "history.failed.forbidden": "No tiene permiso para leer el historial.",
  "history.failed.notSetUp":
    "Twilio Sync no está configurado para el historial. Ejecute la configuración del Gestor de horarios.",
  "history.empty.title": "Todavía no hay historial",
  "history.empty.text": "Aquí se mostrará todo lo que se publique.",
  "history.noDetails": "No se registraron los detalles.",
  "history.beforeUnknown": "No se registró la versión anterior. Esta versión:",
  "history.unreadable": "Esta versión ya no se puede leer.",
  "history.nothing": "Sin cambios significativos",
  "history.begin": "Inicio del historial",
  "history.live": "Activa ahora",
  "history.draft": "En su borrador",
  "history.outside":
    "La versión activa difiere de la última publicada. Se cambió fuera del Gestor de horarios, por ejemplo en la Consola de Twilio.",
  "history.restore": "Restaurar esta versión",
  "history.restore.of": "Restaurar esta versión: {when}",
  "history.restore.deleted": "Restaurar {name}",
  "history.restored": "«{name}» se ha restaurado como borrador. Revíselo y publíquelo.",
  "history.restored.rules": {
    one: "«{name}» se ha restaurado como borrador, junto con {count} regla eliminada. Revise los borradores y publíquelos.",
    other:
      "«{name}» se ha restaurado como borrador, junto con {count} reglas eliminadas. Revise los borradores y publíquelos.",
  },
  "history.restored.close":
    "«{name}» se ha restaurado como borrador. El cierre manual se queda como está ahora. Revíselo y publíquelo.",
  "history.restored.rules.close": {
    one: "«{name}» se ha restaurado como borrador, junto con {count} regla eliminada. El cierre manual se queda como está ahora. Revise los borradores y publíquelos.",
    other:
      "«{name}» se ha restaurado como borrador, junto con {count} reglas eliminadas. El cierre manual se queda como está ahora. Revise los borradores y publíquelos.",
  },

  "were.title": "¿Estábamos abiertos?",
  "were.about": "Vea qué respondió un horario en un momento pasado y qué cambio, y de quién, lo decidió.",
  "were.schedule": "Horario",
  "were.schedule.placeholder": "Elija un horario",
  "were.date": "Fecha",
  "were.time": "Hora, en la zona horaria del horario",
  "were.missing": "Elija un horario, una fecha y una hora.",
  "were.looking": "Buscando…",
  "were.future": "Ese momento aún no ha llegado. Abra el horario para ver qué responderá.",
  "were.at": "{name}, {when}",
  "were.decidedBy": "Lo decidió la regla «{rule}»: {words}",
  "were.ruleBy": "{who} publicó esta versión de la regla ({when}).",
  "were.noRule": "No se aplicaba ninguna regla.",
  "were.manual": "Cerrado manualmente. Lo publicó {who} ({when}).",
  "were.manualBefore":
    "Cerrado manualmente desde antes del inicio del historial. El cambio más antiguo registrado es de {who} ({when}).",
  "were.scheduleBy": "{who} publicó esta versión del horario ({when}).",
  "were.unknownRules": {
    one: "No se sabe qué decía entonces la regla {names}, así que la respuesta pudo ser otra.",
    other: "No se sabe qué decían entonces las reglas {names}, así que la respuesta pudo ser otra.",
  },
  "were.zoneBroken": "El horario tenía una zona horaria desconocida, así que respondió con un error.",
  "were.notYet": "Este horario aún no existía. {who} lo publicó por primera vez ({when}).",
  "were.deleted": "Este horario ya no existía. {who} lo eliminó ({when}).",
  "were.before": "No se sabe. El historial de este horario empieza con un cambio de {who} ({when}).",
  "were.none": "No se sabe. No se registró nada sobre este horario.",
  "were.unreadable": "No se sabe. Lo que publicó {who} ({when}) ya no se puede leer.",
};
