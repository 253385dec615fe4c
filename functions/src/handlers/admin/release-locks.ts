/** Releases the edit locks of a page that ends: its own socket may close before the release is sent. */
import { isKey, isItemRef, parseItemRef, PRESENCE } from "@schedule-manager/shared/sync/layout";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { MAX_RELEASED } from "@schedule-manager/shared/api/api";
import type { ReleaseLocksAnswer, ReleaseLocksRequest } from "@schedule-manager/shared/api/api";
import { parsePresence } from "@schedule-manager/shared/sync/layout-schema";
import * as v from "valibot";
import { flexTokens } from "../../auth/flex-token";
import { rightOf } from "../../auth/person";
import { budgetOf } from "../../budget";
import { endpoint } from "../../endpoint/endpoint";
import type { Call } from "../../endpoint/endpoint";
import { Failed } from "../../failure";
import type { Reply } from "../../http/reply";
import { limitConcurrency } from "../../sync/limit-concurrency";
import type { SyncClient } from "../../sync/sync-client";
import { SyncFailure } from "../../sync/sync-failure";
import { syncClients } from "../../sync/sync-clients";

const RELEASE_BUDGET = 6000;
/** Characters of the request as JSON. */
const MAX_REQUEST = 8192;
/** Attempts for a lock that is written at the same moment. */
const ATTEMPTS = 3;

const request = v.object({
  lockId: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  items: v.pipe(
    v.array(
      v.custom<ItemRef>(
        (ref) => typeof ref === "string" && isItemRef(ref) && isKey(parseItemRef(ref)?.id ?? ""),
      ),
    ),
    v.maxLength(MAX_RELEASED),
  ),
});

function requestFrom(json: unknown): ReleaseLocksRequest {
  const parsed = v.safeParse(request, json);
  if (parsed.success) return parsed.output;
  throw new Failed(
    "request-invalid",
    `Send "locks" as JSON: {"lockId": the page's id, "items": at most ${MAX_RELEASED} of "s:KEY" or "r:KEY"}.`,
  );
}

async function answer({ request, settings, now }: Call): Promise<Reply> {
  const person = await flexTokens.personOf(request, settings, now);
  if (rightOf(person, settings) !== "edit") {
    throw new Failed("not-allowed", "Only a role in EDITOR_ROLES holds edit locks.");
  }
  const { lockId, items } = requestFrom(request.json("locks", MAX_REQUEST));
  const client = syncClients(settings)(budgetOf(RELEASE_BUDGET));
  const released = await limitConcurrency(settings.concurrency, items, async (ref) =>
    (await release(client, ref, { lockId, identity: person.identity })) ? [ref] : [],
  );
  const body: ReleaseLocksAnswer = { released: released.flat(), now: Date.now() };
  return { status: 200, body, log: { released: body.released.length } };
}

/** Returns whether the lock was the page's and is removed. */
async function release(
  client: SyncClient,
  ref: ItemRef,
  page: { readonly lockId: string; readonly identity: string },
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const entry = await client.readItem(PRESENCE, ref);
    const lock = entry === null ? null : parsePresence(entry.data);
    if (entry === null || lock?.lockId !== page.lockId || lock.by.identity !== page.identity) return false;
    try {
      await client.removeItem(PRESENCE, ref, entry.revision);
      return true;
    } catch (error) {
      if (!(error instanceof SyncFailure)) throw error;
      if (error.kind === "missing") return true;
      if (error.kind !== "moved" || attempt === ATTEMPTS) throw error;
    }
  }
}

export const handler = endpoint({ name: "admin/release-locks", answer });
