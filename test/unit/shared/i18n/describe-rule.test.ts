import { parseDate } from "@schedule-manager/shared/time/civil";
import { describeRule } from "@schedule-manager/shared/i18n/describe-rule";
import type { Rule } from "@schedule-manager/shared/model/model";
import { rule } from "../fixtures";

/** Intl puts narrow no-break spaces before AM and PM. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, " ");

const ruleText = (more: Partial<Rule>, locale = "en-GB"): string =>
  plain(describeRule(rule("r", more), locale));

describe("the description of a rule", () => {
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
  ])("[WD1] in %s", (locale, words) => {
    expect(ruleText(fortnight, locale)).toBe(words);
  });

  test.each(["en-US", "es-ES", "pt-BR", "fr-FR", "de-DE", "th-TH", "zh-Hans"])(
    "[WD1] in %s a day from the end differs from one from the start, and from the last",
    (locale) => {
      const ofMonth = (n: number) =>
        ruleText({ isOpen: false, dateRRule: `FREQ=MONTHLY;BYMONTHDAY=${n}` }, locale);
      expect(new Set([ofMonth(2), ofMonth(-2), ofMonth(-1), ofMonth(1)]).size).toBe(4);
    },
  );

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
    [{ isOpen: false, dateRRule: "FREQ=MONTHLY;BYMONTHDAY=2" }, "Every month on the 2nd"],
    [{ isOpen: false, dateRRule: "FREQ=MONTHLY;BYMONTHDAY=-2" }, "Every month on the 2nd-to-last day"],
    [{ isOpen: false, dateRRule: "FREQ=MONTHLY;BYMONTHDAY=-1" }, "Every month on the last day"],
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
    expect(ruleText(more)).toBe(words);
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
    first: { dateRRule: "FREQ=MONTHLY;BYDAY=1MO" },
    ofMonth: { dateRRule: "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH" },
    position: { dateRRule: "FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=1,6" },
    lastOfTwo: {
      dateRRule: "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,FR;BYSETPOS=-1",
      startDate: "2026-01-02",
    },
    ofYear: { dateRRule: "FREQ=YEARLY;INTERVAL=2;BYDAY=20MO", startDate: "2026-01-02" },
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
    ["ends", "pt-BR", "Todo mês, dia 1º e último dia"],
    ["first", "th-TH", "ทุกเดือน วันจันทร์แรก"],
    ["ofMonth", "th-TH", "ทุกปี วันพฤหัสบดีที่สี่ของเดือนพฤศจิกายน"],
    ["position", "th-TH", "ทุกเดือน เฉพาะวันจันทร์และวันศุกร์ เฉพาะวันแรกและที่ 6 ในกลุ่มนี้"],
    ["lastOfTwo", "zh-Hans", "每 2 个月，限星期一和星期五，仅取其中最后一个"],
    ["ofYear", "zh-Hans", "每 2 年的第 20 个星期一"],
  ])("[WD12] %s in idiomatic %s", (key, locale, words) => {
    expect(ruleText({ isOpen: false, ...WHEN[key] }, locale)).toBe(words);
  });

  test("[WD3] names the start only if it is in the future", () => {
    const [before, after] = [parseDate("2025-12-31") ?? 0, parseDate("2026-02-01") ?? 0];
    const words = (today: number): string => describeRule(rule("r", fortnight), "en-GB", { today });
    expect(words(before)).toBe("Every 2nd Friday, 22:00–06:00, from 2 Jan 2026, until 31 Dec 2027");
    expect(words(after)).toBe("Every 2nd Friday, 22:00–06:00, until 31 Dec 2027");
  });

  test("[WD4] for an invalid rule, describes the problem and its fix", () => {
    expect(ruleText({ dateRRule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" })).toBe(
      "The recurrence never occurs. Change its days or months.",
    );
  });
});
