import type { Messages } from "./messages";

export const messages: Messages = {
  comma: ", ",
  // "el penúltimo sábado"
  tidy: (text) =>
    text
      .replace(/\b2\.º (\S+) desde el final/g, "penúltimo $1")
      .replace(/\b3\.er (\S+) desde el final/g, "antepenúltimo $1"),
  ordinal: (n) => (n === 1 || n === 3 ? `${n}.er` : `${n}.º`),
  recurrence: {
    everyDay: "Todos los días",
    everyDays: "Cada {n} días",
    weekly: "Cada {days}",
    weeklyRange: "De {first} a {last}",
    weeklyOne: "Un {days} de cada {n}",
    weeklySome: "Cada {n} semanas, {days}",
    monthly: "Cada mes, {on}",
    monthlySome: "Cada {n} meses, {on}",
    yearly: "Cada año, {on}",
    yearlySome: "Cada {n} años, {on}",
  },
  on: {
    list: "{list}",
    monthDay: "el día {n}",
    lastDay: "el último día",
    dayFromEnd: "el {nth} día desde el final",
    nthWeekday: "el {nth} {weekday}",
    lastWeekday: "el último {weekday}",
    weekdayFromEnd: "el {nth} {weekday} desde el final",
    date: "el {date}",
    ofMonths: "{list} de {months}",
    ofYear: "{list} del año",
  },
  clause: {
    days: "solo en {days}",
    months: "en {months}",
    weeks: "en la semana {list}",
    yearDays: "el día {list} del año",
    positions: "solo el {list} de esos días",
    lastPosition: "último",
    positionFromEnd: "{nth} desde el final",
    allDay: "todo el día",
    times: "{from}–{to}",
    from: "desde el {date}",
    until: "hasta el {date}",
    count: { one: "una vez", other: "{n} veces" },
    also: "también el {list}",
    except: "excepto el {list}",
  },
  range: {
    day: "El {date}",
    days: "Del {from} al {to}",
    from: "Todos los días desde el {date}",
    until: "Todos los días hasta el {date}",
    dates: "El {list}",
    never: "Ningún día",
    more: { one: "{n} más", other: "{n} más" },
  },
  relative: {
    dayBefore: "El día antes de {rules}",
    dayAfter: "El día después de {rules}",
    daysBefore: "{n} días antes de {rules}",
    daysAfter: "{n} días después de {rules}",
    workingDayBefore: "El último día laborable antes de {rules}",
    workingDayAfter: "El primer día laborable después de {rules}",
    workingDaysBefore: "{n} días laborables antes de {rules}",
    workingDaysAfter: "{n} días laborables después de {rules}",
    onlyOn: "solo para los días que caen en {days}",
    onlyOnRange: "solo para los días de {first} a {last}",
    workingDays: "días laborables: {days}",
    workingDaysRange: "días laborables: de {first} a {last}",
    except: "días no laborables: {rules}",
    unknown: "una regla que no existe",
  },
  status: {
    open: "Abierto",
    closed: {
      closed: "Cerrado",
      holiday: "Cerrado por festivo",
      manual: "Cerrado manualmente",
      error: "Estado desconocido",
      other: "Cerrado: {reason}",
    },
    noted: "{status}: {note}",
    next: "{status} · {next}",
    opens: "abre {when}",
    closes: "cierra {when}",
    noOpening: "sin apertura prevista",
    untilReopened: "hasta que se reabra",
    when: {
      today: "a las {time}",
      tomorrow: "mañana, {time}",
      thisWeek: "{weekday}, {time}",
      later: "{date}, {time}",
    },
  },
  spoken: {
    open: "Estamos abiertos.",
    note: "{note}.",
    openUntil: "Estamos abiertos {when}.",
    closed: {
      closed: "Estamos cerrados.",
      holiday: "Estamos cerrados por ser festivo.",
      manual: "Estamos cerrados en este momento.",
      error: "Ahora mismo no podemos decir si estamos abiertos.",
      other: "Estamos cerrados: {reason}.",
    },
    closedUntil: {
      closed: "Estamos cerrados y volvemos a abrir {when}.",
      holiday: "Estamos cerrados por ser festivo y volvemos a abrir {when}.",
      manual: "Estamos cerrados en este momento y volvemos a abrir {when}.",
      error: "Ahora mismo no podemos decir si estamos abiertos.",
      other: "Estamos cerrados: {reason}. Volvemos a abrir {when}.",
    },
    until: {
      today: "hasta {time}",
      tomorrow: "hasta mañana a {time}",
      thisWeek: "hasta el {weekday} a {time}",
      later: "hasta el {weekday} {day} a {time}",
    },
    again: {
      today: "hoy a {time}",
      tomorrow: "mañana a {time}",
      thisWeek: "el {weekday} a {time}",
      later: "el {weekday} {day} a {time}",
    },
    onTheHour: { one: "la {h}", other: "las {h} horas" },
    withMinutes: { one: "la {h}:{mm}", other: "las {h}:{mm}" },
    upcoming: {
      closed: {
        closed: "Estaremos cerrados {when}.",
        holiday: "Estaremos cerrados {when} por ser festivo.",
        other: "Estaremos cerrados {when}: {reason}.",
      },
      open: "Estaremos abiertos {when} {times}.",
      day: { today: "hoy", tomorrow: "mañana", thisWeek: "el {weekday}", later: "el {weekday} {day}" },
      days: "del {fromWeekday} {fromDay} al {toWeekday} {toDay}",
      onward: "a partir del {weekday} {day}",
      hours: "de {from} a {to}",
    },
  },
  problem: {
    "rrule-syntax":
      "La repetición no se puede leer en «{value}». Escriba las partes como NOMBRE=VALOR, separadas por punto y coma.",
    "rrule-too-long": "La repetición es demasiado larga. Use varias reglas.",
    "rrule-part-unknown": "{part} no puede formar parte de una repetición de fechas. Quítelo.",
    "rrule-part-repeated": "{part} aparece dos veces. Deje uno.",
    "rrule-freq-missing":
      "La repetición no dice con qué frecuencia. Añada FREQ=DAILY, WEEKLY, MONTHLY o YEARLY.",
    "rrule-freq-unsupported": "FREQ={value} no es posible. Use DAILY, WEEKLY, MONTHLY o YEARLY.",
    "rrule-value-invalid": "{part} no puede ser «{value}». Corrija el valor.",
    "rrule-part-misplaced": "{part} no se puede usar así con FREQ={value}. Quítelo o cambie FREQ.",
    "rrule-count-and-until": "COUNT y UNTIL se excluyen. Deje uno.",
    "rrule-setpos-alone": "BYSETPOS elige entre otras partes. Añada la parte de la que elige.",
    "rrule-weekno-interval": "BYWEEKNO solo funciona todos los años. Quite INTERVAL.",
    "rrule-start-missing": "La repetición cuenta desde un primer día. Indique la fecha de inicio.",
    "rrule-never": "La repetición nombra un día que nunca llega. Cambie los días o los meses.",
    "date-invalid": "«{value}» no es una fecha. Escríbala como AAAA-MM-DD.",
    "time-invalid": "«{value}» no es una hora. Escríbala como HH:mm, de 00:00 a 23:59.",
    "relative-invalid":
      "No se entienden los días relativos a otras reglas. Elija al menos una regla, de 1 a 31 días y al menos un día de la semana donde se pidan.",
    "relative-misplaced":
      "Una regla tiene días propios o días relativos a otras reglas. Quite una de las dos cosas.",
    "relative-rule-missing": "La regla {value}, de la que dependen los días, no existe. Elija otra.",
    "relative-circle":
      "Los días dependen de reglas que vuelven a esta o que pasan por demasiadas otras. Elija otras reglas.",
    "zone-unknown": "La zona horaria «{value}» es desconocida. Elija una de la lista, como Europe/Madrid.",
    "until-invalid": "El final del cierre manual, «{value}», no es un momento. Elíjalo de nuevo.",
  },
  finding: {
    "rule-dates-reversed": "La fecha de fin {to} es anterior a la de inicio {from}. Cambie una de las dos.",
    "rule-never-applies": "Esta regla no se aplica ningún día. Revise sus fechas o elimínela.",
    "rule-ended": "Esta regla se aplicó por última vez el {date}. Prolónguela o elimínela.",
    "rule-unused": "Ningún horario usa esta regla. Añádala a uno o elimínela.",
    "rule-missing": "La regla {rule} ya no existe. Quítela del horario.",
    "rule-listed-twice": "La regla {rule} está más de una vez en este horario. Quite una.",
    "rule-shadowed":
      "{rule} nunca tiene efecto aquí: la prioridad es siempre de {by}. Cambie el orden o las horas, o quítela.",
    "exceptions-contradict":
      "{rule} y {by} son excepciones que se contradicen, por primera vez el {date}; gana {by}. Cambie una de ellas.",
    "reasons-contradict":
      "{rule} y {by} cierran a la vez con motivos distintos, por primera vez el {date}; el motivo lo da {by}. Dé a las dos el mismo motivo o cambie su orden.",
    "reason-order":
      "El {date}, durante {rule}, quienes llaman oyen «{reason}» en lugar de «{other}», porque esta regla va antes de {by}. Muévala debajo.",
    "no-rules": "Este horario no tiene reglas, así que siempre está cerrado. Añada horas de apertura.",
    "no-opening": "No hay ninguna apertura prevista. Añada o prolongue las horas de apertura.",
    "holidays-run-out":
      "El último día cerrado con fecha fija es el {date}. Añada los siguientes o haga que se repitan.",
    "manual-close-ended": "El cierre manual terminó el {date} y ya no tiene efecto.",
    "overnight-after-closed":
      "{rule} abre el {next} de {from} a {to}, aunque {by} cierra el {date}: la noche anterior sigue después de medianoche. Para cerrarla también, haga de {by} una excepción para todo el día.",
    "rule-no-effect":
      "{rule} no tiene efecto aquí: esas horas ya las abre {by}. Para acortar el día, haga de {rule} una excepción para todo el día.",
    "rule-ends-2359":
      "La regla termina a las 23:59, así que el último minuto del día no le pertenece. Para llegar a medianoche, termínela a las 00:00.",
    "rule-closes-for-good":
      "Esta regla cierra todos los días desde el {date}, para siempre. Si se trata de un día, termínela el mismo día.",
    "always-open":
      "Este horario está siempre abierto en los próximos 400 días. Revise sus reglas si debe cerrar.",
    "item-too-large": "Esto es demasiado grande para publicarlo ({bytes} bytes). Divídalo.",
    "names-alike":
      "Los nombres «{name}» y «{other}» solo se distinguen por mayúsculas o espacios. Los flujos que piden uno quizá quieran el otro: cambie uno de ellos.",
    "name-taken": "El nombre «{name}» es también el de {other}. Cambie uno de los dos.",
    "queue-taken": "La cola «{name}» también pertenece a {other}. Quítela de uno de los dos.",
  },
};
