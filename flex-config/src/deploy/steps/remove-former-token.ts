import { fieldOf } from "@schedule-manager/shared/collections/record";
import { hasStatus } from "../../live/rest-error";
import type { DeployContext } from "../context";

/** Functions before version 1.0 stored a shared token for all agents in this document. */
const FORMER_TOKEN = "schedule-manager-reader";

/**
 * Deletes the former shared token from the account's default Sync service. Other environments, and any Flex
 * user, may write the same document, so one that belongs to other schedules stays.
 * @param serviceSid the Sync service with the schedules; null: it does not exist (any more)
 */
export async function removeFormerToken(
  { client, ledger }: DeployContext,
  serviceSid: string | null,
): Promise<void> {
  const document = client.sync.v1.services("default").documents(FORMER_TOKEN);
  const found = await document.fetch().catch((error: unknown) => {
    if (hasStatus(error, 404)) return null;
    throw error;
  });
  if (found === null) return;
  const of = fieldOf(found.data, "serviceSid");
  if (typeof of !== "string" || (serviceSid !== null && of !== serviceSid)) {
    ledger.note(
      `The document ${FORMER_TOKEN} in the account's default Sync service belongs to other schedules and is kept.`,
    );
    return;
  }
  await ledger.change(`delete the document ${FORMER_TOKEN} in the account's default Sync service`, () =>
    document.remove(),
  );
}
