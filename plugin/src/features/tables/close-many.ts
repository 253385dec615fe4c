import type { PublishChange } from "@schedule-manager/shared/api/api";
import { splitChanges } from "@schedule-manager/shared/api/write-limits";
import type { CallCode } from "../../functions/call";
import type { LiveSchedule } from "../../catalogue/live-items";
import type { PublishOutcome } from "../../publishing/publish-effect";
import { manualCloseChange } from "../../catalogue/stored";

export interface ClosedMany {
  /** How many are as they shall be. */
  readonly done: number;
  /** Why the others are not; null: all are. */
  readonly failure: { readonly code: CallCode; readonly id: string } | null;
}

/**
 * Closes schedules manually or reopens them: published at once, in parts that are each done whole, until one fails.
 * Those that are so already are left alone.
 * @param onProgress how many are done
 */
export async function closeMany(
  publish: (changes: readonly PublishChange[]) => Promise<PublishOutcome>,
  items: readonly LiveSchedule[],
  manualClose: boolean,
  onProgress: (done: number) => void,
): Promise<ClosedMany> {
  const changes = items.flatMap((item) => manualCloseChange(item, manualClose) ?? []);
  let done = 0;
  for (const part of splitChanges(changes)) {
    const outcome = await publish(part);
    if (!outcome.ok) return { done, failure: { code: outcome.code, id: outcome.id } };
    done += part.length;
    onProgress(done);
  }
  return { done, failure: null };
}
