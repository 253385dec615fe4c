import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { MessageKey } from "@schedule-manager/plugin/i18n/translate";
import type { Locale } from "@schedule-manager/shared/i18n/locales";
import type { Plural } from "@schedule-manager/shared/i18n/plural";
import { LOCALES } from "../../../support/locales";
import { translateFor, MESSAGES } from "./translate-for";

const ENGLISH: Readonly<Record<string, string | Plural>> = MESSAGES["en-US"];
const OTHERS = LOCALES.filter((locale) => locale !== "en-US");

const formsOf = (text: string | Plural): readonly string[] =>
  typeof text === "string" ? [text] : (Object.values(text) as string[]);
const placesIn = (template: string): readonly string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort();

/** Forms such as "a day" need no number. */
const optional = (text: string | Plural, place: string): boolean =>
  typeof text !== "string" && place === "{count}";

function table(locale: Locale): readonly (readonly [string, string | Plural])[] {
  return Object.entries<string | Plural>(MESSAGES[locale]);
}

describe.each(OTHERS)("the plugin in %s", (locale) => {
  it("[LA1] the table has exactly the keys of English", () => {
    expect(Object.keys(MESSAGES[locale]).sort()).toEqual(Object.keys(ENGLISH).sort());
  });

  it("[LA1] no text is empty", () => {
    const empty = table(locale).filter(([, text]) => formsOf(text).some((form) => form.trim() === ""));
    expect(empty).toEqual([]);
  });

  it("[LA2] the texts have exactly the placeholders of English", () => {
    const wrong = table(locale).filter(([key, text]) => {
      const english = ENGLISH[key] ?? "";
      const inEnglish = new Set(formsOf(english).flatMap(placesIn));
      return formsOf(text).some((form) => {
        const places = placesIn(form);
        return (
          places.some((place) => !inEnglish.has(place)) ||
          [...inEnglish].some((place) => !places.includes(place) && !optional(english, place))
        );
      });
    });
    expect(wrong).toEqual([]);
  });

  it("[LA3] plural texts have the plural forms of the language, where English has plurals", () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    // Only for millions: Spanish, French and Portuguese may use their general form.
    const needed = forms.filter((form) => form !== "many").sort();
    const wrong = table(locale).filter(([key, text]) => {
      if (typeof ENGLISH[key] === "string") return typeof text !== "string";
      return (
        typeof text === "string" ||
        needed.join() !==
          Object.keys(text)
            .filter((form) => form !== "many")
            .sort()
            .join()
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe("the language of Flex", () => {
  const title = (locale: string): string => translateFor(locale).t("app.title");

  it.each([
    ["en-US", "en-US"],
    ["en-GB", "en-US"],
    ["es-ES", "es-ES"],
    ["es", "es-ES"],
    ["es-MX", "es-MX"],
    ["es-AR", "es-MX"],
    ["es-419", "es-MX"],
    ["pt-BR", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["fr-CA", "fr-FR"],
    ["de-AT", "de-DE"],
    ["de_DE", "de-DE"],
    ["th-TH", "th-TH"],
    ["zh-Hans", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-Hant", "en-US"],
    ["zh-TW", "en-US"],
    ["zh-HK", "en-US"],
    ["zh-Hans-TW", "zh-Hans"],
    ["ja-JP", "en-US"],
    ["", "en-US"],
  ] as const)("[LA4] the locale %s uses the messages of %s", (asked, spoken) => {
    const { t } = translateFor(asked);
    const keys: readonly MessageKey[] = ["app.title", "connection.live", "list.add", "publishing.publish"];
    expect(keys.map((key) => t(key))).toEqual(keys.map((key) => MESSAGES[spoken][key]));
  });

  it("[LA4] languages have different messages", () => {
    expect(new Set(["en-US", "es-ES", "pt-BR", "fr-FR", "de-DE", "th-TH", "zh-Hans"].map(title)).size).toBe(
      7,
    );
    expect(translateFor("es-AR").t("list.add")).toBe("Agregar");
    expect(translateFor("es-ES").t("list.add")).toBe("Añadir");
  });

  it("[LA3] a number chooses the plural form", () => {
    const count = (locale: string, n: number): string =>
      translateFor(locale).t("rules.usedBy.count", { count: n });
    expect([count("fr-FR", 0), count("fr-FR", 1), count("fr-FR", 2)]).toEqual([
      "0 horaire",
      "1 horaire",
      "2 horaires",
    ]);
    expect([count("de-DE", 0), count("de-DE", 1), count("de-DE", 1200)]).toEqual([
      "0 Zeitpläne",
      "1 Zeitplan",
      "1.200 Zeitpläne",
    ]);
    expect([count("th-TH", 1), count("zh-Hans", 3)]).toEqual(["ตารางเวลา 1 รายการ", "3 个时间表"]);
  });
});

describe("words shared by all languages", () => {
  const SOURCES = resolve(__dirname, "../../../../plugin/src");
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".tsx"),
  );
  const users = (component: string): readonly string[] =>
    files.filter((file) =>
      readFileSync(join(SOURCES, file), "utf8").includes(`"@twilio-paste/core/${component}"`),
    );

  it.each(["alert", "callout", "alert-dialog"])(
    "[LA6] the plugin uses its own %s, which sets its label or language",
    (component) => {
      expect(users(component).map((file) => file.replaceAll("\\", "/"))).toEqual([
        `ui/fields/${component === "alert-dialog" ? "dialog" : component}.tsx`,
      ]);
    },
  );
});
