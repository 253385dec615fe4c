import { pickFrom } from "../../i18n/locales";
import { strings as de } from "./de-DE";
import { strings as en } from "./en-US";
import { strings as esES } from "./es-ES";
import { strings as esMX } from "./es-MX";
import { strings as fr } from "./fr-FR";
import { strings as pt } from "./pt-BR";
import type { ChangeStrings } from "./table";
import { strings as th } from "./th-TH";
import { strings as zh } from "./zh-Hans";

/** The words of a locale for what changed: apart from the others, so that only who tells of changes loads them. */
export const changeStringsFor = /* @__PURE__ */ pickFrom<ChangeStrings>({
  "en-US": en,
  "es-ES": esES,
  "es-MX": esMX,
  "pt-BR": pt,
  "fr-FR": fr,
  "de-DE": de,
  "th-TH": th,
  "zh-Hans": zh,
});
