import type { agents as english } from "../en-US/agents";
import { agents as spain } from "../es-ES/agents";
import type { Translated } from "../text";

export const agents: Translated<typeof english> = {
  ...spain,
  "app.loading": "Cargando…",
  "app.notLoaded": "No se pudo cargar el Gestor de horarios",
  "app.notLoaded.hint":
    "Verifique su conexión y vuelva a intentarlo. Si el problema continúa, pregunte a quien configuró el Gestor de horarios.",
};
