/** What `lock` and the pulses say at each step of a publish: pure. */
import type {
  FinishedPublish,
  ItemRef,
  LockData,
  PublishMark,
  PulseData,
} from "@schedule-manager/shared/sync-layout";

/** Finished publishes that `lock` remembers, for repeats of their ids. */
export const MAX_RECENT = 10;
/** Refs that a finished publish remembers as left alone. */
export const MAX_SKIPPED = 20;
/** Bytes of a pulse: it is read often, and small objects are the cheap ones. */
export const MAX_PULSE_BYTES = 4096;

export const withMark = (lock: LockData, publish: PublishMark): LockData => ({ ...lock, publish });

export const withoutMark = (lock: LockData): LockData => ({ ...lock, publish: null });

export const applying = (mark: PublishMark): PublishMark => ({ ...mark, phase: "applying" });

export function committed(
  lock: LockData,
  mark: PublishMark,
  at: string,
  skipped: readonly ItemRef[],
): LockData {
  const finished: FinishedPublish = {
    id: mark.id,
    generation: mark.generation,
    by: mark.by,
    at,
    ...(mark.claim === undefined ? {} : { claim: mark.claim }),
    ...(skipped.length === 0 ? {} : { skipped: skipped.slice(0, MAX_SKIPPED) }),
  };
  return {
    ...lock,
    generation: mark.generation,
    publish: null,
    recent: [finished, ...lock.recent].slice(0, MAX_RECENT),
  };
}

/** The pulse after a publish: as much of what came before as fits; nothing when this publish alone does not. */
export function nextPulse(pulse: PulseData | null, generation: number, items: readonly ItemRef[]): PulseData {
  const recent = [{ generation, items }, ...(pulse?.recent ?? [])];
  while (recent.length > 0) {
    const next = { generation, recent };
    if (Buffer.byteLength(JSON.stringify(next)) <= MAX_PULSE_BYTES) return next;
    recent.pop();
  }
  return { generation, recent };
}
