/**
 * Lets all browsers of the account share one reader's token: a shift that begins at once would otherwise call
 * `sync-token` once for each agent. It lies in the account's default Sync service, which every Flex token opens.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { parseSharedReader } from "@schedule-manager/shared/layout-schema";
import {
  SHARED_READER,
  SHARED_READER_SERVICE,
  type SharedReader,
} from "@schedule-manager/shared/sync-layout";
import { budgetOf } from "../budget";
import type { Settings } from "../settings";
import { credentials } from "../sync/callers";
import { HttpsCaller } from "../sync/https-caller";
import { SyncFailure } from "../sync/sync-failure";

/** ms: whoever waits for a token does not wait longer for this. */
export const SHARE_BUDGET = 1500;
/** ms that a shared token is left alone: where browsers can't see it, each would have it written anew. */
export const SHARE_EVERY = 10 * 60_000;
/** ms between looks of one instance. */
export const LOOK_EVERY = 30_000;

/** ms since the epoch until which this instance does not look again. */
let quietUntil = 0;

/** Any Flex user may write there: only a token that we signed counts as one. */
function isOurs(token: string, secret: string): boolean {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const expected = createHmac("sha256", secret).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * Puts a reader's token where browsers look for it, unless one was put there a moment ago.
 * @returns what became of it, for the log; it never rejects: who asked has their own token
 */
export async function shareReader(reader: SharedReader, settings: Settings, now: number): Promise<string> {
  if (now < quietUntil) return "recent";
  const [user, password] = credentials(settings);
  const { apiUrl, apiSecret } = settings;
  const budget = budgetOf(SHARE_BUDGET);
  const where = { user, password, serviceSid: SHARED_READER_SERVICE, apiUrl, budget, timeout: SHARE_BUDGET };
  const caller = new HttpsCaller(where);
  quietUntil = now + LOOK_EVERY;
  try {
    const held = await caller.readDocument(SHARED_READER);
    if (held === null) await caller.createDocument(SHARED_READER, reader);
    else {
      const shared = parseSharedReader(held.data);
      const good = shared !== null && shared.shards === reader.shards && isOurs(shared.token, apiSecret);
      if (good && held.readAt - held.updatedAt < SHARE_EVERY) return "recent";
      await caller.updateDocument(SHARED_READER, reader, held.revision);
    }
    return "shared";
  } catch (error) {
    // `moved` and `exists`: another instance was faster.
    return error instanceof SyncFailure ? error.kind : "failed";
  }
}
