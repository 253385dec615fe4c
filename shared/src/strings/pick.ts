/** The languages that have tables of words. */
export const LOCALES = ["en-US", "es-ES", "es-MX", "pt-BR", "fr-FR", "de-DE", "th-TH", "zh-Hans"] as const;

export type Locale = (typeof LOCALES)[number];

const languageOf = (locale: string): string => locale.split("-")[0] ?? "en";

/**
 * The locale to say things in: the one that was asked for if its language has words; otherwise English, with
 * dates and times as the asked-for region writes them. Takes anything.
 */
export function knownLocale(asked: string): string {
  try {
    const locale = new Intl.Locale(asked.replaceAll("_", "-"));
    if (LOCALES.some((known) => languageOf(known) === locale.language)) return locale.toString();
    return locale.region === undefined ? "en-US" : `en-${locale.region}`;
  } catch {
    return "en-US";
  }
}

/** Which of our languages a locale gets: Spanish of the Americas is Mexico's; what we do not speak is English. */
export function pickLocale(asked: string): Locale {
  const locale = knownLocale(asked);
  if (languageOf(locale) === "es" && locale !== "es" && !locale.split("-").includes("ES")) return "es-MX";
  return LOCALES.find((known) => languageOf(known) === languageOf(locale)) ?? "en-US";
}
