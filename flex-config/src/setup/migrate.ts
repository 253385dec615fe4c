/**
 * Migrates a service of the previous version to the current names, while its functions keep answering checks.
 *
 *   hold `lock` --> new maps --copies--> switch: `head` --late edits, change feeds, layout--> commit
 *
 * Before the switch, `head` only names the migration: it is the lease among migrations, and other readers take it for
 * "not set up". After an interruption before the switch, the next run copies again; after the switch, the next run or
 * the next publish commits. `former-objects.ts` removes the objects of the previous version later.
 */
import { randomBytes } from "node:crypto";
import { DEPLOY } from "@schedule-manager/shared/sync/actors";
import { parseHead, parseHistoryData } from "@schedule-manager/shared/sync/layout-schema";
import { acquire, apply, type LeasedHead, renew } from "@schedule-manager/shared/sync/publish-protocol";
import {
  type CatalogueHead,
  HEAD,
  HISTORY_SHARDS,
  historyName,
  itemRef,
  shardOf,
} from "@schedule-manager/shared/sync/layout";
import { bring } from "./carry-out";
import { aliveBy, copyAll, copyLate, type CopyJob, mapsOf, readMaps, type SourceMap } from "./copy-items";
import { FORMER_LOCK } from "./former-objects";
import { commitHead, type LeaseOptions, type LeaseRefusal, withHeadLease } from "./head-lease";
import { followedDocuments, headDocument, historyMaps, lastingMaps, layoutMaps } from "./layout";
import {
  acquireLease,
  LeaseHolder,
  type LeaseState,
  LostLease,
  type SyncService,
  updateIfMatch,
} from "./lease-holder";
import { heldLock, isHeld, leastLease, withoutHold } from "./migrate-lock";
import { describeStep, planFirstUse, planSetup, type SetupPlan, SYSTEM, type Taken } from "./plan";
import type { ReshardOptions } from "./reshard-options";
import { hasStatus } from "../live/rest-error";
import { readSyncState } from "./sync-state";

/** Prefix of the migration's publish ids. */
const PREFIX = "migrate-";

export type MigrateOptions = Omit<ReshardOptions, "shards">;

export type MigrateResult =
  /** `pending`: a dry run found something to migrate. */
  | { readonly ok: true; readonly pending: boolean }
  | { readonly ok: false; readonly reason: LeaseRefusal | "lock-not-held" }
  | { readonly ok: false; readonly reason: "name-taken"; readonly taken: Taken };

const NOTHING: MigrateResult = { ok: true, pending: false };

/** `head` before the switch. */
interface Migrating {
  readonly migration: { readonly id: string; readonly since: string };
}
const isMigrating = (data: unknown): data is Migrating =>
  typeof data === "object" && data !== null && "migration" in data;

export async function migrate(options: MigrateOptions): Promise<MigrateResult> {
  const { client, serviceSid, change } = options;
  const service = client.sync.v1.services(serviceSid);
  const head = await read(service, HEAD);
  if (head !== null && head.createdBy !== SYSTEM) {
    const taken = { type: "document", name: HEAD, createdBy: head.createdBy, items: 0 } as const;
    return { ok: false, reason: "name-taken", taken };
  }
  if (head !== null && !isMigrating(head.data)) {
    const isUnfinished = parseHead(head.data)?.publish?.id.startsWith(PREFIX) === true;
    return isUnfinished ? finish(options) : NOTHING;
  }
  if (!(await isOfFormerVersion(service))) return NOTHING;
  const done = await change(
    "hold the lock of the version before, and copy its items and history to new maps",
    () => run(service, options),
  );
  return done ?? { ok: true, pending: true };
}

async function isOfFormerVersion(service: SyncService): Promise<boolean> {
  const lock = await read(service, FORMER_LOCK);
  return lock !== null && lock.createdBy === SYSTEM && parseHead(lock.data) !== null;
}

