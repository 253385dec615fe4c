/** The objects that the Sync service needs before the first publish. Pure, so that a dry run can print them. */
import {
  type CatalogueHead,
  type CatalogueLayout,
  CHANGE_FEEDS,
  changesName,
  type ChangeFeed,
  EDITOR,
  HEAD,
  HISTORY_SHARDS,
  historyName,
  LAYOUT,
  mapName,
  PRESENCE,
  PUBLISHES,
  READER,
  VIEWER,
} from "@schedule-manager/shared/sync/layout";

/** Permissions of an identity on an object, with Sync's names. */
export interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  readonly manage: boolean;
}

export interface SyncObject {
  readonly type: "map" | "document";
  readonly name: string;
  /** Initial data of a document. */
  readonly data?: object;
  /** By identity. Other identities have no permissions, because the service has access control enabled. */
  readonly rights: Readonly<Record<string, Rights>>;
  /** True for a map whose items expire by design. */
  readonly itemsExpire?: true;
}

const READ: Rights = { read: true, write: false, manage: false };
const WRITE: Rights = { read: true, write: true, manage: false };

const everybody = { [READER]: READ, [VIEWER]: READ, [EDITOR]: READ };
const viewers = { [VIEWER]: READ, [EDITOR]: READ };

const each = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const map = (name: string, rights: SyncObject["rights"]): SyncObject => ({ type: "map", name, rights });

/** The maps of a layout, with the rules and schedules. */
export const layoutMaps = (shards: number): readonly SyncObject[] => [
  ...each(shards, (shard) => map(mapName("rule", shard, shards), everybody)),
  ...each(shards, (shard) => map(mapName("schedule", shard, shards), everybody)),
];

/** The history maps, independent of the layout. */
export const historyMaps = (): readonly SyncObject[] =>
  each(HISTORY_SHARDS, (shard) => map(historyName(shard), viewers));

/** Maps whose names and items are unchanged since the previous version. */
export const lastingMaps = (): readonly SyncObject[] => [
  map(PUBLISHES, viewers),
  { ...map(PRESENCE, { [EDITOR]: WRITE }), itemsExpire: true },
];

/** Documents that functions and browsers follow. */
export function followedDocuments({ generation, shards }: CatalogueLayout): readonly SyncObject[] {
  const feed: ChangeFeed = { generation, recent: [] };
  const layout: CatalogueLayout = { generation, shards };
  return [
    ...each(CHANGE_FEEDS, (index): SyncObject => ({
      type: "document",
      name: changesName(index),
      data: feed,
      rights: {},
    })),
    { type: "document", name: LAYOUT, data: layout, rights: everybody },
  ];
}

const headOf = ({ generation, shards }: CatalogueLayout): CatalogueHead => ({
  generation,
  shards,
  publish: null,
  recent: [],
});

/** `head` is created last, because functions take it as proof of a complete set-up. Agents follow `layout`. */
export const headDocument = (data: object): SyncObject => ({
  type: "document",
  name: HEAD,
  data,
  rights: viewers,
});

/** All objects, in order of creation. */
export const syncObjects = (layout: CatalogueLayout): readonly SyncObject[] => [
  ...layoutMaps(layout.shards),
  ...historyMaps(),
  ...lastingMaps(),
  ...followedDocuments(layout),
  headDocument(headOf(layout)),
];
