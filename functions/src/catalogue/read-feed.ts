import { parseChangeFeed } from "@schedule-manager/shared/sync/layout-schema";
import { changesName } from "@schedule-manager/shared/sync/layout";
import type { ChangeFeed } from "@schedule-manager/shared/sync/layout";
import { SyncFailure } from "../sync/sync-failure";
import type { LoadOptions } from "./load-options";

export async function readFeed({ reader, feed }: LoadOptions): Promise<ChangeFeed> {
  const document = await reader.readDocument(changesName(feed));
  const data = document === null ? null : parseChangeFeed(document.data);
  if (data === null) throw new SyncFailure("missing", "a change feed is missing or invalid: run the set-up");
  return data;
}
