import { holdsLease, isApplying, release } from "@schedule-manager/shared/sync/publish-protocol";
import type { PublishLease } from "@schedule-manager/shared/sync/layout";
import { readHead, writeHead } from "../sync/head-store";
import type { SyncClient } from "../sync/sync-client";
import { removeIntent } from "./intent-store";

/**
 * Releases a publisher's lease before it applied anything, and removes its intent. If `head` may say `applying`
 * for it (an answer may be lost), leaves everything to the next publisher.
 */
export async function giveUp(client: SyncClient, lease: PublishLease): Promise<void> {
  const head = await readHead(client);
  const { publish, recent } = head.data;
  if (holdsLease(head.data, lease)) {
    if (isApplying(publish)) return;
    if ((await writeHead(client, head, release(head.data))) === null) return;
  } else if (publish?.id === lease.id) {
    // A repeat of this id, or its recovery, uses the same entries.
    return;
  }
  // Keeps the history of a finished publish, whoever finished it.
  if (recent.some(({ id }) => id === lease.id)) return;
  await removeIntent(client, lease);
}
