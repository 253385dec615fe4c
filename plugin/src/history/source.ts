import { type ItemPage, type ItemRange, SyncProblem } from "../sync/connection";
import type { ConnectionTask } from "../sync/connection-task";

/** So many pages are read at once: many small changes are shown together, and Sync limits reads. */
const AT_ONCE = 4;

export type ListItems = (name: string, range: ItemRange) => Promise<ItemPage>;

export interface HistorySource {
  readonly task: ConnectionTask;
  /** Rejects with `SyncProblem`; with the status 0 while there is no client. */
  readonly list: ListItems;
}

/** Lists pages of Sync's maps through the browser's one client, whichever that is at the moment. */
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
      const mine: ListItems = (name, range) => sync.listItems(name, range);
      current = mine;
      return () => {
        if (current === mine) current = null;
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
