import type { publish as english } from "../en-US/publish";
import type { Translated } from "../text";

export const publish: Translated<typeof english> = {
  "publish.failed.of": "Não publicado: {names}. {why}",
  "publish.failed.publish-in-progress":
    "Outra publicação de horários está em andamento. Tente novamente em instantes.",
  "publish.failed.publish-conflict":
    "O horário foi atualizado por outra pessoa e não pode ser publicado. Recarregue e tente novamente.",
  "publish.failed.publish-stale-version":
    "O horário foi atualizado por outra pessoa e não pode ser publicado. Recarregue e tente novamente.",
  "publish.failed.publish-interrupted": "A publicação foi interrompida. Tente novamente.",
  "publish.failed.name-taken": "Outro horário tem este nome. Escolha outro.",
  "publish.failed.alias-taken": "Outro horário já usa um dos nomes anteriores. Remova-o.",
  "publish.failed.queue-taken": "Uma fila já pertence a outro horário. Remova-a de um deles.",
  "publish.failed.rule-in-use": "Uma regra ainda é usada por um horário. Remova-a de lá primeiro.",
  "publish.failed.rule-missing": "Uma regra foi excluída nesse meio-tempo. Remova-a do horário.",
  "publish.failed.item-too-large": "É grande demais para o Twilio Sync (16 KB). Divida em partes.",
  "publish.failed.item-invalid": "Algo não é válido. Corrija e publique novamente.",
  "publish.failed.request-too-large":
    "É demais para uma só publicação. Publique menos alterações de cada vez.",
  "publish.failed.sync-busy": "O Twilio Sync está ocupado. Tente novamente em instantes.",
  "publish.failed.sync-unreachable": "O Twilio Sync não responde. Tente novamente em instantes.",
  "publish.failed.not-allowed": "Sua função no Flex não permite alterar horários. Fale com um administrador.",
  "publish.failed.token": "Sua sessão do Flex terminou. Recarregue a página e entre novamente.",
  "publish.failed.not-set-up":
    "O Twilio Sync não está configurado para o Gerenciador de horários. Execute a configuração.",
  "publish.failed.unreachable":
    "As funções do Gerenciador de horários não respondem. Verifique a conexão e tente novamente.",
  "publish.failed.other": "Algo deu errado ({code}). Tente novamente.",
};
