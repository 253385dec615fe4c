import type { AdminMessages } from "../admin-messages";
import { messages as spanish } from "./es";

const UPDATED_BY_OTHERS =
  "Otra persona publicó mientras tanto una versión más reciente. Su borrador se conserva: compare las dos versiones y vuelva a publicar.";

/** Spain's, but for the words that differ. */
export const messages: AdminMessages = {
  ...spanish,
  "person.deploy.named": "Despliegue “{name}”",
  "connection.live": "En vivo",
  "connection.network": "Se perdió la conexión con Twilio. Reintentando…",
  "connection.denied": "Twilio Sync rechazó el token de acceso. Reintentando con uno nuevo…",
  "connection.tokenInvalid":
    "Su sesión de Flex finalizó. Vuelva a cargar la página e inicie sesión de nuevo.",
  "connection.internal": "Algo falló. Reintentando…",

  "schedules.closed.failed": "No se pudo cerrar {name}: {why}",
  "schedules.reopened.failed": "No se pudo volver a abrir {name}: {why}",
  "rules.empty.text":
    "Una regla define cuándo está abierto o cerrado: por ejemplo, el horario de atención, la pausa para comer o un día feriado.",
  "table.nothing.title": "No se encontró nada",
  "table.nothing.text": "No hay resultados para “{query}”.",
  "bulk.close.done": { one: "Se cerró {count} horario.", other: "Se cerraron {count} horarios." },
  "bulk.reopen.done": {
    one: "Se volvió a abrir {count} horario.",
    other: "Se volvieron a abrir {count} horarios.",
  },
  "bulk.close.failed": {
    one: "Se cerró {done} de {count} horario. {why}",
    other: "Se cerraron {done} de {count} horarios. {why}",
  },
  "bulk.reopen.failed": {
    one: "Se volvió a abrir {done} de {count} horario. {why}",
    other: "Se volvieron a abrir {done} de {count} horarios. {why}",
  },
  "bulk.rules.add": "Agregar reglas…",
  "bulk.rules.add.title": {
    one: "Agregar reglas a {count} horario",
    other: "Agregar reglas a {count} horarios",
  },
  "bulk.rules.add.confirm": { one: "Agregar a {count} horario", other: "Agregar a {count} horarios" },
  "bulk.rules.added": {
    one: "Se agregaron reglas a {count} horario, como borrador.",
    other: "Se agregaron reglas a {count} horarios, como borradores.",
  },
  "bulk.rules.removed": {
    one: "Se quitaron reglas de {count} horario, como borrador.",
    other: "Se quitaron reglas de {count} horarios, como borradores.",
  },
  "bulk.group.set": {
    one: "Se cambió el grupo de {count} horario, como borrador.",
    other: "Se cambiaron los grupos de {count} horarios, como borradores.",
  },
  "bulk.copied": {
    one: "Se copió {count} horario, como borrador.",
    other: "Se copiaron {count} horarios, como borradores.",
  },

  "schedule.close.ended": "El cierre manual ya terminó ({when}).",
  "first.holidays": "Cerrar los días feriados ({country})",
  "first.holidays.adjust": "Elegir los días feriados ({count} de {total})",
  "close.end.passed": "Esta hora ya pasó: {names}.",
  "close.done.closed": "{name} se cerró.",
  "close.done.reopened": "{name} se volvió a abrir.",
  "today.failed": "No se pudo cambiar el horario de {name}: {why}",
  "today.problem.passed": "Esta hora ya pasó.",
  "week.add": "Agregar",
  "week.add.day": "Agregar horas: {day}",
  "special.about": "Días feriados, horarios especiales y cierres, cada uno con su próxima fecha.",
  "special.add": "Agregar un horario especial o un cierre",
  "special.date.add": "Agregar otra fecha",
  "special.confirm": "Agregar",
  "page.notLoaded": "No se pudo cargar esta página",
  "publishing.other.done": "La otra publicación terminó. Ya puede publicar.",
  "import.group.workday": "Días hábiles",
  "change.value.note": "{close}, con la nota “{note}”",
  "change.value.spokenNote": "{close}, con la nota “{note}”, que oyen quienes llaman",
  "holidays.add": "Agregar días feriados",
  "holidays.notLoaded": "No se pudieron cargar los días feriados. Revise su conexión y vuelva a intentarlo.",
  "calendar.notLoaded": "No se pudo cargar el calendario",
  "calendar.hours.pending": "{day}, {times}. Enter guarda el cambio, Escape lo cancela.",
  "calendar.hours.keys":
    "El horario semanal se puede arrastrar, estirar por los bordes y dibujar en los lugares libres. Con el teclado: Tab va a un bloque, las flechas lo mueven, Shift con las flechas lo estira, Enter guarda el cambio, Escape lo cancela, Suprimir quita el bloque, Ctrl+Z deshace.",
  "holidays.legend": "Días feriados y sus próximas fechas",
  "holidays.all": { one: "Todos los días feriados ({count})", other: "Los {count} días feriados" },
  "holidays.schedules": "Agregar también a",
  "holidays.none": "No hay ningún día feriado seleccionado.",
  "holidays.there": "Los horarios ya tienen estos días feriados.",
  "schedule.rules.add": "Agregar una regla",
  "schedule.rule.drag": "Mover {name}: arrastre o presione las teclas de flecha",
  "schedule.rule.removed": "Se quitó {name}.",
  "list.add": "Agregar",
  "edit.problem.alias-taken": "Otro horario ya usa “{item}”. Quítelo aquí o allí.",
  "edit.problem.queue-taken": "La cola “{item}” ya pertenece a otro horario. Quítela aquí o allí.",

  "schedule.queues.use": "Usar “{typed}”",
  "schedule.queues.failed": "No se pudieron leer las colas de la cuenta: escriba sus nombres.",
  "field.nothing": "No se encontró nada",
  "dates.add": "Agregar",
  "rule.reason.help": "Los flujos reciben este motivo. Si está vacío, reciben “closed”.",
  "rule.relative.workingBefore": {
    one: "El último día hábil antes de",
    other: "{count} días hábiles antes de",
  },
  "rule.relative.workingAfter": {
    one: "El siguiente día hábil después de",
    other: "{count} días hábiles después de",
  },
  "rule.relative.working": "Los días hábiles son",
  "rule.exception.help":
    "Prevalece sobre toda regla que no sea una excepción, abra o cierre. Úsela para días distintos, como abrir en un día feriado.",
  "rule.rrule.help":
    "En formato iCalendar (RFC 5545), por ejemplo FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 para el último día hábil del mes. Se guarda exactamente como la escriba.",
  "rule.problem.dates-missing": "Agregue al menos una fecha.",

  "lock.taken": "{name} tomó el control ({time}).",
  "lock.failed": "No se pudo tomar el control ahora. Vuelva a intentarlo en un momento.",
  "lock.told": "{name} pasó a editar “{item}”.",
  "lock.told.draft": "{name} pasó a editar “{item}”. Sus cambios sin publicar se conservan como borrador.",

  "draft.merged": "Alguien publicó cambios en “{name}”. Se incorporaron a su borrador.",
  "draft.mergedMany":
    "Alguien publicó cambios en {count} elementos de los que usted tiene borradores. Se incorporaron a sus borradores.",
  "publishing.done": { one: "Se publicó {count} cambio.", other: "Se publicaron {count} cambios." },
  "publishing.changedMeanwhile":
    "La conexión volvió, pero mientras tanto cambió algo, así que no se publicó nada. Revise los cambios y publíquelos.",
  "publishing.safe":
    "Sus cambios siguen aquí como borradores. No se perdió nada y no hace falta volver a cargar la página.",
  "conflict.title": "{who} cambió esto ({when})",
  "conflict.text": "Ambos cambiaron los mismos campos. Elija qué conservar; todo lo demás ya está combinado.",
  "conflict.deleted": "{who} eliminó esto mientras usted lo editaba.",
  "conflict.changed": "{who} cambió esto ({when}). Usted iba a eliminarlo.",

  "publish.failed.of": "No se publicó: {names}. {why}",
  "publish.failed.publish-conflict": UPDATED_BY_OTHERS,
  "publish.failed.publish-stale-version": UPDATED_BY_OTHERS,
  "publish.failed.publish-interrupted": "La publicación se interrumpió. Vuelva a intentarlo.",
  "publish.failed.rule-missing": "Mientras tanto se eliminó una regla. Quítela del horario.",
  "publish.failed.token": "Su sesión de Flex finalizó. Vuelva a cargar la página e inicie sesión de nuevo.",
  "publish.failed.unreachable":
    "Las funciones del Gestor de horarios no responden. Verifique la conexión y vuelva a intentarlo.",
  "publish.failed.other": "Algo falló ({code}). Vuelva a intentarlo.",

  "special.added": "Los días especiales se agregaron como borrador.",
  "publishing.held.undecided": "Otra persona también cambió esto. Decida primero qué versión vale.",
  "publishing.formerName": "Conservar “{name}” como nombre anterior",
  "publishing.formerName.help":
    "Los flujos cuyo widget Run Function todavía pasa “{name}” encuentran así este horario. Si no, reciben un error.",
  "history.note": "“{note}”",
  "history.revert.failed":
    "No se pudo revertir la publicación porque no se pudieron leer sus cambios. Vuelva a intentarlo.",
  "history.reverted": {
    one: "Se revirtió {count} cambio como borrador. Revíselo y publíquelo.",
    other: "Se revirtieron {count} cambios como borradores. Revíselos y publíquelos.",
  },
  "history.reverted.skipped": {
    one: "No se pudo revertir {count} cambio.",
    other: "No se pudieron revertir {count} cambios.",
  },
  "history.filter.none.title": "No se encontró nada",
  "history.failed": "No se pudo leer el historial.",
  "history.restored": "“{name}” se restauró como borrador. Revíselo y publíquelo.",
  "history.restored.rules": {
    one: "“{name}” se restauró como borrador, junto con {count} regla eliminada. Revise los borradores y publíquelos.",
    other:
      "“{name}” se restauró como borrador, junto con {count} reglas eliminadas. Revise los borradores y publíquelos.",
  },
  "history.restored.close":
    "“{name}” se restauró como borrador. Su cierre manual no cambia. Revíselo y publíquelo.",
  "history.restored.rules.close": {
    one: "“{name}” se restauró como borrador, junto con {count} regla eliminada. Su cierre manual no cambia. Revise los borradores y publíquelos.",
    other:
      "“{name}” se restauró como borrador, junto con {count} reglas eliminadas. Su cierre manual no cambia. Revise los borradores y publíquelos.",
  },
  "were.decidedBy": "Lo decidió la regla “{rule}”: {words}",

  "import.failed": "No se pudo leer el archivo.",
  "import.calendar.too-many-events":
    "Este calendario tiene más de 20,000 eventos. Exporte menos años y vuelva a intentarlo.",
  "schedules.field.add": "Agregar un horario",
  "import.taken": {
    one: "Se creó {count} borrador a partir del archivo. Revíselo y publíquelo.",
    other: "Se crearon {count} borradores a partir del archivo. Revíselos y publíquelos.",
  },
  "import.listed.not-an-event": "No se importó: no es un evento ({component}).",
  "import.listed.unfinished":
    "No se importó: el archivo termina a mitad del evento. Vuelva a descargar el calendario.",
  "import.listed.start-missing": "No se importó: no tiene un inicio legible.",
  "import.listed.end-before-start": "No se importó: termina antes de empezar.",
  "import.listed.no-duration": "No se importó: el evento no tiene duración.",
  "import.listed.cancelled": "No se importó: está cancelado.",
  "import.listed.superseded": "No se importó: el archivo contiene una versión más reciente.",
  "import.listed.duplicate": "No se volvió a importar: ya existe con el mismo día y nombre.",
  "import.listed.rrule-refused":
    "No se importó porque su repetición no se puede conservar. {reason} Agregue una regla a mano.",
  "import.listed.exrule-unsupported":
    "No se importó: el evento excluye una repetición ({value}), lo que no es compatible. Agregue una regla a mano.",
  "import.listed.zone-unknown":
    "No se importó: la zona horaria {zone} es desconocida. Agregue una regla a mano.",
  "import.listed.every-month":
    "Importado para estos días de todos los meses: {value}, etc. Otros programas toman solo el mes del primer día; si se trata de eso, agregue el mes a la regla.",
  "import.listed.this-and-future":
    "No se importó: cambia una serie a partir de un día. Agregue una regla a mano y ponga fin a la anterior.",
  "import.listed.start-added":
    "Importado. El primer día, {value}, no forma parte de la repetición y se agregó por separado.",
  "import.listed.recurrence-rewritten":
    "La repetición {was} se reescribió como {value}; los días que la acompañaban están en los campos propios de la regla.",
  "import.listed.time-rewritten": "La hora {was} se reescribió como {value}.",
  "import.listed.start-date-needed":
    "¿Cuándo empieza? La repetición cuenta desde una fecha de inicio y no hay ninguna. La regla no se aplica hasta que agregue una.",
  "import.listed.recurrence-counts":
    "La repetición cuenta ahora desde la fecha de inicio. El gestor de horarios de Twilio contaba desde hoy, lo que daba otros días. Verifíquelos.",
  "import.starts.about":
    "Se repiten cada varias semanas, meses o años a partir de una fecha de inicio que el archivo no contiene. Sin ella no se aplican; también puede agregarla más tarde.",

  "change.replaced": "{field}: antes “{before}”, ahora “{after}”",
  "change.cleared": "{field}: antes “{before}”, ahora nada",
  "change.added": "{field}: se agrega {list}",
  "publishing.impact.flip": "{when}: “{after}” en lugar de “{before}”",
  "publishing.impact.on": "A partir de {when}: “{after}” en lugar de “{before}”",
  "publishing.impact.group": {
    one: "“{after}” en lugar de “{before}”: {count} vez, {when}",
    other: "“{after}” en lugar de “{before}”: {count} veces, la primera: {when}",
  },
  "import.schedules": "Agregar las reglas a",
  "import.listed.field-unknown": "El campo “{field}” es desconocido y no se importó.",
  "import.listed.reference-missing": "La regla {rule} no existe y se quitó de la lista.",
};
