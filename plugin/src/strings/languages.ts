import { knownLocale, type Locale, pickLocale } from "@schedule-manager/shared/strings/pick";
import { deDE } from "./de-DE/all";
import { enUS } from "./en-US/all";
import { esES } from "./es-ES/all";
import { esMX } from "./es-MX/all";
import { frFR } from "./fr-FR/all";
import { ptBR } from "./pt-BR/all";
import { type Say, sayIn, type Texts } from "./text";
import { thTH } from "./th-TH/all";
import { zhHans } from "./zh-Hans/all";

export const TABLES: Readonly<Record<Locale, Texts>> = {
  "en-US": enUS,
  "es-ES": esES,
  "es-MX": esMX,
  "pt-BR": ptBR,
  "fr-FR": frFR,
  "de-DE": deDE,
  "th-TH": thTH,
  "zh-Hans": zhHans,
};

/** The strings for Flex's locale, and the locale that they are written in; English where there is no translation. */
export function sayFor(flexLocale: string): { readonly say: Say; readonly locale: string } {
  const locale = knownLocale(flexLocale);
  return { say: sayIn(TABLES[pickLocale(flexLocale)], locale), locale };
}
