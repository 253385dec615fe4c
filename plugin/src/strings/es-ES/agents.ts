import type { agents as english } from "../en-US/agents";
import type { Translated } from "../text";

export const agents: Translated<typeof english> = {
  "app.title": "Gestor de horarios",
  "app.retry": "Reintentar",
  "app.close": "Cerrar",
  "app.cancel": "Cancelar",
  "app.loading": "Cargando…",
  "app.notLoaded": "No se ha podido cargar el Gestor de horarios",
  "app.notLoaded.hint":
    "Compruebe su conexión y vuelva a intentarlo. Si el problema continúa, pregunte a quien configuró el Gestor de horarios.",

  "badge.asOf": "datos de {time}",
  "badge.unknown": "Horario desconocido",
  "transfer.heading": "{queue}: cerrado",
  "transfer.ask": "Esta cola está fuera de su horario de apertura. ¿Quiere transferir de todos modos?",
  "transfer.refused": "Las transferencias a colas cerradas están desactivadas.",
  "transfer.instead": { one: "Esta cola está abierta ahora:", other: "Estas colas están abiertas ahora:" },
  "transfer.to": "Transferir a {queue}",
  "transfer.anyway": "Transferir de todos modos",
};
