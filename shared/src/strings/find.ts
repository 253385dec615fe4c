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

/**
 * The locale to say things in: the one that was asked for if its language has a table; otherwise English, with
 * dates and times as the asked-for region writes them. Takes anything.
 */
export function readerLocale(asked: string): string {
  try {
    const locale = new Intl.Locale(asked.replaceAll("_", "-"));
    if (BY_LANGUAGE.has(locale.language)) return locale.toString();
    return locale.region === undefined ? "en-US" : `en-${locale.region}`;
  } catch {
    return "en-US";
  }
}

/** The words of a locale that `readerLocale` gave. */
export function stringsFor(locale: string): Strings {
  const [language = "en", ...rest] = locale.split("-");
  // Spanish is Spain's or, in the Americas, Mexico's.
  if (language === "es" && rest.length > 0 && !rest.includes("ES")) return esMX;
  return BY_LANGUAGE.get(language) ?? en;
}
