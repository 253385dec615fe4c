import { syncObjects } from "@schedule-manager/flex-config/setup/layout";
import { publish } from "@schedule-manager/functions/publish/publish";
import type { PublishOptions, Published } from "@schedule-manager/functions/publish/publish";
import { LEASE_TTL } from "@schedule-manager/shared/sync/publish-protocol";
import type { SyncClient } from "@schedule-manager/functions/sync/sync-client";
import { SyncFailure } from "@schedule-manager/functions/sync/sync-failure";
import { Failed } from "@schedule-manager/functions/failure";
import type { PublishChange, PublishRequest } from "@schedule-manager/shared/api/api";
import type { ItemKind, StoredItem, StoredRule, StoredSchedule } from "@schedule-manager/shared/model/model";
import {
  LAYOUT,
  HEAD,
  PUBLISHES,
  HISTORY_SHARDS,
  historyName,
  mapOf,
  changesName,
} from "@schedule-manager/shared/sync/layout";
import type { CatalogueHead, ChangeFeed } from "@schedule-manager/shared/sync/layout";
import { MemorySync } from "../../../contract/sync-client/memory-sync";
import type { SyncOperation } from "../../../contract/sync-client/memory-sync";

export const SHARDS = 3;

export const rule = (more: Partial<StoredRule> = {}): StoredRule => ({
  name: "Daytime",
  isOpen: true,
  ...more,
});
export const schedule = (more: Partial<StoredSchedule> = {}): StoredSchedule => ({
  name: "Support",
  timeZone: "Europe/Warsaw",
  manualClose: false,
  rules: [],
  ...more,
});

const START = Date.parse("2026-03-02T10:00:00Z");

/** A Sync service as set-up leaves it, a clock that tests move, and publishers. */
export class PublishWorld {
  now = START;
  readonly clock = (): number => this.now;
  readonly sync = new MemorySync(this.clock);
  #ids = 0;

  readonly #shards: number;

  constructor(shards = SHARDS) {
    this.#shards = shards;
    for (const { type, name, data } of syncObjects({ generation: 0, shards })) {
      if (type === "map") this.sync.addMap(name);
      else this.sync.addDocument(name, data ?? {});
    }
  }

  id = (): string => `publish-${(this.#ids += 1)}`;

  put(kind: ItemKind, id: string, data: unknown): void {
    this.sync.put(mapOf(kind, id, this.#shards), id, data);
  }

  drop(kind: ItemKind, id: string): void {
    this.sync.drop(mapOf(kind, id, this.#shards), id);
  }

  read(kind: ItemKind, id: string): Promise<{ revision: string; data: unknown } | null> {
    return this.sync.client().readItem(mapOf(kind, id, this.#shards), id);
  }

  async value(kind: ItemKind, id: string): Promise<unknown> {
    return (await this.read(kind, id))?.data ?? null;
  }

  async head(): Promise<CatalogueHead> {
    return (await this.sync.client().readDocument(HEAD))?.data as CatalogueHead;
  }

  async layout(): Promise<unknown> {
    return (await this.sync.client().readDocument(LAYOUT))?.data;
  }

  async feed(index = 0): Promise<ChangeFeed> {
    return (await this.sync.client().readDocument(changesName(index)))?.data as ChangeFeed;
  }

  history(): unknown[] {
    return Array.from({ length: HISTORY_SHARDS }, (_, shard) =>
      Object.values(this.sync.itemsOf(historyName(shard))),
    ).flat();
  }

  journal(): unknown[] {
    return Object.values(this.sync.itemsOf(PUBLISHES));
  }

  /** A change of the current item to `value`. */
  async change(kind: ItemKind, id: string, value: StoredItem | null): Promise<PublishChange> {
    const entry = await this.read(kind, id);
    const base = entry === null ? null : { revision: entry.revision, value: entry.data as StoredItem };
    return { kind, id, base, value };
  }

  publish(
    request: PublishRequest,
    more: Partial<PublishOptions> & { readonly client?: SyncClient } = {},
  ): Promise<Published> {
    return publish(request, {
      clients: () => more.client ?? this.sync.client(),
      concurrency: 4,
      clock: this.clock,
      leaseTtl: LEASE_TTL,
      right: "edit",
      by: { identity: "ada_40example_2Ecom", name: "ada@example.com" },
      ...more,
    });
  }

  /** The failure that a publish ends with. */
  async refusal(...args: Parameters<PublishWorld["publish"]>): Promise<Failed> {
    const error: unknown = await this.publish(...args).then(
      () => new Error("it was published"),
      (reason: unknown) => reason,
    );
    if (error instanceof Failed) return error;
    throw error instanceof Error ? error : new Error(String(error));
  }
}

/** A process that dies at its operation number `at`: before it, or when Sync has done it but nobody heard. */
export function dying(
  at: number,
  when: "before" | "after",
  onDeath: (operation: SyncOperation) => void = () => undefined,
) {
  let count = -1;
  const dead = () => new SyncFailure("unreachable", "this process is dead");
  return {
    before: (operation: SyncOperation) => {
      count += 1;
      if (count > at) throw dead();
      if (count === at && when === "before") {
        onDeath(operation);
        throw dead();
      }
    },
    after: (operation: SyncOperation) => {
      if (count === at && when === "after") {
        onDeath(operation);
        throw dead();
      }
      if (count > at) throw dead();
    },
    reached: () => count >= at,
  };
}
