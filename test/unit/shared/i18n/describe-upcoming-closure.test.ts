import type { UpcomingClosure } from "@schedule-manager/shared/evaluator/upcoming-closures";
import { describeUpcomingClosure } from "@schedule-manager/shared/i18n/describe-upcoming-closure";
import { parseDate } from "@schedule-manager/shared/time/civil";
import { LOCALES } from "../../../support/locales";

/** Intl writes narrow no-break spaces before AM and PM. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, " ");
const day = (text: string): number => parseDate(text) ?? NaN;
// A Sunday.
const TODAY = day("2026-12-20");

const closure = (more: Partial<UpcomingClosure>): UpcomingClosure => ({
  from: day("2026-12-28"),
  to: day("2026-12-28"),
  opens: [],
  closedReason: "holiday",
  ruleIds: [],
  ...more,
});
const said = (more: Partial<UpcomingClosure>, locale: string): string =>
  plain(describeUpcomingClosure(closure(more), TODAY, locale));

describe("the sentence about a closure to come", () => {
  it.each([
    ["en-US", "We are closed on Monday, December 28 for the holiday."],
    ["en-GB", "We are closed on Monday 28 December for the holiday."],
    ["es-ES", "Estaremos cerrados el lunes 28 de diciembre por ser festivo."],
    ["es-MX", "Estaremos cerrados el lunes 28 de diciembre por día feriado."],
    ["pt-BR", "Estaremos fechados segunda-feira, 28 de dezembro, devido ao feriado."],
    ["fr-FR", "Nous serons fermés le lundi 28 décembre pour cause de jour férié."],
    ["de-DE", "Wir haben am Montag, dem 28. Dezember, feiertagsbedingt geschlossen."],
    ["th-TH", "เราจะปิดให้บริการในวันจันทร์ที่ 28 ธันวาคม เนื่องในวันหยุด"],
    ["zh-Hans", "我们12月28日星期一因节假日不营业。"],
  ])("[WD7] names a closed day in %s", (locale, words) => {
    expect(said({}, locale)).toBe(words);
  });

  it.each([
    ["en-US", "We are closed from Thursday, December 24 to Friday, January 1: moving."],
    ["es-ES", "Estaremos cerrados del jueves 24 de diciembre al viernes 1 de enero: moving."],
    ["pt-BR", "Estaremos fechados de quinta-feira, 24 de dezembro, a sexta-feira, 1º de janeiro: moving."],
    ["fr-FR", "Nous serons fermés du jeudi 24 décembre au vendredi 1er janvier : moving."],
    ["de-DE", "Wir haben von Donnerstag, dem 24. Dezember, bis Freitag, den 1. Januar, geschlossen: moving."],
    ["th-TH", "เราจะปิดให้บริการตั้งแต่วันพฤหัสบดีที่ 24 ธันวาคม ถึงวันศุกร์ที่ 1 มกราคม: moving"],
    ["zh-Hans", "我们12月24日星期四至1月1日星期五不营业：moving。"],
  ])("[WD7] names several days and another reason in %s", (locale, words) => {
    const days = { from: day("2026-12-24"), to: day("2027-01-01"), closedReason: "moving" };
    expect(said(days, locale)).toBe(words);
  });

  it.each([
    ["en-US", "We are open on Thursday from 9 AM to 12 PM."],
    ["es-ES", "Estaremos abiertos el jueves de las 9 horas a las 12 horas."],
    ["es-MX", "Estaremos abiertos el jueves de las 9 a.m. a las 12 p.m."],
    ["pt-BR", "Estaremos abertos quinta-feira, abrindo às 9 horas e fechando às 12 horas."],
    ["fr-FR", "Nous serons ouverts jeudi de 9 heures à 12 heures."],
    ["de-DE", "Wir haben am Donnerstag von 9 Uhr bis 12 Uhr geöffnet."],
    ["th-TH", "เราจะเปิดให้บริการในวันพฤหัสบดี เวลา 9 นาฬิกา ถึง 12 นาฬิกา"],
    ["zh-Hans", "我们星期四的营业时间为9点至12点。"],
  ])("[WD7] names special hours in %s", (locale, words) => {
    const from = day("2026-12-24");
    expect(said({ from, to: from, opens: [{ from: 540, to: 720 }], closedReason: "closed" }, locale)).toBe(
      words,
    );
  });

  it.each([
    ["today", { from: TODAY, to: TODAY }, "We are closed today for the holiday."],
    ["tomorrow", { from: TODAY + 1, to: TODAY + 1 }, "We are closed tomorrow for the holiday."],
    [
      "a closure without an end",
      { to: null, closedReason: "closed" },
      "We are closed from Monday, December 28 on.",
    ],
    [
      "a day in another year",
      { from: day("2027-12-27"), to: day("2027-12-27") },
      "We are closed on Monday, December 27, 2027 for the holiday.",
    ],
    [
      "two openings, the second overnight",
      {
        opens: [
          { from: 480, to: 750 },
          { from: 1320, to: 1560 },
        ],
      },
      "We are open on Monday, December 28 from 8 AM to 12:30 PM and from 10 PM to 2 AM.",
    ],
  ])("[WD7] says %s", (_, more, words) => {
    expect(said(more, "en-US")).toBe(words);
  });

  it.each(LOCALES)("[WD7] leaves no placeholder and no doubled punctuation in %s", (locale) => {
    for (const opens of [[], [{ from: 60, to: 1440 }]])
      for (const to of [day("2026-12-28"), day("2026-12-30"), null])
        for (const closedReason of ["closed", "holiday", "moving"])
          expect(said({ opens, to, closedReason }, locale)).not.toMatch(/[{}]|\.\.|,[,.:]| {2}/);
  });
});
