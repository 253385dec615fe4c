import { calendarLine } from "@schedule-manager/plugin/features/import-export/describe-import-warning";
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

  it("[CF19] quote the file as it is", () => {
    expect(words("de-DE", "line-unreadable", { text: "2026-07-03" })).toContain("2026-07-03");
  });
});
