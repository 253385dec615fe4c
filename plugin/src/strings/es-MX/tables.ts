import type { tables as english } from "../en-US/tables";
import { tables as spain } from "../es-ES/tables";
import type { Translated } from "../text";

export const tables: Translated<typeof english> = {
  ...spain,
  "schedules.closed.failed": "No se pudo cerrar {name}: {why}",
  "schedules.reopened.failed": "No se pudo volver a abrir {name}: {why}",
  "rules.empty.text":
    "Una regla dice cuándo está abierto o cerrado: el horario de atención, la pausa para comer, un día feriado.",
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
};
