import { knownLocale, LOCALES } from "./find";

export type Locale = (typeof LOCALES)[number];

/** Which of our languages a locale gets: Spanish of the Americas is Mexico's; what we do not speak is English. */
export function pickLocale(locale: string): Locale {
  const [language, ...rest] = knownLocale(locale).split("-");
  if (language === "es" && rest.length > 0 && !rest.includes("ES")) return "es-MX";
  return LOCALES.find((known) => known.split("-")[0] === language) ?? "en-US";
}
