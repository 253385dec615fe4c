import { knownLocale, type Locale, pickLocale } from "@schedule-manager/shared/i18n/locales";
import { deDE } from "@schedule-manager/plugin/strings/de-DE/all";
import { enUS } from "@schedule-manager/plugin/strings/en-US/all";
import { esES } from "@schedule-manager/plugin/strings/es-ES/all";
import { esMX } from "@schedule-manager/plugin/strings/es-MX/all";
import { frFR } from "@schedule-manager/plugin/strings/fr-FR/all";
import { ptBR } from "@schedule-manager/plugin/strings/pt-BR/all";
import { type Say, sayIn, type Texts } from "@schedule-manager/plugin/strings/text";
import { thTH } from "@schedule-manager/plugin/strings/th-TH/all";
import { zhHans } from "@schedule-manager/plugin/strings/zh-Hans/all";

/** Every language at once: in a browser each is a part that is loaded when somebody speaks it. */
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

export function sayFor(flexLocale: string): { readonly say: Say; readonly locale: string } {
  const locale = knownLocale(flexLocale);
  return { say: sayIn(TABLES[pickLocale(flexLocale)], locale), locale };
}
