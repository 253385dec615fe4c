import type { Subject } from "../subject";
import { refusal, type RevisionPort, type SyncPort } from "../port";

/** Conditional writes with a revision given by the caller. */
export function revisionsSuite<P extends SyncPort & RevisionPort>(subject: Subject<P>): void {
  const newMap = async (): Promise<string> => (await subject.port().createMap(subject.name("map"))).sid;

  describe("revisions", () => {
    it("[SY10] a write with the current revision succeeds, one with an older revision is 412/54205", async () => {
      const map = await newMap();
      const first = await subject.port().addItem(map, "k", { n: 1 });
      await subject.port().updateItem(map, "k", { n: 2 }, first.revision);
      expect(await refusal(subject.port().updateItem(map, "k", { n: 3 }, first.revision))).toEqual({
        status: 412,
        code: 54205,
      });
      expect((await (await subject.port().openMap(map)).get("k")).data).toEqual({ n: 2 });
    });

    it("[SY10] the same applies to a removal", async () => {
      const map = await newMap();
      const first = await subject.port().addItem(map, "k", { n: 1 });
      const second = await subject.port().updateItem(map, "k", { n: 2 });
      expect(await refusal(subject.port().removeItem(map, "k", first.revision))).toEqual({
        status: 412,
        code: 54205,
      });
      await subject.port().removeItem(map, "k", second.revision);
      expect(await refusal((await subject.port().openMap(map)).get("k"))).toMatchObject({ status: 404 });
    });

    it("[SY10] a document's stale revision is 412/54103", async () => {
      const { sid } = await subject.port().createDocument(subject.name("document"), { n: 1 });
      const second = await subject.port().updateDocument(sid, { n: 2 });
      await subject.port().updateDocument(sid, { n: 3 }, second);
      expect(await refusal(subject.port().updateDocument(sid, { n: 4 }, second))).toEqual({
        status: 412,
        code: 54103,
      });
      expect((await (await subject.port().openDocument(sid)).read()).data).toEqual({ n: 3 });
    });

    it("[SY11] an item can be added once: 409/54208", async () => {
      const map = await newMap();
      await subject.port().addItem(map, "k", { n: 1 });
      expect(await refusal(subject.port().addItem(map, "k", { n: 2 }))).toEqual({ status: 409, code: 54208 });
      expect((await (await subject.port().openMap(map)).get("k")).data).toEqual({ n: 1 });
    });

    it("[SY11] a unique name can be used once for each type: 409/54301", async () => {
      const name = subject.name("name");
      await subject.port().createNamed("map", name);
      expect(await refusal(subject.port().createNamed("map", name))).toEqual({ status: 409, code: 54301 });
      await subject.port().createNamed("document", name);
    });

    it("[SY12] an invalid revision is 400/54003", async () => {
      const map = await newMap();
      await subject.port().addItem(map, "k", { n: 1 });
      expect(await refusal(subject.port().updateItem(map, "k", {}, "newest"))).toEqual({
        status: 400,
        code: 54003,
      });
    });

    it("[SY13] an update creates nothing: a missing item is a 404", async () => {
      const map = await newMap();
      expect(await refusal(subject.port().updateItem(map, "k", { n: 1 }))).toMatchObject({ status: 404 });
      expect((await (await subject.port().openMap(map)).pages()).flat()).toEqual([]);
    });

    it("[SY14] a list may start after a key", async () => {
      const map = await newMap();
      for (const key of ["a", "b", "c"]) await subject.port().addItem(map, key, {});
      expect(await subject.port().keysAfter(map, "a")).toEqual(["b", "c"]);
    });

    it("[SY15] names, keys and ttls outside Sync's limits are refused", async () => {
      const map = await newMap();
      const create = (name: string, ttl?: number) => refusal(subject.port().createNamed("map", name, ttl));
      expect(await create("x".repeat(321))).toEqual({ status: 400, code: 54302 });
      expect(await create(`MP${"0".repeat(32)}`)).toEqual({ status: 400, code: 54302 });
      expect(await create(subject.name("map"), 31_536_001)).toEqual({ status: 400, code: 54011 });
      expect(await create(subject.name("map"), -1)).toEqual({ status: 400, code: 54011 });
      expect(await refusal(subject.port().addItem(map, "k".repeat(257), {}))).toEqual({
        status: 400,
        code: 54209,
      });
    });
  });
}
