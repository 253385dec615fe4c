import { SyncFailure } from "./sync-failure";

/** A key as it stands in a path. Other Sync libraries do not encode keys, so nothing that would need it is let through. */
export function pathKey(key: string): string {
  if (/^[A-Za-z0-9_.:-]{1,256}$/.test(key) && !key.includes("..") && key !== ".") return key;
  throw new SyncFailure("refused", "not a key that Sync libraries take");
}
