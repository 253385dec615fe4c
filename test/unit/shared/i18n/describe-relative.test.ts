import { describeRelative } from "@schedule-manager/shared/i18n/describe-relative";
import { messagesFor } from "@schedule-manager/shared/i18n/messages-for";
import type { WeekdayCode } from "@schedule-manager/shared/model/model";
import { holiday } from "../fixtures";

const rules = new Map([["off", holiday("off", { name: "X" })]]);
const WORKING: readonly WeekdayCode[] = ["MO", "TU", "WE", "TH", "FR"];

const clauses = (locale: string, weekdays: readonly WeekdayCode[]): string[] =>
  describeRelative(
    { rules: ["off"], days: -1, onlyOn: [...weekdays], workingDays: { weekdays: [...weekdays], except: [] } },
    rules,
    locale,
    messagesFor(locale),
  ).slice(1);

describe("days relative to others", () => {
  it.each([
    ["en-US", "only for days from Monday to Friday", "working days: Monday to Friday"],
    ["de-DE", "nur für Tage von Montag bis Freitag", "Arbeitstage: Montag bis Freitag"],
    ["es-ES", "solo para los días de lunes a viernes", "días laborables: de lunes a viernes"],
    ["es-MX", "solo para los días de lunes a viernes", "días hábiles: de lunes a viernes"],
    ["fr-FR", "seulement pour les jours du lundi au vendredi", "jours ouvrés\u00a0: du lundi au vendredi"],
    ["pt-BR", "só para dias de segunda-feira a sexta-feira", "dias úteis: de segunda-feira a sexta-feira"],
    ["th-TH", "เฉพาะวันที่ตรงกับวันจันทร์ถึงวันศุกร์", "วันทำการ: วันจันทร์ถึงวันศุกร์"],
    ["zh-Hans", "仅限落在星期一至星期五的日期", "工作日：星期一至星期五"],
  ])("[WD15] %s describes weekdays in a row as a range", (locale, only, working) => {
    expect(clauses(locale, WORKING)).toEqual([only, working]);
  });

  it("[WD15] two days, and days with a gap, are listed", () => {
    expect(clauses("en-US", ["SA", "SU"])[1]).toBe("working days: Saturday and Sunday");
    expect(clauses("en-US", ["MO", "TU", "TH"])[1]).toBe("working days: Monday, Tuesday, and Thursday");
  });
});
