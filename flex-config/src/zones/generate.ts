/** Writes the zone data in `shared/src/time` from the package `moment-timezone`: `npm run zones`. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { zoneDataFile } from "./zone-data-file";
import { zonePlacesFile } from "./zone-places-file";

const folder = resolve(__dirname, "../../../shared/src/time");
writeFileSync(resolve(folder, "zone-data.ts"), zoneDataFile());
writeFileSync(resolve(folder, "zone-places.ts"), zonePlacesFile());
