import { LAYOUT, mapName } from "@schedule-manager/shared/sync/layout";
import { MemorySync } from "../../contract/plugin-sync/memory-sync";
import { EXAMPLE, WEEKDAYS } from "../../unit/plugin/items";

/** Sync with one schedule and its rule. */
export function syncCatalogue(): MemorySync {
  const sync = new MemorySync();
  const { id: _, ...schedule } = EXAMPLE;
  const { id: __, ...rule } = WEEKDAYS;
  sync.createMap(mapName("schedule", 0, 1), { [EXAMPLE.id]: schedule });
  sync.createMap(mapName("rule", 0, 1), { [WEEKDAYS.id]: rule });
  sync.createDocument(LAYOUT, { generation: 1, shards: 1 });
  return sync;
}
