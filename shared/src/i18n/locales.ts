/** Locales with message tables. */
const LOCALES = ["en-US", "es-ES", "es-MX", "pt-BR", "fr-FR", "de-DE", "th-TH", "zh-Hans"] as const;

export type Locale = (typeof LOCALES)[number];

const languageOf = (locale: string): string => locale.split("-")[0] ?? "en";

function parsed(asked: string): Intl.Locale | null {
  try {
    return new Intl.Locale(asked.replaceAll("_", "-"));
  } catch {
    return null;
  }
}

/** The customary script of a locale: traditional characters for `zh-TW`. */
const scriptOf = (locale: Intl.Locale): string | undefined => locale.maximize().script;

/** The supported locale of the same language, in any script; undefined: unsupported. */
const spokenAs = (language: string): Locale | undefined =>
  LOCALES.find((known) => languageOf(known) === language);

const isReadAs = (known: Locale, locale: Intl.Locale): boolean =>
  scriptOf(new Intl.Locale(known)) === scriptOf(locale);

/**
 * The locale for formatting and messages: the requested one if its language is supported, otherwise English with
 * the date and time formats of the requested region. Accepts any text.
 *
 * A different script counts as a different language: traditional Chinese gets English, as in Flex, which has no
 * traditional Chinese texts either.
 */
export function knownLocale(asked: string): string {
  const locale = parsed(asked);
  if (locale === null) return "en-US";
  const known = spokenAs(locale.language);
  if (known !== undefined && isReadAs(known, locale)) return locale.toString();
  return locale.region === undefined ? "en-US" : `en-${locale.region}`;
}

/** Like `knownLocale`, for speech, where the script does not matter. */
export function speechLocale(asked: string): string {
  const locale = parsed(asked);
  const known = locale === null ? undefined : spokenAs(locale.language);
  return locale !== null && known !== undefined && !isReadAs(known, locale) ? known : knownLocale(asked);
}

/** The message table of a locale: Spanish of the Americas maps to `es-MX`, unsupported languages map to English. */
export function pickLocale(asked: string): Locale {
  const locale = knownLocale(asked);
  if (languageOf(locale) === "es" && locale !== "es" && !locale.split("-").includes("ES")) return "es-MX";
  return spokenAs(languageOf(locale)) ?? "en-US";
}
