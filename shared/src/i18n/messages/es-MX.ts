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
  relative: {
    ...spain.relative,
    workingDayBefore: "El último día hábil antes de {rules}",
    workingDayAfter: "El primer día hábil después de {rules}",
    workingDaysBefore: "{n} días hábiles antes de {rules}",
    workingDaysAfter: "{n} días hábiles después de {rules}",
    workingDays: "días hábiles: {days}",
    workingDaysRange: "días hábiles: de {first} a {last}",
    except: "días no hábiles: {rules}",
  },
  problem: {
    ...spain.problem,
    "rrule-syntax":
      "La repetición no se puede leer en “{value}”. Escriba las partes como NOMBRE=VALOR, separadas por punto y coma.",
    "rrule-value-invalid": "{part} no puede ser “{value}”. Corrija el valor.",
    "date-invalid": "“{value}” no es una fecha. Escríbala como AAAA-MM-DD.",
    "time-invalid": "“{value}” no es una hora. Escríbala como HH:mm, de 00:00 a 23:59.",
    "until-invalid": "El final del cierre manual, “{value}”, no es un momento. Elíjalo de nuevo.",
    "rrule-freq-missing":
      "La repetición no dice con qué frecuencia. Agregue FREQ=DAILY, WEEKLY, MONTHLY o YEARLY.",
    "rrule-setpos-alone": "BYSETPOS elige entre otras partes. Agregue la parte de la que elige.",
    "zone-unknown":
      "La zona horaria “{value}” es desconocida. Elija una de la lista, como America/Mexico_City.",
  },
  finding: {
    ...spain.finding,
    "reason-order":
      "El {date}, durante {rule}, quienes llaman oyen “{reason}” en lugar de “{other}”, porque esta regla va antes de {by}. Muévala debajo.",
    "names-alike":
      "Los nombres “{name}” y “{other}” solo se distinguen por mayúsculas o espacios. Los flujos que piden uno quizá quieran el otro: cambie uno de ellos.",
    "name-taken": "El nombre “{name}” es también el de {other}. Cambie uno de los dos.",
    "queue-taken": "La cola “{name}” también pertenece a {other}. Quítela de uno de los dos.",
    "rule-unused": "Ningún horario usa esta regla. Agréguela a uno o elimínela.",
    "no-rules": "Este horario no tiene reglas, así que siempre está cerrado. Agregue horas de apertura.",
    "no-opening": "No hay ninguna apertura prevista. Agregue o prolongue las horas de apertura.",
    "holidays-run-out":
      "El último día cerrado con fecha fija es el {date}. Agregue los siguientes o haga que se repitan.",
  },
};
