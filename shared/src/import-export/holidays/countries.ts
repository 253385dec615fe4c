import { at } from "./countries/at";
import { au } from "./countries/au";
import { be } from "./countries/be";
import { br } from "./countries/br";
import { ca } from "./countries/ca";
import { ch } from "./countries/ch";
import { cn } from "./countries/cn";
import { co } from "./countries/co";
import { cz } from "./countries/cz";
import { de } from "./countries/de";
import { dk } from "./countries/dk";
import { es } from "./countries/es";
import { fi } from "./countries/fi";
import { fr } from "./countries/fr";
import { gb } from "./countries/gb";
import { ie } from "./countries/ie";
import { india } from "./countries/in";
import { it } from "./countries/it";
import { jp } from "./countries/jp";
import { mx } from "./countries/mx";
import { nl } from "./countries/nl";
import { no } from "./countries/no";
import { nz } from "./countries/nz";
import { pl } from "./countries/pl";
import { pt } from "./countries/pt";
import { se } from "./countries/se";
import { th } from "./countries/th";
import { za } from "./countries/za";
import type { Country } from "./define";

/** Countries whose examples are generated. `us.json`, the product's initial configuration, is maintained by hand. */
export const COUNTRIES: readonly Country[] = [
  at,
  au,
  be,
  br,
  ca,
  ch,
  cn,
  co,
  cz,
  de,
  dk,
  es,
  fi,
  fr,
  gb,
  ie,
  india,
  it,
  jp,
  mx,
  nl,
  no,
  nz,
  pl,
  pt,
  se,
  th,
  za,
];
