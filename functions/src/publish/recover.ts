import { release, renew } from "@schedule-manager/shared/sync/publish-protocol";
import type { LeasedHead } from "@schedule-manager/shared/sync/publish-protocol";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { CatalogueHead } from "@schedule-manager/shared/sync/layout";
import { writeHead } from "../sync/head-store";
import type { HeadState } from "../sync/head-store";
import { readIntent, readJournal } from "../sync/intent-reader";
import type { SyncClient } from "../sync/sync-client";
import { applyIntent } from "./apply";
import { writeCommit } from "./commit";
import { removeIntent } from "./intent-store";

export type RecoveryOutcome =
  /** The publish is complete. */
  | "finished"
  /** The publish changed no item and never will. */
  | "cleared"
  /** Another process is recovering it. */
  | "taken";

export interface Recovery {
  readonly client: SyncClient;
  readonly concurrency: number;
  /** ISO 8601, now. */
  readonly at: string;
}

export const isLeased = (head: HeadState): head is HeadState<LeasedHead> => leased(head.data);
const leased = (head: CatalogueHead): head is LeasedHead => head.publish !== null;

/** Handles an expired lease: finishes the publish from its intent if it had started to apply, otherwise clears it. */
export async function recover(
  { client, concurrency, at }: Recovery,
  head: HeadState<LeasedHead>,
): Promise<RecoveryOutcome> {
  const { publish } = head.data;
  if (publish.phase === "checking") {
    // Releases the lease first, so that a publisher that resumes can no longer apply.
    if ((await writeHead(client, head, release(head.data))) === null) return "taken";
    await removeIntent(client, publish).catch(() => undefined);
    return "cleared";
  }
  // The renewed lease keeps others from recovering concurrently.
  const mine = await writeHead(client, head, renew(head.data, at));
  if (mine === null) return "taken";
  const { refs, isWhole } = await readJournal(client, publish);
  const intent = await readIntent(client, publish, concurrency);
  const { skipped } = await applyIntent(client, intent, head.data.shards);
  const known = new Set(intent.map(({ kind, id }) => itemRef(kind, id)));
  const lost = refs.filter((ref) => !known.has(ref));
  const done = await writeCommit(client, mine, {
    refs: isWhole ? refs : null,
    skipped: [...skipped, ...lost],
    at,
  });
  return done === null ? "taken" : "finished";
}
