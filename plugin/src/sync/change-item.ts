import type { SyncClient } from "twilio-sync";
import type { ItemChange, SyncItem } from "./connection";
import { itemOf } from "./follow-map";

/** The SDK gives `{}` for an item that is not there. */
const isNothing = (data: unknown): boolean =>
  typeof data !== "object" || data === null || Object.keys(data).length === 0;

/** Changes an item with If-Match, as the SDK's `mutate` does: see `SyncConnection.changeItem`. */
export async function changeItem(
  client: SyncClient,
  name: string,
  key: string,
  ttl: number,
  change: ItemChange,
): Promise<SyncItem | null> {
  // One that is watched is not opened again.
  const map = await client.map({ id: name, mode: "open_existing" });
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
    map.close();
  }
}
