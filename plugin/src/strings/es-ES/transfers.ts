import type { transfers as english } from "../en-US/transfers";
import type { Translated } from "../text";

export const transfers: Translated<typeof english> = {
  "badge.asOf": "datos de {time}",
  "transfer.heading": "{queue}: cerrado",
  "transfer.ask":
    "Esta cola está fuera de su horario de apertura. ¿Quiere transferir la llamada de todos modos?",
  "transfer.refused": "Las transferencias a colas cerradas están desactivadas.",
  "transfer.instead": { one: "Esta cola está abierta ahora:", other: "Estas colas están abiertas ahora:" },
  "transfer.to": "Transferir a {queue}",
  "transfer.anyway": "Transferir de todos modos",
};
