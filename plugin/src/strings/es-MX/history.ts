import type { history as english } from "../en-US/history";
import { history as spain } from "../es-ES/history";
import type { Translated } from "../text";

export const history: Translated<typeof english> = {
  ...spain,
  "history.failed": "No se pudo leer el historial.",
  "history.restored": "“{name}” se restauró como borrador. Revíselo y publíquelo.",
  "history.restored.rules": {
    one: "“{name}” se restauró como borrador, junto con {count} regla eliminada. Revise los borradores y publíquelos.",
    other:
      "“{name}” se restauró como borrador, junto con {count} reglas eliminadas. Revise los borradores y publíquelos.",
  },
  "history.restored.close":
    "“{name}” se restauró como borrador. El cierre manual se queda como está ahora. Revíselo y publíquelo.",
  "history.restored.rules.close": {
    one: "“{name}” se restauró como borrador, junto con {count} regla eliminada. El cierre manual se queda como está ahora. Revise los borradores y publíquelos.",
    other:
      "“{name}” se restauró como borrador, junto con {count} reglas eliminadas. El cierre manual se queda como está ahora. Revise los borradores y publíquelos.",
  },
  "were.future": "Ese momento aún no llega. Abra el horario para ver qué responderá.",
  "were.decidedBy": "Lo decidió la regla “{rule}”: {words}",
};