/** Whether functions of this version would find no catalogue here. */
export async function needsMigration({
  client,
  serviceSid,
}: Pick<MigrateOptions, "client" | "serviceSid">): Promise<boolean> {
  const service = client.sync.v1.services(serviceSid);
  const head = await read(service, HEAD);
  return (head === null || isMigrating(head.data)) && (await isOfFormerVersion(service));
}

interface Found {
  readonly data: unknown;
  readonly createdBy: string;
}

async function read(service: SyncService, name: string): Promise<Found | null> {
  try {
    const document = await service.documents(name).fetch();
    return { data: document.data, createdBy: document.createdBy };
  } catch (error) {
    if (hasStatus(error, 404)) return null;
    throw error;
  }
}

async function run(service: SyncService, options: MigrateOptions): Promise<MigrateResult> {
  try {
    const held = await hold(service, options);
    if (!held.ok) return held;
    const holder = await acquireHead(service, options);
    return holder === null ? migrate(options) : await move(holder, withoutHold(held.lock), options);
  } catch (error) {
    if (error instanceof LostLease) return { ok: false, reason: "lease-lost" };
    throw error;
  }
}

type Hold =
  | { readonly ok: true; readonly lock: CatalogueHead }
  | { readonly ok: false; readonly reason: LeaseRefusal | "lock-not-held" };

/** Waits for a publish in flight, and blocks further ones. */
async function hold(service: SyncService, { now, wait }: LeaseOptions): Promise<Hold> {
  const stateOf = (data: unknown): LeaseState<CatalogueHead> => {
    const lock = parseHead(data);
    if (lock === null || isHeld(lock)) return { type: "over" };
    return lock.publish === null
      ? { type: "free", next: heldLock(lock, now()) }
      : { type: "held", next: null };
  };
  const keep = (data: CatalogueHead): CatalogueHead => data;
  const acquired = await acquireLease({ service, name: FORMER_LOCK, now, wait, renew: keep, stateOf });
  if (!acquired.ok && acquired.reason !== "over") return { ok: false, reason: acquired.reason };
  const document = await service.documents(FORMER_LOCK).fetch();
  const { revision } = document;
  const lock = parseHead(document.data);
  if (lock === null || !isHeld(lock)) return { ok: false, reason: "not-set-up" };
  // Writes like a function of the previous version, to verify that Sync refuses it.
  const taken = await probe(service, leastLease(lock, now()), revision);
  if (taken === null) return { ok: true, lock };
  await updateIfMatch(service, FORMER_LOCK, withoutHold(lock), taken);
  return { ok: false, reason: "lock-not-held" };
}

/** The revision of an accepted write; null: Sync refused it. */
async function probe(service: SyncService, data: CatalogueHead, revision: string): Promise<string | null> {
  try {
    return await updateIfMatch(service, FORMER_LOCK, data, revision);
  } catch (error) {
    if ([400, 413].some((status) => hasStatus(error, status))) return null;
    throw error;
  }
}

/** null: another migration has already switched. */
async function acquireHead(
  service: SyncService,
  { now, wait }: LeaseOptions,
): Promise<LeaseHolder<Migrating> | null> {
  const mine = (): Migrating => ({
    migration: { id: `${PREFIX}${randomBytes(6).toString("hex")}`, since: now() },
  });
  const options = {
    service,
    name: HEAD,
    now,
    renew: ({ migration }: Migrating, since: string): Migrating => ({ migration: { ...migration, since } }),
  };
  const data = mine();
  try {
    const { revision } = await service.documents.create({ uniqueName: HEAD, data });
    return new LeaseHolder(options, { data, revision });
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
  }
  const stateOf = (there: unknown): LeaseState<Migrating> =>
    isMigrating(there) ? { type: "held", next: mine() } : { type: "over" };
  const acquired = await acquireLease({ ...options, wait, stateOf });
  if (acquired.ok) return acquired.holder;
  if (acquired.reason === "over") return null;
  throw new LostLease();
}

