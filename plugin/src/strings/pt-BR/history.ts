import type { history as english } from "../en-US/history";
import type { Translated } from "../text";

export const history: Translated<typeof english> = {
  "app.tab.history": "Histórico",

  "history.of": "Histórico de {name}",
  "history.open": "Histórico",
  "history.openOf": "Histórico de {name}",
  "history.published": "O que foi publicado",
  "history.changes": { one: "{count} alteração", other: "{count} alterações" },
  "history.showChanges": { one: "Mostrar {count} alteração", other: "Mostrar {count} alterações" },
  "history.hideChanges": "Ocultar alterações",
  "history.moreChanges": { one: "Mostrar mais {count}", other: "Mostrar mais {count}" },
  "history.skipped": {
    one: "{count} item foi editado ao mesmo tempo no Console da Twilio e não foi alterado.",
    other: "{count} itens foram editados ao mesmo tempo no Console da Twilio e não foram alterados.",
  },
  "history.kind.schedule": "Horário",
  "history.kind.rule": "Regra",
  "history.older": "Mostrar alterações anteriores",
  "history.loading": "Carregando o histórico…",
  "history.loadingOlder": "Carregando…",
  "history.waiting": "O histórico aparece assim que houver conexão.",
  "history.failed": "Não foi possível ler o histórico.",
  "history.failed.busy": "O Twilio Sync está ocupado. Tente novamente em instantes.",
  "history.failed.forbidden": "Você não tem permissão para ler o histórico.",
  "history.failed.notSetUp":
    "O Twilio Sync não está configurado para o histórico. Execute a configuração do Gerenciador de horários.",
  "history.empty.title": "Ainda não há histórico",
  "history.empty.text": "Tudo o que for publicado aparecerá aqui.",
  "history.noDetails": "Os detalhes não foram registrados.",
  "history.beforeUnknown": "A versão anterior não foi registrada. Esta versão:",
  "history.unreadable": "Esta versão não pode mais ser lida.",
  "history.nothing": "Nenhuma alteração significativa",
  "history.begin": "Início do histórico",
  "history.live": "Em vigor",
  "history.draft": "No seu rascunho",
  "history.outside":
    "A versão em vigor é diferente da última publicada. Ela foi alterada fora do Gerenciador de horários, por exemplo no Console da Twilio.",
  "history.restore": "Restaurar esta versão",
  "history.restore.of": "Restaurar esta versão: {when}",
  "history.restore.deleted": "Restaurar {name}",
  "history.restored": '"{name}" foi restaurado como rascunho. Revise e publique.',
  "history.restored.rules": {
    one: '"{name}" foi restaurado como rascunho, junto com {count} regra excluída. Revise e publique.',
    other: '"{name}" foi restaurado como rascunho, junto com {count} regras excluídas. Revise e publique.',
  },
  "history.restored.close":
    '"{name}" foi restaurado como rascunho. O fechamento manual continua como está agora. Revise e publique.',
  "history.restored.rules.close": {
    one: '"{name}" foi restaurado como rascunho, junto com {count} regra excluída. O fechamento manual continua como está agora. Revise e publique.',
    other:
      '"{name}" foi restaurado como rascunho, junto com {count} regras excluídas. O fechamento manual continua como está agora. Revise e publique.',
  },

  "were.title": "Estávamos abertos?",
  "were.about":
    "Veja o que um horário respondeu em um momento passado e de quem foi a alteração que o decidiu.",
  "were.schedule": "Horário",
  "were.schedule.placeholder": "Escolha um horário",
  "were.date": "Data",
  "were.time": "Hora, no fuso do horário",
  "were.missing": "Escolha um horário, uma data e uma hora.",
  "were.looking": "Procurando…",
  "were.future": "Esse momento ainda não chegou. Abra o horário para ver o que ele responderá.",
  "were.at": "{name}, {when}",
  "were.decidedBy": 'Decidido pela regra "{rule}": {words}',
  "were.ruleBy": "Esta versão da regra foi publicada por {who} ({when}).",
  "were.noRule": "Nenhuma regra se aplicava.",
  "were.manual": "Fechado manualmente. Publicado por {who} ({when}).",
  "were.manualBefore":
    "Fechado manualmente desde antes do início do histórico. A alteração mais antiga registrada é de {who} ({when}).",
  "were.scheduleBy": "Esta versão do horário foi publicada por {who} ({when}).",
  "were.unknownRules": {
    one: "Não se sabe o que dizia a regra {names} na época, então a resposta pode ter sido outra.",
    other: "Não se sabe o que diziam as regras {names} na época, então a resposta pode ter sido outra.",
  },
  "were.zoneBroken": "O horário tinha um fuso horário desconhecido, por isso respondeu com um erro.",
  "were.notYet": "Este horário ainda não existia. {who} o publicou pela primeira vez ({when}).",
  "were.deleted": "Este horário não existia mais. {who} o excluiu ({when}).",
  "were.before": "Não se sabe. O histórico deste horário começa com uma alteração de {who} ({when}).",
  "were.none": "Não se sabe. Nada foi registrado sobre este horário.",
  "were.unreadable": "Não se sabe. O que {who} publicou ({when}) não pode mais ser lido.",
};
