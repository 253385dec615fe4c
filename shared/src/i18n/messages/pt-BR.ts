import type { Messages } from "./messages";

/** Weekdays from this one (Saturday) are masculine. */
const SATURDAY = 5;
const END: Readonly<Record<string, string>> = { º: "o", ª: "a" };

export const messages: Messages = {
  comma: ", ",
  // "última segunda-feira", "penúltimo sábado", "dia 1º"
  tidy: (text) =>
    text
      .replace(/\bdia 1(?=,| e |$)/g, "dia 1º")
      .replace(/última ocorrência de (?=sábado|domingo)/g, "último ")
      .replace(/última ocorrência de /g, "última ")
      .replace(
        /\b2([ºª]) (\S+) a partir do fim/g,
        (_, gender: string, day: string) => `penúltim${END[gender] ?? "o"} ${day}`,
      )
      .replace(
        /\b3([ºª]) (\S+) a partir do fim/g,
        (_, gender: string, day: string) => `antepenúltim${END[gender] ?? "o"} ${day}`,
      ),
  ordinal: (n, weekday = SATURDAY) => `${n}${weekday < SATURDAY ? "ª" : "º"}`,
  recurrence: {
    everyDay: "Todos os dias",
    everyDays: "A cada {n} dias",
    weekly: "Toda semana, {days}",
    weeklyRange: "De {first} a {last}",
    weeklyOne: "A cada {n} semanas, {days}",
    weeklySome: "A cada {n} semanas, {days}",
    monthly: "Todo mês, {on}",
    monthlySome: "A cada {n} meses, {on}",
    yearly: "Todo ano, {on}",
    yearlySome: "A cada {n} anos, {on}",
  },
  on: {
    list: "{list}",
    monthDay: "dia {n}",
    lastDay: "último dia",
    dayFromEnd: "{nth} dia a partir do fim",
    nthWeekday: "{nth} {weekday}",
    lastWeekday: "última ocorrência de {weekday}",
    weekdayFromEnd: "{nth} {weekday} a partir do fim",
    date: "{date}",
    ofMonths: "{list} de {months}",
    ofYear: "{list} do ano",
  },
  clause: {
    days: "somente {days}",
    months: "em {months}",
    weeks: "na semana {list}",
    yearDays: "no dia {list} do ano",
    positions: "somente o {list} desses dias",
    lastPosition: "último",
    positionFromEnd: "{nth} a partir do fim",
    allDay: "o dia todo",
    times: "{from}–{to}",
    from: "a partir de {date}",
    until: "até {date}",
    count: { one: "uma vez", other: "{n} vezes" },
    also: "também em {list}",
    except: "exceto em {list}",
  },
  range: {
    day: "Em {date}",
    days: "De {from} a {to}",
    from: "Todos os dias a partir de {date}",
    until: "Todos os dias até {date}",
    dates: "Em {list}",
    never: "Nenhum dia",
    more: { one: "mais {n}", other: "mais {n}" },
  },
  relative: {
    dayBefore: "No dia anterior a {rules}",
    dayAfter: "No dia seguinte a {rules}",
    daysBefore: "{n} dias antes de {rules}",
    daysAfter: "{n} dias depois de {rules}",
    workingDayBefore: "No último dia útil antes de {rules}",
    workingDayAfter: "No próximo dia útil depois de {rules}",
    workingDaysBefore: "{n} dias úteis antes de {rules}",
    workingDaysAfter: "{n} dias úteis depois de {rules}",
    onlyOn: "só para dias que caem em {days}",
    onlyOnRange: "só para dias de {first} a {last}",
    workingDays: "dias úteis: {days}",
    workingDaysRange: "dias úteis: de {first} a {last}",
    except: "dias não úteis: {rules}",
    unknown: "uma regra que não existe",
  },
  status: {
    open: "Aberto",
    closed: {
      closed: "Fechado",
      holiday: "Fechado por feriado",
      manual: "Fechado manualmente",
      error: "Status desconhecido",
      other: "Fechado: {reason}",
    },
    noted: "{status}: {note}",
    next: "{status} · {next}",
    opens: "abre {when}",
    closes: "fecha {when}",
    noOpening: "nenhuma abertura prevista",
    untilReopened: "até ser reaberto",
    when: {
      today: "às {time}",
      tomorrow: "amanhã, {time}",
      thisWeek: "{weekday} {time}",
      later: "{date}, {time}",
    },
  },
  spoken: {
    open: "Estamos abertos.",
    note: "{note}.",
    openUntil: "Estamos abertos {when}.",
    closed: {
      closed: "Estamos fechados.",
      holiday: "Estamos fechados devido ao feriado.",
      manual: "Estamos fechados no momento.",
      error: "No momento não podemos dizer se estamos abertos.",
      other: "Estamos fechados: {reason}.",
    },
    closedUntil: {
      closed: "Estamos fechados e reabrimos {when}.",
      holiday: "Estamos fechados devido ao feriado e reabrimos {when}.",
      manual: "Estamos fechados no momento e reabrimos {when}.",
      error: "No momento não podemos dizer se estamos abertos.",
      other: "Estamos fechados: {reason}. Reabrimos {when}.",
    },
    until: {
      today: "até {time}",
      tomorrow: "até amanhã {time}",
      thisWeek: "até {weekday} {time}",
      later: "até {weekday}, {day}, {time}",
    },
    again: {
      today: "hoje {time}",
      tomorrow: "amanhã {time}",
      thisWeek: "{weekday} {time}",
      later: "{weekday}, {day}, {time}",
    },
    onTheHour: { one: "à {h} hora", other: "às {h} horas" },
    withMinutes: { one: "à {h} hora e {m} minutos", other: "às {h} horas e {m} minutos" },
    upcoming: {
      closed: {
        closed: "Estaremos fechados {when}.",
        holiday: "Estaremos fechados {when} devido ao feriado.",
        other: "Estaremos fechados {when}: {reason}.",
      },
      open: "Estaremos abertos {when}, {times}.",
      day: { today: "hoje", tomorrow: "amanhã", thisWeek: "{weekday}", later: "{weekday}, {day}," },
      days: "de {fromWeekday}, {fromDay}, a {toWeekday}, {toDay},",
      onward: "a partir de {weekday}, {day},",
      hours: "abrindo {from} e fechando {to}",
    },
  },
  problem: {
    "rrule-syntax":
      "Não é possível ler a recorrência em “{value}”. Escreva as partes como NOME=VALOR, separadas por ponto e vírgula.",
    "rrule-too-long": "A recorrência é longa demais. Use várias regras.",
    "rrule-part-unknown": "{part} não pode fazer parte de uma recorrência de datas. Remova essa parte.",
    "rrule-part-repeated": "{part} aparece duas vezes. Mantenha só um.",
    "rrule-freq-missing":
      "A recorrência não diz com que frequência. Adicione FREQ=DAILY, WEEKLY, MONTHLY ou YEARLY.",
    "rrule-freq-unsupported": "FREQ={value} não é possível. Use DAILY, WEEKLY, MONTHLY ou YEARLY.",
    "rrule-value-invalid": "{part} não pode ser “{value}”. Corrija o valor.",
    "rrule-part-misplaced": "{part} não pode ser usado assim com FREQ={value}. Remova ou altere FREQ.",
    "rrule-count-and-until": "COUNT e UNTIL se excluem. Mantenha só um.",
    "rrule-setpos-alone": "BYSETPOS escolhe entre outras partes. Adicione a parte da qual ele escolhe.",
    "rrule-weekno-interval": "BYWEEKNO só funciona todos os anos. Remova INTERVAL.",
    "rrule-start-missing": "A recorrência conta a partir de um primeiro dia. Informe a data de início.",
    "rrule-never": "A recorrência indica um dia que nunca ocorre. Altere os dias ou os meses.",
    "date-invalid": "“{value}” não é uma data. Escreva-a como AAAA-MM-DD.",
    "time-invalid": "“{value}” não é uma hora. Escreva-a como HH:mm, de 00:00 a 23:59.",
    "relative-invalid":
      "Os dias relativos a outras regras não são válidos. Escolha pelo menos uma regra, de 1 a 31 dias e, onde for pedido, pelo menos um dia da semana.",
    "relative-misplaced":
      "Uma regra tem dias próprios ou dias relativos a outras regras. Remova um dos dois.",
    "relative-rule-missing": "A regra {value}, da qual os dias dependem, não existe. Escolha outra.",
    "relative-circle":
      "Os dias dependem de regras que levam de volta a esta ou passam por outras demais. Escolha outras regras.",
    "zone-unknown": "O fuso horário “{value}” é desconhecido. Escolha um da lista, como America/Sao_Paulo.",
    "until-invalid":
      "O fim do fechamento manual, “{value}”, não é uma data e hora válida. Escolha-o novamente.",
  },
  finding: {
    "rule-dates-reversed": "A data de término {to} é anterior à data de início {from}. Altere uma delas.",
    "rule-never-applies": "Esta regra não se aplica em nenhum dia. Verifique as datas ou exclua a regra.",
    "rule-ended": "Esta regra se aplicou pela última vez em {date}. Prorrogue-a ou exclua-a.",
    "rule-unused": "Nenhum horário usa esta regra. Adicione-a a um horário ou exclua-a.",
    "rule-missing": "A regra {rule} não existe mais. Remova-a do horário.",
    "rule-listed-twice": "A regra {rule} está mais de uma vez neste horário. Remova uma.",
    "rule-shadowed":
      "{rule} nunca tem efeito aqui: a prioridade é sempre de {by}. Altere a ordem ou as horas, ou remova a regra.",
    "exceptions-contradict":
      "{rule} e {by} são exceções que se contradizem, pela primeira vez em {date}; prevalece {by}. Altere uma delas.",
    "reasons-contradict":
      "{rule} e {by} fecham ao mesmo tempo com motivos diferentes, pela primeira vez em {date}; o motivo vem de {by}. Dê a ambas o mesmo motivo ou altere a ordem.",
    "reason-order":
      "Em {date}, durante {rule}, quem liga ouve “{reason}” em vez de “{other}”, porque esta regra vem antes de {by} na ordem. Mova-a para depois dela.",
    "no-rules":
      "Este horário não tem regras, por isso está sempre fechado. Adicione horários de funcionamento.",
    "no-opening": "Nenhuma abertura está prevista. Adicione ou prorrogue horários de funcionamento.",
    "holidays-run-out":
      "O último dia fechado com data fixa é {date}. Adicione os próximos ou faça com que se repitam.",
    "manual-close-ended": "O fechamento manual terminou em {date} e não tem mais efeito.",
    "overnight-after-closed":
      "{rule} abre em {next} de {from} a {to}, embora {by} feche em {date}: a noite anterior continua depois da meia-noite. Para fechá-la também, faça de {by} uma exceção para o dia inteiro.",
    "rule-no-effect":
      "{rule} não tem efeito aqui: essas horas já são abertas por {by}. Para encurtar o dia, faça de {rule} uma exceção para o dia inteiro.",
    "rule-ends-2359":
      "A regra termina às 23:59, então o último minuto do dia não faz parte dela. Para que vá até a meia-noite, defina o fim às 00:00.",
    "rule-closes-for-good":
      "Esta regra fecha todos os dias a partir de {date}, sem fim. Para fechar só um dia, defina o mesmo dia como o último.",
    "always-open":
      "Este horário está sempre aberto nos próximos 400 dias. Verifique as regras se ele precisar fechar.",
    "item-too-large": "Este item é grande demais para ser publicado ({bytes} bytes). Divida-o em vários.",
    "names-alike":
      "Os nomes “{name}” e “{other}” diferem só por maiúsculas ou espaços. Um fluxo que usa um deles talvez se refira ao outro: altere um deles.",
    "name-taken": "O nome “{name}” também é de {other}. Altere um deles.",
    "queue-taken": "A fila “{name}” também pertence a {other}. Remova-a de um deles.",
  },
};
