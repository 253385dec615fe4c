import { parseDate } from "@schedule-manager/shared/civil";
import type { Change, Rule, Status } from "@schedule-manager/shared/model";
import { evaluate } from "@schedule-manager/shared/evaluate";
import { nextChange, nextTurn } from "@schedule-manager/shared/next-change";
import { stringsFor } from "@schedule-manager/shared/strings/find";
import { LOCALES } from "@schedule-manager/shared/strings/pick";
import { findingInWords, problemInWords } from "@schedule-manager/shared/words/finding";
import { joinList } from "@schedule-manager/shared/words/format";
import { ruleInWords } from "@schedule-manager/shared/words/rule";
import { spokenStatus } from "@schedule-manager/shared/words/spoken";
import { statusInWords } from "@schedule-manager/shared/words/status";
import { at, compiled, rule } from "./fixtures";

/** Intl writes narrow no-break spaces before AM and PM. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, " ");

const say = (more: Partial<Rule>, locale = "en-GB"): string => plain(ruleInWords(rule("r", more), locale));

describe("a rule in words", () => {
  const fortnight: Partial<Rule> = {
    dateRRule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20271231",
    startDate: "2026-01-02",
    startTime: "22:00",
    endTime: "06:00",
  };

  test.each([
    ["en-GB", "Every 2nd Friday, 22:00–06:00, until 31 Dec 2027"],
    ["en-US", "Every 2nd Friday, 10:00 PM–6:00 AM, until Dec 31, 2027"],
    ["es-ES", "Un viernes de cada 2, 22:00–6:00, hasta el 31 dic 2027"],
    ["pt-BR", "A cada 2 semanas, sexta-feira, 22:00–06:00, até 31 de dez. de 2027"],
    ["fr-FR", "Un vendredi sur 2, 22:00–06:00, jusqu’au 31 déc. 2027"],
    ["de-DE", "Jeden 2. Freitag, 22:00–06:00, bis 31. Dez. 2027"],
    ["th-TH", "วันศุกร์ทุก 2 สัปดาห์ 22:00–06:00 จนถึง 31 ธ.ค. 2027"],
    ["zh-Hans", "每 2 周的星期五，22:00–06:00，至2027年12月31日"],
  ])("[WD1] is said in %s", (locale, words) => {
    expect(say(fortnight, locale)).toBe(words);
  });

  test.each<[Partial<Rule>, string]>([
    [{}, "Every day, all day"],
    [{ startTime: "08:00" }, "Every day, 08:00–00:00"],
    [{ isOpen: false, startDate: "2026-12-25", endDate: "2026-12-25" }, "On 25 Dec 2026"],
    [{ startDate: "2026-12-24", endDate: "2026-12-31" }, "From 24 Dec 2026 to 31 Dec 2026, all day"],
    [{ startDate: "2026-12-24" }, "Every day from 24 Dec 2026, all day"],
    [{ endDate: "2026-12-24" }, "Every day until 24 Dec 2026, all day"],
    [{ isOpen: false, dates: ["2026-05-01", "2026-01-01"] }, "On 1 Jan 2026 and 1 May 2026"],
    [{ isOpen: false, dates: [] }, "On no day"],
    [{ dateRRule: "FREQ=DAILY", startTime: "09:00", endTime: "17:00" }, "Every day, 09:00–17:00"],
    [{ dateRRule: "FREQ=DAILY;INTERVAL=3", startDate: "2026-01-01" }, "Every 3 days, all day"],
    [{ dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" }, "Monday to Friday, all day"],
    [{ dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU" }, "Every day, all day"],
    [{ dateRRule: "FREQ=WEEKLY;BYDAY=SU,MO" }, "Every Monday and Sunday, all day"],
    [
      { dateRRule: "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH", startDate: "2026-01-01" },
      "Every 3 weeks on Monday and Thursday, all day",
    ],
    [{ isOpen: false, dateRRule: "FREQ=MONTHLY;BYMONTHDAY=1,-1" }, "Every month on the 1st and the last day"],
    [{ isOpen: false, dateRRule: "FREQ=MONTHLY;BYDAY=-2SA" }, "Every month on the 2nd-to-last Saturday"],
    [{ isOpen: false, dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25" }, "Every year on 25 December"],
    [
      { isOpen: false, dateRRule: "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH" },
      "Every year on the 4th Thursday of November",
    ],
    [{ isOpen: false, dateRRule: "FREQ=YEARLY;BYDAY=20MO" }, "Every year on the 20th Monday of the year"],
    [
      { isOpen: false, dateRRule: "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", exceptDates: ["2026-02-13"] },
      "Every month, on the 13th, on Friday, except on 13 Feb 2026",
    ],
    [
      { isOpen: false, dateRRule: "FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1;COUNT=3", startDate: "2026-01-01" },
      "Every month, on Monday and Friday, only the last of these days, 3 times",
    ],
  ])("[WD2] %j", (more, words) => {
    expect(say(more)).toBe(words);
  });

  const WHEN: Readonly<Record<string, Partial<Rule>>> = {
    newYear: { dateRRule: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1" },
    ends: { dateRRule: "FREQ=MONTHLY;BYMONTHDAY=1,-1" },
    lastButOne: { dateRRule: "FREQ=MONTHLY;BYDAY=-2SA" },
    third: { dateRRule: "FREQ=MONTHLY;BYDAY=-3MO" },
    fourth: { dateRRule: "FREQ=MONTHLY;BYDAY=-4TU" },
    last: { dateRRule: "FREQ=MONTHLY;BYDAY=-1MO,-1SA" },
    six: { dates: ["2026-01-01", "2026-02-02", "2026-03-03", "2026-04-04", "2026-05-05", "2026-06-06"] },
    two: { dates: ["2026-03-03", "2026-04-04"] },
  };

  test.each([
    ["newYear", "fr-FR", "Chaque année, le 1er janvier"],
    ["newYear", "pt-BR", "Todo ano, 1º de janeiro"],
    ["newYear", "de-DE", "Jedes Jahr am 1. Januar"],
    ["ends", "fr-FR", "Chaque mois, le 1er et le dernier jour"],
    ["ends", "th-TH", "ทุกเดือน วันที่ 1 และวันสุดท้าย"],
    ["lastButOne", "de-DE", "Jeden Monat am vorletzten Samstag"],
    ["lastButOne", "es-MX", "Cada mes, el penúltimo sábado"],
    ["lastButOne", "fr-FR", "Chaque mois, l’avant-dernier samedi"],
    ["lastButOne", "pt-BR", "Todo mês, penúltimo sábado"],
    ["third", "de-DE", "Jeden Monat am drittletzten Montag"],
    ["third", "es-ES", "Cada mes, el antepenúltimo lunes"],
    ["third", "pt-BR", "Todo mês, antepenúltima segunda-feira"],
    ["third", "fr-FR", "Chaque mois, le 3e lundi en partant de la fin"],
    ["fourth", "pt-BR", "Todo mês, 4ª terça-feira a partir do fim"],
    ["last", "pt-BR", "Todo mês, última segunda-feira e último sábado"],
    ["six", "fr-FR", "Le 1er janv. 2026, 2 févr. 2026, 3 mars 2026, 4 avr. 2026, 5 mai 2026 et 1 autre"],
    [
      "six",
      "de-DE",
      "Am 1. Jan. 2026, 2. Feb. 2026, 3. März 2026, 4. Apr. 2026, 5. Mai 2026 und 1 weiterem Tag",
    ],
    ["two", "th-TH", "วันที่ 3 มี.ค. 2026 และ 4 เม.ย. 2026"],
    ["two", "zh-Hans", "2026年3月3日和2026年4月4日"],
  ])("[WD12] %s as a native of %s would say it", (key, locale, words) => {
    expect(say({ isOpen: false, ...WHEN[key] }, locale)).toBe(words);
  });

  test("[WD3] says a start that lies ahead, and only that", () => {
    const [before, after] = [parseDate("2025-12-31") ?? 0, parseDate("2026-02-01") ?? 0];
    const words = (today: number): string => ruleInWords(rule("r", fortnight), "en-GB", { today });
    expect(words(before)).toBe("Every 2nd Friday, 22:00–06:00, from 2 Jan 2026, until 31 Dec 2027");
    expect(words(after)).toBe("Every 2nd Friday, 22:00–06:00, until 31 Dec 2027");
  });

  test("[WD4] a rule that is refused says why, and what to do", () => {
    expect(say({ dateRRule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" })).toBe(
      "The recurrence names a day that never comes. Change its days or months.",
    );
  });
});

describe("a status in words", () => {
  // Friday 9 January 2026, 09:00 in Chicago.
  const now = at("2026-01-09T15:00Z");
  const open: Status = { isOpen: true, closedReason: "" };
  const closed = (closedReason: string): Status => ({ isOpen: false, closedReason });
  const change = (iso: string, to: Status): Change => ({ at: at(iso), to: { ...to, ruleId: null } });
  const say = (status: Status, next: Change | null, locale: string): string =>
    plain(statusInWords(status, next, "America/Chicago", now, locale));
  const monday = change("2026-01-12T14:00Z", open);

  test.each([
    ["en-GB", "Closed for holiday · opens Mon 08:00"],
    ["en-US", "Closed for holiday · opens Mon 8:00 AM"],
    ["es-ES", "Cerrado por festivo · abre lun, 8:00"],
    ["es-MX", "Cerrado por día feriado · abre lun, 8:00 a.m."],
    ["pt-BR", "Fechado por feriado · abre seg. 08:00"],
    ["fr-FR", "Fermé, jour férié · ouvre lun. à 08:00"],
    ["de-DE", "Wegen Feiertag geschlossen · öffnet Mo 08:00"],
    ["th-TH", "ปิดเนื่องในวันหยุด · เปิด จันทร์ 08:00"],
    ["zh-Hans", "假日关闭 · 周一 08:00开放"],
  ])("[WD5] is said in %s", (locale, words) => {
    expect(say(closed("holiday"), monday, locale)).toBe(words);
  });

  test.each<[string, Status, Change | null, string]>([
    ["today", open, change("2026-01-09T23:00Z", closed("closed")), "Open · closes 17:00"],
    ["tomorrow", closed("closed"), change("2026-01-10T14:00Z", open), "Closed · opens tomorrow 08:00"],
    [
      "far away",
      closed("manual"),
      change("2026-01-21T14:00Z", open),
      "Closed manually · opens Wed 21 Jan, 08:00",
    ],
    [
      "a change of the reason alone",
      closed("lunch"),
      change("2026-01-09T18:00Z", closed("x")),
      "Closed: lunch",
    ],
    [
      "no opening in sight",
      closed("holiday"),
      { at: null, searchedTo: at("2027-02-13T15:00Z") },
      "Closed for holiday · does not open before 13 Feb 2027",
    ],
    [
      "a manual close without an end",
      closed("manual"),
      { at: null, searchedTo: at("2027-02-13T15:00Z") },
      "Closed manually · until reopened",
    ],
    [
      "an error, of which nothing is known to come",
      closed("error"),
      { at: null, searchedTo: at("2027-02-13T15:00Z") },
      "Status unknown",
    ],
    [
      "so far away that the year has to be said",
      closed("closed"),
      change("2027-01-21T14:00Z", open),
      "Closed · opens Thu, 21 Jan 2027, 08:00",
    ],
    ["no change", open, { at: null, searchedTo: 0 }, "Open"],
    ["nothing asked", closed("constructor"), null, "Closed: constructor"],
  ])("[WD6] %s", (_, status, next, words) => {
    expect(say(status, next, "en-GB")).toBe(words);
  });

  test.each([
    ["en-US", "We are closed for the holiday and open again on Monday at 8 AM."],
    ["en-GB", "We are closed for the holiday and open again on Monday at 8 am."],
    ["es-ES", "Estamos cerrados por ser festivo y volvemos a abrir el lunes a las 8 horas."],
    ["es-MX", "Estamos cerrados por día feriado y volvemos a abrir el lunes a las 8 a.m."],
    ["pt-BR", "Estamos fechados devido ao feriado e reabrimos segunda-feira às 8 horas."],
    ["fr-FR", "Nous sommes fermés en raison du jour férié et rouvrons lundi à 8 heures."],
    ["de-DE", "Wir haben wegen des Feiertags geschlossen und öffnen am Montag um 8 Uhr wieder."],
    ["th-TH", "เราปิดให้บริการเนื่องในวันหยุด และจะเปิดอีกครั้งในวันจันทร์เวลา 8 นาฬิกา"],
    ["zh-Hans", "我们因假日不营业，星期一8点恢复营业。"],
  ])("[WD7] is spoken in %s", (locale, words) => {
    expect(plain(spokenStatus(closed("holiday"), monday, "America/Chicago", now, locale))).toBe(words);
  });

  test("[WD6] through a holiday and the night after it, the next opening is what is said", () => {
    // Thanksgiving: the reason changes at midnight, and it opens at eight.
    const thanksgiving = rule("t", {
      isOpen: false,
      closedReason: "holiday",
      dateRRule: "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    });
    const hours = rule("h", {
      dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      startTime: "08:00",
      endTime: "17:00",
    });
    const schedule = compiled("America/Chicago", [thanksgiving, hours]);
    const noon = at("2026-11-26T18:00Z");
    expect(nextChange(schedule, noon).at).toBe(at("2026-11-27T06:00Z"));
    const words = statusInWords(
      evaluate(schedule, noon),
      nextTurn(schedule, noon),
      "America/Chicago",
      noon,
      "en-US",
    );
    expect(plain(words)).toBe("Closed for holiday · opens tomorrow 8:00 AM");
  });

  test.each([
    ["en-US", "We are closed and open again on Monday, May 4 at 8:30 AM."],
    ["en-GB", "We are closed and open again on Monday 4 May at 8:30 am."],
    ["es-ES", "Estamos cerrados y volvemos a abrir el lunes 4 de mayo a las 8:30."],
    ["es-MX", "Estamos cerrados y volvemos a abrir el lunes 4 de mayo a las 8:30 a.m."],
    ["pt-BR", "Estamos fechados e reabrimos segunda-feira, 4 de maio, às 8 horas e 30 minutos."],
    ["fr-FR", "Nous sommes fermés et rouvrons le lundi 4 mai à 8 heures 30."],
    ["de-DE", "Wir haben geschlossen und öffnen am Montag, dem 4. Mai, um 8 Uhr 30 wieder."],
    ["th-TH", "ขณะนี้เราปิดให้บริการ และจะเปิดอีกครั้งในวันจันทร์ที่ 4 พฤษภาคม เวลา 8 นาฬิกา 30 นาที"],
    ["zh-Hans", "我们现在不营业，5月4日星期一8点30分恢复营业。"],
  ])("[WD7] an opening far ahead is spoken with its date in %s", (locale, words) => {
    const opens = {
      at: Date.parse("2026-05-04T13:30:00Z"),
      to: { isOpen: true, closedReason: "", ruleId: null },
    };
    const now = Date.parse("2026-03-02T15:00:00Z");
    expect(plain(spokenStatus(closed("closed"), opens, "America/Chicago", now, locale))).toBe(words);
  });

  it.each([
    // In Mexico hours are said from one to twelve.
    ["2026-03-02T13:00:00Z", "es-MX", "Estamos abiertos hasta la 1 p.m."],
    ["2026-03-02T13:00:00Z", "es-ES", "Estamos abiertos hasta las 13 horas."],
    ["2026-03-02T17:30:00Z", "es-AR", "Estamos abiertos hasta las 5:30 p. m."],
    // Traditional characters are not read here, but what is heard has no characters.
    ["2026-03-02T13:00:00Z", "zh-TW", "我们营业到13点。"],
  ])("[WD7] until %s is spoken in %s", (iso, locale, words) => {
    const now = Date.parse("2026-03-02T10:00:00Z");
    const closes = { at: Date.parse(iso), to: { ...closed("closed"), ruleId: null } };
    expect(plain(spokenStatus(open, closes, "UTC", now, locale))).toBe(words);
  });

  test("[WD8] a change that is not the next opening is not promised as one", () => {
    const night = change("2026-01-10T06:00Z", closed("closed"));
    expect(spokenStatus(closed("holiday"), night, "America/Chicago", now, "en-US")).toBe(
      "We are closed for the holiday.",
    );
  });
});

describe("the string tables", () => {
  const leaves = (value: unknown, path: string): [string, string][] => {
    if (typeof value === "string") return [[path, value]];
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
  };
  const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
  const english = leaves(stringsFor("en-US"), "");

  test.each(LOCALES)(
    "[WD9] %s has every text, with the placeholders that its problems and findings name",
    (locale) => {
      const texts = new Map(leaves(stringsFor(locale), ""));
      expect([...texts.keys()].sort()).toEqual(english.map(([path]) => path).sort());
      const named = english.filter(([path]) => /^\.(problem|finding|range|status)\./.test(path));
      for (const [path, text] of named)
        expect([path, placeholders(texts.get(path) ?? "")]).toEqual([path, placeholders(text)]);
    },
  );

  test("[WD10] languages without a table are said in English, with the region's dates", () => {
    expect(
      plain(
        ruleInWords(rule("r", { startDate: "2026-12-25", endDate: "2026-12-25", isOpen: false }), "sv-SE"),
      ),
    ).toBe("On 25 Dec 2026");
    expect(ruleInWords(rule("r"), "no locale at all")).toBe("Every day, all day");
  });

  test("[WD11] findings and problems name what they are about", () => {
    expect(
      problemInWords({ code: "rrule-value-invalid", field: "dateRRule", part: "COUNT", value: "0" }, "en-US"),
    ).toBe('COUNT cannot be "0". Correct the value.');
    expect(
      findingInWords(
        { code: "rule-ended", severity: "info", ruleId: "r", params: { date: "2025-12-25" } },
        "de-DE",
      ),
    ).toBe("Diese Regel galt zuletzt am 25. Dez. 2025. Verlängern oder löschen Sie sie.");
  });
});

describe("lists", () => {
  it.each([
    ["th-TH", ["A", "B", "C"], "A B และ C"],
    ["th-TH", ["กฎ", "วัน"], "กฎและวัน"],
    ["zh-Hans", ["A", "B"], "A 和 B"],
    ["zh-Hans", ["规则", "B"], "规则和B"],
    ["de-DE", ["A", "B", "C"], "A, B und C"],
  ])("[WD12] in %s set figures and Latin letters apart: %j", (locale, items, words) => {
    expect(joinList(locale, items)).toBe(words);
  });
});
