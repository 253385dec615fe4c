/**
 * The transitions of a publish: what `head`, `layout` and the change feeds say at each step. Pure; functions publish
 * by it, and so do set-up's first publish and resharding.
 *
 *   free --acquire--> checking --apply--> applying --commit--> free, one generation on
 *                     checking --release--> free
 *
 * Up to `applying` nothing of a publish can be seen, and anybody may clear it once its lease has expired. From
 * `applying` on it will be finished, by its publisher or by the next. `head` is only written on the revision that was
 * read, so that a publisher whose lease was taken finds out at its next step.
 */
import type {
  CatalogueHead,
  CatalogueLayout,
  ChangeFeed,
  FinishedPublish,
  HistoryData,
  ItemRef,
  PublishData,
  PublishLease,
} from "./layout";

/** ms without a sign of life, by Sync's own dates, after which a lease has expired. A publisher stops itself long before. */
export const LEASE_TTL = 15_000;
/** Finished publishes that `head` remembers, for repeats of their ids. */
const MAX_RECENT = 10;
/** Refs that a finished publish remembers as left alone. */
const MAX_SKIPPED = 20;
/** Characters of a change feed: it is read often, and small objects are the cheap ones. */
const MAX_FEED_SIZE = 4096;
/** Refs a part of the journal holds: keys are long, and items of 10 KiB and more may be written twice a second only. */
export const REFS_PER_PART = 60;

/** `head` while a publish is under way. */
export type LeasedHead = CatalogueHead & { readonly publish: PublishLease };

export const acquire = (
  head: CatalogueHead,
  { id, by, since, claim }: Omit<PublishLease, "phase" | "generation">,
): LeasedHead => {
  const lease: PublishLease = { id, by, since, phase: "checking", generation: head.generation + 1 };
  return { ...head, publish: claim === undefined ? lease : { ...lease, claim } };
};

/** A sign of life. */
export const renew = (head: LeasedHead, since: string): LeasedHead => ({
  ...head,
  publish: { ...head.publish, since },
});

export const apply = (head: LeasedHead): LeasedHead => ({
  ...head,
  publish: { ...head.publish, phase: "applying" },
});

export const release = (head: CatalogueHead): CatalogueHead => ({ ...head, publish: null });

/** @param at ISO 8601 @param skipped items that were edited in the console meanwhile and so were left alone */
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

/** Whether this very attempt holds the lease: a repeat of the same id that began later does not. */
export const holdsLease = ({ publish }: CatalogueHead, { id, since }: PublishLease): boolean =>
  publish?.id === id && publish.since === since;

/**
 * A change feed after a publish: as much of what came before as fits; nothing when this publish alone does not. null:
 * the feed is there already or further, and a publisher that was taken over sets nothing back.
 * @param items null: readers have to read everything
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

/** `layout` after a publish; null: it is there already or further. */
export const nextLayout = (
  layout: CatalogueLayout | null,
  { shards, publish }: LeasedHead,
): CatalogueLayout | null =>
  layout !== null && layout.generation >= publish.generation
    ? null
    : { generation: publish.generation, shards };

/** What a publish writes of one item, and on which revision. */
export type IntendedWrite = Pick<HistoryData, "kind" | "id" | "value" | "baseRevision">;

export const intentOf = (lease: PublishLease, writes: readonly IntendedWrite[]): HistoryData[] =>
  writes.map(({ kind, id, value, baseRevision }) => ({
    publish: lease.id,
    generation: lease.generation,
    by: lease.by,
    at: lease.since,
    kind,
    id,
    baseRevision,
    value,
  }));

export function journalOf(lease: PublishLease, refs: readonly ItemRef[]): PublishData[] {
  const parts = Math.max(1, Math.ceil(refs.length / REFS_PER_PART));
  return Array.from({ length: parts }, (_, part) => ({
    publish: lease.id,
    generation: lease.generation,
    by: lease.by,
    at: lease.since,
    part,
    parts,
    items: refs.slice(part * REFS_PER_PART, (part + 1) * REFS_PER_PART),
  }));
}

/** Additions come before what may refer to them, deletions after what may have. */
export const APPLY_STAGES: readonly ((entry: IntendedWrite) => boolean)[] = [
  ({ kind, value }) => kind === "rule" && value !== null,
  ({ kind, value }) => kind === "schedule" && value !== null,
  ({ kind, value }) => kind === "schedule" && value === null,
  ({ kind, value }) => kind === "rule" && value === null,
];
