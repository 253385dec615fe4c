/**
 * State transitions of a publish: the contents of `head`, `layout` and the change feeds at each step. Pure; used by the
 * functions, by set-up's first publish and by resharding.
 *
 *   free --acquire--> checking --apply--> applying --commit--> free, one generation on
 *                     checking --release--> free
 *
 * Nothing of a publish is visible before `applying`, and anyone may clear it once its lease has expired. From
 * `applying` on, its publisher or the next one finishes it. `head` is only written on the revision that was read, so a
 * publisher that lost its lease fails at its next step.
 */
import type {
  CatalogueHead,
  CatalogueLayout,
  ChangeFeed,
  FinishedPublish,
  HistoryChange,
  ItemRef,
  PublishData,
  PublishLease,
} from "./layout";
import { type Author, authorship, isBatched } from "./history-items";

/**
 * Milliseconds without a renewal, by Sync's own dates, after which a lease expires. A publisher stops well
 * before.
 */
export const LEASE_TTL = 15_000;
/** Finished publishes kept in `head` for repeated ids. */
const MAX_RECENT = 10;
/** Skipped refs kept with a finished publish. */
const MAX_SKIPPED = 20;
/** Most characters of a change feed: functions poll it often, and small objects are cheap to read. */
const MAX_FEED_SIZE = 4096;
/** Refs in a part of the journal: keys are long, and Sync limits items of 10 KiB and more to two writes a second. */
const REFS_PER_PART = 60;

/** `head` during a publish. */
export type LeasedHead = CatalogueHead & { readonly publish: PublishLease };

export const acquire = (
  head: CatalogueHead,
  { id, by, since, claim, note }: Omit<PublishLease, "phase" | "generation">,
): LeasedHead => ({
  ...head,
  publish: {
    id,
    by,
    since,
    phase: "checking",
    generation: head.generation + 1,
    ...(claim === undefined ? {} : { claim }),
    ...(note === undefined ? {} : { note }),
  },
});

/** Extends the lease. */
export const renew = (head: LeasedHead, since: string): LeasedHead => ({
  ...head,
  publish: { ...head.publish, since },
});

/** @param batched the history of this publish is in batches */
export const apply = (head: LeasedHead, batched = false): LeasedHead => ({
  ...head,
  publish: { ...head.publish, phase: batched ? "applying-batches" : "applying" },
});

/** Whether the intent of a publish is complete, so that it will be finished. */
export const isApplying = (publish: PublishLease | null): publish is PublishLease =>
  publish !== null && publish.phase !== "checking";

export const release = (head: CatalogueHead): CatalogueHead => ({ ...head, publish: null });

/**
 * @param at ISO 8601
 * @param skipped items edited in the console meanwhile and therefore not written
 */
export function commit(
  { publish, ...head }: LeasedHead,
  at: string,
  skipped: readonly ItemRef[] = [],
): CatalogueHead {
  const { id, generation, by, claim } = publish;
  const finished: FinishedPublish = {
    id,
    generation,
    by,
    at,
    ...(claim === undefined ? {} : { claim }),
    ...(skipped.length === 0 ? {} : { skipped: skipped.slice(0, MAX_SKIPPED) }),
  };
  return { ...head, generation, publish: null, recent: [finished, ...head.recent].slice(0, MAX_RECENT) };
}

/** Whether this attempt holds the lease. A later attempt with the same id does not. */
export const holdsLease = ({ publish }: CatalogueHead, { id, since }: PublishLease): boolean =>
  publish?.id === id && publish.since === since;

/**
 * The change feed after a publish, with as many earlier entries as fit; empty if this publish alone does not
 * fit. null: the feed is up to date or newer, so a publisher that lost its lease never sets it back.
 * @param items null: readers must read everything
 */
export function nextFeed(
  feed: ChangeFeed | null,
  generation: number,
  items: readonly ItemRef[] | null,
): ChangeFeed | null {
  if (feed !== null && feed.generation >= generation) return null;
  const recent = items === null ? [] : [{ generation, items }, ...(feed?.recent ?? [])];
  while (recent.length > 0) {
    const next = { generation, recent };
    if (JSON.stringify(next).length <= MAX_FEED_SIZE) return next;
    recent.pop();
  }
  return { generation, recent };
}

/** `layout` after a publish; null: it is up to date or newer. */
export const nextLayout = (
  layout: CatalogueLayout | null,
  { shards, publish }: LeasedHead,
): CatalogueLayout | null =>
  layout !== null && layout.generation >= publish.generation
    ? null
    : { generation: publish.generation, shards };

export function journalOf(lease: Author, refs: readonly ItemRef[]): PublishData[] {
  const parts = Math.max(1, Math.ceil(refs.length / REFS_PER_PART));
  return Array.from({ length: parts }, (_, part) => ({
    ...authorship(lease),
    part,
    parts,
    items: refs.slice(part * REFS_PER_PART, (part + 1) * REFS_PER_PART),
    ...(isBatched(refs.length) ? { batched: true as const } : {}),
  }));
}

/** Writes rules before schedules that may refer to them, and deletes them after. */
export const APPLY_STAGES: readonly ((change: HistoryChange) => boolean)[] = [
  ({ kind, value }) => kind === "rule" && value !== null,
  ({ kind, value }) => kind === "schedule" && value !== null,
  ({ kind, value }) => kind === "schedule" && value === null,
  ({ kind, value }) => kind === "rule" && value === null,
];
