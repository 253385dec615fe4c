import type { Messages } from "./messages";

/** The spaces before `:` and within « » are U+00A0, those before `;`, `!` and `?` U+202F: no line breaks there. */
export const messages: Messages = {
  comma: ", ",
  ordinal: (n) => (n === 1 ? "1er" : `${n}e`),
  // "le 3e lundi d’avril", "le 1er et le dernier jour", "l’avant-dernier samedi"
  tidy: (text) =>
    text
      .replace(/\bde (?=[aeiouéâ])/g, "d’")
      .replace(/\ble 1(?= |,|$)/g, "le 1er")
      .replace(/\ble 2e (\S+) en partant de la fin/g, "l’avant-dernier $1"),
  recurrence: {
    everyDay: "Tous les jours",
    everyDays: "Tous les {n} jours",
    weekly: "Chaque {days}",
    weeklyRange: "Du {first} au {last}",
    weeklyOne: "Un {days} sur {n}",
    weeklySome: "Toutes les {n} semaines, {days}",
    monthly: "Chaque mois, {on}",
    monthlySome: "Tous les {n} mois, {on}",
    yearly: "Chaque année, {on}",
    yearlySome: "Tous les {n} ans, {on}",
  },
  on: {
    list: "{list}",
    monthDay: "le {n}",
    lastDay: "le dernier jour",
    dayFromEnd: "le {nth} jour en partant de la fin",
    nthWeekday: "le {nth} {weekday}",
    lastWeekday: "le dernier {weekday}",
    weekdayFromEnd: "le {nth} {weekday} en partant de la fin",
    date: "le {date}",
    ofMonths: "{list} de {months}",
    ofYear: "{list} de l’année",
  },
  clause: {
    days: "uniquement le {days}",
    months: "en {months}",
    weeks: "en semaine {list}",
    yearDays: "le jour {list} de l’année",
    positions: "uniquement le {list} de ces jours",
    lastPosition: "dernier",
    positionFromEnd: "{nth} en partant de la fin",
    allDay: "toute la journée",
    times: "{from}–{to}",
    from: "à partir du {date}",
    until: "jusqu’au {date}",
    count: { one: "une fois", other: "{n} fois" },
    also: "aussi le {list}",
    except: "sauf le {list}",
  },
  range: {
    day: "Le {date}",
    days: "Du {from} au {to}",
    from: "Tous les jours à partir du {date}",
    until: "Tous les jours jusqu’au {date}",
    dates: "Le {list}",
    never: "Aucun jour",
    more: { one: "{n} autre", other: "{n} autres" },
  },
  relative: {
    dayBefore: "La veille de {rules}",
    dayAfter: "Le lendemain de {rules}",
    daysBefore: "{n} jours avant {rules}",
    daysAfter: "{n} jours après {rules}",
    workingDayBefore: "Le dernier jour ouvré avant {rules}",
    workingDayAfter: "Le premier jour ouvré après {rules}",
    workingDaysBefore: "{n} jours ouvrés avant {rules}",
    workingDaysAfter: "{n} jours ouvrés après {rules}",
    onlyOn: "seulement pour les jours qui tombent un {days}",
    onlyOnRange: "seulement pour les jours du {first} au {last}",
    workingDays: "jours ouvrés : {days}",
    workingDaysRange: "jours ouvrés : du {first} au {last}",
    except: "jours non ouvrés : {rules}",
    unknown: "une règle qui n’existe pas",
  },
  status: {
    open: "Ouvert",
    closed: {
      closed: "Fermé",
      holiday: "Fermé, jour férié",
      manual: "Fermé manuellement",
      error: "État inconnu",
      other: "Fermé : {reason}",
    },
    noted: "{status} : {note}",
    next: "{status} · {next}",
    opens: "ouvre {when}",
    closes: "ferme {when}",
    noOpening: "aucune ouverture prévue",
    untilReopened: "jusqu’à réouverture",
    when: {
      today: "à {time}",
      tomorrow: "demain à {time}",
      thisWeek: "{weekday} à {time}",
      later: "{date} à {time}",
    },
  },
  spoken: {
    open: "Nous sommes ouverts.",
    note: "{note}.",
    openUntil: "Nous sommes ouverts {when}.",
    closed: {
      closed: "Nous sommes fermés.",
      holiday: "Nous sommes fermés en raison du jour férié.",
      manual: "Nous sommes fermés en ce moment.",
      error: "Nous ne pouvons pas dire pour l’instant si nous sommes ouverts.",
      other: "Nous sommes fermés : {reason}.",
    },
    closedUntil: {
      closed: "Nous sommes fermés et rouvrons {when}.",
      holiday: "Nous sommes fermés en raison du jour férié et rouvrons {when}.",
      manual: "Nous sommes fermés en ce moment et rouvrons {when}.",
      error: "Nous ne pouvons pas dire pour l’instant si nous sommes ouverts.",
      other: "Nous sommes fermés : {reason}. Nous rouvrons {when}.",
    },
    until: {
      today: "jusqu’à {time}",
      tomorrow: "jusqu’à demain, {time}",
      thisWeek: "jusqu’à {weekday}, {time}",
      later: "jusqu’au {date}, {time}",
    },
    again: {
      today: "aujourd’hui à {time}",
      tomorrow: "demain à {time}",
      thisWeek: "{weekday} à {time}",
      later: "le {date} à {time}",
    },
    onTheHour: { one: "{h} heure", other: "{h} heures" },
    withMinutes: { one: "{h} heure {m}", other: "{h} heures {m}" },
    upcoming: {
      closed: {
        closed: "Nous serons fermés {when}.",
        holiday: "Nous serons fermés {when} pour cause de jour férié.",
        other: "Nous serons fermés {when} : {reason}.",
      },
      open: "Nous serons ouverts {when} {times}.",
      day: { today: "aujourd’hui", tomorrow: "demain", thisWeek: "{weekday}", later: "le {date}" },
      days: "du {fromDate} au {toDate}",
      onward: "à partir du {date}",
      hours: "de {from} à {to}",
    },
  },
  problem: {
    "rrule-syntax":
      "La récurrence est illisible à « {value} ». Écrivez les parties sous la forme NOM=VALEUR, séparées par des points-virgules.",
    "rrule-too-long": "La récurrence est trop longue. Utilisez plusieurs règles.",
    "rrule-part-unknown": "{part} ne peut pas figurer dans une récurrence de dates. Retirez-le.",
    "rrule-part-repeated": "{part} figure deux fois. Gardez-en un.",
    "rrule-freq-missing":
      "La récurrence ne dit pas à quelle fréquence. Ajoutez FREQ=DAILY, WEEKLY, MONTHLY ou YEARLY.",
    "rrule-freq-unsupported": "FREQ={value} n’est pas possible. Utilisez DAILY, WEEKLY, MONTHLY ou YEARLY.",
    "rrule-value-invalid": "{part} ne peut pas être « {value} ». Corrigez la valeur.",
    "rrule-part-misplaced":
      "{part} ne peut pas être utilisé ainsi avec FREQ={value}. Retirez-le ou changez FREQ.",
    "rrule-count-and-until": "COUNT et UNTIL s’excluent. Gardez-en un.",
    "rrule-setpos-alone": "BYSETPOS choisit parmi d’autres parties. Ajoutez celle dans laquelle il choisit.",
    "rrule-weekno-interval": "BYWEEKNO ne fonctionne que chaque année. Retirez INTERVAL.",
    "rrule-start-missing": "La récurrence compte à partir d’un premier jour. Indiquez la date de début.",
    "rrule-never": "La récurrence nomme un jour qui n’existe jamais. Changez les jours ou les mois.",
    "date-invalid": "« {value} » n’est pas une date. Écrivez-la sous la forme AAAA-MM-JJ.",
    "time-invalid": "« {value} » n’est pas une heure. Écrivez-la sous la forme HH:mm, de 00:00 à 23:59.",
    "relative-invalid":
      "Les jours relatifs à d’autres règles ne sont pas lisibles. Choisissez au moins une règle, de 1 à 31 jours, et au moins un jour de la semaine là où il en faut.",
    "relative-misplaced":
      "Une règle a soit ses propres jours, soit des jours relatifs à d’autres règles. Retirez l’un des deux.",
    "relative-rule-missing":
      "La règle {value}, dont les jours dépendent, n’existe pas. Choisissez-en une autre.",
    "relative-circle":
      "Les jours dépendent de règles qui ramènent à celle-ci ou qui passent par trop d’autres. Choisissez d’autres règles.",
    "zone-unknown":
      "Le fuseau horaire « {value} » est inconnu. Choisissez-en un dans la liste, par exemple Europe/Paris.",
    "until-invalid":
      "La fin de la fermeture manuelle, « {value} », n’est pas un instant. Choisissez-la de nouveau.",
  },
  finding: {
    "rule-dates-reversed": "La date de fin {to} précède la date de début {from}. Changez l’une des deux.",
    "rule-never-applies": "Cette règle ne s’applique aucun jour. Vérifiez ses dates ou supprimez-la.",
    "rule-ended":
      "Cette règle s’est appliquée pour la dernière fois le {date}. Prolongez-la ou supprimez-la.",
    "rule-unused": "Aucun horaire n’utilise cette règle. Ajoutez-la à un horaire ou supprimez-la.",
    "rule-missing": "La règle {rule} n’existe plus. Retirez-la de l’horaire.",
    "rule-listed-twice": "La règle {rule} figure plusieurs fois dans cet horaire. Retirez-en une.",
    "rule-shadowed":
      "{rule} n’a jamais d’effet ici : la priorité revient toujours à {by}. Changez l’ordre ou les heures, ou retirez-la.",
    "exceptions-contradict":
      "{rule} et {by} sont des exceptions qui se contredisent, d’abord le {date} ; {by} l’emporte. Changez l’une des deux.",
    "reasons-contradict":
      "{rule} et {by} ferment en même temps pour des motifs différents, d’abord le {date} ; le motif vient de {by}. Donnez-leur le même motif ou changez leur ordre.",
    "reason-order":
      "Le {date}, pendant {rule}, les appelants entendent « {reason} » au lieu de « {other} », car cette règle précède {by}. Placez-la en dessous.",
    "no-rules": "Cet horaire n’a pas de règles, il est donc toujours fermé. Ajoutez des heures d’ouverture.",
    "no-opening": "Aucune ouverture n’est prévue. Ajoutez ou prolongez des heures d’ouverture.",
    "holidays-run-out":
      "Le dernier jour de fermeture à date fixe est le {date}. Ajoutez les suivants ou rendez-les récurrents.",
    "manual-close-ended": "La fermeture manuelle a pris fin le {date} et n’a plus d’effet.",
    "overnight-after-closed":
      "{rule} ouvre le {next} de {from} à {to}, alors que {by} ferme le {date} : la nuit précédente continue après minuit. Pour la fermer aussi, faites de {by} une exception pour toute la journée.",
    "rule-no-effect":
      "{rule} n’a pas d’effet ici : ces heures sont déjà ouvertes par {by}. Pour raccourcir la journée, faites de {rule} une exception pour toute la journée.",
    "rule-ends-2359":
      "La règle se termine à 23:59 : la dernière minute du jour n’en fait pas partie. Pour aller jusqu’à minuit, terminez-la à 00:00.",
    "rule-closes-for-good":
      "Cette règle ferme chaque jour à partir du {date}, pour toujours. S’il s’agit d’un seul jour, terminez-la le même jour.",
    "always-open":
      "Cet horaire est toujours ouvert pendant les 400 prochains jours. Vérifiez ses règles s’il doit fermer.",
    "item-too-large": "C’est trop grand pour être publié ({bytes} octets). Divisez-le.",
    "names-alike":
      "Les noms « {name} » et « {other} » ne diffèrent que par les majuscules ou les espaces. Un flux qui demande l’un veut peut-être l’autre : changez-en un.",
    "name-taken": "Le nom « {name} » est aussi celui de {other}. Changez l’un des deux.",
    "queue-taken": "La file d’attente « {name} » appartient aussi à {other}. Retirez-la de l’un des deux.",
  },
};
