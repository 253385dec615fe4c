import { messages as spain } from "./es-ES";
import type { Messages } from "./messages";

/** Spanish of Spain with the words that differ. */
export const messages: Messages = {
  ...spain,
  status: { ...spain.status, closed: { ...spain.status.closed, holiday: "Cerrado por día feriado" } },
  spoken: {
    ...spain.spoken,
    closed: { ...spain.spoken.closed, holiday: "Estamos cerrados por día feriado." },
    closedUntil: {
      ...spain.spoken.closedUntil,
      holiday: "Estamos cerrados por día feriado y volvemos a abrir {when}.",
    },
    // Mexico uses the twelve-hour clock in speech.
    onTheHour: { one: "la {clock}", other: "las {clock}" },
    withMinutes: { one: "la {clock}", other: "las {clock}" },
    upcoming: {
      ...spain.spoken.upcoming,
      closed: {
        ...spain.spoken.upcoming.closed,
        holiday: "Estaremos cerrados {when} por día feriado.",
      },
    },
  },
  problem: {
    ...spain.problem,
    "rrule-freq-missing":
      "La repetición no dice con qué frecuencia. Agregue FREQ=DAILY, WEEKLY, MONTHLY o YEARLY.",
    "rrule-setpos-alone": "BYSETPOS elige entre otras partes. Agregue la parte de la que elige.",
    "zone-unknown":
      "La zona horaria «{value}» es desconocida. Elija una de la lista, como America/Mexico_City.",
  },
  finding: {
    ...spain.finding,
    "rule-unused": "Ningún horario usa esta regla. Agréguela a uno o elimínela.",
    "no-rules": "Este horario no tiene reglas, así que siempre está cerrado. Agregue horas de apertura.",
    "no-opening": "No hay ninguna apertura prevista. Agregue o prolongue las horas de apertura.",
    "holidays-run-out":
      "El último día cerrado con fecha fija es el {date}. Agregue los siguientes o haga que se repitan.",
  },
};
