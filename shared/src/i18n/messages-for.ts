import { type Locale, pickLocale } from "./locales";
import { messages as de } from "./messages/de-DE";
import { messages as en } from "./messages/en-US";
import { messages as esES } from "./messages/es-ES";
import { messages as esMX } from "./messages/es-MX";
import { messages as fr } from "./messages/fr-FR";
import type { Messages } from "./messages/messages";
import { messages as pt } from "./messages/pt-BR";
import { messages as th } from "./messages/th-TH";
import { messages as zh } from "./messages/zh-Hans";

const TABLES: Readonly<Record<Locale, Messages>> = {
  "en-US": en,
  "es-ES": esES,
  "es-MX": esMX,
  "pt-BR": pt,
  "fr-FR": fr,
  "de-DE": de,
  "th-TH": th,
  "zh-Hans": zh,
};

/** The messages in a locale's language. */
export const messagesFor = (locale: string): Messages => TABLES[pickLocale(locale)];
