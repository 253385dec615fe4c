import type { Locale } from "@schedule-manager/shared/i18n/locales";

/** A key for each language: the compiler refuses a missing or an unknown one. */
const SPOKEN: Readonly<Record<Locale, null>> = {
  "en-US": null,
  "es-ES": null,
  "es-MX": null,
  "pt-BR": null,
  "fr-FR": null,
  "de-DE": null,
  "th-TH": null,
  "zh-Hans": null,
};

export const LOCALES = Object.keys(SPOKEN) as readonly Locale[];
