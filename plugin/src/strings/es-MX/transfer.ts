import type { transfer as english } from "../en-US/transfer";
import { transfer as spain } from "../es-ES/transfer";
import type { Translated } from "../text";

export const transfer: Translated<typeof english> = {
  ...spain,
  "import.failed": "No se pudo leer el archivo.",
  "import.calendar.too-many-events":
    "Este calendario tiene más de 20,000 eventos. Use el calendario de menos años.",
  "import.schedules.add": "Agregar un horario",
  "import.reason.holiday": "día feriado",
  "import.taken": {
    one: "Se creó {count} borrador a partir del archivo. Revíselo y publíquelo.",
    other: "Se crearon {count} borradores a partir del archivo. Revíselos y publíquelos.",
  },
  "import.listed.not-an-event": "No se importó: {component} no es un evento.",
  "import.listed.unfinished":
    "No se importó: el archivo termina a la mitad. Vuelva a descargar el calendario.",
  "import.listed.start-missing": "No se importó: no tiene un inicio legible.",
  "import.listed.end-before-start": "No se importó: termina antes de empezar.",
  "import.listed.no-duration": "No se importó: no tiene duración, así que no hay nada que cerrar ni abrir.",
  "import.listed.cancelled": "No se importó: está cancelado.",
  "import.listed.superseded": "No se importó: el archivo contiene una versión más reciente.",
  "import.listed.duplicate": "No se volvió a importar: ya existe con el mismo día y nombre.",
  "import.listed.rrule-refused":
    "No se importó: su repetición no se puede conservar ({part} {value}). Agregue una regla a mano.",
  "import.listed.exrule-unsupported":
    "No se importó: se repite salvo otra repetición ({value}). Agregue una regla a mano.",
  "import.listed.zone-unknown":
    "No se importó: nada indica qué es la zona horaria {zone}. Agregue una regla a mano.",
  "import.listed.this-and-future":
    "No se importó: cambia una serie a partir de un día. Agregue una regla a mano y ponga fin a la anterior.",
  "import.listed.start-added":
    "Importado; su primer día, {value}, no forma parte de la repetición y se agregó aparte.",
  "import.listed.time-rewritten": "{field} {was} se reescribió como {value}.",
  "import.listed.start-date-needed":
    "¿Cuándo empieza? {part} cuenta desde una fecha de inicio y no hay ninguna. La regla no se aplica hasta que agregue una.",
  "import.listed.recurrence-counts":
    "{part} cuenta ahora desde la fecha de inicio. El gestor de horarios de Twilio contaba desde hoy, lo que daba otros días: verifíquelos.",
  "import.starts.about":
    "Se repiten cada varias semanas, meses o años, contando desde un día que el archivo no indica. Sin él no se aplican; también puede agregarlo más tarde.",
};
