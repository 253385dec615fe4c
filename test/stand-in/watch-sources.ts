/**
 * Tells when something below some files and folders was saved. The plugin is made by several builds in a row, which no
 * bundler watches as one: the build scripts run anew instead, and this says when.
 */
import { existsSync, type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** An editor's save is several events: the call waits for this many ms without one. */
const QUIET_MS = 100;

async function foldersOf(path: string): Promise<readonly string[]> {
  if (!existsSync(path)) return [];
  // Editors replace a file when they save it, so that its own watch ends: its folder's goes on.
  if (!(await stat(path)).isDirectory()) return [dirname(path)];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return [path, ...entries.flatMap((one) => (one.isDirectory() ? [join(one.parentPath, one.name)] : []))];
}

/**
 * @param onSave is never called while its last call has not ended
 * @returns ends it
 */
export async function watchSources(
  paths: readonly string[],
  onSave: () => Promise<void>,
): Promise<() => Promise<void>> {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let isOver = false;

  const follow = async (): Promise<void> => {
    const folders = new Set((await Promise.all(paths.map(foldersOf))).flat());
    if (isOver) return;
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, saved);
      // A folder that was removed: its parent's event closes this.
      watcher.on("error", () => undefined);
      watchers.set(folder, watcher);
    }
  };
  const saved = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(async () => {
        if (isOver) return;
        // A folder that vanishes meanwhile is an event of its own, after which this looks again.
        await follow().catch(() => undefined);
        await onSave();
      });
    }, QUIET_MS);
  };

  await follow();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
    await running;
  };
}
