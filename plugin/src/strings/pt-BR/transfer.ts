import type { transfer as english } from "../en-US/transfer";
import type { Translated } from "../text";

export const transfer: Translated<typeof english> = {
  "transfer.open": "Importar e exportar",
  "transfer.title": "Importar e exportar",

  "import.title": "Importar",
  "import.about":
    "Um config.json do gerenciador de horários da Twilio, um arquivo exportado aqui ou um calendário (.ics) cujos eventos se tornam regras. Nada é publicado: as alterações viram rascunhos para você revisar.",
  "import.file": "Arquivo",
  "import.choose": "Escolher um arquivo",
  "import.none": "Nenhum arquivo escolhido",
  "import.reading": "Lendo o arquivo…",
  "import.failed": "Não foi possível ler o arquivo.",
  "import.notJson": "Isto não é uma configuração (JSON) nem um calendário (.ics).",
  "import.notConfiguration": "Isto não é uma configuração:",
  "import.wholeFile": "O arquivo inteiro",
  "import.calendar.too-large": "Este calendário tem mais de 5 MB. Use o calendário de menos anos.",
  "import.calendar.not-a-calendar":
    "Isto não é um calendário (.ics). Baixe o próprio calendário, não a página que o mostra.",
  "import.calendar.too-many-events":
    "Este calendário tem mais de 20.000 eventos. Use o calendário de menos anos.",
  "import.calendar.no-events": "Este calendário não tem eventos.",

  "import.schedules": "Colocar as regras em",
  "import.schedules.add": "Adicionar um horário",
  "import.schedules.placeholder": "Escolha um horário",
  "import.schedules.help": "Os dias e as horas do calendário valem no fuso destes horários.",
  "import.schedules.zones":
    "Estes horários estão em fusos diferentes ({zones}). Importe o calendário uma vez para cada fuso.",
  "import.schedules.unknownZone": "O fuso horário {zone} é desconhecido. Corrija-o primeiro no horário.",
  "import.schedules.remove": "Remover {name}",
  "import.what": "Eventos",
  "import.what.closed": "Fecham",
  "import.what.open": "Abrem",
  "import.reason": "Motivo do fechamento",
  "import.reason.holiday": "feriado",

  "import.summary": "O que muda",
  "import.added": { one: "{count} novo", other: "{count} novos" },
  "import.changed": { one: "{count} alterado", other: "{count} alterados" },
  "import.same": { one: "{count} sem alteração", other: "{count} sem alteração" },
  "import.nothing": "Nada a importar. Tudo neste arquivo já está atualizado.",
  "import.more": { one: "Mostrar mais {count}", other: "Mostrar mais {count}" },
  "import.questions": {
    one: "{count} item precisa da sua atenção",
    other: "{count} itens precisam da sua atenção",
  },
  "import.notes": { one: "{count} observação", other: "{count} observações" },
  "import.line": "linha {line}",
  "import.take": { one: "Criar {count} rascunho", other: "Criar {count} rascunhos" },
  "import.taken": {
    one: "{count} rascunho foi criado a partir do arquivo. Revise e publique.",
    other: "{count} rascunhos foram criados a partir do arquivo. Revise e publique.",
  },
  "import.cancel": "Cancelar",

  "import.listed.not-an-event": "Não importado: {component} não é um evento.",
  "import.listed.unfinished": "Não importado: o arquivo termina no meio. Baixe o calendário novamente.",
  "import.listed.start-missing": "Não importado: não há um início legível.",
  "import.listed.end-before-start": "Não importado: termina antes de começar.",
  "import.listed.no-duration": "Não importado: não tem duração, então não há o que fechar nem abrir.",
  "import.listed.cancelled": "Não importado: foi cancelado.",
  "import.listed.superseded": "Não importado: o arquivo tem uma versão mais recente.",
  "import.listed.duplicate": "Não importado de novo: o mesmo dia e nome já existem.",
  "import.listed.rrule-refused":
    "Não importado: a recorrência não pode ser mantida ({part} {value}). Adicione uma regra à mão.",
  "import.listed.exrule-unsupported":
    "Não importado: repete-se exceto por outra recorrência ({value}). Adicione uma regra à mão.",
  "import.listed.zone-unknown":
    "Não importado: nada diz o que é o fuso horário {zone}. Adicione uma regra à mão.",
  "import.listed.this-and-future":
    "Não importado: altera uma série a partir de um dia. Adicione uma regra à mão e encerre a antiga.",
  "import.listed.line-unreadable": "Importado sem uma linha que não pode ser lida: {text}",
  "import.listed.summary-missing": "Importado com a data como nome, porque não tem nome.",
  "import.listed.tentative": "Importado, embora seja provisório.",
  "import.listed.exdate-unmatched":
    "Importado; a exceção {value} está em uma hora em que ele não começa e foi deixada de fora.",
  "import.listed.start-added":
    "Importado; o primeiro dia, {value}, não faz parte da recorrência e foi adicionado à parte.",
  "import.listed.expanded":
    "Importado como lista de dias de {from} a {until}, porque nenhuma recorrência diz o mesmo no fuso do horário.",
  "import.listed.seconds-dropped": "Importado com precisão de minutos.",
  "import.listed.id-replaced": "O id {was} não pode ser usado ou está repetido; o item tem um novo.",
  "import.listed.name-replaced":
    "Outro horário se chama {was}, então este tem outro nome. Renomeie ou exclua um deles.",
  "import.listed.field-unknown": "O campo {field} é desconhecido e foi deixado de fora.",
  "import.listed.time-rewritten": "{field} {was} foi reescrito como {value}.",
  "import.listed.reference-missing": "A regra {rule} não existe e foi deixada de fora.",
  "import.listed.start-date-needed":
    "Quando começa? {part} conta a partir de uma data de início, e não há nenhuma. A regra não se aplica até você adicionar uma.",
  "import.listed.recurrence-counts":
    "{part} agora conta a partir da data de início. O gerenciador de horários da Twilio contava a partir de hoje, o que dava outros dias: confira.",
  "import.listed.overnight-matches":
    "Os horários que passam da meia-noite agora se aplicam. O gerenciador de horários da Twilio nunca os aplicava.",

  "export.title": "Exportar",
  "export.all": "Tudo, como arquivo",
  "export.all.about":
    "Todos os horários e regras como estão em vigor, sem seus rascunhos. Pode ser importado aqui novamente e tem o formato do config.json da Twilio.",
  "export.all.download": "Baixar configuração",
  "export.calendar": "Um horário, como calendário",
  "export.schedule": "Horário",
  "export.what": "O quê",
  "export.what.openings": "Aberturas",
  "export.what.closures": "Fechamentos por regras e manuais",
  "export.from": "De",
  "export.to": "Até",
  "export.calendar.download": "Baixar calendário",
  "export.range": "O fim deve ser depois do início.",
  "export.nothing.openings": "{name} não abre neste período.",
  "export.nothing.closures": "Nenhuma regra fecha {name} neste período.",
  "import.starts": "Quando estas regras começam?",
  "import.starts.about":
    "Elas se repetem a cada algumas semanas, meses ou anos, contando de um dia que o arquivo não informa. Sem ele, elas não se aplicam; você também pode adicioná-lo depois.",
};
