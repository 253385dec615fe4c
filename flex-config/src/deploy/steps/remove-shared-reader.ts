import { parseSharedReader } from "@schedule-manager/shared/layout-schema";
import { SHARED_READER, SHARED_READER_SERVICE } from "@schedule-manager/shared/sync-layout";
import { hasStatus } from "../../setup/rest-error";
import type { DeployContext } from "../context";

/**
 * Deletes the token that `sync-token` put into the account's own Sync service for all browsers. Any Flex user may write
 * there, and another environment's functions put theirs in the same place: one that is not for our schedules stays.
 * @param serviceSid the Sync service that holds the schedules; null: there is none (any more)
 */
export async function removeSharedReader(
  { client, ledger }: DeployContext,
  serviceSid: string | null,
): Promise<void> {
  const document = client.sync.v1.services(SHARED_READER_SERVICE).documents(SHARED_READER);
  const held = await document.fetch().catch((error: unknown) => {
    if (hasStatus(error, 404)) return null;
    throw error;
  });
  if (held === null) return;
  const shared = parseSharedReader(held.data);
  if (shared === null || (serviceSid !== null && shared.serviceSid !== serviceSid)) {
    ledger.note(
      `The document ${SHARED_READER} in the account's own Sync service is not for these schedules; it stays.`,
    );
    return;
  }
  await ledger.change(`delete the document ${SHARED_READER} in the account's own Sync service`, () =>
    document.remove(),
  );
}
