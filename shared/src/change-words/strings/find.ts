import { type Locale, pickLocale } from "../../strings/pick";
import { strings as de } from "./de-DE";
import { strings as en } from "./en-US";
import { strings as esES } from "./es-ES";
import { strings as esMX } from "./es-MX";
import { strings as fr } from "./fr-FR";
import { strings as pt } from "./pt-BR";
import type { ChangeStrings } from "./table";
import { strings as th } from "./th-TH";
import { strings as zh } from "./zh-Hans";

const BY_LOCALE: Readonly<Record<Locale, ChangeStrings>> = {
  "en-US": en,
  "es-ES": esES,
  "es-MX": esMX,
  "pt-BR": pt,
  "fr-FR": fr,
  "de-DE": de,
  "th-TH": th,
  "zh-Hans": zh,
};

export const changeStringsFor = (locale: string): ChangeStrings => BY_LOCALE[pickLocale(locale)];
