/** A copy of the sources for tests that change files; packages and build output are links. */
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { CACHE, ROOT } from "../../stand-in/cache";

const WORKSPACES = ["shared", "functions", "plugin", "flex-config"];
const OURS = "@schedule-manager";
const NOT_COPIED = new Set(["dist", ".git", ".cache"]);

async function link(from: string, to: string, names: readonly string[]): Promise<void> {
  await mkdir(to, { recursive: true });
  await Promise.all(names.map((name) => symlink(join(from, name), join(to, name))));
}

const packagesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(ROOT, folder, "node_modules")).catch((): string[] => [])).filter(
    (name) => !NOT_COPIED.has(name) && name !== OURS,
  );

export async function repositoryCopy(): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), "schedule-manager-copy-"));
  const copied = [...WORKSPACES, "test", "LICENSE", "package.json", "package-lock.json", "tsconfig.json"];
  for (const name of copied)
    await cp(join(ROOT, name), join(root, name), {
      recursive: true,
      filter: (path) => !path.split(sep).some((part) => part === "node_modules" || NOT_COPIED.has(part)),
    });
  for (const folder of [".", ...WORKSPACES])
    await link(
      join(ROOT, folder, "node_modules"),
      join(root, folder, "node_modules"),
      await packagesIn(folder),
    );
  await link(root, join(root, "node_modules", OURS), WORKSPACES);
  const built = await readdir(CACHE).catch((): string[] => []);
  await link(CACHE, join(root, "node_modules/.cache/flex-schedule-manager"), built);
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
