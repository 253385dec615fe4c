import { SyncFailure } from "./sync-failure";

/** A key in a URL path. Other Sync libraries do not encode keys, so keys that need encoding are refused. */
export function pathKey(key: string): string {
  if (/^[A-Za-z0-9_.:-]{1,256}$/.test(key) && !key.includes("..") && key !== ".") return key;
  throw new SyncFailure("refused", "the key contains characters that Sync libraries do not encode");
}
