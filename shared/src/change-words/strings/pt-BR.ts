import type { ChangeStrings } from "./table";

export const strings: ChangeStrings = {
  field: {
    name: "Nome",
    timeZone: "Fuso horário",
    manualClose: "Fechamento manual",
    rules: "Regras",
    queues: "Filas",
    group: "Grupo",
    aliases: "Nomes anteriores",
    status: "Decisão",
    exception: "Exceção",
    when: "Quando",
  },
  value: {
    yes: "sim",
    no: "não",
    off: "desativado",
    on: "ativado",
    onUntil: "ativado até {when}",
    ownQueue: "a fila de mesmo nome",
  },
  change: {
    replaced: "{field}: antes {before}, agora {after}",
    set: "{field}: {after}",
    cleared: "{field}: antes {before}, agora nada",
    added: "{field}: adição de {list}",
    removed: "{field}: remoção de {list}",
    moved: "{field}: {item} passa da posição {before} para a {after}",
    reordered: "{field}: em outra ordem",
    rewritten: "{field}: escrito de outra forma",
  },
  item: {
    scheduleCreated: "Novo horário",
    scheduleDeleted: "Horário excluído",
    ruleCreated: "Nova regra",
    ruleDeleted: "Regra excluída",
  },
};
