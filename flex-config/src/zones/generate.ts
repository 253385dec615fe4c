/** Writes `shared/src/time/zone-data.ts` from the zone data of `moment-timezone`: `npm run zones`. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { zoneDataFile } from "./zone-data-file";

writeFileSync(resolve(__dirname, "../../../shared/src/time/zone-data.ts"), zoneDataFile());
