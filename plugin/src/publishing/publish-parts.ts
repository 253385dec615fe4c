import type { PublishAnswer, PublishChange } from "@schedule-manager/shared/api/api";
import { splitChanges } from "@schedule-manager/shared/api/write-limits";
import type { CallCode } from "../functions/call";
import { publishChanges, type PublishDeps } from "./publish-effect";

export interface PartsProgress {
  /** Changes that are published. */
  readonly done: number;
  readonly count: number;
  /** Publishes that are still to be sent, the one under way not counted: none can be stopped. */
  readonly partsLeft: number;
}

export interface PartsOptions {
  /** Told at the beginning, before each publish is sent and after it was answered. */
  readonly onProgress?: ((progress: PartsProgress) => void) | undefined;
  /** Aborted: what was not sent yet is left alone. */
  readonly signal?: AbortSignal | undefined;
}

export interface PartsOutcome {
  readonly done: number;
  readonly count: number;
  /** Why the rest is not published; null: all is, or it was stopped. */
  readonly failure: { readonly code: CallCode; readonly id: string } | null;
}

interface Parts extends PartsOptions {
  readonly changes: readonly PublishChange[];
  /** What is left of a part when its turn comes. */
  readonly current?: (part: readonly PublishChange[]) => readonly PublishChange[];
  readonly onPublished?: (part: readonly PublishChange[], answer: PublishAnswer) => void;
}

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    signal?.addEventListener("abort", () => {
      resolve();
    });
  });

/** Publishes any number of changes in parts that are each whole, one after the other, until one fails or it is stopped. */
export async function publishParts(
  deps: PublishDeps,
  { changes, current = (part) => part, onPublished, onProgress, signal }: Parts,
): Promise<PartsOutcome> {
  const parts = splitChanges(changes);
  const count = changes.length;
  const stopped = aborted(signal);
  let done = 0;
  let partsLeft = parts.length;
  const tell = (): void => {
    onProgress?.({ done, count, partsLeft });
  };
  tell();
  for (const part of parts) {
    const due = deps.pace.waitFor(part, deps.localNow());
    if (due > 0) await Promise.race([deps.wait(due), stopped]);
    if (signal?.aborted === true) break;
    partsLeft -= 1;
    tell();
    const sent = current(part);
    if (sent.length > 0) {
      const outcome = await publishChanges(deps, sent, (answer) => onPublished?.(sent, answer));
      if (!outcome.ok) return { done, count, failure: { code: outcome.code, id: outcome.id } };
    }
    done += part.length;
    tell();
  }
  return { done, count, failure: null };
}
