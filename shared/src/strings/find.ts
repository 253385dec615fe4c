import { strings as de } from "./de-DE";
import { strings as en } from "./en-US";
import { strings as esES } from "./es-ES";
import { strings as esMX } from "./es-MX";
import { strings as fr } from "./fr-FR";
import { pickFrom } from "./pick";
import { strings as pt } from "./pt-BR";
import type { Strings } from "./table";
import { strings as th } from "./th-TH";
import { strings as zh } from "./zh-Hans";

/** The words of a locale. */
export const stringsFor = /* @__PURE__ */ pickFrom<Strings>({
  "en-US": en,
  "es-ES": esES,
  "es-MX": esMX,
  "pt-BR": pt,
  "fr-FR": fr,
  "de-DE": de,
  "th-TH": th,
  "zh-Hans": zh,
});
