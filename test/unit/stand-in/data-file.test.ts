import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataFile } from "../../stand-in/data-file";
import { snapshot } from "../../stand-in/sync/snapshot";
import { Sync } from "../../stand-in/sync/sync";
import { BACKEND } from "../../stand-in/sync/types";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stand-in-"));
  path = join(folder, "deeper", "sync.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

const NOW = Date.UTC(2026, 0, 15, 12);
let now = NOW;
const newSync = (): Sync => new Sync({ now: () => now, limits: false });

function fill(sync: Sync): string {
  const { sid } = sync.createService({ aclEnabled: true, friendlyName: "S" });
  const session = sync.as(BACKEND, sid);
  session.createMap({ uniqueName: "map" });
  session.setPermission("map", "map", "ada", { read: true, write: false, manage: false });
  for (const key of ["b", "a"]) session.putItem("map", key, { data: { text: "żółw" } });
  now += 1000;
  session.updateItem("map", "a", { data: { n: 2 }, ttl: 60 });
  session.createDocument({ uniqueName: "document", data: { n: 1 }, ttl: 30 });
  session.updateDocument("document", { data: { n: 2 } });
  session.createStream({ uniqueName: "stream" });
  return sid;
}

describe("data file", () => {
  it("[SY62] a restart finds everything: data, revisions, event ids, dates, permissions, the journal", () => {
    const before = newSync();
    const file = new DataFile(before, path);
    expect(file.load()).toBe(false);
    const sid = fill(before);
    file.stop();

    const after = newSync();
    expect(new DataFile(after, path).load()).toBe(true);
    expect(snapshot(after.store)).toEqual(snapshot(before.store));
    const ada = after.as({ kind: "identity", identity: "ada" }, sid);
    expect(ada.listItems("map").items.map(({ key }) => key)).toEqual(["a", "b"]);
    expect(() => ada.putItem("map", "a", { data: {} })).toThrow(/forbidden/i);
    expect(
      ada
        .fetch("map", "map")
        .journal.after(1)
        .map(({ id }) => id),
    ).toEqual([2, 3]);
  });

  it("[SY62] what had a ttl still expires", () => {
    const before = newSync();
    const file = new DataFile(before, path);
    file.load();
    const sid = fill(before);
    file.stop();
    now += 61_000;
    const after = newSync();
    new DataFile(after, path).load();
    after.sweep();
    const session = after.as(BACKEND, sid);
    expect(session.listItems("map").items.map(({ key }) => key)).toEqual(["b"]);
    expect(() => session.fetch("document", "document")).toThrow(/not found/i);
  });

  it("[SY62] changes are written a moment later, whole, without waiting for the end", async () => {
    const sync = newSync();
    const file = new DataFile(sync, path);
    file.load();
    fill(sync);
    expect(existsSync(path)).toBe(false);
    while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ version: 1 });
    expect(existsSync(`${path}.new`)).toBe(false);
    file.stop();
  });

  it.each([
    ["text", "hello"],
    ["other JSON", "[]"],
    ["another version", '{"version":0}'],
  ])("[SY62] a file with %s is left alone, and said so", (_, text) => {
    const file = join(folder, "other.json");
    writeFileSync(file, text);
    expect(() => new DataFile(newSync(), file).load()).toThrow(/move it away/);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});
