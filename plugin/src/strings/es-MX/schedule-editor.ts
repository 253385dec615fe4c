import type { scheduleEditor as english } from "../en-US/schedule-editor";
import { scheduleEditor as spain } from "../es-ES/schedule-editor";
import type { Translated } from "../text";

export const scheduleEditor: Translated<typeof english> = {
  ...spain,
  "schedule.close.ended": "El cierre manual ya terminó ({when}).",
  "schedule.rules.add": "Agregar una regla",
  "schedule.rule.drag": "Mover {name}: arrastre o presione las teclas de flecha",
  "schedule.rule.removed": "Se quitó {name}.",
  "list.add": "Agregar",
  "edit.problem.alias-taken": "Otro horario ya usa “{item}”. Quítelo aquí o allí.",
  "edit.problem.queue-taken": "La cola “{item}” ya pertenece a otro horario. Quítela aquí o allí.",
};
