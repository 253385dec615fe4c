import { MemorySync } from "./memory-sync";
import { syncCallerContract } from "./suite";

syncCallerContract("in memory, for tests of what uses it", async () => {
  const sync = new MemorySync();
  return {
    client: sync.client(),
    addDocument: async (name, data) => sync.addDocument(name, data),
    addMap: async (name) => sync.addMap(name),
    stop: async () => undefined,
  };
});
