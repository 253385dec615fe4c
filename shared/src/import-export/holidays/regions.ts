import type { CountryRegions } from "./region";
import { auRegions } from "./regions/au";
import { caRegions } from "./regions/ca";
import { chRegions } from "./regions/ch";
import { deRegions } from "./regions/de";
import { esRegions } from "./regions/es";
import { gbRegions } from "./regions/gb";
import { usRegions } from "./regions/us";

/** The countries whose holidays differ by region, each with an example for its regions. */
export const REGIONS: readonly CountryRegions[] = [
  auRegions,
  caRegions,
  chRegions,
  deRegions,
  esRegions,
  gbRegions,
  usRegions,
];
