import type { PublishChange } from "@schedule-manager/shared/api/api";
import { splitChanges } from "@schedule-manager/shared/api/write-limits";
import type { CallCode } from "../../functions/call";
import type { LiveSchedule } from "../../catalogue/live-items";
import type { PublishOutcome } from "../../publishing/publish-effect";
import { manualCloseChange } from "../../catalogue/stored";

export interface ClosedMany {
  /** The number of schedules that have the wanted state. */
  readonly done: number;
  /** Why the others do not; null: all do. */
  readonly failure: { readonly code: CallCode; readonly id: string } | null;
}

/**
 * Closes schedules manually or reopens them, in several publishes that are each atomic, until one fails. Schedules
 * that have the wanted state are skipped.
 * @param onProgress the number done so far
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
