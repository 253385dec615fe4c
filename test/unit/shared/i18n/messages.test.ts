import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { describeProblem } from "@schedule-manager/shared/i18n/describe-problem";
import { describeRule } from "@schedule-manager/shared/i18n/describe-rule";
import { messagesFor } from "@schedule-manager/shared/i18n/messages-for";
import type { Plural } from "@schedule-manager/shared/i18n/plural";
import { LOCALES } from "../../../support/locales";
import { rule } from "../fixtures";

/** Intl puts narrow no-break spaces before AM and PM. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, " ");

const FORMS = ["zero", "one", "two", "few", "many", "other"];
const isPlural = (value: object): value is Plural => Object.keys(value).every((key) => FORMS.includes(key));

describe("the messages", () => {
  const leaves = (value: unknown, path: string): [string, string][] => {
    if (typeof value === "string") return [[path, value]];
    if (typeof value !== "object" || value === null) return [];
    if (isPlural(value)) return [[path, value.other]];
    return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
  };
  const plurals = (value: unknown): Plural[] => {
    if (typeof value !== "object" || value === null) return [];
    return isPlural(value) ? [value] : Object.values(value).flatMap(plurals);
  };
  const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
  const english = leaves(messagesFor("en-US"), "");

  test.each(LOCALES)(
    "[WD9] %s has every text, with the placeholders of its problems and findings",
    (locale) => {
      const texts = new Map(leaves(messagesFor(locale), ""));
      expect([...texts.keys()].sort()).toEqual(english.map(([path]) => path).sort());
      const named = english.filter(([path]) => /^\.(problem|finding|range|status)\./.test(path));
      for (const [path, text] of named)
        expect([path, placeholders(texts.get(path) ?? "")]).toEqual([path, placeholders(text)]);
    },
  );

  test.each(LOCALES)("[WD9] no text of %s is empty", (locale) => {
    const messages = messagesFor(locale);
    const forms = plurals(messages).flatMap((each) => Object.entries<string>({ ...each }));
    expect([...leaves(messages, ""), ...forms].filter(([, text]) => text === "")).toEqual([]);
  });

  test.each(LOCALES)("[WD13] the plurals of %s have the forms of the language", (locale) => {
    // Spanish, French and Portuguese have another form for millions.
    const needed = new Intl.PluralRules(locale)
      .resolvedOptions()
      .pluralCategories.filter((form) => form !== "many");
    const found = plurals(messagesFor(locale));
    expect(found).toHaveLength(4);
    for (const forms of found) expect(Object.keys(forms).sort()).toEqual([...needed].sort());
  });

  test("[WD10] languages without a table use English with the region's date format", () => {
    expect(
      plain(
        describeRule(rule("r", { startDate: "2026-12-25", endDate: "2026-12-25", isOpen: false }), "sv-SE"),
      ),
    ).toBe("On 25 Dec 2026");
    expect(describeRule(rule("r"), "no locale at all")).toBe("Every day, all day");
  });

  test("[WD11] findings and problems name their subject", () => {
    expect(
      describeProblem(
        { code: "rrule-value-invalid", field: "dateRRule", part: "COUNT", value: "0" },
        "en-US",
      ),
    ).toBe("COUNT cannot be “0”. Correct the value.");
    expect(
      describeFinding(
        { code: "rule-ended", severity: "info", ruleId: "r", params: { date: "2025-12-25" } },
        "de-DE",
      ),
    ).toBe("Diese Regel galt zuletzt am 25. Dez. 2025. Verlängern oder löschen Sie sie.");
    // One rule or several: no verb has to agree with them.
    const shadowed = (by: readonly string[], locale: string): string =>
      describeFinding({ code: "rule-shadowed", severity: "warning", params: { rule: "R", by } }, locale);
    expect(shadowed(["A", "B"], "en-US")).toMatch(
      "R never has an effect here: it is always overridden by A and B.",
    );
    expect(shadowed(["A"], "pt-BR")).toMatch("R nunca tem efeito aqui: a prioridade é sempre de A.");
    expect(shadowed(["A", "B"], "pt-BR")).toMatch("R nunca tem efeito aqui: a prioridade é sempre de A e B.");
  });
});
