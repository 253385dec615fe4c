import { type ItemPage, type ItemRange, SyncProblem } from "../sync/connection";
import type { ConnectionTask } from "../sync/connection-task";

/** Concurrent page reads, because Sync limits the rate. */
const AT_ONCE = 4;

export type ListItems = (name: string, range: ItemRange) => Promise<ItemPage>;

export interface HistorySource {
  readonly task: ConnectionTask;
  /** Rejects with `SyncProblem`; status 0 while there is no client. */
  readonly list: ListItems;
}

/** Lists pages of Sync maps through the current client. */
export function historySource(): HistorySource {
  let current: ListItems | null = null;
  let running = 0;
  const waiting: (() => void)[] = [];

  const run = async (name: string, range: ItemRange): Promise<ItemPage> => {
    if (current === null) throw new SyncProblem(0, 0, "Not connected.");
    return current(name, range);
  };

  return {
    task: (sync) => {
      const currentClient: ListItems = (name, range) => sync.listItems(name, range);
      current = currentClient;
      return () => {
        if (current === currentClient) current = null;
      };
    },
    list: async (name, range) => {
      if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await run(name, range);
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
