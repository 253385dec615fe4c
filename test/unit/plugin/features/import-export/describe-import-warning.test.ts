import {
  calendarLine,
  configurationLine,
} from "@schedule-manager/plugin/features/import-export/describe-import-warning";
import type { ConfigurationWarning } from "@schedule-manager/shared/import-export/configuration/import-warning";
import {
  type ImportWarning,
  importWarning,
} from "@schedule-manager/shared/import-export/ical/import-warning";
import { translateFor } from "../../i18n/translate-for";

const EVENT = { line: 5, uid: "a", summary: "Founders' Day" };
const words = (language: string, code: ImportWarning["code"], params: ImportWarning["params"]): string => {
  const { t, locale } = translateFor(language);
  return calendarLine(importWarning(EVENT, code, params), t, locale).words;
};

describe("the words of a warning of an import", () => {
  it.each([
    ["en-US", "Imported. The first day, Jul 3, 2026, is not part"],
    ["de-DE", "Importiert. Der erste Tag, 3. Juli 2026, gehört"],
    ["fr-FR", "3 juil. 2026"],
    ["pt-BR", "O primeiro dia, 3 de jul. de 2026, não faz parte"],
    ["th-TH", "วันแรก 3 ก.ค. 2026 ไม่อยู่"],
    ["zh-Hans", "第一天 2026年7月3日 不在"],
  ])("[CF19] name a day in the format of %s", (language, said) => {
    expect(words(language, "start-added", { value: "2026-07-03" })).toContain(said);
  });

  it("[CF19] name several days", () => {
    const value = "2026-01-13, 2026-02-13";
    expect(words("de-DE", "every-month", { value })).toContain("13. Jan. 2026, 13. Feb. 2026 und so weiter");
    expect(words("zh-Hans", "every-month", { value })).toContain("2026年1月13日、2026年2月13日");
    expect(words("en-US", "expanded", { from: "2026-01-02", until: "2026-03-04" })).toContain(
      "from Jan 2, 2026 to Mar 4, 2026",
    );
  });

  it("[CF9] say which event it is, its line, whether it was imported, and why a recurrence is refused", () => {
    const { t, locale } = translateFor("en-US");
    const refused = { problem: "rrule-part-unknown", part: "BYHOUR", value: "" };
    expect(calendarLine(importWarning(EVENT, "rrule-refused", refused), t, locale)).toEqual({
      name: "Founders' Day",
      line: 5,
      isImported: false,
      words: expect.stringContaining("BYHOUR is not supported in a recurrence of dates.") as string,
    });
    expect(calendarLine(importWarning(EVENT, "tentative"), t, locale)).toMatchObject({ isImported: true });
    expect(words("en-US", "exdate-unmatched", { value: "2026-07-03, noon" })).toContain("Jul 3, 2026, noon");
  });

  it("[CF9, CF14] of a configuration name the rule that lacks a start or ends at 23:59, and no other", () => {
    const { t, locale } = translateFor("en-US");
    const line = (code: ConfigurationWarning["code"], params: ConfigurationWarning["params"] = {}) =>
      configurationLine({ kind: "rule", id: "late", name: "Late", code, params }, t, locale);
    const own = { name: "Late", line: null };
    expect(line("ends-2359")).toEqual({ ...own, isImported: false, words: "", endOf: "late" });
    expect(line("start-date-needed", { part: "INTERVAL" })).toEqual({
      ...own,
      isImported: false,
      words: expect.stringMatching(/start date/) as string,
      startOf: "late",
    });
    expect(line("time-rewritten", { field: "startTime", was: "8:00", value: "08:00" })).toEqual({
      ...own,
      isImported: true,
      words: "The time 8:00 was rewritten as 08:00.",
    });
    expect(line("rrule-freq-unsupported", { value: "HOURLY" })).toEqual({
      ...own,
      isImported: false,
      words: expect.stringMatching(/FREQ=HOURLY is not possible/) as string,
    });
  });

  it("[CF19] quote the file as it is", () => {
    expect(words("de-DE", "line-unreadable", { text: "2026-07-03" })).toContain("2026-07-03");
  });
});
