import type { ItemChange, SyncItem } from "./connection";
import { itemOf } from "./follow-map";
import type { OpenMaps } from "./open-maps";
import { lost } from "./problem";

/** Attempts per write when the socket is lost during it. */
const ATTEMPTS = 3;

/** The SDK returns `{}` for an item that does not exist. */
const isNothing = (data: unknown): boolean =>
  typeof data !== "object" || data === null || Object.keys(data).length === 0;

/** Whether the SDK reports that the socket closed before the answer arrived. */
function isCutOff(error: unknown): boolean {
  const { status, message } = lost(error);
  return status === 0 && message.startsWith("disconnected");
}

async function againWhenCutOff<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (attempt === ATTEMPTS || !isCutOff(error)) throw error;
    }
  }
}

/**
 * Changes an item with If-Match, as the SDK's `mutate` does: see `SyncConnection.changeItem`.
 *
 * The SDK queues writes while it is disconnected, but fails those that were in flight when the socket closed. These
 * are repeated; `change` is called again with the current data, so a write that did arrive is not made twice.
 */
export function changeItem(
  open: OpenMaps,
  name: string,
  key: string,
  ttl: number,
  change: ItemChange,
): Promise<SyncItem | null> {
  return againWhenCutOff(async () => {
    // A map that is watched is already open.
    const { map, close } = await open(name);
    try {
      let written: object | null = null;
      const item = await map.mutate(
        key,
        (data) => {
          written = change(isNothing(data) ? undefined : data);
          // The SDK accepts null, which writes nothing, although its types do not declare it.
          return written as object;
        },
        { ttl },
      );
      return written === null ? null : itemOf(item);
    } finally {
      close();
    }
  });
}
