import type { common as english } from "../en-US/common";
import type { Translated } from "../text";

export const common: Translated<typeof english> = {
  "app.about": "Horários de funcionamento para seus fluxos e agentes.",
  "app.readOnly": "Você pode ver os horários, mas não alterá-los.",
  "app.tabs": "Horários e regras",
  "app.tab.schedules": "Horários",
  "app.tab.rules": "Regras",

  "sign.error": "(erro)",
  "sign.warning": "(aviso)",
  "sign.information": "(informação)",

  "person.setUp": "Configuração inicial",
  "person.deploy": "Implantação",

  "connection.live": "Ao vivo",
  "connection.connecting": "Conectando…",
  "connection.interrupted": "Reconectando…",
  "connection.failed": "Sem conexão",
  "connection.asOf": "Dados exibidos: {time}. Eles serão atualizados assim que a conexão voltar.",
  "connection.network": "A conexão com o Twilio foi perdida. Tentando novamente…",
  "connection.unreachable": "As funções do Gerenciador de horários não respondem. Tentando novamente…",
  "connection.denied": "O Twilio Sync recusou o token de acesso. Tentando novamente com um novo…",
  "connection.notSetUp":
    "O Twilio Sync não está configurado para o Gerenciador de horários. Execute a configuração e tente novamente.",
  "connection.busy": "O Twilio Sync está ocupado. Tentando novamente…",
  "connection.notAllowed":
    "Sua função no Flex não permite abrir o Gerenciador de horários. Fale com um administrador.",
  "connection.tokenInvalid": "Sua sessão do Flex terminou. Recarregue a página e entre novamente.",
  "connection.unsupported":
    "Esta versão do Gerenciador de horários não consegue mais se conectar. Recarregue a página.",
  "connection.internal": "Algo deu errado. Tentando novamente…",
};
