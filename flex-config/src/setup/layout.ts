/** What the Sync service has to hold before anybody can publish: pure, so that a dry run can print it. */
import {
  EDITOR,
  historyName,
  LAYOUT,
  LOCK,
  type LockData,
  mapName,
  PRESENCE,
  PUBLISHES,
  PULSES,
  type PulseData,
  pulseName,
  READER,
} from "@schedule-manager/shared/sync-layout";

/** Rights of one identity on one object, as Sync names them. */
export interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  readonly manage: boolean;
}

export interface SyncObject {
  readonly type: "map" | "document";
  readonly name: string;
  /** What a new document starts with. */
  readonly data?: object;
  /** By identity. An identity that is not named has no rights (the service has its ACL enabled). */
  readonly rights: Readonly<Record<string, Rights>>;
  /** Items of a map expire by design. */
  readonly itemsExpire?: true;
}

const READ: Rights = { read: true, write: false, manage: false };
const WRITE: Rights = { read: true, write: true, manage: false };

const everybody = { [READER]: READ, [EDITOR]: READ };
const editors = { [EDITOR]: READ };

export const emptyLock = (shards: number): LockData => ({ generation: 0, shards, publish: null, recent: [] });
export const emptyPulse: PulseData = { generation: 0, recent: [] };

/** Everything that there has to be, in the order in which it is made: `lock` last, since it says that set-up is done. */
export function syncObjects(shards: number, generation = 0): readonly SyncObject[] {
  const each = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const map = (name: string, rights: SyncObject["rights"]): SyncObject => ({ type: "map", name, rights });
  return [
    ...each(shards, (shard) => map(mapName("rule", shard), everybody)),
    ...each(shards, (shard) => map(mapName("schedule", shard), everybody)),
    ...each(shards, (shard) => map(historyName(shard), editors)),
    map(PUBLISHES, editors),
    { ...map(PRESENCE, { [EDITOR]: WRITE }), itemsExpire: true },
    ...each(PULSES, (index): SyncObject => ({
      type: "document",
      name: pulseName(index),
      data: emptyPulse,
      rights: {},
    })),
    { type: "document", name: LAYOUT, data: { generation, shards }, rights: everybody },
    { type: "document", name: LOCK, data: emptyLock(shards), rights: everybody },
  ];
}
