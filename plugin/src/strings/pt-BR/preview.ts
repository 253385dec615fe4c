import type { preview as english } from "../en-US/preview";
import type { Translated } from "../text";

export const preview: Translated<typeof english> = {
  "preview.title": "Prévia",
  "preview.about": "Com suas alterações não publicadas, no fuso do próprio horário.",
  "preview.now": "Agora: {status}",
  "preview.week": "Semana de {from} a {to}",
  "preview.previous": "Semana anterior",
  "preview.next": "Próxima semana",
  "preview.today": "Esta semana",
  "preview.open": "Aberto",
  "preview.closed": "Fechado por uma regra",
  "preview.none": "Fechado: nenhuma regra se aplica",
  "preview.manual": "Fechado manualmente",
  "preview.skipped": "Pulado pela mudança de hora",
  "preview.shorter": "Este dia tem {hours} horas: os relógios são adiantados.",
  "preview.longer": "Este dia tem {hours} horas: os relógios são atrasados.",
  "preview.missingDay": "Este fuso horário pulou este dia.",
  "preview.hours": "{hours} h",
  "preview.piece": "{day}, de {from} a {to}: {status}. {why}",
  "preview.pass.first": "a primeira vez",
  "preview.pass.second": "a segunda vez",
  "preview.by": "Decidido por {rule}",
  "preview.by.none": "Nenhuma regra se aplica",
  "preview.by.manual": "Fechamento manual",
  "preview.by.error": "O fuso horário é desconhecido",
  "preview.edit": "Editar {rule}",
  "preview.choose": "Escolha um bloco para ver o que o decide.",

  "preview.ask": "O que responderia em…",
  "preview.ask.date": "Data",
  "preview.ask.time": "Hora",
  "preview.ask.missing": "Escolha uma data e uma hora.",
  "preview.ask.skipped":
    'Os relógios pulam esta hora nesse dia; um fluxo que pergunte por ela com "simulate" recebe esta resposta.',
  "preview.ask.twice": "Os relógios marcam esta hora duas vezes nesse dia; a resposta é a mesma em ambas.",
};
