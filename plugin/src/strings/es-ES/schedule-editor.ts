import type { scheduleEditor as english } from "../en-US/schedule-editor";
import type { Translated } from "../text";

export const scheduleEditor: Translated<typeof english> = {
  "schedule.name": "Nombre",
  "schedule.name.help":
    "Los flujos preguntan por este nombre. Si cambia el nombre del horario, conserve el antiguo abajo como nombre anterior.",
  "schedule.zone": "Zona horaria",
  "schedule.zone.now": "Hora actual allí: {time}.",
  "schedule.zone.placeholder": "Ciudad, región o abreviatura",
  "schedule.zone.missing": "Elija una zona horaria.",

  "schedule.close": "Cierre manual",
  "schedule.close.label": "Cerrado manualmente",
  "schedule.close.help": "Prevalece sobre todas las reglas hasta que vuelva a abrir el horario.",
  "schedule.close.until": "Volver a abrir automáticamente",
  "schedule.close.date": "Fecha",
  "schedule.close.time": "Hora",
  "schedule.close.ends": "Termina: {when}. Después vuelven a decidir las reglas.",
  "schedule.close.ended": "El cierre manual ya ha terminado ({when}).",
  "schedule.close.half": "Elija una fecha y una hora.",

  "schedule.rules": "Reglas",
  "schedule.rules.about":
    "Primero cuentan las excepciones, luego las reglas de cierre y luego las de apertura. Si no se aplica ninguna, el horario está cerrado. Si se aplican varias, se indica la de más arriba.",
  "schedule.rules.none": "Todavía no hay reglas: el horario está siempre cerrado.",
  "schedule.rules.add": "Añadir una regla",
  "schedule.rules.add.placeholder": "Buscar en las reglas",
  "schedule.rules.create": "Crear una regla",
  "schedule.rules.list": "Reglas en orden",
  "schedule.rule.missing": "Regla eliminada",
  "schedule.rule.edit": "Editar {name}",
  "schedule.rule.up": "Subir {name}",
  "schedule.rule.down": "Bajar {name}",
  "schedule.rule.remove": "Quitar {name} de este horario",
  "schedule.rule.drag": "Mover {name}: arrastre o pulse las teclas de flecha",
  "schedule.rule.moved": "{name} está ahora en el puesto {place} de {count}.",
  "schedule.rule.removed": "Se ha quitado {name}.",
  "schedule.rule.unnamed": "Regla sin nombre",
  "schedule.rule.findings": { one: "{count} aviso más", other: "{count} avisos más" },

  "schedule.more": "Nombres y colas",
  "schedule.aliases": "Nombres anteriores",
  "schedule.aliases.help": "Siguen funcionando, para que no fallen los flujos que todavía los usan.",
  "schedule.queues": "Colas",
  "schedule.queues.help":
    "Nombres o SID de las colas a las que se aplica este horario. Los agentes ven su estado en el diálogo de transferencia. Si no hay ninguna, se aplica a la cola llamada {name}.",
  "schedule.group": "Grupo",
  "schedule.group.help":
    "Los horarios de un mismo grupo se sustituyen entre sí: cuando uno está cerrado, se muestra a los agentes otro que está abierto.",
  "list.add": "Añadir",
  "list.remove": "Quitar {item}",

  "edit.problem.name-missing": "Dé un nombre al horario.",
  "edit.problem.character-refused": "Quite el carácter {character}. No se ve en un nombre.",
  "edit.problem.nothing-visible": "Escriba al menos un carácter visible.",
  "edit.problem.name-taken":
    "Otro horario tiene este nombre, ahora o como nombre anterior. Elija uno distinto.",
  "edit.problem.alias-taken": "Otro horario ya usa «{item}». Quítelo aquí o allí.",
  "edit.problem.queue-taken": "La cola «{item}» ya pertenece a otro horario. Quítela aquí o allí.",
};
