import type { transfers as english } from "../en-US/transfers";
import type { Translated } from "../text";

export const transfers: Translated<typeof english> = {
  "badge.asOf": "dados de {time}",
  "transfer.heading": "{queue}: fechado",
  "transfer.ask": "Esta fila está fora do horário de funcionamento. Deseja transferir a chamada mesmo assim?",
  "transfer.refused": "As transferências para filas fechadas estão desativadas.",
  "transfer.instead": { one: "Esta fila está aberta agora:", other: "Estas filas estão abertas agora:" },
  "transfer.to": "Transferir para {queue}",
  "transfer.anyway": "Transferir mesmo assim",
};