async function move(
  holder: LeaseHolder<Migrating>,
  lock: CatalogueHead,
  options: MigrateOptions,
): Promise<MigrateResult> {
  const { now, onStep } = options;
  const { service } = holder;
  const made = await bring(service, () => planNames(lock, options), {
    before: () => holder.keepAlive(),
    onStep: (step) => {
      onStep?.(describeStep(step));
    },
  });
  if (!made.ok) return { ok: false, reason: "name-taken", taken: made.taken };
  const alive = aliveBy(holder);
  const job = {
    shards: lock.shards,
    read: () => readMaps(alive, formerMaps(lock.shards)),
    readCopies: () => readMaps(alive, newMaps(lock.shards)),
  };
  const seen = await copyAll(alive, job);
  if (seen === null) return { ok: false, reason: "lease-lost" };
  const { id } = holder.data.migration;
  const before: CatalogueHead = { ...lock, publish: null, layoutSince: now() };
  const data: LeasedHead = apply(acquire(before, { id, by: DEPLOY, since: now() }));
  const revision = await holder.end(data);
  const leased = new LeaseHolder<LeasedHead>({ service, name: HEAD, now, renew }, { data, revision });
  const late: CopyJob = {
    shards: lock.shards,
    read: () => readMaps(aliveBy(leased), formerMaps(lock.shards)),
    readCopies: () => readMaps(aliveBy(leased), newMaps(lock.shards)),
  };
  await copyLate(aliveBy(leased), late, seen);
  await commitHead(leased, now(), null);
  return NOTHING;
}

/** The new maps must be empty, or contain copies of an interrupted run. */
async function planNames(lock: CatalogueHead, { client, serviceSid }: MigrateOptions): Promise<SetupPlan> {
  const fresh = [...layoutMaps(lock.shards), ...historyMaps(), ...followedDocuments(lock)];
  const lasting = [...lastingMaps(), headDocument({})];
  const state = await readSyncState(client, serviceSid, [...fresh, ...lasting]);
  const first = planFirstUse(state, fresh, "copies");
  return first.ok ? { ok: true, steps: [...first.steps, ...planSetup(state, lasting)] } : first;
}

/** Finishes a run that was interrupted after the switch. */
async function finish(options: MigrateOptions): Promise<MigrateResult> {
  const isOwn = (id: string) => id.startsWith(PREFIX);
  const id = `${PREFIX}${randomBytes(6).toString("hex")}`;
  const done = await options.change("finish the move to new maps", () =>
    withHeadLease(options, { id, isOwn }, async (holder): Promise<MigrateResult> => {
      await commitHead(holder, options.now(), null);
      return NOTHING;
    }),
  );
  return done ?? NOTHING;
}

const newMaps = (shards: number): readonly SourceMap[] => [
  ...mapsOf(shards),
  ...Array.from({ length: HISTORY_SHARDS }, (_, shard) => ({
    family: "history" as const,
    name: historyName(shard),
  })),
];

/** The maps of the previous version, with the current keys. */
const formerMaps = (shards: number): readonly SourceMap[] =>
  Array.from({ length: shards }, (_, shard) => {
    // An interrupted resharding may have left copies in maps of other shards.
    const isOwn = (id: string) => shardOf(id, shards) === shard;
    const own = (key: string) => (isOwn(key) ? key : null);
    return [
      { family: "rule" as const, name: `rules-${shard}`, keyOf: own },
      { family: "schedule" as const, name: `schedules-${shard}`, keyOf: own },
      {
        family: "history" as const,
        name: `history-${shard}`,
        keyOf: (key: string, data: unknown) => (isOwn(formerItemId(key)) ? historyKeyOf(key, data) : null),
      },
    ];
  }).flat();

const formerItemId = (key: string): string => key.replace(/:\d{10}:[A-Za-z0-9_-]+$/, "");

/**
 * Adds the kind, which keys of the previous version lack. Invalid entries are copied too, although no reader
 * finds them.
 */
const historyKeyOf = (key: string, data: unknown): string =>
  itemRef(parseHistoryData(data)?.kind ?? "schedule", key);
