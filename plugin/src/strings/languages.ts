import { knownLocale, type Locale, pickLocale } from "@schedule-manager/shared/strings/pick";
import { enUS } from "./en-US/all";
import { type Say, sayIn, type Texts } from "./text";

const ENGLISH: Texts = enUS;

const TABLES: Readonly<Partial<Record<Locale, Texts>>> = { "en-US": ENGLISH };

/** The strings for Flex's locale; English where there is no translation. */
export function sayFor(flexLocale: string): { readonly say: Say; readonly locale: string } {
  const locale = knownLocale(flexLocale);
  return { say: sayIn(TABLES[pickLocale(flexLocale)] ?? ENGLISH, locale), locale };
}
