import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  it("[SY62] a restart finds everything: data, revisions, event ids, dates, permissions, the journal", async () => {
    const before = newSync();
    const file = new DataFile(before, path);
    expect(await file.load()).toBe(false);
    const sid = fill(before);
    await file.stop();

    const after = newSync();
    expect(await new DataFile(after, path).load()).toBe(true);
    expect(snapshot(after.store)).toEqual(snapshot(before.store));
    const ada = after.as({ type: "identity", identity: "ada" }, sid);
    expect(ada.listItems("map").items.map(({ key }) => key)).toEqual(["a", "b"]);
    expect(() => ada.putItem("map", "a", { data: {} })).toThrow(/forbidden/i);
    expect(
      ada
        .fetch("map", "map")
        .journal.after(1)
        .map(({ id }) => id),
    ).toEqual([2, 3]);
  });

  it("[SY62] what had a ttl still expires", async () => {
    const before = newSync();
    const file = new DataFile(before, path);
    await file.load();
    const sid = fill(before);
    await file.stop();
    now += 61_000;
    const after = newSync();
    const again = new DataFile(after, path);
    await again.load();
    after.sweep();
    await again.stop();
    const session = after.as(BACKEND, sid);
    expect(session.listItems("map").items.map(({ key }) => key)).toEqual(["b"]);
    expect(() => session.fetch("document", "document")).toThrow(/not found/i);
  });

  it("[SY71] saves every change until now, whole, and says when it is there", async () => {
    const sync = newSync();
    const file = new DataFile(sync, path);
    await file.load();
    expect(file.saved()).toBeNull();
    const sid = fill(sync);
    const first = file.saved();
    // A change while a save is about to run, or runs, waits for one that holds it.
    await Promise.resolve();
    sync.as(BACKEND, sid).putItem("map", "late", { data: { n: 3 } });
    await Promise.all([first, file.saved()]);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(JSON.parse(JSON.stringify(snapshot(sync.store))));
    expect(file.saved()).toBeNull();
    expect(existsSync(`${path}.new`)).toBe(false);
    await file.stop();
  });

  it("[SY71] a save that fails is told, and the next one tries again", async () => {
    const sync = newSync();
    const file = new DataFile(sync, path);
    await file.load();
    const told: string[] = [];
    const stderr = jest
      .spyOn(process.stderr, "write")
      .mockImplementation((text) => told.push(String(text)) > 0);
    mkdirSync(`${path}.new`);
    const sid = fill(sync);
    await expect(file.saved()).rejects.toThrow("EISDIR");
    stderr.mockRestore();
    expect(told.join("")).toContain(path);
    rmSync(`${path}.new`, { recursive: true });
    await file.saved();
    expect(readFileSync(path, "utf8")).toContain(sid);
    await file.stop();
  });

  it.each([
    ["a folder", () => folder, /can't be read \(.*EISDIR.*Name another file/],
    ["a file in a file", () => join(folder, "file", "sync.json"), /can't be written \(.+\)\. Name a file/],
  ])("[SY71] %s as the path is refused at the start", async (_, pathOf, message) => {
    writeFileSync(join(folder, "file"), "");
    await expect(new DataFile(newSync(), pathOf()).load()).rejects.toThrow(message);
  });

  it.each([
    ["text", "hello"],
    ["other JSON", "[]"],
    ["another version", '{"version":0}'],
  ])("[SY62] a file with %s is left alone, and said so", async (_, text) => {
    const file = join(folder, "other.json");
    writeFileSync(file, text);
    await expect(new DataFile(newSync(), file).load()).rejects.toThrow(/move it away/);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});
