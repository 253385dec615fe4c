/** The languages that have tables of words. */
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

/** The script that is customary where nothing is said about it: traditional characters for `zh-TW`. */
const scriptOf = (locale: Intl.Locale): string | undefined => locale.maximize().script;

/** Our locale of the same language, in whichever script; undefined: we do not speak it. */
const spokenAs = (language: string): Locale | undefined =>
  LOCALES.find((known) => languageOf(known) === language);

const isReadAs = (known: Locale, locale: Intl.Locale): boolean =>
  scriptOf(new Intl.Locale(known)) === scriptOf(locale);

/**
 * The locale to say things in: the one that was asked for if its language has words; otherwise English, with
 * dates and times as the asked-for region writes them. Takes anything.
 *
 * Another script is another language to a reader: traditional Chinese gets English, as from Flex, which has no texts
 * for it either and shows its own in English.
 */
export function knownLocale(asked: string): string {
  const locale = parsed(asked);
  if (locale === null) return "en-US";
  const known = spokenAs(locale.language);
  if (known !== undefined && isReadAs(known, locale)) return locale.toString();
  return locale.region === undefined ? "en-US" : `en-${locale.region}`;
}

/** The same for what is heard and not read: whichever script a language is written in, it is spoken. */
export function heardLocale(asked: string): string {
  const locale = parsed(asked);
  const known = locale === null ? undefined : spokenAs(locale.language);
  return locale !== null && known !== undefined && !isReadAs(known, locale) ? known : knownLocale(asked);
}

/** Which of our languages a locale gets: Spanish of the Americas is Mexico's; what we do not speak is English. */
export function pickLocale(asked: string): Locale {
  const locale = knownLocale(asked);
  if (languageOf(locale) === "es" && locale !== "es" && !locale.split("-").includes("ES")) return "es-MX";
  return spokenAs(languageOf(locale)) ?? "en-US";
}
