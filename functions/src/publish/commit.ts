import { parseChangeFeed, parseLayout } from "@schedule-manager/shared/sync/layout-schema";
import { commit, nextFeed, nextLayout } from "@schedule-manager/shared/sync/publish-protocol";
import type { LeasedHead } from "@schedule-manager/shared/sync/publish-protocol";
import { CHANGE_FEEDS, LAYOUT, changesName } from "@schedule-manager/shared/sync/layout";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { writeHead } from "../sync/head-store";
import type { HeadState } from "../sync/head-store";
import type { SyncClient } from "../sync/sync-client";
import { SyncFailure } from "../sync/sync-failure";

export interface Finish {
  /** null: not all are known, so that functions read everything again. */
  readonly refs: readonly ItemRef[] | null;
  readonly skipped: readonly ItemRef[];
  /** ISO 8601 */
  readonly at: string;
}

/**
 * Writes the change feeds and `layout`, then `head`, which makes the publish visible to every function. null:
 * another publisher has committed it.
 */
export async function writeCommit(
  client: SyncClient,
  head: HeadState<LeasedHead>,
  { refs, skipped, at }: Finish,
): Promise<HeadState | null> {
  const { generation } = head.data.publish;
  const feeds = Array.from({ length: CHANGE_FEEDS }, (_, index) => changesName(index));
  await Promise.all([
    ...feeds.map((name) =>
      moveForward(client, name, (data) => nextFeed(parseChangeFeed(data), generation, refs)),
    ),
    moveForward(client, LAYOUT, (data) => nextLayout(parseLayout(data), head.data)),
  ]);
  return writeHead(client, head, commit(head.data, at, skipped));
}

async function moveForward(
  client: SyncClient,
  name: string,
  next: (data: unknown) => object | null,
): Promise<void> {
  for (;;) {
    const document = await client.readDocument(name);
    if (document === null) throw new SyncFailure("missing", `${name} is missing: run the set-up`, 404);
    const data = next(document.data);
    if (data === null) return;
    try {
      await client.updateDocument(name, data, document.revision);
      return;
    } catch (error) {
      if (!(error instanceof SyncFailure && error.kind === "moved")) throw error;
    }
  }
}
