/**
 * Watches files and folders, and reports saves. The plugin is built by several builds in a row, which no bundler
 * watches as one, so the build scripts run again after each report.
 */
import { existsSync, type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** One save in an editor causes several events: the callback runs after this many ms without one. */
const QUIET_MS = 100;

async function foldersOf(path: string): Promise<readonly string[]> {
  if (!existsSync(path)) return [];
  // Editors replace a file when they save it, which ends the file's own watch; the watch of its folder continues.
  if (!(await stat(path)).isDirectory()) return [dirname(path)];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return [path, ...entries.flatMap((one) => (one.isDirectory() ? [join(one.parentPath, one.name)] : []))];
}

/**
 * @param onSave never runs while its last call is in progress
 * @returns a function that ends the watch
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
      // A removed folder: the event of its parent closes this watch.
      watcher.on("error", () => undefined);
      watchers.set(folder, watcher);
    }
  };
  const saved = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(async () => {
        if (isOver) return;
        // A folder that vanishes meanwhile causes its own event, which triggers another scan.
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
