import { MemorySync } from "./memory-sync";
import { connectionContract } from "./suite";

let names = 0;

describe("the plugin's Sync, in memory", () => {
  connectionContract(async () => {
    const sync = new MemorySync();
    return {
      connect: (listener = { state: () => undefined }) =>
        sync.connect("token", { tokenEnding: () => undefined, tokenEnded: () => undefined, ...listener }),
      name: (text) => `${text}-${(names += 1)}`,
      createMap: async (name, items) => sync.createMap(name, items),
      createDocument: async (name, data) => sync.createDocument(name, data),
      put: async (map, key, data) => void sync.put(map, key, data),
      remove: async (map, key) => sync.remove(map, key),
      removeMap: async (map) => sync.removeMap(map),
      setDocument: async (name, data) => sync.setDocument(name, data),
      pass: async (ms) => sync.pass(ms),
      interrupt: async () => sync.interrupt(),
      restore: async () => sync.restore(),
      close: async () => undefined,
    };
  });
});
