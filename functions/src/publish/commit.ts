import { parseChangeFeed, parseLayout } from "@schedule-manager/shared/sync/layout-schema";
import { commit, nextFeed, nextLayout } from "@schedule-manager/shared/sync/publish-protocol";
import type { LeasedHead } from "@schedule-manager/shared/sync/publish-protocol";
import { CHANGE_FEEDS, LAYOUT, changesName } from "@schedule-manager/shared/sync/layout";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { writeHead } from "../sync/head-store";
import type { HeadState } from "../sync/head-store";
import type { SyncClient, SyncDocument, SyncReader } from "../sync/sync-client";
import { SyncFailure } from "../sync/sync-failure";

export interface Finish {
  /** null: not all are known, so that functions read everything again. */
  readonly refs: readonly ItemRef[] | null;
  readonly skipped: readonly ItemRef[];
  /** ISO 8601 */
  readonly at: string;
}

/** What a commit changes, by name. */
export type CommitDocuments = ReadonlyMap<string, SyncDocument>;

const FEEDS = Array.from({ length: CHANGE_FEEDS }, (_, index) => changesName(index));

/**
 * Reads what the commit changes. Only the holder of the lease changes it, so a publisher reads it while it writes the
 * items. A document that could not be read is missing, and read by the commit.
 */
export async function readCommitDocuments(client: SyncReader): Promise<CommitDocuments> {
  const documents = new Map<string, SyncDocument>();
  const read = async (name: string): Promise<void> => {
    const document = await client.readDocument(name).catch(() => null);
    if (document !== null) documents.set(name, document);
  };
  await Promise.all([...FEEDS, LAYOUT].map(read));
  return documents;
}

/**
 * Writes the change feeds and `layout`, then `head`, which makes the publish visible to every function. null:
 * another publisher has committed it.
 * @param documents as read before; the commit reads the others
 */
export async function writeCommit(
  client: SyncClient,
  head: HeadState<LeasedHead>,
  { refs, skipped, at }: Finish,
  documents: CommitDocuments = new Map(),
): Promise<HeadState | null> {
  const { generation } = head.data.publish;
  const forward = (name: string, next: (data: unknown) => object | null): Promise<void> =>
    moveForward(client, name, next, documents.get(name));
  await Promise.all([
    ...FEEDS.map((name) => forward(name, (data) => nextFeed(parseChangeFeed(data), generation, refs))),
    forward(LAYOUT, (data) => nextLayout(parseLayout(data), head.data)),
  ]);
  return writeHead(client, head, commit(head.data, at, skipped));
}

async function moveForward(
  client: SyncClient,
  name: string,
  next: (data: unknown) => object | null,
  known?: SyncDocument,
): Promise<void> {
  for (let document = known ?? null; ; document = null) {
    document ??= await client.readDocument(name);
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
