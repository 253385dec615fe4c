import {
  ConnectionManager,
  type ConnectionManagerOptions,
} from "@schedule-manager/plugin/sync/connection-manager";
import type { ConnectionTask } from "@schedule-manager/plugin/sync/connection-task";

type Needed = Pick<ConnectionManagerOptions, "connect" | "fetchToken" | "random">;

/** An open connection of a browser without jitter. */
export function openManager(
  options: Needed & Partial<ConnectionManagerOptions>,
  tasks: readonly ConnectionTask[],
): ConnectionManager {
  const manager = new ConnectionManager({
    onStatus: () => undefined,
    renewAfter: (life) => life,
    jitter: () => 0,
    ...options,
  });
  for (const task of tasks) manager.addTask(task);
  manager.open();
  return manager;
}
