import { tables as spain } from "../es-ES/tables";

export const tables = {
  ...spain,
  "schedules.closed.failed": "No se pudo cerrar {name}: {why}",
  "schedules.reopened.failed": "No se pudo volver a abrir {name}: {why}",
  "rules.empty.text":
    "Una regla dice cuándo está abierto o cerrado: el horario de atención, la pausa para comer, un día feriado.",
  "table.nothing.title": "No se encontró nada",
  "table.nothing.text": "No hay resultados para “{query}”.",
};
