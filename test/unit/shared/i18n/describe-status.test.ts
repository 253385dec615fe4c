import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import { describeSpokenStatus } from "@schedule-manager/shared/i18n/describe-spoken-status";
import { describeStatusAndNext } from "@schedule-manager/shared/i18n/describe-status";
import type { ManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import type { Change, Status } from "@schedule-manager/shared/model/model";
import { nextChange, nextOpenChange } from "@schedule-manager/shared/evaluator/next-change";
import { at, compiled, rule } from "../fixtures";

/** Intl puts narrow no-break spaces before AM and PM. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, " ");

describe("the description of a status", () => {
  // Friday 9 January 2026, 09:00 in Chicago.
  const now = at("2026-01-09T15:00Z");
  const open: Status = { isOpen: true, closedReason: "" };
  const closed = (closedReason: string): Status => ({ isOpen: false, closedReason });
  const change = (iso: string, to: Status): Change => ({ at: at(iso), to: { ...to, ruleId: null } });
  const statusText = (
    status: Status,
    next: Change | null,
    locale: string,
    close: ManualClose | null = null,
  ): string => plain(describeStatusAndNext(status, next, "America/Chicago", now, locale, close));
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
    ["zh-Hans", "节假日关闭 · 周一 08:00开始营业"],
  ])("[WD5] in %s", (locale, words) => {
    expect(statusText(closed("holiday"), monday, locale)).toBe(words);
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
      "no opening planned",
      closed("holiday"),
      { at: null, searchedTo: at("2027-02-13T15:00Z") },
      "Closed for holiday · no opening planned",
    ],
    [
      "an error without a next change",
      closed("error"),
      { at: null, searchedTo: at("2027-02-13T15:00Z") },
      "Status unknown",
    ],
    [
      "a change in another year",
      closed("closed"),
      change("2027-01-21T14:00Z", open),
      "Closed · opens Thu, 21 Jan 2027, 08:00",
    ],
    ["no change", open, { at: null, searchedTo: 0 }, "Open"],
    [
      "a reason with the name of a property of every object",
      closed("constructor"),
      null,
      "Closed: constructor",
    ],
  ])("[WD6] %s", (_, status, next, words) => {
    expect(statusText(status, next, "en-GB")).toBe(words);
  });

  test.each<[string, ManualClose, string]>([
    ["without an end", {}, "Closed manually · until reopened"],
    [
      "whose end no opening follows",
      { until: "2026-01-09T18:00:00Z" },
      "Closed manually · no opening planned",
    ],
    ["whose end is unreadable", { until: "soon" }, "Closed manually · until reopened"],
  ])("[WD6] a manual close %s", (_, close, words) => {
    const never = { at: null, searchedTo: at("2027-02-13T15:00Z") } as const;
    expect(statusText(closed("manual"), never, "en-GB", close)).toBe(words);
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
    ["zh-Hans", "我们因节假日不营业，星期一8点恢复营业。"],
  ])("[WD7] spoken in %s", (locale, words) => {
    expect(plain(describeSpokenStatus(closed("holiday"), monday, "America/Chicago", now, locale))).toBe(
      words,
    );
  });

  test("[WD6] names the next opening, across a holiday and the following night", () => {
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
    const words = describeStatusAndNext(
      evaluate(schedule, noon),
      nextOpenChange(schedule, noon),
      "America/Chicago",
      noon,
      "en-US",
      null,
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
  ])("[WD7] a distant opening is spoken with its date in %s", (locale, words) => {
    const opens = {
      at: Date.parse("2026-05-04T13:30:00Z"),
      to: { isOpen: true, closedReason: "", ruleId: null },
    };
    const now = Date.parse("2026-03-02T15:00:00Z");
    expect(plain(describeSpokenStatus(closed("closed"), opens, "America/Chicago", now, locale))).toBe(words);
  });

  it.each([
    // Mexico uses the twelve-hour clock in speech.
    ["2026-03-02T13:00:00Z", "es-MX", "Estamos abiertos hasta la 1 p.m."],
    ["2026-03-02T13:00:00Z", "es-ES", "Estamos abiertos hasta las 13 horas."],
    ["2026-03-02T17:30:00Z", "es-AR", "Estamos abiertos hasta las 5:30 p. m."],
    // Readers of traditional Chinese get English, but speech has no script.
    ["2026-03-02T13:00:00Z", "zh-TW", "我们营业到13点。"],
  ])("[WD7] until %s is spoken in %s", (iso, locale, words) => {
    const now = Date.parse("2026-03-02T10:00:00Z");
    const closes = { at: Date.parse(iso), to: { ...closed("closed"), ruleId: null } };
    expect(plain(describeSpokenStatus(open, closes, "UTC", now, locale))).toBe(words);
  });

  test("[WD8] a change that is not the next opening is not announced as one", () => {
    const night = change("2026-01-10T06:00Z", closed("closed"));
    expect(describeSpokenStatus(closed("holiday"), night, "America/Chicago", now, "en-US")).toBe(
      "We are closed for the holiday.",
    );
  });
});
