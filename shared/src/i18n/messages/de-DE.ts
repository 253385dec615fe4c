import type { Messages } from "./messages";

/** "am vorletzten Samstag" */
const FROM_END: Readonly<Record<string, string>> = {
  "2": "vorletzten",
  "3": "drittletzten",
  "4": "viertletzten",
  "5": "fünftletzten",
};

export const messages: Messages = {
  comma: ", ",
  tidy: (text) =>
    text.replace(
      /\bam ([2-5])\. (\S+) vom Ende her/g,
      (said, n: string, what: string) => `am ${FROM_END[n] ?? said} ${what}`,
    ),
  ordinal: (n) => `${n}.`,
  recurrence: {
    everyDay: "Jeden Tag",
    everyDays: "Alle {n} Tage",
    weekly: "Jeden {days}",
    weeklyRange: "{first} bis {last}",
    weeklyOne: "Jeden {nth} {days}",
    weeklySome: "Alle {n} Wochen am {days}",
    monthly: "Jeden Monat {on}",
    monthlySome: "Alle {n} Monate {on}",
    yearly: "Jedes Jahr {on}",
    yearlySome: "Alle {n} Jahre {on}",
  },
  on: {
    list: "{list}",
    monthDay: "am {n}.",
    lastDay: "am letzten Tag",
    dayFromEnd: "am {nth} Tag vom Ende her",
    nthWeekday: "am {nth} {weekday}",
    lastWeekday: "am letzten {weekday}",
    weekdayFromEnd: "am {nth} {weekday} vom Ende her",
    date: "am {date}",
    ofMonths: "{list} im {months}",
    ofYear: "{list} des Jahres",
  },
  clause: {
    days: "am {days}",
    months: "im {months}",
    weeks: "in Kalenderwoche {list}",
    yearDays: "am Tag {list} des Jahres",
    positions: "davon nur der {list}",
    lastPosition: "letzte",
    positionFromEnd: "{nth} vom Ende her",
    allDay: "ganztägig",
    times: "{from}–{to}",
    from: "ab {date}",
    until: "bis {date}",
    count: { one: "einmal", other: "{n}-mal" },
    also: "auch am {list}",
    except: "außer am {list}",
  },
  range: {
    day: "Am {date}",
    days: "Vom {from} bis {to}",
    from: "Jeden Tag ab {date}",
    until: "Jeden Tag bis {date}",
    dates: "Am {list}",
    never: "An keinem Tag",
    more: { one: "{n} weiterem Tag", other: "{n} weiteren Tagen" },
  },
  relative: {
    dayBefore: "Am Tag vor {rules}",
    dayAfter: "Am Tag nach {rules}",
    daysBefore: "{n} Tage vor {rules}",
    daysAfter: "{n} Tage nach {rules}",
    workingDayBefore: "Am letzten Arbeitstag vor {rules}",
    workingDayAfter: "Am nächsten Arbeitstag nach {rules}",
    workingDaysBefore: "{n} Arbeitstage vor {rules}",
    workingDaysAfter: "{n} Arbeitstage nach {rules}",
    onlyOn: "nur für Tage, die auf {days} fallen",
    onlyOnRange: "nur für Tage von {first} bis {last}",
    workingDays: "Arbeitstage: {days}",
    workingDaysRange: "Arbeitstage: {first} bis {last}",
    except: "keine Arbeitstage: {rules}",
    unknown: "einer Regel, die es nicht gibt",
  },
  status: {
    open: "Geöffnet",
    closed: {
      closed: "Geschlossen",
      holiday: "Wegen Feiertag geschlossen",
      manual: "Manuell geschlossen",
      error: "Status unbekannt",
      other: "Geschlossen: {reason}",
    },
    noted: "{status}: {note}",
    next: "{status} · {next}",
    opens: "öffnet {when}",
    closes: "schließt {when}",
    noOpening: "keine Öffnung geplant",
    untilReopened: "bis zur Wiedereröffnung",
    when: {
      today: "um {time}",
      tomorrow: "morgen {time}",
      thisWeek: "{weekday} {time}",
      later: "{date}, {time}",
    },
  },
  spoken: {
    open: "Wir haben geöffnet.",
    note: "{note}.",
    openUntil: "Wir haben {when} geöffnet.",
    closed: {
      closed: "Wir haben geschlossen.",
      holiday: "Wir haben wegen des Feiertags geschlossen.",
      manual: "Wir haben im Moment geschlossen.",
      error: "Wir können gerade nicht sagen, ob wir geöffnet haben.",
      other: "Wir haben geschlossen: {reason}.",
    },
    closedUntil: {
      closed: "Wir haben geschlossen und öffnen {when} wieder.",
      holiday: "Wir haben wegen des Feiertags geschlossen und öffnen {when} wieder.",
      manual: "Wir haben im Moment geschlossen und öffnen {when} wieder.",
      error: "Wir können gerade nicht sagen, ob wir geöffnet haben.",
      other: "Wir haben geschlossen: {reason}. Wir öffnen {when} wieder.",
    },
    until: {
      today: "bis {time}",
      tomorrow: "bis morgen um {time}",
      thisWeek: "bis {weekday} um {time}",
      later: "bis {weekday}, den {day}, um {time}",
    },
    again: {
      today: "heute um {time}",
      tomorrow: "morgen um {time}",
      thisWeek: "am {weekday} um {time}",
      later: "am {weekday}, dem {day}, um {time}",
    },
    onTheHour: { one: "{h} Uhr", other: "{h} Uhr" },
    withMinutes: { one: "{h} Uhr {m}", other: "{h} Uhr {m}" },
    upcoming: {
      closed: {
        closed: "Wir haben {when} geschlossen.",
        holiday: "Wir haben {when} feiertagsbedingt geschlossen.",
        other: "Wir haben {when} geschlossen: {reason}.",
      },
      open: "Wir haben {when} {times} geöffnet.",
      day: {
        today: "heute",
        tomorrow: "morgen",
        thisWeek: "am {weekday}",
        later: "am {weekday}, dem {day},",
      },
      days: "von {fromWeekday}, dem {fromDay}, bis {toWeekday}, den {toDay},",
      onward: "ab {weekday}, dem {day},",
      hours: "von {from} bis {to}",
    },
  },
  problem: {
    "rrule-syntax":
      "Die Wiederholung ist bei „{value}“ nicht lesbar. Schreiben Sie Teile als NAME=WERT, mit Semikolon dazwischen.",
    "rrule-too-long": "Die Wiederholung ist zu lang. Verwenden Sie mehrere Regeln.",
    "rrule-part-unknown": "{part} kann in einer Wiederholung von Tagen nicht vorkommen. Entfernen Sie es.",
    "rrule-part-repeated": "{part} kommt zweimal vor. Behalten Sie eines.",
    "rrule-freq-missing":
      "Die Wiederholung sagt nicht, wie oft. Ergänzen Sie FREQ=DAILY, WEEKLY, MONTHLY oder YEARLY.",
    "rrule-freq-unsupported":
      "FREQ={value} ist nicht möglich. Verwenden Sie DAILY, WEEKLY, MONTHLY oder YEARLY.",
    "rrule-value-invalid": "{part} kann nicht „{value}“ sein. Korrigieren Sie den Wert.",
    "rrule-part-misplaced":
      "{part} ist so mit FREQ={value} nicht möglich. Entfernen Sie es oder ändern Sie FREQ.",
    "rrule-count-and-until": "COUNT und UNTIL schließen einander aus. Behalten Sie eines.",
    "rrule-setpos-alone": "BYSETPOS wählt aus anderen Teilen aus. Ergänzen Sie den Teil, aus dem es wählt.",
    "rrule-weekno-interval": "BYWEEKNO geht nur für jedes Jahr. Entfernen Sie INTERVAL.",
    "rrule-start-missing": "Die Wiederholung zählt ab einem ersten Tag. Geben Sie das Startdatum an.",
    "rrule-never": "Die Wiederholung nennt einen Tag, den es nie gibt. Ändern Sie Tage oder Monate.",
    "date-invalid": "„{value}“ ist kein Datum. Schreiben Sie es als JJJJ-MM-TT.",
    "time-invalid": "„{value}“ ist keine Uhrzeit. Schreiben Sie sie als HH:mm, von 00:00 bis 23:59.",
    "relative-invalid":
      "Die Tage, die sich nach anderen Regeln richten, sind nicht lesbar. Wählen Sie mindestens eine Regel, 1 bis 31 Tage und mindestens einen Wochentag, wo nach Wochentagen gefragt ist.",
    "relative-misplaced":
      "Eine Regel hat entweder eigene Tage oder richtet sich nach anderen Regeln. Nehmen Sie eines davon heraus.",
    "relative-rule-missing":
      "Die Regel {value}, nach der sich die Tage richten, gibt es nicht. Wählen Sie eine andere.",
    "relative-circle":
      "Die Tage richten sich nach Regeln, die zu dieser zurückführen oder über zu viele andere gehen. Wählen Sie andere Regeln.",
    "zone-unknown":
      "Die Zeitzone „{value}“ ist unbekannt. Wählen Sie eine aus der Liste, etwa Europe/Berlin.",
    "until-invalid": "Das Ende der manuellen Schließung, „{value}“, ist kein Zeitpunkt. Wählen Sie es neu.",
  },
  finding: {
    "rule-dates-reversed": "Das Enddatum {to} liegt vor dem Startdatum {from}. Ändern Sie eines davon.",
    "rule-never-applies": "Diese Regel gilt an keinem Tag. Prüfen Sie die Daten, oder löschen Sie sie.",
    "rule-ended": "Diese Regel galt zuletzt am {date}. Verlängern oder löschen Sie sie.",
    "rule-unused": "Kein Zeitplan verwendet diese Regel. Fügen Sie sie einem hinzu, oder löschen Sie sie.",
    "rule-missing": "Die Regel {rule} gibt es nicht mehr. Entfernen Sie sie aus dem Zeitplan.",
    "rule-listed-twice": "Die Regel {rule} steht mehrmals in diesem Zeitplan. Entfernen Sie eine.",
    "rule-shadowed":
      "{rule} wirkt hier nie: Diese Regel wird immer von {by} übersteuert. Ändern Sie Reihenfolge oder Zeiten, oder entfernen Sie sie.",
    "exceptions-contradict":
      "{rule} und {by} sind Ausnahmen, die sich widersprechen, zuerst am {date}; {by} gilt. Ändern Sie eine davon.",
    "reasons-contradict":
      "{rule} und {by} schließen zur selben Zeit mit verschiedenen Gründen, zuerst am {date}; der Grund kommt von {by}. Geben Sie beiden denselben Grund, oder ändern Sie die Reihenfolge.",
    "reason-order":
      "Am {date} hören Anrufer während {rule} „{reason}“ statt „{other}“, weil diese Regel vor {by} steht. Verschieben Sie sie darunter.",
    "no-rules":
      "Dieser Zeitplan hat keine Regeln und ist daher immer geschlossen. Fügen Sie Öffnungszeiten hinzu.",
    "no-opening": "Es ist keine Öffnung geplant. Ergänzen oder verlängern Sie Öffnungszeiten.",
    "holidays-run-out":
      "Der letzte geschlossene Tag mit festem Datum ist der {date}. Ergänzen Sie die nächsten, oder lassen Sie sie sich wiederholen.",
    "manual-close-ended": "Die manuelle Schließung endete am {date} und wirkt nicht mehr.",
    "overnight-after-closed":
      "{rule} öffnet am {next} von {from} bis {to}, obwohl {by} am {date} schließt: Die Nacht davor geht nach Mitternacht weiter. Soll auch sie geschlossen sein, machen Sie {by} zur Ausnahme für den ganzen Tag.",
    "rule-no-effect":
      "{rule} bewirkt hier nichts: Wegen {by} ist dann ohnehin geöffnet. Soll der Tag kürzer werden, machen Sie {rule} zur Ausnahme für den ganzen Tag.",
    "rule-ends-2359":
      "Die Regel endet um 23:59 Uhr, die letzte Minute des Tages gehört also nicht dazu. Soll sie bis Mitternacht gelten, lassen Sie sie um 00:00 Uhr enden.",
    "rule-closes-for-good":
      "Diese Regel schließt jeden Tag ab dem {date}, auf Dauer. Ist ein Tag gemeint, lassen Sie sie am selben Tag enden.",
    "always-open":
      "Dieser Zeitplan ist in den nächsten 400 Tagen immer geöffnet. Prüfen Sie seine Regeln, wenn er schließen soll.",
    "item-too-large": "Das ist zu groß zum Veröffentlichen ({bytes} Byte). Teilen Sie es auf.",
    "names-alike":
      "Die Namen „{name}“ und „{other}“ unterscheiden sich nur durch Großschreibung oder Leerzeichen. Flows, die nach dem einen fragen, meinen vielleicht den anderen: Ändern Sie einen.",
    "name-taken": "Den Namen „{name}“ trägt auch {other}. Ändern Sie einen davon.",
    "queue-taken": "Die Warteschlange „{name}“ gehört auch zu {other}. Entfernen Sie sie bei einem.",
  },
};
