import type { PublishAnswer, PublishChange } from "@schedule-manager/shared/api/api";
import { costOf, splitChanges } from "@schedule-manager/shared/api/write-limits";
import type { CallCode } from "../functions/call";
import { publishChanges, type PublishDeps, shardsOf } from "./publish-effect";

export interface PartsProgress {
  /** The number of published changes. */
  readonly done: number;
  readonly count: number;
  /** The number of publishes not sent yet; at 0 nothing is left to stop. */
  readonly partsLeft: number;
}

export interface PartsOptions {
  /** Called at the start, before each publish, and after each answer. */
  readonly onProgress?: ((progress: PartsProgress) => void) | undefined;
  /** The person's note, for the history. */
  readonly note?: string | undefined;
  /** Aborting it stops before the next publish. */
  readonly signal?: AbortSignal | undefined;
}

export interface PartsOutcome {
  readonly done: number;
  readonly count: number;
  /** Why the rest is not published; null: everything is, or the person stopped. */
  readonly failure: { readonly code: CallCode; readonly id: string } | null;
}

interface Parts extends PartsOptions {
  readonly changes: readonly PublishChange[];
  /** The changes of a part that remain when it is sent. */
  readonly current?: (part: readonly PublishChange[]) => readonly PublishChange[];
  readonly onPublished?: (part: readonly PublishChange[], answer: PublishAnswer) => void;
}

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    signal?.addEventListener("abort", () => {
      resolve();
    });
  });

/** Publishes any number of changes in consecutive atomic publishes, until one fails or the person stops. */
export async function publishParts(
  deps: PublishDeps,
  { changes, current = (part) => part, onPublished, onProgress, signal, note }: Parts,
): Promise<PartsOutcome> {
  const shards = shardsOf(deps);
  const parts = splitChanges(changes, shards);
  const count = changes.length;
  const stopped = aborted(signal);
  let done = 0;
  let partsLeft = parts.length;
  const report = (): void => {
    onProgress?.({ done, count, partsLeft });
  };
  report();
  for (const part of parts) {
    const due = deps.pace.waitFor(costOf(part, shards), deps.localNow());
    if (due > 0) await Promise.race([deps.wait(due), stopped]);
    if (signal?.aborted === true) break;
    partsLeft -= 1;
    report();
    const sent = current(part);
    if (sent.length > 0) {
      const outcome = await publishChanges(deps, sent, {
        note,
        onPublished: (answer) => onPublished?.(sent, answer),
      });
      if (!outcome.ok) return { done, count, failure: { code: outcome.code, id: outcome.id } };
    }
    done += part.length;
    report();
  }
  return { done, count, failure: null };
}
