import type { PublishRequest } from "@schedule-manager/shared/api/api";
import { acquire } from "@schedule-manager/shared/sync/publish-protocol";
import type { LeasedHead } from "@schedule-manager/shared/sync/publish-protocol";
import type {
  Actor,
  CatalogueHead,
  FinishedPublish,
  PublishClaim,
  PublishLease,
} from "@schedule-manager/shared/sync/layout";
import { Failed } from "../failure";
import { readHead, writeHead } from "../sync/head-store";
import type { HeadState } from "../sync/head-store";
import type { SyncClient } from "../sync/sync-client";
import { isLeased, recover } from "./recover";
import { isRepeat } from "./request-digest";

export interface LeaseOptions {
  readonly client: SyncClient;
  readonly concurrency: number;
  /** ms since the epoch */
  readonly clock: () => number;
  /** ms, `LEASE_TTL` */
  readonly leaseTtl: number;
}

export type Acquired =
  | { readonly type: "acquired"; readonly head: HeadState<LeasedHead> }
  /** A publish with this id has finished before. */
  | { readonly type: "finished"; readonly publish: FinishedPublish; readonly head: CatalogueHead };

/** Most attempts; losing the lease more often to publishers that then vanish is implausible. */
const MAX_TRIES = 5;

/** Step 1 of a publish: acquires the lease, after recovering a dead publisher's work. */
export async function acquireLease(
  options: LeaseOptions,
  { id, version, note }: Pick<PublishRequest, "id" | "version" | "note">,
  by: Actor,
  claim: PublishClaim,
): Promise<Acquired> {
  const { client, clock, concurrency, leaseTtl } = options;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const head = await readHead(client);
    const { generation, publish, recent } = head.data;
    const finished = recent.find((entry) => entry.id === id);
    const recorded = finished ?? (publish?.id === id ? publish : undefined);
    if (recorded !== undefined && !isRepeat(recorded, by, claim)) throw idReused();
    if (finished !== undefined) return { type: "finished", publish: finished, head: head.data };
    if (isLeased(head)) {
      if (head.age < leaseTtl) throw inProgress(head.data.publish, id, leaseTtl - head.age);
      await recover({ client, concurrency, at: isoOf(clock()) }, head);
      continue;
    }
    if (version !== undefined && version !== String(generation)) {
      throw new Failed(
        "publish-stale-version",
        "Schedule was updated by someone else and cannot be published. Please reload and try again.",
        { version: String(generation) },
      );
    }
    const leased = acquire(head.data, {
      id,
      by,
      since: isoOf(clock()),
      claim,
      ...(note === undefined ? {} : { note }),
    });
    const mine = await writeHead(client, head, leased);
    if (mine !== null) return { type: "acquired", head: mine };
  }
  throw new Failed("publish-in-progress", "Other publishes are in progress. Try again in a few seconds.");
}

export const isoOf = (ms: number): string => new Date(ms).toISOString();

const idReused = () =>
  new Failed("publish-id-reused", "This id belongs to another publish. Send the publish with a new id.");

function inProgress(lease: PublishLease, id: string, wait: number): Failed {
  const own = lease.id === id;
  return new Failed(
    "publish-in-progress",
    own
      ? "This publish is still in progress. Repeat the request with the same id in a few seconds to get its result."
      : "Another schedule publish is in progress. Try again in a few seconds.",
    {},
    { by: lease.by, since: lease.since, own, retryAfterMs: Math.max(0, wait) },
  );
}
