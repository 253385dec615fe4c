import type { agents as english } from "../en-US/agents";
import type { Translated } from "../text";

export const agents: Translated<typeof english> = {
  "app.title": "Gerenciador de horários",
  "app.retry": "Tentar novamente",
  "app.close": "Fechar",
  "app.cancel": "Cancelar",
  "app.loading": "Carregando…",
  "app.notLoaded": "Não foi possível carregar o Gerenciador de horários",
  "app.notLoaded.hint":
    "Verifique sua conexão e tente novamente. Se o problema continuar, fale com quem configurou o Gerenciador de horários.",

  "badge.asOf": "dados de {time}",
  "badge.unknown": "Horário desconhecido",
  "transfer.heading": "{queue}: fechado",
  "transfer.ask": "Esta fila está fora do horário de funcionamento. Deseja transferir mesmo assim?",
  "transfer.refused": "As transferências para filas fechadas estão desativadas.",
  "transfer.instead": { one: "Esta fila está aberta agora:", other: "Estas filas estão abertas agora:" },
  "transfer.to": "Transferir para {queue}",
  "transfer.anyway": "Transferir mesmo assim",
};
