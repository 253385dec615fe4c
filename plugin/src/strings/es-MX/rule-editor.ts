import type { ruleEditor as english } from "../en-US/rule-editor";
import { ruleEditor as spain } from "../es-ES/rule-editor";
import type { Translated } from "../text";

export const ruleEditor: Translated<typeof english> = {
  ...spain,
  "field.nothing": "No se encontró nada",
  "dates.add": "Agregar",
  "rule.reason.help": "Los flujos lo reciben como closedReason. Si está vacío, reciben “closed”.",
  "rule.exception.help":
    "Prevalece sobre toda regla que no sea una excepción, abra o cierre. Úsela para días distintos, como abrir en un día feriado.",
  "rule.rrule.help":
    "Como en los calendarios (RFC 5545), por ejemplo FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 para el último día hábil del mes. Se conserva exactamente como está escrita.",
  "rule.problem.dates-missing": "Agregue al menos una fecha.",
};
