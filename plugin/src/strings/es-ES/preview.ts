import type { preview as english } from "../en-US/preview";
import type { Translated } from "../text";

export const preview: Translated<typeof english> = {
  "preview.title": "Vista previa",
  "preview.about": "Con sus cambios sin publicar, en la zona horaria del horario.",
  "preview.now": "Ahora: {status}",
  "preview.week": "Semana del {from} al {to}",
  "preview.previous": "Semana anterior",
  "preview.next": "Semana siguiente",
  "preview.today": "Esta semana",
  "preview.open": "Abierto",
  "preview.closed": "Cerrado por una regla",
  "preview.none": "Cerrado: no se aplica ninguna regla",
  "preview.manual": "Cerrado manualmente",
  "preview.skipped": "Omitido por el cambio de hora",
  "preview.shorter": "Este día tiene {hours} horas: los relojes se adelantan.",
  "preview.longer": "Este día tiene {hours} horas: los relojes se atrasan.",
  "preview.missingDay": "Esta zona horaria se saltó este día.",
  "preview.hours": "{hours} h",
  "preview.piece": "{day}, de {from} a {to}: {status}. {why}",
  "preview.pass.first": "la primera vez",
  "preview.pass.second": "la segunda vez",
  "preview.by": "Lo decide {rule}",
  "preview.by.none": "No se aplica ninguna regla",
  "preview.by.manual": "Cierre manual",
  "preview.by.error": "La zona horaria es desconocida",
  "preview.edit": "Editar {rule}",
  "preview.choose": "Elija un bloque para ver qué lo decide.",

  "preview.ask": "¿Qué respondería en…?",
  "preview.ask.date": "Fecha",
  "preview.ask.time": "Hora",
  "preview.ask.missing": "Elija una fecha y una hora.",
  "preview.ask.skipped":
    "Los relojes se saltan esta hora ese día; un flujo que pregunte por ella con «simulate» obtiene esta respuesta.",
  "preview.ask.twice": "Los relojes marcan esta hora dos veces ese día; la respuesta es la misma en ambas.",
};
