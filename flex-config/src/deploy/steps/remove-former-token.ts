import { hasStatus } from "../../live/rest-error";
import type { DeployContext } from "../context";

/** Functions of versions before 1.0 kept a token for all agents there. */
const FORMER_TOKEN = "schedule-manager-reader";

/**
 * Deletes it from the account's own Sync service. Any Flex user may write there, and another environment's functions put
 * theirs in the same place: one that is not for our schedules stays.
 * @param serviceSid the Sync service that holds the schedules; null: there is none (any more)
 */
export async function removeFormerToken(
  { client, ledger }: DeployContext,
  serviceSid: string | null,
): Promise<void> {
  const document = client.sync.v1.services("default").documents(FORMER_TOKEN);
  const held = await document.fetch().catch((error: unknown) => {
    if (hasStatus(error, 404)) return null;
    throw error;
  });
  if (held === null) return;
  const { serviceSid: of } = held.data as { readonly serviceSid?: unknown };
  if (typeof of !== "string" || (serviceSid !== null && of !== serviceSid)) {
    ledger.note(
      `The document ${FORMER_TOKEN} in the account's own Sync service is not for these schedules; it stays.`,
    );
    return;
  }
  await ledger.change(`delete the document ${FORMER_TOKEN} in the account's own Sync service`, () =>
    document.remove(),
  );
}
