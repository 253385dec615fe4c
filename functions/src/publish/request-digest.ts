import { isRecord } from "@schedule-manager/shared/collections/record";
import { createHash } from "node:crypto";
import type { PublishRequest } from "@schedule-manager/shared/api/api";
import type { Actor, PublishClaim } from "@schedule-manager/shared/sync/layout";
import { refOfChange } from "./current";

/** Characters of base64url: 132 bits. */
const LENGTH = 22;

/**
 * Identifies the content of a publish for repeats. Excludes bases, because the client may have newer ones at a
 * repeat, and the order of changes and fields.
 */
export function claimOf(
  { changes }: Pick<PublishRequest, "changes">,
  by: Actor,
  right: PublishClaim["right"],
): PublishClaim {
  const wanted = changes
    .map((change) => [refOfChange(change), change.value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([by.identity, wanted], sortedFields);
  return { digest: createHash("sha256").update(text).digest("base64url").slice(0, LENGTH), right };
}

const sortedFields = (_key: string, value: unknown): unknown =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;

/** Whether a repeat may receive the recorded result: same content and person, and no lower right. */
export function isRepeat(
  recorded: { readonly by: Actor; readonly claim?: PublishClaim },
  by: Actor,
  { digest, right }: PublishClaim,
): boolean {
  // Earlier versions recorded no claim.
  if (recorded.claim === undefined) return recorded.by.identity === by.identity;
  return recorded.claim.digest === digest && (recorded.claim.right === "toggle" || right === "edit");
}
