import { strings as de } from "./de-DE";
import { strings as en } from "./en-US";
import { strings as esES } from "./es-ES";
import { strings as esMX } from "./es-MX";
import { strings as fr } from "./fr-FR";
import { strings as pt } from "./pt-BR";
import type { Strings } from "./table";
import { strings as th } from "./th-TH";
import { strings as zh } from "./zh-Hans";

const BY_LANGUAGE: ReadonlyMap<string, Strings> = new Map([
  ["de", de],
  ["en", en],
  ["es", esES],
  ["fr", fr],
  ["pt", pt],
  ["th", th],
  ["zh", zh],
]);

export const LOCALES = ["en-US", "es-ES", "es-MX", "pt-BR", "fr-FR", "de-DE", "th-TH", "zh-Hans"] as const;

/** A locale that Intl takes, as it was given; English for what is no locale. */
export function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll("_", "-"))[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}

/** The words of a locale's language; English for languages that have none. Dates and times stay the locale's own. */
export function stringsFor(locale: string): Strings {
  const [language = "en", ...rest] = knownLocale(locale).split("-");
  // Spanish is Spain's or, in the Americas, Mexico's.
  if (language === "es" && rest.length > 0 && !rest.includes("ES")) return esMX;
  return BY_LANGUAGE.get(language) ?? en;
}
