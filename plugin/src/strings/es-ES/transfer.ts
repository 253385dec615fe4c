import type { transfer as english } from "../en-US/transfer";
import type { Translated } from "../text";

export const transfer: Translated<typeof english> = {
  "transfer.open": "Importar y exportar",
  "transfer.title": "Importar y exportar",

  "import.title": "Importar",
  "import.about":
    "Un config.json del gestor de horarios de Twilio, un archivo exportado aquí o un calendario (.ics) cuyos eventos se convierten en reglas. No se publica nada: los cambios quedan como borradores para que los revise.",
  "import.file": "Archivo",
  "import.choose": "Elegir un archivo",
  "import.none": "Ningún archivo elegido",
  "import.reading": "Leyendo el archivo…",
  "import.failed": "No se ha podido leer el archivo.",
  "import.notJson": "No es ni una configuración (JSON) ni un calendario (.ics).",
  "import.notConfiguration": "No es una configuración:",
  "import.wholeFile": "El archivo completo",
  "import.calendar.too-large": "Este calendario ocupa más de 5 MB. Use el calendario de menos años.",
  "import.calendar.not-a-calendar":
    "No es un calendario (.ics). Descargue el propio calendario, no la página que lo muestra.",
  "import.calendar.too-many-events":
    "Este calendario tiene más de 20 000 eventos. Use el calendario de menos años.",
  "import.calendar.no-events": "Este calendario no tiene eventos.",

  "import.schedules": "Poner las reglas en",
  "import.schedules.add": "Añadir un horario",
  "import.schedules.placeholder": "Elija un horario",
  "import.schedules.help":
    "Los días y las horas del calendario se entienden en la zona horaria de estos horarios.",
  "import.schedules.zones":
    "Estos horarios están en zonas horarias distintas ({zones}). Importe el calendario una vez por cada zona.",
  "import.schedules.unknownZone": "La zona horaria {zone} es desconocida. Corríjala primero en el horario.",
  "import.schedules.remove": "Quitar {name}",
  "import.what": "Eventos",
  "import.what.closed": "Cierran",
  "import.what.open": "Abren",
  "import.reason": "Motivo del cierre",
  "import.reason.holiday": "festivo",

  "import.summary": "Qué cambia",
  "import.added": { one: "{count} nuevo", other: "{count} nuevos" },
  "import.changed": { one: "{count} modificado", other: "{count} modificados" },
  "import.same": { one: "{count} sin cambios", other: "{count} sin cambios" },
  "import.nothing": "No hay nada que importar. Todo lo que contiene este archivo ya está actualizado.",
  "import.more": { one: "Mostrar {count} más", other: "Mostrar {count} más" },
  "import.questions": {
    one: "{count} elemento requiere su atención",
    other: "{count} elementos requieren su atención",
  },
  "import.notes": { one: "{count} nota", other: "{count} notas" },
  "import.line": "línea {line}",
  "import.take": { one: "Crear {count} borrador", other: "Crear {count} borradores" },
  "import.taken": {
    one: "Se ha creado {count} borrador a partir del archivo. Revíselo y publíquelo.",
    other: "Se han creado {count} borradores a partir del archivo. Revíselos y publíquelos.",
  },
  "import.cancel": "Cancelar",

  "import.listed.not-an-event": "No se ha importado: {component} no es un evento.",
  "import.listed.unfinished":
    "No se ha importado: el archivo termina a la mitad. Vuelva a descargar el calendario.",
  "import.listed.start-missing": "No se ha importado: no tiene un inicio legible.",
  "import.listed.end-before-start": "No se ha importado: termina antes de empezar.",
  "import.listed.no-duration":
    "No se ha importado: no tiene duración, así que no hay nada que cerrar ni abrir.",
  "import.listed.cancelled": "No se ha importado: está cancelado.",
  "import.listed.superseded": "No se ha importado: el archivo contiene una versión más reciente.",
  "import.listed.duplicate": "No se ha vuelto a importar: ya existe con el mismo día y nombre.",
  "import.listed.rrule-refused":
    "No se ha importado: su repetición no se puede conservar ({part} {value}). Añada una regla a mano.",
  "import.listed.exrule-unsupported":
    "No se ha importado: se repite salvo otra repetición ({value}). Añada una regla a mano.",
  "import.listed.zone-unknown":
    "No se ha importado: nada indica qué es la zona horaria {zone}. Añada una regla a mano.",
  "import.listed.this-and-future":
    "No se ha importado: cambia una serie a partir de un día. Añada una regla a mano y ponga fin a la anterior.",
  "import.listed.line-unreadable": "Importado sin una línea que no se puede leer: {text}",
  "import.listed.summary-missing": "Importado con su fecha como nombre, porque no tiene ninguno.",
  "import.listed.tentative": "Importado, aunque es provisional.",
  "import.listed.exdate-unmatched":
    "Importado; la excepción {value} está a una hora en la que no empieza y se omite.",
  "import.listed.start-added":
    "Importado; su primer día, {value}, no forma parte de la repetición y se ha añadido aparte.",
  "import.listed.expanded":
    "Importado como lista de días de {from} a {until}, porque ninguna repetición dice lo mismo en la zona horaria del horario.",
  "import.listed.seconds-dropped": "Importado con precisión de minutos.",
  "import.listed.id-replaced": "El id {was} no se puede usar o está repetido; tiene uno nuevo.",
  "import.listed.name-replaced":
    "Otro horario se llama {was}, así que este tiene otro nombre. Cambie el nombre de uno de los dos o elimínelo.",
  "import.listed.field-unknown": "El campo {field} es desconocido y se omite.",
  "import.listed.time-rewritten": "{field} {was} se ha reescrito como {value}.",
  "import.listed.reference-missing": "La regla {rule} no existe y se omite.",
  "import.listed.start-date-needed":
    "¿Cuándo empieza? {part} cuenta desde una fecha de inicio y no hay ninguna. La regla no se aplica hasta que añada una.",
  "import.listed.recurrence-counts":
    "{part} cuenta ahora desde la fecha de inicio. El gestor de horarios de Twilio contaba desde hoy, lo que daba otros días: compruébelos.",
  "import.listed.overnight-matches":
    "Las horas que pasan de medianoche ahora se aplican. El gestor de horarios de Twilio nunca las aplicaba.",

  "export.title": "Exportar",
  "export.all": "Todo, como archivo",
  "export.all.about":
    "Todos los horarios y reglas tal como están activos, sin sus borradores. Se puede volver a importar aquí y tiene el formato del config.json de Twilio.",
  "export.all.download": "Descargar la configuración",
  "export.calendar": "Un horario, como calendario",
  "export.schedule": "Horario",
  "export.what": "Qué",
  "export.what.openings": "Aperturas",
  "export.what.closures": "Cierres por reglas y manuales",
  "export.from": "Desde",
  "export.to": "Hasta",
  "export.calendar.download": "Descargar el calendario",
  "export.range": "El final debe ser posterior al inicio.",
  "export.nothing.openings": "{name} no abre en este periodo.",
  "export.nothing.closures": "Ninguna regla cierra {name} en este periodo.",
  "import.starts": "¿Cuándo empiezan estas reglas?",
  "import.starts.about":
    "Se repiten cada varias semanas, meses o años, contando desde un día que el archivo no indica. Sin él no se aplican; también puede añadirlo más tarde.",
};
