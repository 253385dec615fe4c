/** What the Sync service has to hold before anybody can publish: pure, so that a dry run can print it. */
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
} from "@schedule-manager/shared/sync/layout";

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

const each = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const map = (name: string, rights: SyncObject["rights"]): SyncObject => ({ type: "map", name, rights });

/** The maps of one layout, which hold the rules and schedules. */
export const layoutMaps = (shards: number): readonly SyncObject[] => [
  ...each(shards, (shard) => map(mapName("rule", shard, shards), everybody)),
  ...each(shards, (shard) => map(mapName("schedule", shard, shards), everybody)),
];

/** The maps of the history: the same for every layout. */
export const historyMaps = (): readonly SyncObject[] =>
  each(HISTORY_SHARDS, (shard) => map(historyName(shard), editors));

/** The maps whose names and items stay what they were in the version before. */
export const lastingMaps = (): readonly SyncObject[] => [
  map(PUBLISHES, editors),
  { ...map(PRESENCE, { [EDITOR]: WRITE }), itemsExpire: true },
];

/** What functions and browsers follow. */
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

/** `head`: made last, since functions take it for "set up". Agents follow `layout`. */
export const headDocument = (data: object): SyncObject => ({
  type: "document",
  name: HEAD,
  data,
  rights: editors,
});

/** Everything that there has to be, in the order in which it is made. */
export const syncObjects = (layout: CatalogueLayout): readonly SyncObject[] => [
  ...layoutMaps(layout.shards),
  ...historyMaps(),
  ...lastingMaps(),
  ...followedDocuments(layout),
  headDocument(headOf(layout)),
];
