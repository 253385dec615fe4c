import { knownLocale, type Locale, pickLocale } from "@schedule-manager/shared/i18n/locales";
import { type Say, sayIn, type Texts } from "./text";

/** Each language is a part of its own: a browser loads the one that its reader speaks. */
const LOADERS: Readonly<Record<Locale, () => Promise<Texts>>> = {
  "en-US": async () => (await import("./en-US/all")).enUS,
  "es-ES": async () => (await import("./es-ES/all")).esES,
  "es-MX": async () => (await import("./es-MX/all")).esMX,
  "pt-BR": async () => (await import("./pt-BR/all")).ptBR,
  "fr-FR": async () => (await import("./fr-FR/all")).frFR,
  "de-DE": async () => (await import("./de-DE/all")).deDE,
  "th-TH": async () => (await import("./th-TH/all")).thTH,
  "zh-Hans": async () => (await import("./zh-Hans/all")).zhHans,
};

/** All strings for Flex's locale; in English where there is no translation. */
export const loadTexts = (flexLocale: string): Promise<Texts> => LOADERS[pickLocale(flexLocale)]();

/** The same, to be said. */
export const loadSay = async (flexLocale: string): Promise<Say> =>
  sayIn(await loadTexts(flexLocale), knownLocale(flexLocale));
