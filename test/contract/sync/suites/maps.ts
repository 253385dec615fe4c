import type { Subject } from "../subject";
import { refusal, type SyncPort } from "../port";

const KIB = 1024;

/** Maps and their items, on any port. */
export function mapsSuite<P extends SyncPort>(subject: Subject<P>): void {
  const newMap = async () => subject.port().createMap(subject.name("map"));

  describe("maps", () => {
    it("[SY1] a map is opened by its unique name or its sid", async () => {
      const name = subject.name("map");
      const map = await subject.port().createMap(name);
      await map.put("k", { n: 1 });
      expect((await subject.port().openMap(name)).sid).toBe(map.sid);
      expect((await (await subject.port().openMap(map.sid)).get("k")).data).toEqual({ n: 1 });
    });

    it("[SY1] a missing map is a 404", async () => {
      expect(await refusal(subject.port().openMap(subject.name("nowhere")))).toMatchObject({ status: 404 });
    });

    it("[SY1] a removed map is a 404, and its name is free again", async () => {
      const name = subject.name("map");
      const { sid } = await subject.port().createMap(name);
      await subject.port().removeMap(name);
      expect(await refusal(subject.port().openMap(sid))).toMatchObject({ status: 404 });
      expect((await subject.port().createMap(name)).sid).not.toBe(sid);
    });

    it("[SY2] an item is read as it was written, in any script", async () => {
      const map = await newMap();
      const data = { text: "żółw 🐢 \u2028", deep: { list: [1, null, true, "x"] }, empty: {} };
      const put = await map.put("key_1.a:b-c", data);
      expect(put.key).toBe("key_1.a:b-c");
      const got = await map.get("key_1.a:b-c");
      expect(got.data).toEqual(data);
      expect(got.revision).toBe(put.revision);
      expect(got.dateExpires).toBeNull();
      expect(Math.abs(got.dateUpdated.getTime() - put.dateUpdated.getTime())).toBeLessThan(60_000);
    });

    it("[SY2] a missing item is a 404", async () => {
      const map = await newMap();
      expect(await refusal(map.get("nothing"))).toMatchObject({ status: 404 });
    });

    it("[SY3] every change of the data creates a new revision", async () => {
      const map = await newMap();
      const revisions = [];
      for (const n of [1, 2, 3]) revisions.push((await map.put("k", { n })).revision);
      expect(new Set(revisions).size).toBe(3);
      expect((await map.get("k")).revision).toBe(revisions[2]);
    });

    it("[SY4] items are listed by key, in the order of code units, a page at a time", async () => {
      const map = await newMap();
      const keys = ["b", "B", "a", "10", "9", "_", "a.1", "é", "z"];
      for (const key of keys) await map.put(key, { key });
      const sorted = [...keys].sort();
      const reader = await subject.other().openMap(map.sid);
      expect(await reader.pages({ pageSize: 4 })).toEqual([
        sorted.slice(0, 4),
        sorted.slice(4, 8),
        sorted.slice(8),
      ]);
    });

    it("[SY4] a list may be read backwards, or from a key on, inclusive", async () => {
      const map = await newMap();
      for (const key of ["a", "c", "e", "g"]) await map.put(key, {});
      const list = async (listing: { order?: "asc" | "desc"; from?: string }) =>
        (await (await subject.other().openMap(map.sid)).pages(listing)).flat();
      expect(await list({ order: "desc" })).toEqual(["g", "e", "c", "a"]);
      expect(await list({ from: "c" })).toEqual(["c", "e", "g"]);
      expect(await list({ from: "d" })).toEqual(["e", "g"]);
      expect(await list({ from: "e", order: "desc" })).toEqual(["e", "c", "a"]);
    });

    it("[SY4] a page has a hundred items, and the next ones follow", async () => {
      const map = await newMap();
      const keys = Array.from({ length: 130 }, (_, index) => `k${String(index).padStart(3, "0")}`);
      for (const key of keys) await map.put(key, { key });
      const pages = await (await subject.other().openMap(map.sid)).pages({ pageSize: 100 });
      expect(pages.map((page) => page.length)).toEqual([100, 30]);
      expect(pages.flat()).toEqual(keys);
    });

    it("[SY5] a removed item no longer exists, and cannot be removed again", async () => {
      const map = await newMap();
      await map.put("k", {});
      await map.remove("k");
      expect(await refusal(map.get("k"))).toMatchObject({ status: 404 });
      expect(await refusal(map.remove("k"))).toMatchObject({ status: 404 });
    });

    it("[SY6] data of 16 KiB is accepted, a byte more is refused with 413/54006", async () => {
      const map = await newMap();
      const fill = (bytes: number) => ({ x: "x".repeat(bytes - '{"x":""}'.length) });
      await map.put("k", fill(16 * KIB));
      expect(await refusal(map.put("k", fill(16 * KIB + 1)))).toEqual({ status: 413, code: 54006 });
      // Sizes count bytes, not letters.
      expect(await refusal(map.put("k", { x: "ż".repeat(9 * KIB) }))).toEqual({ status: 413, code: 54006 });
      expect(await (await subject.other().openMap(map.sid)).get("k")).toMatchObject({ data: fill(16 * KIB) });
    });

    it("[SY7] an item reports its expiry, and a change without a ttl keeps it", async () => {
      const map = await newMap();
      const { dateExpires } = await map.put("k", { n: 1 }, 3600);
      expect(dateExpires).not.toBeNull();
      await map.put("k", { n: 2 });
      const after = await (await subject.other().openMap(map.sid)).get("k");
      expect(Math.floor((after.dateExpires?.getTime() ?? 0) / 1000)).toBe(
        Math.floor((dateExpires?.getTime() ?? 0) / 1000),
      );
    });
  });
}
