import { knownLocale } from "@schedule-manager/shared/strings/pick";
import { enUS } from "./en-US/all";
import { type Say, sayIn, type Texts } from "./text";

const ENGLISH: Texts = enUS;

const BY_LANGUAGE: Readonly<Record<string, Texts>> = { en: ENGLISH };

/** The strings for Flex's locale; English where there is no translation. */
export function sayFor(flexLocale: string): { readonly say: Say; readonly locale: string } {
  const locale = knownLocale(flexLocale);
  const [language = "en"] = locale.split("-");
  return { say: sayIn(BY_LANGUAGE[language] ?? ENGLISH, locale), locale };
}
