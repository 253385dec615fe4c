import type { ItemChange, SyncItem } from "./connection";
import { itemOf } from "./follow-map";
import type { OpenMaps } from "./open-maps";
import { lost } from "./problem";

/** How often a write is sent when the socket is lost under it. */
const ATTEMPTS = 3;

/** The SDK gives `{}` for an item that is not there. */
const isNothing = (data: unknown): boolean =>
  typeof data !== "object" || data === null || Object.keys(data).length === 0;

/** What the SDK says of a request whose socket closed before the answer came. */
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
 * What is written while the socket is known to be lost, the SDK keeps until it is back. What it sent on a socket that
 * then closed it gives up, though, so that is sent again: the change is asked anew on top of what is there, and
 * thus it is not made twice.
 */
export function changeItem(
  open: OpenMaps,
  name: string,
  key: string,
  ttl: number,
  change: ItemChange,
): Promise<SyncItem | null> {
  return againWhenCutOff(async () => {
    // One that is watched is not opened again.
    const { map, close } = await open(name);
    try {
      let written: object | null = null;
      const item = await map.mutate(
        key,
        (data) => {
          written = change(isNothing(data) ? undefined : data);
          // The SDK takes null, though its types do not say so: nothing is written.
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
