import type { EntityState } from "@reduxjs/toolkit";
import { dictionary } from "@schedule-manager/shared/collections/dictionary";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import type { LiveAny, LiveCatalogue, LiveEvent, LiveRule, LiveSchedule, Published } from "./live-items";
import { isNewer } from "./revision";

type Items = EntityState<LiveSchedule | LiveRule>;
const PLACE = { schedule: "schedules", rule: "rules" } as const;
const tombstoneKey = (kind: ItemKind, id: string): string => `${kind}:${id}`;

/**
 * A copy-on-write builder for the live state: changed collections are copied once, unchanged ones keep their
 * identity. It replaces Immer, which is too slow when thousands of items arrive at once.
 */
export class LiveChange {
  private readonly copied = new Set<ItemKind>();

  constructor(private now: LiveCatalogue) {}

  get result(): LiveCatalogue {
    return this.now;
  }

  set(fields: Partial<LiveCatalogue>): void {
    this.now = { ...this.now, ...fields };
  }

  items(kind: ItemKind): Items {
    return this.now[PLACE[kind]];
  }

  /** The items of a kind, copied on first use. */
  private mine(kind: ItemKind): Items {
    if (!this.copied.has(kind)) {
      const { ids, entities } = this.items(kind);
      this.copied.add(kind);
      this.set({ [PLACE[kind]]: { ids: [...ids], entities: dictionary(entities) } });
    }
    return this.items(kind);
  }

  remove(kind: ItemKind, deleted: ReadonlySet<string>): void {
    if (![...deleted].some((id) => this.items(kind).entities[id] !== undefined)) return;
    const items = this.mine(kind);
    items.ids = items.ids.filter((id) => !deleted.has(String(id)));
    for (const id of deleted) delete items.entities[id];
  }

  /**
   * The newer revision wins, so duplicate and late events are harmless. Revisions are comparable only within one map;
   * resharding moves an item to another map, where they start again.
   */
  put({ kind, ...item }: LiveAny): void {
    const current = this.items(kind).entities[item.id];
    if (current?.map === item.map && !isNewer(item.revision, current.revision)) return;
    const items = this.mine(kind);
    if (current === undefined) items.ids.push(item.id);
    items.entities[item.id] = item;
  }

  follows(map: string): void {
    const { following, maps } = this.now;
    if (!following.includes(map)) this.set({ following: [...following, map] });
    if (maps.every((each) => this.now.following.includes(each))) this.set({ asOf: null });
  }
}

function reset(change: LiveChange, { kind, map, items }: Extract<LiveEvent, { type: "reset" }>): void {
  const { ids, entities } = change.items(kind);
  const now = new Map(items.map((item) => [item.id, item.revision]));
  // The adapter types ids as text or numbers; these are keys of Sync, which are texts.
  const removedIds = (ids as string[]).filter((id) => {
    const item = entities[id];
    if (item?.map !== map) return false;
    // The snapshot wins even with a lower revision: a deleted and recreated item starts at revision 0.
    const revision = now.get(id);
    return revision === undefined || isNewer(item.revision, revision);
  });
  change.remove(kind, new Set(removedIds));
  for (const item of items) change.put(item);
  const { maps, loaded, tombstones } = change.result;
  // A late event of the previous layout must not count as loaded.
  if (maps.includes(map) && !loaded.includes(map)) change.set({ loaded: [...loaded, map] });
  change.follows(map);
  change.set({ tombstones: tombstones.filter((key) => !key.startsWith(`${kind}:`)) });
}

export function apply(change: LiveChange, event: LiveEvent): void {
  switch (event.type) {
    case "caughtUp":
      change.follows(event.map);
      return;
    case "reset":
      reset(change, event);
      return;
    // The state of `layout`.
    case "layout":
      return;
    case "changed":
      if (!change.result.tombstones.includes(tombstoneKey(event.item.kind, event.item.id)))
        change.put(event.item);
      return;
    case "removed": {
      const key = tombstoneKey(event.kind, event.id);
      change.set({ tombstones: change.result.tombstones.filter((tombstone) => tombstone !== key) });
      change.remove(event.kind, new Set([event.id]));
    }
  }
}

/** Applies the result of a publish. */
export function applyPublished(change: LiveChange, result: Published): void {
  if (result.type === "written") {
    change.put(result.item);
    return;
  }
  const { kind, id } = result;
  if (change.items(kind).entities[id] === undefined) return;
  change.remove(kind, new Set([id]));
  // Late events with an older revision must not restore the item.
  change.set({ tombstones: [...change.result.tombstones, tombstoneKey(kind, id)] });
}
