import type { scheduleEditor as english } from "../en-US/schedule-editor";
import type { Translated } from "../text";

export const scheduleEditor: Translated<typeof english> = {
  "schedule.name": "Nome",
  "schedule.name.help":
    "Os fluxos perguntam por este nome. Se renomear o horário, mantenha o nome antigo abaixo como nome anterior.",
  "schedule.zone": "Fuso horário",
  "schedule.zone.now": "Hora atual lá: {time}.",
  "schedule.zone.placeholder": "Cidade, região ou abreviação",
  "schedule.zone.missing": "Escolha um fuso horário.",

  "schedule.close": "Fechamento manual",
  "schedule.close.label": "Fechado manualmente",
  "schedule.close.help": "Prevalece sobre todas as regras até você reabrir o horário.",
  "schedule.close.until": "Reabrir automaticamente",
  "schedule.close.date": "Data",
  "schedule.close.time": "Hora",
  "schedule.close.ends": "Termina: {when}. Depois, as regras voltam a decidir.",
  "schedule.close.ended": "O fechamento manual já terminou ({when}).",
  "schedule.close.half": "Escolha uma data e uma hora.",

  "schedule.rules": "Regras",
  "schedule.rules.about":
    "Primeiro valem as exceções, depois as regras de fechamento e depois as de abertura. Se nenhuma regra se aplica, o horário está fechado. Se várias se aplicam, é indicada a que está mais acima.",
  "schedule.rules.none": "Ainda não há regras: o horário está sempre fechado.",
  "schedule.rules.add": "Adicionar uma regra",
  "schedule.rules.add.placeholder": "Pesquisar as regras",
  "schedule.rules.create": "Criar uma regra",
  "schedule.rules.list": "Regras em ordem",
  "schedule.rule.missing": "Regra excluída",
  "schedule.rule.edit": "Editar {name}",
  "schedule.rule.up": "Mover {name} para cima",
  "schedule.rule.down": "Mover {name} para baixo",
  "schedule.rule.remove": "Remover {name} deste horário",
  "schedule.rule.drag": "Mover {name}: arraste ou pressione as teclas de seta",
  "schedule.rule.moved": "{name} está agora na posição {place} de {count}.",
  "schedule.rule.removed": "Regra removida: {name}.",
  "schedule.rule.unnamed": "Regra sem nome",
  "schedule.rule.findings": { one: "mais {count} aviso", other: "mais {count} avisos" },

  "schedule.more": "Nomes e filas",
  "schedule.aliases": "Nomes anteriores",
  "schedule.aliases.help": "Eles continuam funcionando, para que os fluxos que ainda os usam não parem.",
  "schedule.queues": "Filas",
  "schedule.queues.help":
    "Nomes ou SIDs das filas a que este horário se aplica. Os agentes veem o status dele na caixa de transferência. Se não houver nenhuma, ele se aplica à fila chamada {name}.",
  "schedule.group": "Grupo",
  "schedule.group.help":
    "Os horários de um mesmo grupo substituem uns aos outros: quando um está fechado, os agentes veem outro que está aberto.",
  "list.add": "Adicionar",
  "list.remove": "Remover {item}",

  "edit.problem.name-missing": "Dê um nome ao horário.",
  "edit.problem.character-refused": "Remova o caractere {character}. Ele não aparece em um nome.",
  "edit.problem.nothing-visible": "Digite pelo menos um caractere visível.",
  "edit.problem.name-taken":
    "Outro horário tem este nome, agora ou como nome anterior. Escolha um diferente.",
  "edit.problem.alias-taken": 'Outro horário já usa "{item}". Remova o nome aqui ou lá.',
  "edit.problem.queue-taken": 'A fila "{item}" já pertence a outro horário. Remova-a aqui ou lá.',
};
