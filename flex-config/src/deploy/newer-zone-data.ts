/** Tells whether npm has newer time zone data than the functions and the plugin ship. */
import { manifestIn } from "../../../shared/bundling/package-manifest";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ZONE_DATA_VERSION } from "@schedule-manager/shared/time/zone-data";

/** The package that `npm run zones` reads. */
const PACKAGE = "moment-timezone";

/** Asks npm for the newest version, by whatever registry npm is set to. */
export const askNpm = async (signal: AbortSignal): Promise<string> => {
  const { stdout } = await promisify(execFile)("npm", ["view", PACKAGE, "version"], {
    signal,
    shell: process.platform === "win32",
  });
  return stdout.trim();
};

const numbers = (version: string): number[] => version.split(".").map(Number);

function isNewer(version: string, than: string): boolean {
  const [a, b] = [numbers(version), numbers(than)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

/** The version of the package that the shipped data was made from. */
export const zonePackageVersion = (root: string): string => manifestIn(root).devDependencies[PACKAGE] ?? "";

export interface ZoneDataCheck {
  /** The advice to update; null: the data is the newest, or npm has not answered. Ends the request. */
  result(): string | null;
}

/** Asks in the background, which delays nothing; a failure counts as no newer data. */
export function checkZoneData(
  installed: string,
  ask: (signal: AbortSignal) => Promise<string>,
): ZoneDataCheck {
  const abort = new AbortController();
  let newest: string | null = null;
  ask(abort.signal).then(
    (version) => {
      newest = version;
    },
    () => undefined,
  );
  return {
    result() {
      abort.abort();
      if (newest === null || !/^\d+\.\d+\.\d+$/.test(newest) || !isNewer(newest, installed)) return null;
      return (
        `npm has newer time zone data than ${ZONE_DATA_VERSION}: run npm install -DE ${PACKAGE}@${newest}, ` +
        "npm run zones, and deploy again."
      );
    },
  };
}
